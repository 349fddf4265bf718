import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UserPatch } from '../contract/user.ts';
import { comparing } from './comparing.ts';
import { newIntent } from './intent.ts';
import type { MeClient, Versioned, WriteOptions } from './me-client.ts';
import { createMemoryClient } from './memory.ts';

const once = (etag?: string): WriteOptions => ({ intent: newIntent(), etag });

/** A backend that knows no versions, and what it was asked. */
function versionless() {
  const memory = createMemoryClient();
  const { client } = memory;
  const etags: (string | undefined)[] = [];
  const bare = <T>({ value }: Versioned<T>): Versioned<T> => ({ value, etag: undefined });
  const noted = (options: WriteOptions) => {
    etags.push(options.etag);
    return options;
  };
  const without: MeClient = {
    ...client,
    getUser: async (o) => bare(await client.getUser(o)),
    updateUser: async (patch, o) => bare(await client.updateUser(patch, noted(o))),
    deleteUser: (o) => client.deleteUser(noted(o)),
    getPreferences: async (o) => bare(await client.getPreferences(o)),
    updatePreferences: async (patch, o) => bare(await client.updatePreferences(patch, noted(o))),
  };
  return { ...memory, client: comparing(without), etags };
}

test('an edit of what somebody changed meanwhile is refused, and can be made with the new version', async () => {
  const { client, state } = versionless();
  const seen = await client.getUser();
  state.user = { ...state.user, bio: 'theirs' };
  await expect(client.updateUser({ bio: 'mine' }, once(seen.etag))).rejects.toMatchObject({
    code: 'PreconditionFailed',
    status: 412,
  });
  expect(state.user.bio).toBe('theirs');
  const fresh = await client.getUser();
  const saved = await client.updateUser({ bio: 'mine' }, once(fresh.etag));
  expect(saved.value.bio).toBe('mine');
  await client.updateUser({ bio: 'again' }, once(saved.etag));
  expect(state.user.bio).toBe('again');
});

test('an edit of something else goes through', async () => {
  const { client, state } = versionless();
  const { etag } = await client.getUser();
  state.user = { ...state.user, bio: 'theirs', email: 'theirs@example.com' };
  await client.updateUser({ name: 'Mine' }, once(etag));
  expect(state.user).toMatchObject({ bio: 'theirs', name: 'Mine' });
});

test('what was empty and is no longer counts as changed', async () => {
  const { client, state } = versionless();
  state.user = { ...state.user, bio: undefined };
  const { etag } = await client.getUser();
  state.user = { ...state.user, bio: 'theirs' };
  await expect(client.updateUser({ bio: null }, once(etag))).rejects.toMatchObject({ status: 412 });
});

test('each setting and each link is compared by itself', async () => {
  const { client, state } = versionless();
  const { etag } = await client.getPreferences();
  state.preferences = { ...state.preferences, socials: { twitter: 'theirs', discord: 'd' } };
  await expect(
    client.updatePreferences({ socials: { twitter: 'mine' } }, once(etag)),
  ).rejects.toMatchObject({ status: 412 });
  await client.updatePreferences({ theme: 'dark' }, once(etag));
  expect(state.preferences).toMatchObject({ theme: 'dark', socials: { twitter: 'theirs' } });
});

test('the backend never hears of the versions made here', async () => {
  const { client, etags } = versionless();
  const { etag } = await client.getUser();
  await client.updateUser({ bio: 'mine' }, once(etag));
  await client.updatePreferences({ theme: 'dark' }, once((await client.getPreferences()).etag));
  await client.deleteUser(once((await client.getUser()).etag));
  expect(etags).toEqual([undefined, undefined, undefined]);
});

test('a version keeps nothing of what was read', async () => {
  const { client, state } = versionless();
  const { etag } = await client.getUser();
  for (const secret of [state.user.name, state.user.email, state.user.phoneNumber]) {
    expect(etag).not.toContain(secret);
  }
});

test('a backend with versions is left to itself', async () => {
  const memory = createMemoryClient();
  const client = comparing(memory.client);
  const { etag } = await memory.client.getUser();
  expect((await client.getUser()).etag).toBe(etag);
  await client.updateUser({ bio: 'mine' }, once(etag));
  expect(memory.requests.map(({ operation }) => operation)).toEqual([
    'getUser',
    'getUser',
    'updateUser',
  ]);
});

test('of any two edits from the same version, the second is refused exactly when they overlap', async () => {
  const patch = fc.record(
    { name: fc.constant('A'), bio: fc.constant('B'), locale: fc.constant('fr') },
    { requiredKeys: [] },
  );
  const other = fc.record(
    { name: fc.constant('X'), bio: fc.constant('Y'), locale: fc.constant('de') },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(patch, other, async (first: UserPatch, second: UserPatch) => {
      const { client } = versionless();
      const { etag } = await client.getUser();
      await client.updateUser(first, once(etag));
      const outcome = await client.updateUser(second, once(etag)).then(
        () => 'saved',
        (error: { status: number }) => error.status,
      );
      const overlap = Object.keys(second).some((key) => key in first);
      expect(outcome).toBe(overlap ? 412 : 'saved');
    }),
    { numRuns: 60 },
  );
});
