import { html } from 'hono/html';
import type { Reading } from '../page/words.ts';

/** What there is to say between the page and the provider. */
export type Notice = 'denied' | 'failed' | 'unreachable' | 'signedOut';

/** A page that says it, with one way on. It works without scripts. */
export function noticePage(notice: Notice, { language, dir, words }: Reading, next: string) {
  const title = words[`${notice}.title`];
  const about = words[`${notice}.about`];
  const go = words[`${notice}.go`];
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
