import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanced, isolated } from './bidi.ts';
import { loadMessages } from './catalogue.ts';
import { formatOf } from './intl.tsx';

const [isolate, end, override] = ['\u2068', '\u2069', '\u202e'];

test.each([
  ['Ada', 'Ada'],
  [`a${end}${override}b`, `a${override}b`],
  [`${isolate}a`, `${isolate}a${end}`],
  [`\u2066a${end}${end}b\u2067c`, `\u2066a${end}b\u2067c${end}`],
])('%j neither ends an isolate around it nor leaves one open', (text, expected) => {
  expect(balanced(text)).toBe(expected);
});

test('whatever a text holds, it is balanced at every point, and its letters are kept', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'ab\u2066\u2067\u2068\u2069\u202e\u202c') });
  fc.assert(
    fc.property(texts, (text) => {
      let open = 0;
      for (const character of balanced(text)) {
        if ('\u2066\u2067\u2068'.includes(character)) open += 1;
        if (character === end) open -= 1;
        expect(open).toBeGreaterThanOrEqual(0);
      }
      expect(open).toBe(0);
      expect(balanced(text).replace(/[^ab]/g, '')).toBe(text.replace(/[^ab]/g, ''));
    }),
  );
});

test.each([
  ['Ada Lovelace!', 'ltr'],
  ['+44 20 7946 0018', 'ltr'],
  ['ada', 'rtl'],
  ['عدا', 'rtl'],
  ['٢٨ نوفمبر ٢٠٢٦', 'rtl'],
  ['', 'rtl'],
] as const)('%j stands as it is in a sentence that runs %s', (text, dir) => {
  expect(isolated(text, dir)).toBe(text);
});

test.each([
  ['עדה', 'ltr'],
  [`a${override}b`, 'ltr'],
  ['@ada', 'rtl'],
  ['+44 20 7946 0018', 'rtl'],
  ['Ada (عدا)', 'rtl'],
  ['ada.', 'rtl'],
] as const)('%j is isolated in a sentence that runs %s', (text, dir) => {
  expect(isolated(text, dir)).toBe(isolate + text + end);
});

test('a value that tries to leave its isolate stays in its place of a sentence', async () => {
  const { message } = formatOf('en', await loadMessages('en-XA'));
  const hostile = `Ada${end}${override}evil`;
  expect(message('profile.contact.madePrimary', { text: hostile })).toContain(
    `${isolate}Ada${override}evil${end}`,
  );
});
