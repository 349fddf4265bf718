import { expect, test } from 'vitest';
import { newIntent } from './intent.ts';
import type { MeClient, WriteOptions } from './me-client.ts';
import { createMemoryClient } from './memory.ts';
import { samePerson } from './same-person.ts';

/** Ann's page, beside which Bob signs in by the same cookie. */
async function afterSomebodyElseSignedIn() {
  const memory = createMemoryClient();
  const client = samePerson(memory.client);
  const account = (await client.getUser()).value.id;
  memory.state.user = { ...memory.state.user, id: 'bob', name: 'Bob' };
  memory.requests.length = 0;
  const options: WriteOptions = { intent: newIntent(), account };
  return { ...memory, client, options };
}

const history = { from: '2024-01-01', to: '2024-01-02', bucket: 'day', timezone: 'UTC' } as const;

const writes: readonly [string, (client: MeClient, options: WriteOptions) => Promise<unknown>][] = [
  ['updateUser', (client, options) => client.updateUser({ bio: 'Ann' }, options)],
  ['deleteUser', (client, options) => client.deleteUser(options)],
  ['restoreUser', (client, options) => client.restoreUser(options)],
  ['updatePreferences', (client, options) => client.updatePreferences({ theme: 'dark' }, options)],
  ['revokeSession', (client, options) => client.revokeSession('1', options)],
  ['revokeOtherSessions', (client, options) => client.revokeOtherSessions(options)],
];

test.each(writes)('%s is refused before it reaches somebody else', async (_name, write) => {
  const { client, options, requests } = await afterSomebodyElseSignedIn();
  await expect(write(client, options)).rejects.toMatchObject({
    code: 'AccountChanged',
    status: 409,
  });
  expect(requests.map(({ operation }) => operation)).toEqual(['getUser']);
});

test.each<[string, (client: MeClient, options: WriteOptions) => Promise<unknown>]>([
  ['getPreferences', (client, options) => client.getPreferences(options)],
  ['getUsage', (client, options) => client.getUsage(options)],
  ['getUsageHistory', (client, options) => client.getUsageHistory(history, options)],
  ['listSessions', (client, options) => client.listSessions(options)],
  ['checkUsername', (client, options) => client.checkUsername('countess', options)],
  ['exportData', (client, options) => client.exportData(options)],
])('%s shows nothing of somebody else', async (_name, read) => {
  const { client, options } = await afterSomebodyElseSignedIn();
  await expect(read(client, options)).rejects.toMatchObject({ code: 'AccountChanged' });
});

test('the same person reads and writes as ever', async () => {
  const memory = createMemoryClient();
  const client = samePerson(memory.client);
  const account = (await client.getUser()).value.id;
  await client.updateUser({ bio: 'Ann' }, { intent: newIntent(), account });
  expect(memory.state.user.bio).toBe('Ann');
  expect((await client.getUsage({ account })).monthlyTokenUsage).toBeGreaterThanOrEqual(0);
});
