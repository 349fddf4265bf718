import { beforeEach, describe, expect, it } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { capabilityTests } from './capability-tests.ts';
import { Cases } from './cases.ts';
import { contactTests } from './contact-tests.ts';
import { deletionTests } from './deletion-tests.ts';
import type { Harness, Subject, Suite } from './harness.ts';
import { preferencesTests } from './preferences-tests.ts';
import { profileRuleTests } from './profile-rule-tests.ts';
import { profileTests } from './profile-tests.ts';
import { sessionTests } from './session-tests.ts';
import { surroundingTests } from './surrounding-tests.ts';
import { usageTests } from './usage-tests.ts';

/**
 * What every backend of a `MeClient` must do alike, as far as it says that it can. What it cannot
 * is listed by name, and the list is compared with the one that the adapter's file states.
 */
export function describeMeClient(subject: Subject): void {
  const { can } = subject;
  describe(subject.name, () => {
    let harness: Harness;
    beforeEach(async () => {
      harness = await subject.makeHarness();
    });

    const cases = new Cases(can, subject.traits);
    const suite: Suite = {
      cases,
      client: (): MeClient => harness.client,
      signIn: () => harness.signIn(),
      reached: () => harness.reached(),
      invalid: { code: 'ValidationFailed', status: subject.invalid },
      some: can.user.bio === 'edit' ? 'bio' : 'username',
    };

    capabilityTests(suite);
    profileTests(suite);
    profileRuleTests(suite);
    contactTests(suite);
    preferencesTests(suite);
    usageTests(suite);
    surroundingTests(suite);
    sessionTests(suite);
    deletionTests(suite);

    it('lacks exactly the cases that it says it lacks', () => {
      expect(cases.lacking).toEqual(subject.lacks);
    });
  });
}
