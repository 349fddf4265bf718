import { html } from 'hono/html';
import type { Person } from '../demo/demo.ts';
import type { Reading, Words } from './words.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The first letters of the first and last word of a name, whatever the script. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked
    .map((word) => {
      // What stands before the first letter, a quotation mark or a mark of direction, is none.
      const all = Array.from(segmenter.segment(word ?? ''), ({ segment }) => segment);
      return all.find((character) => /\p{L}/u.test(character))?.toLocaleUpperCase('und') ?? '';
    })
    .join('');
}

const storyOf = ({ subject }: Person) => `demo.story.${subject}`;

/** The page on which the demo's people are picked; plain forms, so that it works without scripts. */
export function signInPage(
  people: readonly Person[],
  next: string,
  { language, dir, words }: Reading,
) {
  const order = Object.keys(words);
  const inOrder = (a: Person, b: Person) => order.indexOf(storyOf(a)) - order.indexOf(storyOf(b));
  // The service's own policy sends no referrer at all, and browsers then send no `Origin` with forms.
  return html`<!doctype html>
    <html lang="${language}" dir="${dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="same-origin" />
        <title>${words['demo.title']}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/sign-in.css" />
      </head>
      <body>
        <main>
          <h1>${words['demo.title']}</h1>
          <p class="lead">${words['demo.lead']}</p>
          ${people.length === 0 ? html`<p>${words['demo.empty']}</p>` : ''}
          <ul>
            ${people.toSorted(inOrder).map((person) => personForm(person, next, words))}
          </ul>
        </main>
      </body>
    </html>`;
}

/** A message with the person's name in it, whatever direction either is written in. */
function withName(message: string, name: string) {
  const [before = '', after = ''] = message.split('{name}');
  return html`${before}<bdi>${name}</bdi>${after}`;
}

const personForm = (person: Person, next: string, words: Words) =>
  html`<li>
    <form method="post" action="/sign-in">
      <input type="hidden" name="username" value="${person.username}" />
      <input type="hidden" name="next" value="${next}" />
      <button type="submit" class="person">
        <span class="avatar" aria-hidden="true">${initials(person.name)}</span>
        <span class="who">
          <bdi class="name">${person.name}</bdi>
          <bdi class="username">@${person.username}</bdi>
          <span class="story"
            >${(words as Readonly<Record<string, string>>)[storyOf(person)] ?? ''}</span
          >
        </span>
      </button>
      <button type="submit" class="act" name="acting" value="yes">
        ${withName(words['demo.actFor'], person.name)}
      </button>
    </form>
  </li>`;
