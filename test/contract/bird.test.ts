import { createTokenSource } from '../../src/client/token-source.ts';
import { afterAll, beforeAll } from 'vitest';
import { birdCapabilities, createBirdClient } from '../../src/client/bird.ts';
import type { MeClient } from '../../src/client/me-client.ts';
import { describeMeClient } from './client-suite.ts';
import { birdLacks } from './lacks-bird.ts';
import { ownOriginTests } from './own-origin-tests.ts';
import { type Device, type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
}, 60_000);
afterAll(() => service.close());

async function birdClient({ baseUrl, fetch, token }: Device): Promise<MeClient> {
  const signed = await token();
  return createBirdClient({ baseUrl, fetch, tokens: createTokenSource(() => signed) });
}

describeMeClient({
  name: "the client of Bird's profile on the service",
  can: birdCapabilities,
  traits: ['versions', 'contacts'],
  lacks: birdLacks,
  invalid: 422,
  makeHarness: () => service.harness(birdClient),
});

ownOriginTests(() => service, birdClient);
