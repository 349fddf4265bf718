import { expect, test } from 'vitest';
import { pageLanguages } from '../contract/languages.ts';
import { loadMessages } from './catalogue.ts';
import { formatOf } from './intl.tsx';
import { chooseLocale } from './locales.ts';
import { pseudo } from './pseudo.ts';

test.each([
  [['de-AT'], 'de', 'de-AT', 'ltr'],
  [['pt-PT'], 'pt-BR', 'pt-PT', 'ltr'],
  [['zh-CN'], 'zh-Hans', 'zh-CN', 'ltr'],
  [['zh-SG', 'en'], 'zh-Hans', 'zh-SG', 'ltr'],
  // Another script is another text.
  [['zh-TW', 'ja-JP'], 'ja', 'ja-JP', 'ltr'],
  [['hi-Latn'], 'en', 'en', 'ltr'],
  [['iw'], 'he', 'he', 'rtl'],
  [['ar-EG'], 'ar', 'ar-EG', 'rtl'],
  [['ko', undefined, 'no tag', 'fr-CA'], 'fr', 'fr-CA', 'ltr'],
  [['en-XA'], 'en-XA', 'en-XA', 'ltr'],
  // How numbers, dates and hours are written comes along.
  [['ar-u-nu-latn'], 'ar', 'ar-u-nu-latn', 'rtl'],
  [['de-u-hc-h12-ca-buddhist'], 'de', 'de-u-ca-buddhist-hc-h12', 'ltr'],
  [['en-x-private'], 'en', 'en-x-private', 'ltr'],
  [[], 'en', 'en', 'ltr'],
])('somebody who wants %s reads %s', (wanted, language, locale, dir) => {
  expect(chooseLocale(wanted)).toEqual({ language, locale, dir });
});

test('numbers are written with the digits that the tag names', async () => {
  const messages = await loadMessages('en-XA');
  const text = (locale: string) =>
    formatOf(locale, messages).message('form.counter', { count: 12, max: 30 });
  expect(text('en')).toContain('12');
  expect(text('en-u-nu-arab')).toContain('١٢');
});

test('every language has every message, loaded at once', async () => {
  const english = Object.keys(await loadMessages('en-XA'));
  for (const language of pageLanguages.filter((one) => one !== 'en')) {
    const messages = await loadMessages(language);
    expect({ language, missing: english.filter((id) => !(id in messages)) }).toEqual({
      language,
      missing: [],
    });
  }
});

test.each(['Save', 'Delete account', 'Every change is kept.', 'Hmm'])(
  'the pseudo-locale makes “%s” 40 %% longer, within its words',
  (text) => {
    const long = pseudo(text);
    expect(long.length).toBeGreaterThanOrEqual(text.length * 1.4);
    expect(long.split(' ')).toHaveLength(text.split(' ').length);
  },
);

test('the pseudo-locale leaves values alone', async () => {
  const { default: messages } = await import('./pseudo.ts');
  expect(JSON.stringify(messages['page.elsewhere'])).toContain('"value":"page"');
  expect(messages['page.profile']).toMatch(/^\[.*\]$/);
});
