import { afterAll, beforeAll } from 'vitest';
import { birdCapabilities } from '../../src/client/capabilities.ts';
import { createRestClient } from '../../src/client/rest.ts';
import { describeMeClient } from './client-suite.ts';
import { birdLacks } from './lacks-bird.ts';
import { type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
}, 60_000);
afterAll(() => service.close());

describeMeClient({
  name: "the client of Bird's profile on the service",
  can: birdCapabilities,
  traits: ['versions', 'contacts'],
  lacks: birdLacks,
  invalid: 422,
  makeHarness: () =>
    service.harness(async ({ baseUrl, fetch, token }) => {
      const getToken = await token();
      return createRestClient({ profile: 'bird', baseUrl, fetch, getToken: () => getToken });
    }),
});
