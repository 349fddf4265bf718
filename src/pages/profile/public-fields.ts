import type { UserField } from '../../contract/user.ts';

/** What the public profile edits, in the order shown. */
export const publicFields = [
  'avatarUrl',
  'name',
  'username',
  'bio',
] as const satisfies readonly UserField[];

export type PublicField = (typeof publicFields)[number];
export type PublicTexts = Record<PublicField, string>;
