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

it('says loudly what it could not put back', async () => {
  const person = await personOf(service);
  const before = (await person.client.getUser()).value;
  const result = await run(
    await person.options('rest', { write: true }),
    {},
    {
      fetch: twisted(async (passing) =>
        passing.method === 'PATCH' && passing.body?.['name'] === before.name
          ? answer(500, { code: 'InternalError', message: 'Not that one.' })
          : passing.forward(),
      ),
    },
  );
  expect(isFine(result)).toBe(false);
  expect(result.differences).toMatchObject([
    { field: 'user.name', before: before.name, reason: expect.stringContaining('Not that one.') },
  ]);
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
