/** All that a host's page itself ever says to a person. */
export interface Words {
  readonly title: string;
  readonly unreachable: string;
  readonly retry: string;
  readonly newTab: string;
}

const english: Words = {
  title: 'Account settings',
  unreachable: 'These settings could not be shown here.',
  retry: 'Retry',
  newTab: 'Open in a new tab',
};

const arabic: Words = {
  title: 'إعدادات الحساب',
  unreachable: 'تعذّر عرض الإعدادات هنا.',
  retry: 'إعادة المحاولة',
  newTab: 'فتح في علامة تبويب جديدة',
};

const byLanguage: Readonly<Record<string, Words>> = { en: english, ar: arabic };

/** The words of the first language that there are words in, else English. */
export function wordsFor(wanted: readonly (string | undefined)[]): {
  readonly language: string;
  readonly words: Words;
} {
  for (const tag of wanted) {
    const language = tag?.split('-')[0]?.toLowerCase() ?? '';
    const words = Object.hasOwn(byLanguage, language) ? byLanguage[language] : undefined;
    if (words) return { language, words };
  }
  return { language: 'en', words: english };
}
