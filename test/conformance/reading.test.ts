import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/conformance/run.ts';
import { isFine } from '../../src/conformance/verdict.ts';
import { type Service, startService } from '../contract/service.ts';
import { twisted } from './twisted.ts';
import { faultsOf, personOf, skippedOf } from './world.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
}, 60_000);
afterAll(() => service.close());

describe('without --write', () => {
  it.each(['rest', 'bird', 'mirra'] as const)('%s: only reads are sent', async (profile) => {
    const person = await personOf(service);
    const { token: secondToken } = await person.options(profile);
    const sent = new Set<string>();
    const options = await person.options(profile, { secondToken });
    const before = await person.client.getUser();
    const result = await run(
      options,
      {},
      {
        fetch: twisted((passing) => {
          const { method, body } = passing;
          sent.add(profile === 'mirra' ? `${method} ${String(body?.['method'])}` : method);
          return passing.forward();
        }),
      },
    );
    expect([...sent].toSorted((a, b) => a.localeCompare(b))).toEqual(
      profile === 'mirra' ? ['POST getProfile', 'POST getSessions', 'POST getUsageStats'] : ['GET'],
    );
    expect(faultsOf(result)).toEqual({});
    expect(isFine(result)).toBe(true);
    expect(new Set(Object.values(skippedOf(result.outcomes)))).toEqual(new Set(['needs --write']));
    expect((await person.client.getUser()).etag).toBe(before.etag);
  });
});

describe('without --throwaway', () => {
  it.each(['rest', 'bird', 'mirra'] as const)(
    '%s: no account is ended, and no session but the second',
    async (profile) => {
      const person = await personOf(service);
      const { token: secondToken } = await person.options(profile);
      const ends: string[] = [];
      const options = await person.options(profile, { secondToken, write: true });
      const { value: before } = await person.client
        .listSessions({ limit: 50 })
        .then((value) => ({ value }));
      await run(
        options,
        {},
        {
          fetch: twisted((passing) => {
            const { method, path, body } = passing;
            if (method === 'DELETE') ends.push(path.replace(/[\da-f-]{36}/, '{id}'));
            if (body?.['method'] === 'deactivateAccount') ends.push('deactivateAccount');
            return passing.forward();
          }),
        },
      );
      expect(ends).toEqual(profile === 'rest' ? ['/me/sessions/{id}'] : []);
      const after = await person.client.listSessions({ limit: 50 });
      expect(after.results).toHaveLength(before.results.length - ends.length);
    },
    30_000,
  );
});
