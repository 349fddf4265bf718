import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/conformance/run.ts';
import { isFine } from '../../src/conformance/verdict.ts';
import { type Service, startService } from '../contract/service.ts';
import { faultsOf, personOf, skippedOf } from './world.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
}, 60_000);
afterAll(() => service.close());

/** A contact point without the times at which it changed hands. */
const stateOf = (point: object): string =>
  JSON.stringify(point, (key, value: unknown) => (key === 'updatedAt' ? undefined : value));

describe.each(['rest', 'bird', 'mirra'] as const)('the service, as %s', (profile) => {
  it('passes every check that may be made on a throwaway account', async () => {
    const person = await personOf(service);
    const second = await person.options(profile);
    const options = await person.options(profile, {
      write: true,
      throwaway: true,
      secondToken: second.token,
    });
    const result = await run(options);
    expect(faultsOf(result)).toEqual({});
    expect(skippedOf(result.outcomes)).toEqual({});
    expect(isFine(result)).toBe(true);
  }, 30_000);

  it('leaves the account as it was', async () => {
    const person = await personOf(service);
    const [user, preferences] = [
      (await person.client.getUser()).value,
      (await person.client.getPreferences()).value,
    ];
    const result = await run(await person.options(profile, { write: true }));
    expect(faultsOf(result)).toEqual({});
    expect(result.differences).toEqual([]);
    const { emails, phoneNumbers, updatedAt, activeSessions, ...after } = (
      await person.client.getUser()
    ).value;
    expect(user).toMatchObject(after);
    expect(new Set(emails.map(stateOf))).toEqual(new Set(user.emails.map(stateOf)));
    expect(new Set(phoneNumbers.map(stateOf))).toEqual(new Set(user.phoneNumbers.map(stateOf)));
    expect([updatedAt, activeSessions]).not.toContain(undefined);
    expect((await person.client.getPreferences()).value).toEqual(preferences);
  }, 30_000);
});
