const fields = [
  'name',
  'username',
  'bio',
  'avatarUrl',
  'locale',
  'timezone',
  'email',
  'phoneNumber',
] as const;
export type UserField = (typeof fields)[number];
/** What of the account can be edited, where the backend lets it. */
export const userFields: UserField[] = [...fields];
