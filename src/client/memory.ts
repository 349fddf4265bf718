import { preferences as preferencesSchema, preferencesPatch } from '../contract/preferences.ts';
import * as rules from '../contract/rules.ts';
import { usageHistoryQuery } from '../contract/usage.ts';
import { user as userSchema, userPatch } from '../contract/user.ts';
import type { MeClient, ReadOptions, Versioned, WriteOptions } from './me-client.ts';
import { MeError } from './me-error.ts';
import { allCapabilities } from './capabilities.ts';
import { lowered } from './lowered.ts';
import { guarded, type Operation } from './guarded.ts';
import type { MemoryBackend, MemoryOptions, MemoryState } from './memory-backend.ts';
import { withEmail, withPhoneNumber } from './memory-contact.ts';
import { usageHistoryOf } from './memory-history.ts';
import { checked, etagOf, merged, ruleError } from './memory-rules.ts';
import { adaSeed } from './memory-seed.ts';
import { pageOfSessions } from './memory-sessions.ts';

const dayInMs = 86_400_000;

function initialState(options: MemoryOptions, now: number): MemoryState {
  const seed = structuredClone((options.seed ?? adaSeed)(now));
  return {
    user: { ...seed.user, ...options.user },
    preferences: { ...seed.preferences, ...options.preferences },
    usage: { ...seed.usage, ...options.usage },
    sessions: [...(options.sessions ?? seed.sessions)],
    spending: options.spending ?? seed.spending,
    takenUsernames: [...(options.takenUsernames ?? ['grace'])],
    signedIn: true,
  };
}

/**
 * A whole `/me` in memory, with the rules of the contract: for stories and tests of what a person
 * sees. Every failure of a real backend can be made with `intercept`.
 */
export function createMemoryClient(options: MemoryOptions = {}): MemoryBackend {
  const now = options.now ?? Date.now;
  const iso = (instant: number) => new Date(instant).toISOString();
  const can = lowered(options.all ?? allCapabilities, options.can ?? {});
  const state = initialState(options, now());
  const requests: MemoryBackend['requests'] = [];
  const done = new Map<string, { request: string; answer: unknown }>();

  async function run<T>(
    operation: Operation,
    args: readonly unknown[],
    given: Partial<WriteOptions> | undefined,
    perform: () => T,
  ): Promise<T> {
    const { signal, intent, etag } = given ?? {};
    signal?.throwIfAborted();
    requests.push({ operation, args });
    await new Promise<void>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      Promise.resolve(options.intercept?.(operation, args)).then(resolve, reject);
    });
    if (!state.signedIn) throw new MeError({ code: 'Unauthorized', status: 401 });
    if (intent === undefined) return perform();
    const request = JSON.stringify([operation, ...args.slice(0, -1), etag]);
    const before = done.get(intent);
    if (before && before.request !== request)
      throw new MeError({ code: 'IdempotencyKeyReused', status: 422 });
    const answer = before ? (before.answer as T) : perform();
    done.set(intent, { request, answer });
    return answer;
  }

  /** A write to the account; refused while it waits for its erasure. */
  const write = <T>(
    operation: Operation,
    args: readonly unknown[],
    given: WriteOptions,
    perform: () => T,
  ) =>
    run(operation, args, given, () => {
      if (state.user.deletion)
        throw new MeError({ code: 'AccountScheduledForDeletion', status: 403 });
      return perform();
    });

  const versioned = <T extends object>(value: T): Versioned<T> => ({
    value: structuredClone(value),
    etag: etagOf(value),
  });

  const precondition = (etag: string | undefined, stored: object) => {
    if (etag !== undefined && etag !== etagOf(stored))
      throw new MeError({ code: 'PreconditionFailed', status: 412 });
  };

  const isTaken = (username: string) =>
    state.takenUsernames.some((taken) => taken.toLowerCase() === username.toLowerCase());

  const countSessions = () => {
    if (state.user.activeSessions !== undefined)
      state.user = { ...state.user, activeSessions: state.sessions.length };
  };

  const client: MeClient = {
    can,

    getUser: (o) => run('getUser', [o], o, () => versioned(state.user)),
    updateUser: (patch, o) =>
      write('updateUser', [patch, o], o, () => {
        const { email, phoneNumber, ...plain } = checked(userPatch, patch);
        precondition(o.etag, state.user);
        if (plain.username && isTaken(plain.username))
          throw ruleError('username', 'username_taken', 409);
        const at = iso(now());
        let next = userSchema.parse(merged(state.user, plain));
        if (email !== undefined) next = { ...next, ...withEmail(next, email, at) };
        if (phoneNumber !== undefined)
          next = { ...next, ...withPhoneNumber(next, phoneNumber, at) };
        if (etagOf(next) !== etagOf(state.user)) state.user = { ...next, updatedAt: at };
        return versioned(state.user);
      }),
    deleteUser: (o) =>
      write('deleteUser', [o], o, () => {
        precondition(o.etag, state.user);
        const { graceDays } = can.deletion;
        state.user = {
          ...state.user,
          deletion: {
            requestedAt: iso(now()),
            scheduledFor: iso(now() + (graceDays ?? 0) * dayInMs),
          },
        };
        state.sessions = [];
        state.signedIn = false;
        countSessions();
      }),
    restoreUser: (o) =>
      run('restoreUser', [o], o, () => {
        if (!state.user.deletion)
          throw new MeError({ code: 'NotScheduledForDeletion', status: 409 });
        state.user = { ...state.user, deletion: undefined };
        return versioned(state.user);
      }),

    getPreferences: (o) => run('getPreferences', [o], o, () => versioned(state.preferences)),
    updatePreferences: (patch, o) =>
      write('updatePreferences', [patch, o], o, () => {
        const plain = checked(preferencesPatch, patch);
        precondition(o.etag, state.preferences);
        state.preferences = preferencesSchema.parse(merged(state.preferences, plain));
        return versioned(state.preferences);
      }),

    getUsage: (o) => run('getUsage', [o], o, () => structuredClone(state.usage)),
    getUsageHistory: (query, o) =>
      run('getUsageHistory', [query, o], o, () =>
        usageHistoryOf(state.spending, checked(usageHistoryQuery, query)),
      ),

    listSessions: (query = {}) =>
      run('listSessions', [query], query, () =>
        structuredClone(pageOfSessions(state.sessions, query.limit ?? 50, query.pageToken)),
      ),
    revokeSession: (id, o) =>
      write('revokeSession', [id, o], o, () => {
        const revoked = state.sessions.find((session) => session.id === id);
        if (!revoked) throw new MeError({ code: 'NotFound', status: 404 });
        state.sessions = state.sessions.filter((session) => session !== revoked);
        if (revoked.current) state.signedIn = false;
        countSessions();
      }),
    revokeOtherSessions: (o) =>
      write('revokeOtherSessions', [o], o, () => {
        const before = state.sessions.length;
        state.sessions = state.sessions.filter((session) => session.current);
        countSessions();
        return before - state.sessions.length;
      }),

    checkUsername: (username, o) =>
      run('checkUsername', [username, o], o, () => {
        const parsed = rules.username.safeParse(username);
        const broken = parsed.error?.issues[0]?.message;
        const reason = broken ?? (isTaken(parsed.data ?? '') ? 'username_taken' : undefined);
        return { available: reason === undefined, reason };
      }),
    exportData: (o?: ReadOptions) =>
      run('exportData', [o], o, () => {
        const { user, preferences, usage, sessions } = state;
        const text = JSON.stringify({ user, preferences, usage, sessions }, null, 2);
        return {
          blob: new Blob([text], { type: 'application/json' }),
          filename: 'account-export.json',
        };
      }),
  };

  return {
    client: guarded(client, can),
    state,
    requests,
    signIn() {
      state.signedIn = true;
      if (!state.sessions.some((session) => session.current)) {
        const [template] = adaSeed(now()).sessions;
        if (template)
          state.sessions = [{ ...template, id: crypto.randomUUID() }, ...state.sessions];
      }
      countSessions();
    },
  };
}
