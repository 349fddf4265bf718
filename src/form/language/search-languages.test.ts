import coverage from 'cldr-core/coverageLevels.json';
import { expect, test } from 'vitest';
import { languageName } from './language-name.ts';
import { languageTags } from './language-tags.ts';
import { languageNames, searchLanguages } from './search-languages.ts';

const tags = languageTags(['en', 'ar']);
const languages = tags.map(languageNames('en'));
const first = (query: string) => searchLanguages(languages, query)[0]?.value;

test('lists every language that CLDR covers, those of the page first', () => {
  expect(tags).toEqual(expect.arrayContaining(Object.keys(coverage.coverageLevels)));
  expect(tags.slice(0, 4)).toEqual(['en', 'ar', 'en-US', 'en-GB']);
  expect(new Set(tags).size).toBe(tags.length);
});

test('finds every listed language by its tag and by its own name', () => {
  expect(tags.filter((tag) => first(tag) !== tag)).toEqual([]);
  const lost = languages.filter(
    ({ value, name }) => !searchLanguages(languages, name).some((found) => found.value === value),
  );
  expect(lost).toEqual([]);
});

test.each([
  ['العربية', 'ar'],
  ['arabic', 'ar'],
  ['deutsch', 'de'],
  ['german', 'de'],
  ['francais', 'fr'],
  ['united kingdom', 'en-GB'],
  ['kingdom english', 'en-GB'],
  ['KOK-latn-in', 'kok-Latn-IN'],
  ['tlh', 'tlh'],
])('%s finds %s first', (query, tag) => {
  expect(first(query)).toBe(tag);
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
