import type { User } from '../../contract/user.ts';

/** Canonically equal texts are one, and blanks at the ends are nobody's intention. */
const normal = (text: string): string => text.normalize('NFC').trim();

/** What the person types to confirm: something of theirs, never a phrase that is translated. */
export const phraseOf = ({ username, email, defaultEmail, name, id }: User): string =>
  [username, email, defaultEmail, name].map((text) => normal(text ?? '')).find(Boolean) ?? id;

/** Whether that was typed, capital letters and all. */
export const isPhrase = (typed: string, phrase: string): boolean =>
  normal(typed) === normal(phrase);
