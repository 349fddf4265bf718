import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fittingConfig } from '../../src/conformance/fitting-config.ts';
import { capabilityResults } from '../../src/conformance/capabilities.ts';
import { textReport } from '../../src/conformance/report.ts';
import { run } from '../../src/conformance/run.ts';
import { isFine } from '../../src/conformance/verdict.ts';
import { type Service, startService } from '../contract/service.ts';
import { answer, rewritten, twisted } from './twisted.ts';
import type { Passing } from './twisted.ts';
import { personOf, skippedOf } from './world.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
}, 60_000);
afterAll(() => service.close());

const isUnset = ({ body }: Passing) => body?.['email'] === null || body?.['phoneNumber'] === null;

/** What was sent of contact points, and what the run says. */
async function runOf(
  more: object,
  twist: (passing: Passing) => Promise<Response> = ({ forward }) => forward(),
  profile: 'rest' | 'mirra' = 'rest',
) {
  const person = await personOf(service);
  const sent: unknown[] = [];
  const before = (await person.client.getUser()).value;
  const options = await person.options(profile, { write: true, ...more });
  const network = twisted(async (passing) => {
    const body = (passing.body?.['params'] ?? passing.body ?? {}) as Record<string, unknown>;
    if ('email' in body || 'phoneNumber' in body) sent.push(body);
    return twist(passing);
  });
  const directory = mkdtempSync(join(tmpdir(), 'contacts-'));
  const result = await run(options, {}, { fetch: network, directory });
  rmSync(directory, { recursive: true });
  const config = fittingConfig(options, result.can, capabilityResults(result.outcomes));
  const report = textReport(result, config);
  return { sent, before, result, report, skipped: skippedOf(result.outcomes), person };
}

const told = 'it is verified, and might not come back so; use --throwaway';
const untold = 'it may be verified, which is not told, and might not come back so; use --throwaway';

describe('a verified contact point', () => {
  it('is left alone, whatever the backend would do to it', async () => {
    const { sent, before, result, skipped, person, report } = await runOf({});
    expect(sent).toEqual([]);
    expect(skipped).toMatchObject({ 'user.email edit': told, 'user.phoneNumber edit': told });
    expect(isFine(result)).toBe(true);
    expect(report).toContain('left as the profile has it: user.email edit, user.phoneNumber edit');
    const { emails, phoneNumbers } = (await person.client.getUser()).value;
    expect({ emails, phoneNumbers }).toEqual({
      emails: before.emails,
      phoneNumbers: before.phoneNumbers,
    });
  }, 30_000);

  it('may be one that no list has', async () => {
    const { sent, skipped } = await runOf({}, async ({ forward }) =>
      rewritten(await forward(), (body) => ({
        ...body,
        emails: undefined,
        phoneNumbers: null,
      })),
    );
    expect(sent).toEqual([]);
    expect(skipped).toMatchObject({ 'user.email edit': untold, 'user.phoneNumber edit': untold });
  }, 30_000);

  it('may be one of a dialect without lists', async () => {
    const { sent, skipped } = await runOf({}, undefined, 'mirra');
    expect(sent).toEqual([]);
    expect(skipped).toMatchObject({ 'user.email edit': untold, 'user.phoneNumber edit': untold });
  }, 30_000);

  it('is changed on a throwaway account', async () => {
    const { sent, skipped } = await runOf({ throwaway: true });
    expect(sent.length).toBeGreaterThan(4);
    expect(skipped).not.toHaveProperty('user.email edit');
  }, 30_000);
});

describe('an unverified contact point', () => {
  /** A backend of its own for the addresses: a new one comes with a new id. */
  function backend(more: { readonly leaves?: boolean } = {}) {
    let count = 1;
    let emails = [{ id: 'e1', email: 'a@b.example', verified: false }];
    return async (passing: Passing) => {
      if (passing.path !== '/me') return passing.forward();
      const { email, phoneNumber: _, ...body } = passing.body ?? {};
      if (isUnset(passing)) return answer(422, { code: 'ValidationFailed', message: 'Not that.' });
      if (typeof email === 'string' && !email.includes('@'))
        return answer(422, { code: 'ValidationFailed', message: 'Not that.' });
      const response = await passing.forward(passing.body && body);
      if (typeof email === 'string' && email !== emails.at(-1)?.email) {
        count += 1;
        const kept = more.leaves ? emails.filter((each) => each.email !== email) : [];
        emails = [...kept, { id: `e${count}`, email, verified: false }];
      }
      return rewritten(response, (user) => ({ ...user, emails, email: emails.at(-1)?.email }));
    };
  }

  it('is put back; another id for it is noted', async () => {
    const { result, report } = await runOf({}, backend());
    expect(result.differences).toEqual([]);
    expect(result.notes).toEqual([
      expect.stringMatching(/^user\.emails: a@b\.example has another id: e\d+, not e1$/),
    ]);
    expect(report).toContain('Put back, and yet not quite the same:\n  user.emails: a@b.example');
  }, 30_000);

  it('is no reason to leave others behind', async () => {
    const { result, report } = await runOf({}, backend({ leaves: true }));
    expect(isFine(result)).toBe(false);
    expect(result.differences[0]).toMatchObject({
      field: 'user.emails',
      before: undefined,
      after: { address: expect.stringMatching(/^conformance-/), verified: false },
    });
    expect(report).toContain('THE ACCOUNT IS NOT AS IT WAS');
  }, 30_000);
});

it.each([
  ['a verified state', { verified: false }, /^\{"address":"ada@example\.com","verified":true/],
  ['an address', undefined, /^\{"address":"ada@example\.com"/],
])(
  'a change that takes %s along is told loudly',
  async (_, change, was) => {
    let isChanged = false;
    const { result, report } = await runOf({}, async (passing) => {
      const response = await passing.forward();
      isChanged ||= passing.method === 'PATCH' && passing.path === '/me';
      if (passing.path !== '/me' || !isChanged) return response;
      return rewritten(response, ({ emails, ...body }) => ({
        ...body,
        emails: (emails as { email: string }[]).flatMap((each) => {
          if (each.email !== 'ada@example.com') return [each];
          return change ? [{ ...each, ...change }] : [];
        }),
      }));
    });
    expect(isFine(result)).toBe(false);
    expect(result.differences).toHaveLength(1);
    expect(JSON.stringify(result.differences[0]?.before)).toMatch(was);
    expect(report).toContain('  user.emails: it was {"address":"ada@example.com","verified":true');
  },
  30_000,
);

it('a time zone that reads UTC may be none, where the dialect cannot say so', async () => {
  const zones: unknown[] = [];
  const twist = async (passing: Passing) => {
    const params = passing.body?.['params'] as { timezone?: unknown } | undefined;
    if (passing.body?.['method'] === 'updateProfile' && params?.timezone)
      zones.push(params.timezone);
    return rewritten(await passing.forward(), (body) => ({
      ...body,
      data: { ...(body['data'] as object), timezone: 'UTC' },
    }));
  };
  const { skipped } = await runOf({}, twist, 'mirra');
  expect(skipped['user.timezone edit']).toBe(
    'UTC may stand for no time zone, which could not be restored',
  );
  expect(zones).toEqual([]);
}, 30_000);
