import { isLocale } from '../../contract/rules.ts';
import { fold, standing } from '../search-text.ts';
import { languageName, translatedName } from './language-name.ts';
import { otherLanguageNames } from './other-names.ts';
import { realTag } from './real-tag.ts';

export interface Language {
  readonly value: string;
  /** Its own name, or what it is called in the person's language. */
  readonly name: string;
  /** The name in the person's language, where that is another one. */
  readonly translated: string;
  /** What English and its dialects call it, by which many look for a language whatever theirs is. */
  readonly others: readonly string[];
  /** What people call it beside that. */
  readonly aliases: readonly string[];
}

const dialects = new Map<string, Intl.DisplayNames>();

/** `British English` for `en-GB`: the name as a language of its own, where there is one. */
function dialectName(tag: string, locale: string): string {
  const names =
    dialects.get(locale) ??
    new Intl.DisplayNames([locale], {
      type: 'language',
      languageDisplay: 'dialect',
      fallback: 'none',
    });
  // Those of the person and English are asked for again and again, each language's own once.
  if (tag !== locale) dialects.set(locale, names);
  try {
    return names.of(tag) ?? '';
  } catch {
    // Engines differ in which tags they take for the name of a language.
    return '';
  }
}

/** Languages with their names in `locale`; asking Intl for a name costs, so each is asked once. */
export function languageNames(locale: string): (tag: string) => Language {
  const known = new Map<string, Language>();
  const named = (tag: string): Language => {
    const name = languageName(tag, locale);
    if (!isLocale(tag)) return plainLanguage(tag, name);
    const { baseName } = new Intl.Locale(tag);
    const asDialect = baseName.includes('-') ? [baseName, locale, 'en'] : [];
    return {
      value: tag,
      name,
      translated: translatedName(tag, locale),
      others: [
        translatedName(tag, 'en'),
        ...asDialect.map((language) => dialectName(baseName, language)),
      ],
      aliases: otherLanguageNames[baseName]?.split('|') ?? [],
    };
  };
  return (tag) => {
    const language = known.get(tag) ?? named(tag);
    known.set(tag, language);
    return language;
  };
}

/** A choice that Intl has no names for. */
export const plainLanguage = (value: string, name: string): Language => ({
  value,
  name,
  translated: '',
  others: [],
  aliases: [],
});

interface Text {
  readonly text: string;
  /** Added to the rank of what is found by it: a name comes before what people say instead. */
  readonly less: number;
}

const folded = new WeakMap<Language, readonly Text[]>();

/** The texts by which a language is found. */
function textsOf(language: Language): readonly Text[] {
  const known = folded.get(language);
  if (known) return known;
  const { name, translated, value, others, aliases } = language;
  const names = new Set([value, name, translated, ...others].map(fold).filter(Boolean));
  const texts = [
    ...[...names].map((text) => ({ text, less: 0 })),
    ...aliases.map((alias) => ({ text: fold(alias), less: 0.5 })),
  ];
  folded.set(language, texts);
  return texts;
}

const best = (ranks: readonly (number | undefined)[]): number | undefined => {
  const found = ranks.filter((rank) => rank !== undefined);
  return found.length > 0 ? Math.min(...found) : undefined;
};
const worst = (ranks: readonly (number | undefined)[]): number | undefined =>
  ranks.includes(undefined) ? undefined : Math.max(...ranks.map((rank) => rank ?? 0));

function rankIn({ text, less }: Text, query: string): number | undefined {
  const stands = standing(text, query);
  return stands === undefined ? undefined : stands + less;
}

/** Added where all words of a query stand in one name, but not in that order. */
const reordered = 4;
/** Added where they stand in different names. */
const apart = 8;

/** How well a query finds a language (less is better), or undefined where it does not. */
function rankOf(texts: readonly Text[], whole: string, words: readonly string[]) {
  const together = best(texts.map((text) => rankIn(text, whole)));
  if (together !== undefined || words.length === 1) return together;
  const inOne = best(texts.map((text) => worst(words.map((word) => rankIn(text, word)))));
  if (inOne !== undefined) return reordered + inOne;
  const anywhere = worst(words.map((word) => best(texts.map((text) => rankIn(text, word)))));
  return anywhere === undefined ? undefined : apart + anywhere;
}

/**
 * Finds languages by their own name, their names in the person's language and in English, other usual
 * names, or tag, best first. A real tag that is not listed can be chosen as it is.
 *
 * @param locale the language that an unlisted tag is named in
 */
export function searchLanguages(
  languages: readonly Language[],
  query: string,
  locale = 'en',
): Language[] {
  const whole = fold(query);
  if (!whole) return [...languages];
  const words = whole.split(' ');
  const tag = realTag(query);
  const hits: { language: Language; rank: number }[] = [];
  for (const language of languages) {
    const rank = language.value === tag ? -1 : rankOf(textsOf(language), whole, words);
    if (rank !== undefined) hits.push({ language, rank });
  }
  // Sorting is stable: among equals the order of the list stays.
  hits.sort((one, other) => one.rank - other.rank);
  const found = hits.map(({ language }) => language);
  if (tag === undefined || languages.some(({ value }) => value === tag)) return found;
  const { baseName } = new Intl.Locale(tag);
  const typed = { ...plainLanguage(tag, tag), translated: translatedName(baseName, locale) };
  // Three letters may be the beginning of a word; nobody comes upon more of a tag by chance.
  return tag.includes('-') ? [typed, ...found] : [...found, typed];
}
