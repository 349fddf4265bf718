import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../../src/conformance/run.ts';
import { isFine } from '../../src/conformance/verdict.ts';
import { type Service, startService } from '../contract/service.ts';
import { answer, twisted } from './twisted.ts';
import { personOf } from './world.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
}, 60_000);
afterAll(() => service.close());

it('puts the account back when it is stopped in the middle of a change', async () => {
  const person = await personOf(service);
  const before = (await person.client.getUser()).value;
  const controller = new AbortController();
  const sent: string[] = [];
  const result = await run(
    await person.options('rest', { write: true }),
    { stop: controller.signal },
    {
      fetch: twisted(async (passing) => {
        sent.push(passing.method);
        const response = await passing.forward();
        if (passing.body?.['bio'] && passing.body['bio'] !== before.bio) controller.abort();
        return response;
      }),
    },
  );
  expect(result.isInterrupted).toBe(true);
  expect(isFine(result)).toBe(false);
  expect(result.differences).toEqual([]);
  expect(result.outcomes.at(-1)).toMatchObject({
    state: 'not tried',
    reason: 'the run was stopped',
  });
  const { bio, name, username } = (await person.client.getUser()).value;
  expect({ bio, name, username }).toEqual({
    bio: before.bio,
    name: before.name,
    username: before.username,
  });
  expect(sent.filter((method) => method === 'PATCH').length).toBeLessThan(10);
});

/** A backend that has something against the name as it was, and answers so until it answers nothing. */
async function stubborn(answers: (waited: number) => Response | undefined) {
  const person = await personOf(service);
  const { name } = (await person.client.getUser()).value;
  const directory = mkdtempSync(join(tmpdir(), 'stopping-'));
  const [waits, said, kept]: [number[], number[], (string | undefined)[]] = [[], [], []];
  const result = await run(
    await person.options('rest', { write: true }),
    { waits: (seconds) => said.push(seconds), kept: (path) => kept.push(path) },
    {
      directory,
      wait: async (seconds) => waits.push(seconds),
      fetch: twisted(async (passing) => {
        const isBack = passing.method === 'PATCH' && passing.body?.['name'] === name;
        return (isBack && answers(waits.length)) || passing.forward();
      }),
    },
  );
  const files = readdirSync(directory).map((file) => join(directory, file));
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  rmSync(directory, { recursive: true });
  return { result, name, waits, said, kept: kept.at(-1), files, texts, person };
}

it('says loudly what it could not put back, and keeps how it was', async () => {
  const { result, name, kept, files, texts } = await stubborn(() =>
    answer(500, { code: 'InternalError', message: 'Not that one.' }),
  );
  expect(isFine(result)).toBe(false);
  expect(result.differences).toMatchObject([
    { field: 'user.name', before: name, reason: expect.stringContaining('Not that one.') },
  ]);
  expect(files).toEqual([kept]);
  expect(JSON.parse(texts[0] ?? '')).toMatchObject({
    user: { name, emails: expect.anything() },
    preferences: { timezone: 'Asia/Calcutta' },
  });
}, 30_000);

const later = (seconds: number) =>
  Response.json(
    { code: 'TooManyRequests' },
    { status: 429, headers: { 'Retry-After': `${seconds}` } },
  );

it('waits as long as it is asked to before it puts something back', async () => {
  const { result, name, waits, said, files, person } = await stubborn((waited) => {
    const asked = [3600, 7200][waited];
    return asked === undefined ? undefined : later(asked);
  });
  expect([waits, said]).toEqual([
    [3600, 7200],
    [3600, 7200],
  ]);
  expect(result.differences).toEqual([]);
  expect((await person.client.getUser()).value.name).toBe(name);
  expect(files).toEqual([]);
}, 30_000);

it('does not wait for ever', async () => {
  const { result, waits, kept, files } = await stubborn(() => later(100));
  expect(waits).toEqual([100, 100, 100, 100, 100]);
  expect(result.differences).toMatchObject([{ field: 'user.name' }]);
  expect(files).toEqual([kept]);
}, 30_000);

it('changes nothing when how it was cannot be written down', async () => {
  const person = await personOf(service);
  const options = await person.options('rest', { write: true });
  const { etag } = await person.client.getUser();
  await expect(run(options, {}, { directory: '/dev/null/none' })).rejects.toThrow(
    /^the account as it is could not be written down: /,
  );
  expect((await person.client.getUser()).etag).toBe(etag);
});

it('refuses a second token of somebody else', async () => {
  const person = await personOf(service);
  const options = await person.options('rest', { secondToken: 'somebody-else' });
  const stranger = twisted(async (passing) =>
    passing.headers.get('Authorization') === 'Bearer somebody-else'
      ? answer(200, { id: 'somebody', name: 'Else' })
      : passing.forward(),
  );
  await expect(run(options, {}, { fetch: stranger })).rejects.toThrow(
    '--second-token must be of the same account',
  );
});
