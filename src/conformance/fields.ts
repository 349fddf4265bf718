import { isLockedNotification, preferencesPatch } from '../contract/preferences.ts';
import type { Preferences, PreferencesPatch } from '../contract/preferences.ts';
import { userFields, userPatchFields } from '../contract/user.ts';
import type { User, UserField, UserPatch } from '../contract/user.ts';
import type { Capabilities, ClearableField, FieldAccess } from '../client/me-client.ts';
import { same } from './fault.ts';

/** The two things that have a `GET` and a `PATCH`. */
export interface Resources {
  user: User;
  preferences: Preferences;
}
export type ResourceName = keyof Resources;

/** Something that can be edited: a field of the user, or a part of the preferences. */
export interface Field<R extends ResourceName = ResourceName> {
  /** As the table names it: `user.bio`. */
  readonly key: string;
  readonly resource: R;
  readonly name: string;
  access(can: Capabilities): FieldAccess;
  /** What of the capabilities says whether it may be emptied again; undefined: never. */
  readonly clearing: ClearableField | undefined;
  /** Keys of the answer of which one is there when the backend knows the field. */
  readonly wireKeys: readonly string[];
  read(resource: Resources[R]): unknown;
  /** What makes `value` of what is there now. */
  patch(value: unknown, now: unknown): R extends 'user' ? UserPatch : PreferencesPatch;
  /** Whether the contract lets the value in just as it is. */
  isLegal(value: unknown): boolean;
}

const clearable: ReadonlySet<string> = new Set<UserField>([
  'bio',
  'avatarUrl',
  'locale',
  'timezone',
  'email',
  'phoneNumber',
]);

const wireKeys: Partial<Record<UserField, readonly string[]>> = {
  email: ['email', 'defaultEmail', 'emails'],
  phoneNumber: ['phoneNumber', 'phoneNumbers'],
  avatarUrl: ['avatarUrl', 'profilePhoto'],
};

const userField = (name: UserField): Field<'user'> => ({
  key: `user.${name}`,
  resource: 'user',
  name,
  access: (can) => can.user[name],
  clearing: clearable.has(name) ? (name as ClearableField) : undefined,
  wireKeys: wireKeys[name] ?? [name],
  read: (user) => (name === 'email' ? (user.email ?? user.defaultEmail) : user[name]),
  patch: (value) => ({ [name]: value ?? null }),
  isLegal: (value) => {
    const parsed = userPatchFields[name].safeParse(value);
    return parsed.success && parsed.data === value;
  },
});

type Part = keyof Capabilities['preferences'];
type Switches = Readonly<Record<string, Readonly<Record<string, boolean>>>>;

const reads: Record<Part, (preferences: Preferences) => unknown> = {
  theme: ({ theme }) => theme,
  timezone: ({ timezone }) => timezone,
  notifications: ({ notifications }) => notifications,
  socials: ({ socials: { twitter, discord } }) => ({
    twitter: twitter ?? null,
    discord: discord ?? null,
  }),
};

/** The switches that differ and that the contract knows; security mail has none. */
function changedSwitches(value: unknown, now: unknown): Switches {
  const before = (now ?? {}) as Switches;
  return Object.fromEntries(
    Object.entries((value ?? {}) as Switches).flatMap(([category, channels]) => {
      const changed = Object.entries(channels).filter(
        ([channel, on]) =>
          before[category]?.[channel] !== on && !isLockedNotification(category, channel),
      );
      return changed.length === 0 ? [] : [[category, Object.fromEntries(changed)]];
    }),
  );
}

const preferencesField = (name: Part): Field<'preferences'> => ({
  key: `preferences.${name}`,
  resource: 'preferences',
  name,
  access: (can) => can.preferences[name],
  clearing: name === 'timezone' ? 'schedulingTimezone' : undefined,
  wireKeys: [name],
  read: reads[name],
  patch: (value, now) => ({
    [name]: name === 'notifications' ? changedSwitches(value, now) : (value ?? null),
  }),
  isLegal: (value) => {
    const patch = { [name]: name === 'notifications' ? changedSwitches(value, {}) : value };
    const parsed = preferencesPatch.safeParse(patch);
    return parsed.success && same(parsed.data, patch);
  },
});

export const userParts: readonly Field<'user'>[] = userFields.map(userField);
export const preferencesParts: readonly Field<'preferences'>[] = (
  ['theme', 'notifications', 'timezone', 'socials'] as const
).map(preferencesField);

/** Both kinds: what is generic over the resource casts at its one border. */
export const fields = [...userParts, ...preferencesParts] as unknown as readonly Field[];
