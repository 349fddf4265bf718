import type * as z from 'zod/mini';
import { preferences } from '../contract/preferences.ts';
import { revokedSessions, sessionPage, usernameAvailability } from '../contract/session.ts';
import { usage, usageHistory } from '../contract/usage.ts';
import { user } from '../contract/user.ts';
import { allCapabilities } from './capabilities.ts';
import { badAnswer, errorOfAnswer, parseJson } from './http-error.ts';
import { createHttp, timeouts, type HttpAnswer, type HttpCall, type HttpOptions } from './http.ts';
import { MeError } from './me-error.ts';
import type { MeClient, ReadOptions, Versioned, WriteOptions } from './me-client.ts';

export interface RestClientOptions extends HttpOptions {
  /** Whether headers of our own are sent (`Account-Id`, `Idempotency-Key`); they are by default. */
  readonly extended?: boolean | undefined;
}

const exportLimit = 100_000_000;

function parse<T extends z.ZodMiniType>(schema: T, { status, text }: HttpAnswer): z.output<T> {
  const parsed = schema.safeParse(parseJson(text, status));
  if (!parsed.success) throw badAnswer(status, parsed.error);
  return parsed.data;
}

function versioned<T extends z.ZodMiniType>(schema: T, answer: HttpAnswer): Versioned<z.output<T>> {
  // Proxies that compress weaken a strong tag, and If-Match never matches a weak one.
  const etag = answer.headers.get('ETag')?.replace(/^W\//, '');
  return { value: parse(schema, answer), etag };
}

function query(values: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined);
  return pairs.length ? `?${new URLSearchParams(pairs as [string, string][])}` : '';
}

/**
 * The adapter of the REST dialect: `GET/PATCH/DELETE /me`, Bird's, and what we add to it. `getUser`
 * of the page's own origin is answered by a preload of `/me` where the page has one.
 */
export function createRestClient(options: RestClientOptions = {}): MeClient {
  const { extended = true } = options;
  const http = createHttp(options, {
    tokenHeader: (token) => ['Authorization', `Bearer ${token}`],
    errorOf: errorOfAnswer,
  });

  const accountHeader = ({ account }: ReadOptions) =>
    extended && account ? { 'Account-Id': account } : {};

  const read = (path: string, options: ReadOptions = {}) =>
    http(path, {
      signal: options.signal,
      fresh: options.fresh,
      timeout: timeouts.read,
      headers: accountHeader(options),
    });

  const write = (
    method: NonNullable<HttpCall['method']>,
    path: string,
    options: WriteOptions,
    more: { body?: unknown; discard?: boolean } = {},
  ) => {
    const { signal, intent, etag } = options;
    return http(path, {
      method,
      signal,
      timeout: timeouts.write,
      headers: {
        ...accountHeader(options),
        ...(extended && { 'Idempotency-Key': intent }),
        ...(etag && { 'If-Match': etag }),
        ...(more.body !== undefined && { 'Content-Type': 'application/json' }),
      },
      body: JSON.stringify(more.body),
      discard: more.discard ?? false,
    });
  };

  return {
    can: allCapabilities,

    getUser: async (options) => versioned(user, await read('/me', options)),
    updateUser: async (patch, options) =>
      versioned(user, await write('PATCH', '/me', options, { body: patch })),
    deleteUser: async (options) => {
      await write('DELETE', '/me', options, { discard: true });
    },
    restoreUser: async (options) => versioned(user, await write('POST', '/me/restore', options)),

    getPreferences: async (options) =>
      versioned(preferences, await read('/me/preferences', options)),
    updatePreferences: async (patch, options) =>
      versioned(preferences, await write('PATCH', '/me/preferences', options, { body: patch })),

    getUsage: async (options) => parse(usage, await read('/me/usage', options)),
    getUsageHistory: async ({ from, to, bucket, timezone }, options) =>
      parse(
        usageHistory,
        await read(`/me/usage/history${query({ from, to, bucket, timezone })}`, options),
      ),

    listSessions: async ({ limit, pageToken, ...options } = {}) =>
      parse(sessionPage, await read(`/me/sessions${query({ limit, pageToken })}`, options)),
    revokeSession: async (id, options) => {
      // As a path segment these would name another resource: `/me/sessions/..` is `/me`.
      if (/^\.{0,2}$/.test(id)) throw new MeError({ code: 'NotFound', status: 404 });
      await write('DELETE', `/me/sessions/${encodeURIComponent(id)}`, options, { discard: true });
    },
    revokeOtherSessions: async (options) =>
      parse(revokedSessions, await write('DELETE', '/me/sessions?except=current', options)).revoked,

    checkUsername: async (username, options) =>
      parse(
        usernameAvailability,
        await read(`/me/username-availability${query({ username })}`, options),
      ),

    exportData: async (options = {}) => {
      const [answer, { exportFilename }] = await Promise.all([
        http('/me/export', {
          signal: options.signal,
          headers: accountHeader(options),
          timeout: timeouts.export,
          limit: exportLimit,
        }),
        // Few ever take their data along.
        import('./export-filename.ts'),
      ]);
      parseJson(answer.text, answer.status);
      return {
        blob: new Blob([answer.text], { type: 'application/json' }),
        filename: exportFilename(answer.headers.get('Content-Disposition')),
      };
    },
  };
}
