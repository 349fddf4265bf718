import coverage from 'cldr-core/coverageLevels.json';
import { expect, test } from 'vitest';
import { pageLanguages } from '../../contract/languages.ts';
import { languageName } from './language-name.ts';
import { mayBeTag, realTag } from './real-tag.ts';
import { languageTags } from './language-tags.ts';
import { languageNames, searchLanguages } from './search-languages.ts';

const tags = languageTags(pageLanguages);
const named = new Map(
  pageLanguages.map((locale) => [locale as string, tags.map(languageNames(locale))]),
);
const languages = named.get('en') ?? [];
const search = (query: string, locale = 'en') =>
  searchLanguages(named.get(locale) ?? [], query, locale);
const first = (query: string, locale = 'en') => search(query, locale)[0]?.value;

test('lists every language that CLDR covers, those of the page first', () => {
  expect(tags).toEqual(expect.arrayContaining(Object.keys(coverage.coverageLevels)));
  expect(tags.slice(0, pageLanguages.length)).toEqual([...pageLanguages]);
  expect(new Set(tags).size).toBe(tags.length);
});

test('finds every listed language by its tag and by its own name', () => {
  expect(tags.filter((tag) => first(tag) !== tag)).toEqual([]);
  const lost = languages.filter(
    ({ value, name }) => !searchLanguages(languages, name).some((found) => found.value === value),
  );
  expect(lost).toEqual([]);
});

const expected: Readonly<Record<string, readonly (readonly [query: string, tag: string])[]>> = {
  en: [
    ['العربية', 'ar'],
    ['arabic', 'ar'],
    ['deutsch', 'de'],
    ['german', 'de'],
    ['Germ', 'de'],
    ['francais', 'fr'],
    ['FRANÇAIS', 'fr'],
    ['united kingdom', 'en-GB'],
    ['kingdom english', 'en-GB'],
    ['British English', 'en-GB'],
    ['english british', 'en-GB'],
    ['American English', 'en-US'],
    ['Canadian French', 'fr-CA'],
    ['Swiss German', 'gsw'],
    ['Austrian German', 'de-AT'],
    ['Brazilian Portuguese', 'pt-BR'],
    ['European Portuguese', 'pt-PT'],
    ['Latin American Spanish', 'es-419'],
    ['Mexican Spanish', 'es-MX'],
    ['castilian', 'es'],
    ['flemish', 'nl-BE'],
    ['mandarin', 'zh'],
    ['Mandarin Chinese', 'zh-Hans'],
    ['Simplified Chinese', 'zh-Hans'],
    ['Chinese (simplified)', 'zh-Hans'],
    ['Traditional Chinese', 'zh-Hant'],
    ['简体中文', 'zh-Hans'],
    ['繁體中文', 'zh-Hant'],
    ['中文', 'zh'],
    ['cantonese', 'yue'],
    ['farsi', 'fa'],
    ['persian', 'fa'],
    ['فارسی', 'fa'],
    ['فارسي', 'fa'],
    ['tagalog', 'fil'],
    ['tl', 'fil'],
    ['burmese', 'my'],
    ['norwegian', 'no'],
    ['bokmål', 'nb'],
    ['nynorsk', 'nn'],
    ['Serbian Latin', 'sr-Latn'],
    ['hebrew', 'he'],
    ['iw', 'he'],
    ['עברית', 'he'],
    ['Bahasa Indonesia', 'id'],
    ['日本語', 'ja'],
    ['ｊａｐａｎｅｓｅ', 'ja'],
    ['हिन्दी', 'hi'],
    ['русский', 'ru'],
    ['Türkçe', 'tr'],
    ['TÜRKÇE', 'tr'],
    ['turkce', 'tr'],
    ['polski', 'pl'],
    ['한국어', 'ko'],
    ['ελληνικα', 'el'],
    ['en_GB', 'en-GB'],
    ['EN-gb', 'en-GB'],
    ['pt-br', 'pt-BR'],
    ['zh-tw', 'zh-TW'],
    ['cmn', 'zh'],
    ['KOK-latn-in', 'kok-Latn-IN'],
    ['tlh', 'tlh'],
    ['ar-u-nu-latn', 'ar-u-nu-latn'],
    ['AR-EG-U-NU-LATN', 'ar-EG-u-nu-latn'],
    ['de-CH-x-firm', 'de-CH-x-firm'],
    ['ca-valencia', 'ca-valencia'],
    ['de-1901', 'de-1901'],
  ],
  de: [
    ['Englisch', 'en'],
    ['Schweizerdeutsch', 'gsw'],
    ['Chinesisch', 'zh'],
    ['german', 'de'],
  ],
  fr: [
    ['allemand', 'de'],
    ['anglais britannique', 'en-GB'],
    ['français canadien', 'fr-CA'],
  ],
  es: [
    ['alemán', 'de'],
    ['español latinoamericano', 'es-419'],
  ],
  'pt-BR': [['alemão', 'de']],
  ja: [
    ['ドイツ語', 'de'],
    ['イギリス英語', 'en-GB'],
  ],
  'zh-Hans': [['德语', 'de']],
  hi: [['जर्मन', 'de']],
  ar: [
    ['الألمانية', 'de'],
    ['الالمانية', 'de'],
  ],
  he: [['גרמנית', 'de']],
};

test.each(
  Object.entries(expected).flatMap(([locale, pairs]) => pairs.map((pair) => [locale, ...pair])),
)('a reader of %s who types %s finds %s first', (locale, query, tag) => {
  expect(first(query, locale)).toBe(tag);
});

test('Swiss German is also what the Swiss write', () => {
  expect(search('swiss german').map(({ value }) => value)).toEqual(['gsw', 'de-CH']);
});

test('Norwegian is one language, or either of its two kinds', () => {
  const found = search('norwegian').slice(0, 3);
  expect(found.map(({ value }) => value).toSorted()).toEqual(['nb', 'nn', 'no']);
});

test('every name in a page language finds its language, first where no other has it', () => {
  for (const locale of pageLanguages) {
    const all = named.get(locale) ?? [];
    for (const { value, translated } of all) {
      const same = all.filter((other) => other.translated === translated);
      const found = search(translated, locale).slice(0, same.length + 3);
      expect([locale, translated, found.map((language) => language.value)]).toEqual([
        locale,
        translated,
        expect.arrayContaining([value]),
      ]);
    }
  }
});

test.each([
  'german',
  'mandarin',
  'tagalog',
  'farsi',
  'castilian',
  'klingon',
  'de-german',
  'xx',
  'de-ZQ',
])('%s is a word, or no language: it is never offered as a tag', (word) => {
  expect(realTag(word)).toBeUndefined();
  expect(search(word).map(({ value }) => value)).not.toContain(word);
});

test('what is spelt like a tag is one only where its language may be registered', () => {
  expect(mayBeTag('aaa')).toBe(true);
  expect(mayBeTag('klingon')).toBe(false);
  expect(mayBeTag('no tag')).toBe(false);
});

test('a word is not taken for a tag while it finds languages', () => {
  const found = searchLanguages(languages, 'german').map(({ value }) => value);
  expect(found).not.toContain('german');
});

test('what is no language tag finds nothing', () => {
  expect(searchLanguages(languages, 'text-')).toEqual([]);
});

test('names languages in themselves, and what is no tag as it is', () => {
  expect(languageName('ar', 'en')).toBe('العربية');
  expect(languageName('en-GB', 'ar')).toBe('English (United Kingdom)');
  expect(languageName('fr', 'en')).toBe('Français');
  expect(languageName('text', 'en')).toBe('text');
});
