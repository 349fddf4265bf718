import { html } from 'hono/html';

/** What there is to say between the page and the provider. */
export type Notice = 'denied' | 'failed' | 'unreachable' | 'signedOut';

interface Words {
  readonly dir: 'ltr' | 'rtl';
  readonly notices: Readonly<Record<Notice, { title: string; about: string; go: string }>>;
}

const english: Words = {
  dir: 'ltr',
  notices: {
    denied: {
      title: 'You are not signed in',
      about: 'The sign-in was cancelled or not allowed.',
      go: 'Try again',
    },
    failed: {
      title: 'The sign-in could not be completed',
      about: 'It took too long, was used before, or was begun in another browser.',
      go: 'Try again',
    },
    unreachable: {
      title: 'Nobody can sign in right now',
      about: 'The sign-in service cannot be reached. Try again in a moment.',
      go: 'Try again',
    },
    signedOut: {
      title: 'You are signed out',
      about: 'Sign in to see and change your account.',
      go: 'Sign in',
    },
  },
};

const arabic: Words = {
  dir: 'rtl',
  notices: {
    denied: {
      title: 'لم تسجّل الدخول',
      about: 'أُلغي تسجيل الدخول أو لم يُسمح به.',
      go: 'حاول مجددًا',
    },
    failed: {
      title: 'تعذّر إكمال تسجيل الدخول',
      about: 'استغرق وقتًا طويلًا، أو استُخدم من قبل، أو بدأ في متصفح آخر.',
      go: 'حاول مجددًا',
    },
    unreachable: {
      title: 'لا يمكن لأحد تسجيل الدخول الآن',
      about: 'تعذّر الوصول إلى خدمة تسجيل الدخول. حاول مجددًا بعد قليل.',
      go: 'حاول مجددًا',
    },
    signedOut: {
      title: 'سجّلت الخروج',
      about: 'سجّل الدخول لترى حسابك وتغيّره.',
      go: 'تسجيل الدخول',
    },
  },
};

const byLanguage: Readonly<Record<string, Words>> = { en: english, ar: arabic };

/** A page that says it, with one way on. It works without scripts. */
export function noticePage(notice: Notice, language: string, next: string) {
  const { dir, notices } = byLanguage[language] ?? english;
  const { title, about, go } = notices[notice];
  return html`<!doctype html>
    <html lang="${language}" dir="${dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/sign-in.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p class="lead">${about}</p>
          <a class="go" href="/sign-in?next=${encodeURIComponent(next)}">${go}</a>
        </main>
      </body>
    </html>`;
}
