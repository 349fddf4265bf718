import type * as z from 'zod/mini';
import type { Preferences } from '../contract/preferences.ts';
import { usage } from '../contract/usage.ts';
import type { User } from '../contract/user.ts';
import { mirraCapabilities } from './mirra-capabilities.ts';
import { guarded } from './guarded.ts';
import { badAnswer, parseJson } from './http-error.ts';
import { createHttp, isOwnOrigin, timeouts, type HttpOptions } from './http.ts';
import type { MeClient, ReadOptions, Versioned, WriteOptions } from './me-client.ts';
import { MeError } from './me-error.ts';
import { errorOfEnvelope, errorOfMirra } from './mirra-error.ts';
import {
  envelope,
  mirraPreferences,
  mirraProfile,
  mirraSessions,
  socialsOf,
  userOf,
  type Envelope,
  type MirraProfile,
} from './mirra-wire.ts';

/** A token is an API key (`X-API-Key`). Without any a cookie or a proxy signs the call. */
export type MirraClientOptions = HttpOptions;

interface Answer<T> {
  readonly data: T;
  readonly metadata: Envelope['metadata'];
}

/** The only thing of the profile that can clash is a username: a conflict is about that. */
function asUsernameTaken(error: unknown): unknown {
  if (!(error instanceof MeError) || !['Conflict', 'UsernameTaken'].includes(error.code))
    return error;
  const { message, fields } = error;
  if (Object.keys(fields).length > 0 && !fields['username']) return error;
  return new MeError({
    code: 'UsernameTaken',
    status: 409,
    message,
    fields: { username: [{ code: 'username_taken' }], ...fields },
  });
}

const missing = async (): Promise<never> => {
  throw new MeError({ code: 'NotSupported' });
};

/**
 * The adapter of Mirra's `user` operations (`POST /api/sdk/v2/resources/call`). The dialect has no
 * versions: a write overwrites what it names, and nothing else. Headers of our own (`Account-Id`,
 * `Idempotency-Key`) go only to a backend on the page's origin.
 */
export function createMirraClient(options: MirraClientOptions = {}): MeClient {
  const http = createHttp(options, {
    tokenHeader: (key) => ['X-API-Key', key],
    errorOf: errorOfMirra,
  });
  const extended = isOwnOrigin(options);
  /** What the backend last said of the time zone for scheduling: no operation reads it. */
  let scheduling: { user: string; timezone: string } | undefined;

  async function call<T extends z.ZodMiniType>(
    method: string,
    params: object,
    schema: T | undefined,
    given: ReadOptions & Partial<WriteOptions> = {},
  ): Promise<Answer<z.output<T>>> {
    const { signal, account, intent, fresh } = given;
    const { status, text } = await http('/api/sdk/v2/resources/call', {
      method: 'POST',
      signal,
      fresh,
      timeout: intent === undefined ? timeouts.read : timeouts.write,
      headers: {
        'Content-Type': 'application/json',
        ...(extended && account && { 'Account-Id': account }),
        ...(extended && intent && { 'Idempotency-Key': intent }),
      },
      body: JSON.stringify({ resourceId: 'user', method, params }),
    });
    // What answers nothing may do so without an envelope.
    if (!schema && text.trim() === '')
      return { data: undefined as z.output<T>, metadata: undefined };
    const wrapped = envelope.safeParse(parseJson(text, status));
    if (!wrapped.success) throw badAnswer(status, wrapped.error);
    if (!wrapped.data.success) throw errorOfEnvelope(wrapped.data, status);
    const { data, metadata } = wrapped.data;
    const parsed = schema?.safeParse(data);
    if (parsed && !parsed.success) throw badAnswer(status, parsed.error);
    return { data: parsed?.data as z.output<T>, metadata };
  }

  const versioned = ({ data, metadata }: Answer<MirraProfile>): Versioned<User> => ({
    value: userOf(data, metadata),
    etag: undefined,
  });

  const profile = (given?: ReadOptions) => call('getProfile', {}, mirraProfile, given);

  /** A profile's part in the preferences. The same zone in both places is one zone. */
  function preferencesOf({ userId, timezone, socials, preferences }: MirraProfile): Preferences {
    const told = scheduling?.user === userId ? scheduling.timezone : undefined;
    const own = preferences ? preferences.timezone : told;
    return {
      theme: undefined,
      notifications: undefined,
      timezone: preferences || own !== timezone ? own : undefined,
      timezoneUnknown: !preferences && told === undefined,
      socials: socialsOf(socials),
    };
  }

  const client: MeClient = {
    can: mirraCapabilities,

    getUser: async (given) => versioned(await profile(given)),
    updateUser: async (patch, given) => {
      try {
        return versioned(await call('updateProfile', patch, mirraProfile, given));
      } catch (error) {
        throw patch.username === undefined ? error : asUsernameTaken(error);
      }
    },
    deleteUser: async (given) => {
      await call('deactivateAccount', { confirm: true }, undefined, given);
    },
    restoreUser: missing,

    getPreferences: async (given) => {
      const { data } = await profile(given);
      return { value: preferencesOf(data), etag: undefined };
    },
    updatePreferences: async ({ timezone, socials }, given) => {
      // Whether handles that are not named are kept is nowhere said: all are named, as they are now,
      // those of networks unknown here too.
      const { data: before } = await profile({ signal: given.signal, account: given.account });
      const named = Object.entries(socials ?? {}).filter(([, handle]) => handle !== undefined);
      const handles = Object.fromEntries(named.map(([network, handle]) => [network, handle ?? '']));
      const { data } = await call(
        'updatePreferences',
        {
          ...(timezone !== undefined && { timezone }),
          // Where the backend says more than Mirra's reference, it is known to keep the others.
          ...(socials && {
            socials: before.preferences ? handles : { ...before.socials, ...handles },
          }),
        },
        mirraPreferences,
        given,
      );
      const inForce = data.timezone ?? timezone ?? undefined;
      if (inForce !== undefined) {
        // The profile's zone in force says nothing of one for scheduling, unless it was just set.
        const follows = timezone === undefined && inForce === before.timezone;
        scheduling = follows ? undefined : { user: before.userId, timezone: inForce };
      }
      const shown = preferencesOf({
        ...before,
        // The answer names the zone in force, which may be the profile's.
        preferences: before.preferences && {
          timezone: timezone === undefined ? before.preferences.timezone : inForce,
        },
        socials: data.socials,
      });
      return { value: shown, etag: undefined };
    },

    getUsage: async (given) => (await call('getUsageStats', {}, usage, given)).data,
    getUsageHistory: missing,

    listSessions: async ({ signal, account } = {}) =>
      (await call('getSessions', {}, mirraSessions, { signal, account })).data,
    revokeSession: missing,
    revokeOtherSessions: missing,

    checkUsername: missing,
    exportData: missing,
  };
  return guarded(client, client.can, 'refuse');
}
