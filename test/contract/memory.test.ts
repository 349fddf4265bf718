import { expect, it } from 'vitest';
import { birdCapabilities } from '../../src/client/bird.ts';
import { allCapabilities } from '../../src/client/capabilities.ts';
import { mirraCapabilities } from '../../src/client/mirra-capabilities.ts';
import { MeError } from '../../src/client/me-error.ts';
import { bareSeed } from '../../src/client/memory-seed.ts';
import { createMemoryClient } from '../../src/client/memory.ts';
import type { Session } from '../../src/contract/session.ts';
import { session } from '../../src/contract/session.ts';
import { lacksBesideTraits, traits } from './cases.ts';
import { describeMeClient } from './client-suite.ts';
import { fixture } from './fixture.ts';
import { failure, once, type Subject } from './harness.ts';
import { birdLacks } from './lacks-bird.ts';
import { mirraLacks } from './lacks-mirra.ts';

const at = '2024-01-01T00:00:00.000Z';

const sessions: Session[] = ['This device', ...fixture.otherDevices].map((deviceName, index) =>
  session.parse({
    id: `session-${index}`,
    deviceName,
    current: index === 0,
    lastActive: new Date(Date.parse(at) - index * 1000).toISOString(),
  }),
);

const withFixture = (all = allCapabilities) =>
  createMemoryClient({
    all,
    preferences: { timezone: undefined, socials: {} },
    user: {
      name: fixture.name,
      username: fixture.username,
      bio: fixture.bio,
      activeSessions: sessions.length,
    },
    sessions,
    spending: fixture.spending.map(({ at: instant, tokens }) => ({
      at: Date.parse(instant),
      tokens,
    })),
    takenUsernames: [fixture.taken],
  });

const subjects: readonly Omit<Subject, 'traits' | 'invalid' | 'makeHarness'>[] = [
  { name: 'the in-memory client', can: allCapabilities, lacks: {} },
  {
    name: "the in-memory client that can do what Bird's backend can",
    can: birdCapabilities,
    lacks: lacksBesideTraits(birdLacks),
  },
  {
    name: "the in-memory client that can do what Mirra's backend can",
    can: mirraCapabilities,
    lacks: lacksBesideTraits(mirraLacks),
  },
];

for (const subject of subjects) {
  describeMeClient({
    ...subject,
    traits,
    invalid: 422,
    makeHarness: async () => {
      const { client, state, signIn } = withFixture(subject.can);
      return {
        client,
        signIn: async () => {
          signIn();
          return client;
        },
        // What a call does not reach it does not change; what it changes shows here.
        reached: () => JSON.stringify(state),
      };
    },
  });
}

it('shows what a test made another device change', async () => {
  const { client, state } = withFixture();
  const seen = await client.getUser();
  state.user = { ...state.user, bio: 'changed elsewhere' };
  expect((await failure(client.updateUser({ bio: 'mine' }, once(seen.etag)))).status).toBe(412);
  expect((await client.getUser()).value.bio).toBe('changed elsewhere');
});

it('is not changed by who changes an answer', async () => {
  const { client } = withFixture();
  (await client.getUser()).value.emails.pop();
  expect((await client.getUser()).value.emails).toHaveLength(fixture.emails.length);
});

it('fails where a test lets it fail, and writes down every call', async () => {
  const { client, requests } = createMemoryClient({
    intercept: (operation) => {
      if (operation === 'getUsage') throw new MeError({ code: 'ServiceUnavailable', status: 503 });
    },
  });
  expect(await failure(client.getUsage())).toMatchObject({ status: 503, transient: true });
  await client.checkUsername('new-name');
  expect(requests.map(({ operation, args }) => [operation, args[0]])).toEqual([
    ['getUsage', undefined],
    ['checkUsername', 'new-name'],
  ]);
});

it('can be given up while a test delays it', async () => {
  const { client } = createMemoryClient({ intercept: () => new Promise(() => {}) });
  const controller = new AbortController();
  const call = client.getUser({ signal: controller.signal });
  controller.abort('left');
  await expect(call).rejects.toBe('left');
});

it('does not do what a test took away from it', async () => {
  const { client } = createMemoryClient({
    can: { user: { username: 'read' }, sessions: { revoke: false } },
  });
  expect(client.can.user).toMatchObject({ username: 'read', name: 'edit' });
  expect(client.can.sessions).toEqual({
    count: true,
    list: true,
    revoke: false,
    revokeOthers: true,
  });
  const refused = [
    client.updateUser({ username: 'countess' }, once()),
    client.revokeSession('x', once()),
  ].map(failure);
  for (const error of await Promise.all(refused)) expect(error.code).toBe('NotSupported');
  expect((await client.updateUser({ name: 'Ada' }, once())).value.name).toBe('Ada');
});

it('can be the barest account, which counts no sessions and has no usable zone', async () => {
  const { client } = createMemoryClient({ seed: bareSeed });
  const { value } = await client.getUser();
  expect(value).toMatchObject({ name: 'text', timezone: 'text', status: 'pending' });
  expect(value.activeSessions).toBeUndefined();
  expect(value.username).toBeUndefined();
  expect((await client.updateUser({ name: 'New' }, once())).value.timezone).toBe('text');
});
