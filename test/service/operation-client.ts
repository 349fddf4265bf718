import type { SeedAccount } from '../../src/server/db/seed.ts';
import { reply } from './world.ts';
import type { Reply, World } from './world.ts';

/** Arguments with which each operation does something. */
export const argumentsOf: Record<string, object> = {
  getProfile: {},
  updateProfile: { timezone: 'Asia/Calcutta' },
  updatePreferences: { socials: { discord: 'ada' } },
  getUsageStats: {},
  getSessions: {},
  deactivateAccount: { confirm: true },
};

/** Calls operations as somebody else's program does. */
export function operationClient(world: () => World) {
  /** A client that knows the dialect and nothing of the service: a key, an address, JSON. */
  async function send(
    key: string | undefined,
    path: string,
    body: string | undefined,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await world().app.request(path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(key !== undefined && { 'X-API-Key': key }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    return reply(response);
  }

  const call = (
    key: string | undefined,
    method: string,
    params?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const body = JSON.stringify({ resourceId: 'user', method, params });
    return send(key, '/api/sdk/v2/resources/call', body, headers);
  };

  /** The older address: the operation in the path, its arguments as the body. */
  const callOld = (key: string, operation: string, params: unknown) =>
    send(key, `/api/sdk/v1/user/${operation}`, JSON.stringify(params));

  async function someone(account: Partial<SeedAccount> = {}) {
    const me = await world().person(account);
    return { ...me, key: (await world().demo.issueApiKey(me.username)) ?? '' };
  }

  return { send, call, callOld, someone };
}
