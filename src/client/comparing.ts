import type { Preferences, PreferencesPatch } from '../contract/preferences.ts';
import { userFields } from '../contract/user.ts';
import type { User } from '../contract/user.ts';
import type { MeClient, Versioned, WriteOptions } from './me-client.ts';
import { MeError } from './me-error.ts';

/**
 * For backends without versions: a validator made here, of what was read, one mark per value. A
 * write first reads again and is refused, as `If-Match` would refuse it, when what it is about to
 * overwrite is no longer what the person saw. Between that reading and the write another one can
 * still slip in; only the backend could close that gap.
 */
const prefix = 'seen ';

/** FNV-1a, 32 bits: tells changes apart without keeping the values themselves. */
function mark(value: unknown): string {
  let hash = 0x811c9dc5;
  for (const unit of JSON.stringify(value ?? null)) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

type Values = Readonly<Record<string, unknown>>;

const userValues = (user: User): Values => ({
  ...Object.fromEntries(userFields.map((field) => [field, user[field]])),
  email: user.email ?? user.defaultEmail,
});

const preferencesValues = ({ theme, notifications, timezone, socials }: Preferences): Values => ({
  theme,
  timezone,
  ...Object.fromEntries(
    Object.entries(socials).map(([name, handle]) => [`socials.${name}`, handle]),
  ),
  ...Object.fromEntries(
    Object.entries(notifications ?? {}).map(([name, channels]) => [
      `notifications.${name}`,
      channels,
    ]),
  ),
});

/** The names, as above, of what a patch of the preferences overwrites. */
const overwritten = ({ socials, notifications, ...rest }: PreferencesPatch): string[] => [
  ...Object.keys(rest),
  ...Object.keys(socials ?? {}).map((name) => `socials.${name}`),
  ...Object.keys(notifications ?? {}).map((name) => `notifications.${name}`),
];

const marksOf = (values: Values): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, mark(value)]));

const stamped = <T>({ value, etag }: Versioned<T>, values: Values): Versioned<T> => ({
  value,
  etag: etag ?? prefix + JSON.stringify(marksOf(values)),
});

function demandUnchanged(etag: string, now: Values, names: readonly string[]): void {
  const seen = JSON.parse(etag.slice(prefix.length)) as Record<string, string | undefined>;
  const nothing = mark(undefined);
  const marks = marksOf(now);
  if (names.some((name) => (seen[name] ?? nothing) !== (marks[name] ?? nothing)))
    throw new MeError({ code: 'PreconditionFailed', status: 412 });
}

/** The options of a write without a validator that only this module understands. */
const plain = (options: WriteOptions): WriteOptions =>
  options.etag?.startsWith(prefix) ? { ...options, etag: undefined } : options;

/** `client`, which compares where its backend has no versions. */
export function comparing(client: MeClient): MeClient {
  const ofUser = (answer: Versioned<User>) => stamped(answer, userValues(answer.value));
  const ofPreferences = (answer: Versioned<Preferences>) =>
    stamped(answer, preferencesValues(answer.value));
  return {
    ...client,
    getUser: async (options) => ofUser(await client.getUser(options)),
    updateUser: async (patch, options) => {
      const { etag, signal, account } = options;
      if (etag?.startsWith(prefix)) {
        const { value } = await client.getUser({ signal, account });
        demandUnchanged(etag, userValues(value), Object.keys(patch));
      }
      return ofUser(await client.updateUser(patch, plain(options)));
    },
    deleteUser: (options) => client.deleteUser(plain(options)),
    restoreUser: async (options) => ofUser(await client.restoreUser(plain(options))),
    getPreferences: async (options) => ofPreferences(await client.getPreferences(options)),
    updatePreferences: async (patch, options) => {
      const { etag, signal, account } = options;
      if (etag?.startsWith(prefix)) {
        const { value } = await client.getPreferences({ signal, account });
        demandUnchanged(etag, preferencesValues(value), overwritten(patch));
      }
      return ofPreferences(await client.updatePreferences(patch, plain(options)));
    },
  };
}
