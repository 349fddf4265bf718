/** What the sign-in page says. */
export interface Messages {
  dir: 'ltr' | 'rtl';
  title: string;
  lead: string;
  empty: string;
  /** The second way in; `{name}` is the person's. */
  actFor: string;
  /** By subject, in the order in which the people are listed. */
  stories: Record<string, string>;
}

const english: Messages = {
  dir: 'ltr',
  title: 'Sign in to the demo',
  lead: 'Pick a person, or act for one as Sam Support. Nobody needs a password here, so nothing here is private.',
  empty: 'Nobody is left: every demo account was deleted.',
  actFor: 'Act for {name}',
  stories: {
    ada: 'A full profile, a busy month and five other devices.',
    new: 'Just signed up: nothing filled in, nothing used yet.',
    heavy: 'Over quota, signed in on ten thousand devices, writes in many scripts.',
    leaving: 'Asked for deletion: can look, export and come back.',
  },
};

const arabic: Messages = {
  dir: 'rtl',
  title: 'تسجيل الدخول إلى العرض التجريبي',
  lead: 'اختر شخصًا، أو تصرّف نيابةً عنه باسم Sam Support. لا حاجة إلى كلمة مرور هنا، فلا شيء هنا خاص.',
  empty: 'لم يبقَ أحد: حُذفت كل الحسابات التجريبية.',
  actFor: 'التصرف نيابةً عن {name}',
  stories: {
    ada: 'ملف شخصي كامل وشهر حافل وخمسة أجهزة أخرى.',
    new: 'سجّل للتو: لم يملأ شيئًا ولم يستخدم شيئًا بعد.',
    heavy: 'تجاوز الحصة، ومسجّل على عشرة آلاف جهاز، ويكتب بخطوط كثيرة.',
    leaving: 'طلب حذف حسابه: يمكنه الاطلاع والتصدير والعودة.',
  },
};

/** By primary language subtag. */
const catalogues: Record<string, Messages> = { en: english, ar: arabic };

/** The first language of `Accept-Language` (RFC 9110, § 12.5.4) that we speak, else English. */
export function pickLanguage(header: string | undefined): { language: string; messages: Messages } {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const q = Number(parameters.find((each) => each.startsWith('q='))?.slice(2) ?? '1');
      return { language: tag.split('-')[0] ?? '', q };
    })
    .filter(({ language, q }) => q > 0 && Object.hasOwn(catalogues, language))
    .sort((a, b) => b.q - a.q);
  const language = wanted[0]?.language ?? 'en';
  return { language, messages: catalogues[language] ?? english };
}
