import { createTokenSource } from '../../src/client/token-source.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allCapabilities } from '../../src/client/capabilities.ts';
import type { MeClient } from '../../src/client/me-client.ts';
import { createRestClient } from '../../src/client/rest.ts';
import { traits } from './cases.ts';
import { describeMeClient } from './client-suite.ts';
import { fixture } from './fixture.ts';
import { failure, once } from './harness.ts';
import { ownOriginTests } from './own-origin-tests.ts';
import { type Device, type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
}, 60_000);
afterAll(() => service.close());

async function restClient({ baseUrl, fetch, token }: Device): Promise<MeClient> {
  const signed = await token();
  return createRestClient({ baseUrl, fetch, tokens: createTokenSource(() => signed) });
}

describeMeClient({
  name: 'the REST client on the service',
  can: allCapabilities,
  traits,
  lacks: {},
  invalid: 422,
  makeHarness: () => service.harness(restClient),
});

ownOriginTests(() => service, restClient);

describe('an answer that was lost on its way', () => {
  /** A device of which the first answer to each change is lost after the service made it. */
  async function unlucky(): Promise<MeClient> {
    const lost = new Set<string | null>();
    const { client } = await service.harness((device) =>
      restClient({
        ...device,
        fetch: async (input, init) => {
          const response = await device.fetch(input, init);
          const intent = new Headers(init?.headers).get('Idempotency-Key');
          if (intent === null || lost.has(intent)) return response;
          lost.add(intent);
          throw new TypeError('the connection broke');
        },
      }),
    );
    return client;
  }

  it('is given again to who repeats the intent, which has one effect', async () => {
    const client = await unlucky();
    const { etag } = await client.getUser();
    const saving = once(etag);
    expect((await failure(client.updateUser({ bio: 'mine' }, saving))).code).toBe('NetworkError');
    const saved = await client.updateUser({ bio: 'mine' }, saving);
    expect(saved.value.bio).toBe('mine');
    expect((await client.getUser()).value).toEqual(saved.value);

    const others = once();
    await failure(client.revokeOtherSessions(others));
    expect(await client.revokeOtherSessions(others)).toBe(fixture.otherDevices.length);
  });

  it('tells who repeats a deletion that they are signed out, which they are', async () => {
    const client = await unlucky();
    const deleting = once();
    await failure(client.deleteUser(deleting));
    expect((await failure(client.deleteUser(deleting))).signedOut).toBe(true);
  });
});
