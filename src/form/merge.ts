/** The texts of a form, by field. */
export type Texts = Readonly<Record<string, string>>;

export interface Clash {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Some fields of a form. */
export const pick = (texts: Texts, fields: readonly string[]): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field, texts[field] ?? '']));

/** The fields whose text differs from `base`. */
export const changedFields = (base: Texts, values: Texts): string[] =>
  Object.keys(base).filter((field) => (values[field] ?? '') !== base[field]);

/**
 * What both sides changed to different texts since `base`. Everything else merges by itself: my
 * changes stay mine, theirs are taken.
 */
export function clashes(base: Texts, mine: Texts, theirs: Texts): Clash[] {
  return changedFields(base, mine)
    .map((field) => ({ field, mine: mine[field] ?? '', theirs: theirs[field] ?? '' }))
    .filter(({ field, mine: text, theirs: other }) => other !== base[field] && other !== text);
}
