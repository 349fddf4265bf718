import { createTokenSource } from '../../src/client/token-source.ts';
import { afterAll, beforeAll } from 'vitest';
import { mirraCapabilities } from '../../src/client/mirra-capabilities.ts';
import type { MeClient } from '../../src/client/me-client.ts';
import { createMirraClient } from '../../src/client/mirra.ts';
import { describeMeClient } from './client-suite.ts';
import { mirraLacks } from './lacks-mirra.ts';
import { ownOriginTests } from './own-origin-tests.ts';
import { type Device, type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
}, 60_000);
afterAll(() => service.close());

async function mirraClient({ baseUrl, fetch, apiKey }: Device): Promise<MeClient> {
  const key = await apiKey();
  return createMirraClient({ baseUrl, fetch, tokens: createTokenSource(() => key) });
}

describeMeClient({
  name: "the client of Mirra's operations on the service",
  can: mirraCapabilities,
  traits: [],
  lacks: mirraLacks,
  invalid: 400,
  makeHarness: () => service.harness(mirraClient),
});

ownOriginTests(() => service, mirraClient);
