import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { contactTests } from './contact-tests.ts';
import { deletionTests } from './deletion-tests.ts';
import type { Harness } from './harness.ts';
import { profileTests } from './profile-tests.ts';
import { sessionTests } from './session-tests.ts';
import { surroundingTests } from './surrounding-tests.ts';

/**
 * What every backend of a `MeClient` must do alike. Each test has a fresh account; `client` is the
 * device that asks.
 */
export function describeMeClient(name: string, makeHarness: () => Promise<Harness>): void {
  describe(name, () => {
    let harness: Harness;
    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());

    const client = (): MeClient => harness.client;
    const signIn = (): Promise<MeClient> => harness.signIn();

    it('can do everything the pages offer', () => {
      const { can } = client();
      expect(Object.values(can.user)).toEqual(Array.from({ length: 8 }, () => 'edit'));
      expect(can.deletion).toEqual({ available: true, graceDays: 30 });
    });

    profileTests(client);
    contactTests(client);
    surroundingTests(client);
    sessionTests(client, signIn);
    deletionTests(client, signIn);
  });
}
