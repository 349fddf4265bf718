import { afterAll, beforeAll } from 'vitest';
import { mirraCapabilities } from '../../src/client/capabilities.ts';
import { createMirraClient } from '../../src/client/mirra.ts';
import { describeMeClient } from './client-suite.ts';
import { mirraLacks } from './lacks-mirra.ts';
import { type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
}, 60_000);
afterAll(() => service.close());

describeMeClient({
  name: "the client of Mirra's operations on the service",
  can: mirraCapabilities,
  traits: [],
  lacks: mirraLacks,
  invalid: 400,
  makeHarness: () =>
    service.harness(async ({ baseUrl, fetch, apiKey }) => {
      const key = await apiKey();
      return createMirraClient({ baseUrl, fetch, getToken: () => key });
    }),
});
