import { canBeSeen } from '../../contract/rules.ts';
import type { User } from '../../contract/user.ts';

/**
 * Canonically equal texts are one; blanks at the ends, the `@` before a username, and what nobody
 * sees, are no part of what was meant.
 */
const normal = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim()
    .replace(/^[@\uff20]\s*/u, '');

/** What the person types to confirm: something of theirs, never a phrase that is translated. */
export const phraseOf = ({ username, email, defaultEmail, name, id }: User): string =>
  [username, email, defaultEmail, name]
    .map((text) => (text ?? '').normalize('NFC').trim())
    .find((text) => canBeSeen(normal(text))) ?? id;

/** Whether that was typed, capital letters and all. */
export const isPhrase = (typed: string, phrase: string): boolean =>
  normal(typed) === normal(phrase);
