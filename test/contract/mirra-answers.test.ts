import { describe, expect, it } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { createMirraClient } from '../../src/client/mirra.ts';
import { failure, once } from './harness.ts';

/** A backend that says no more than the reference documents, and remembers what it is told. */
function documented(profile: Record<string, unknown> = {}) {
  const state = {
    profile: { userId: 'u1', username: 'ada', timezone: 'Europe/London', ...profile },
    scheduling: undefined as string | undefined,
    sent: [] as { method: string; params: Record<string, unknown> }[],
  };
  const answers: Record<string, (params: Record<string, unknown>) => unknown> = {
    getProfile: () => state.profile,
    updateProfile: (params) => {
      state.profile = { ...state.profile, ...params };
      return state.profile;
    },
    updatePreferences: ({ timezone, socials }) => {
      if (typeof timezone === 'string') state.scheduling = timezone;
      if (socials) state.profile = { ...state.profile, socials } as typeof state.profile;
      return {
        socials: {},
        ...state.profile,
        timezone: state.scheduling ?? state.profile.timezone,
      };
    },
  };
  const client: MeClient = createMirraClient({
    fetch: async (_, init) => {
      const call = JSON.parse(init?.body as string) as (typeof state.sent)[number];
      state.sent.push(call);
      return Response.json({ success: true, data: answers[call.method]?.(call.params) });
    },
  });
  return { client, state };
}

const answered = (data: unknown, metadata?: unknown): MeClient =>
  createMirraClient({ fetch: async () => Response.json({ success: true, data, metadata }) });

const zoneOf = async (client: MeClient) => (await client.getPreferences()).value.timezone;

describe('the time zone for scheduling, of which no operation tells', () => {
  it('is shown as it was set, and the profile keeps its own', async () => {
    const { client } = documented();
    expect(await zoneOf(client)).toBeUndefined();
    const saved = await client.updatePreferences({ timezone: 'Asia/Tokyo' }, once());
    expect(saved.value.timezone).toBe('Asia/Tokyo');
    expect(await zoneOf(client)).toBe('Asia/Tokyo');
    expect((await client.getUser()).value.timezone).toBe('Europe/London');
    await client.updateUser({ timezone: 'America/New_York' }, once());
    expect(await zoneOf(client)).toBe('Asia/Tokyo');
  });

  it('is said to be unknown until it was told, and known where the backend says it', async () => {
    const { client } = documented();
    expect((await client.getPreferences()).value.timezoneUnknown).toBe(true);
    const saved = await client.updatePreferences({ timezone: 'Asia/Tokyo' }, once());
    expect(saved.value.timezoneUnknown).toBe(false);
    expect((await client.getPreferences()).value.timezoneUnknown).toBe(false);
    const telling = documented({ preferences: {} }).client;
    expect((await telling.getPreferences()).value.timezoneUnknown).toBe(false);
  });

  it('stays when the profile moves away from the same zone', async () => {
    const { client } = documented();
    await client.updatePreferences({ timezone: 'Europe/London' }, once());
    await client.updateUser({ timezone: 'Asia/Tokyo' }, once());
    expect(await zoneOf(client)).toBe('Europe/London');
  });

  it('follows the profile after a save that did not name it', async () => {
    const { client } = documented();
    const saved = await client.updatePreferences({ socials: { twitter: 'ada' } }, once());
    expect(saved.value.timezone).toBeUndefined();
    await client.updateUser({ timezone: 'Asia/Tokyo' }, once());
    expect(await zoneOf(client)).toBeUndefined();
  });

  it('is learnt from a save that did not name it, where it differs', async () => {
    const { client, state } = documented();
    state.scheduling = 'Asia/Tokyo';
    await client.updatePreferences({ socials: {} }, once());
    expect(await zoneOf(client)).toBe('Asia/Tokyo');
  });

  it('is not that of somebody else who signed in meanwhile', async () => {
    const { client, state } = documented();
    await client.updatePreferences({ timezone: 'Asia/Tokyo' }, once());
    state.profile.userId = 'u2';
    expect(await zoneOf(client)).toBeUndefined();
  });
});

describe('the handles', () => {
  it('are sent whole, those of unknown networks too, and an emptied one as empty', async () => {
    const { client, state } = documented({ socials: { twitter: 'ada', mastodon: '@ada' } });
    const saved = await client.updatePreferences({ socials: { discord: 'ada.l' } }, once());
    expect(saved.value.socials).toEqual({ twitter: 'ada', discord: 'ada.l' });
    await client.updatePreferences({ socials: { twitter: null } }, once());
    expect(state.sent.filter(({ method }) => method === 'updatePreferences')).toMatchObject([
      { params: { socials: { twitter: 'ada', mastodon: '@ada', discord: 'ada.l' } } },
      { params: { socials: { twitter: '', mastodon: '@ada', discord: 'ada.l' } } },
    ]);
    expect((await client.getPreferences()).value.socials).toEqual({ discord: 'ada.l' });
  });

  it('are sent alone to a backend that is known to keep the others', async () => {
    const { client, state } = documented({
      socials: { twitter: 'an old one with blanks' },
      preferences: {},
    });
    await client.updatePreferences({ socials: { discord: 'ada.l' } }, once());
    expect(state.sent.at(-1)?.params).toEqual({ socials: { discord: 'ada.l' } });
  });

  it('are left alone where only the time zone is saved', async () => {
    const { client, state } = documented({ socials: { twitter: 'ada' } });
    await client.updatePreferences({ timezone: 'UTC' }, once());
    expect(state.sent.at(-1)?.params).toEqual({ timezone: 'UTC' });
  });
});

describe('the sessions', () => {
  const rows = [
    { type: 'mobile', platform: 'ios', tokenType: 'fcm', lastActive: '2024-04-29', active: true },
    {},
  ];

  it.each([
    ['as a bare list', rows, 2],
    ['wrapped', { sessions: rows }, 2],
    ['wrapped, with their number and a note', { sessions: rows, totalSessions: 9, note: 'x' }, 9],
    ['as none', { sessions: null }, 0],
    ['as none', [], 0],
  ])('are read %s', async (_name, data, total) => {
    const page = await answered(data).listSessions();
    expect(page).toMatchObject({ results: total === 0 ? [] : rows, total });
    expect(page.nextPageToken).toBeUndefined();
  });

  it.each([{}, { items: rows }, { session: rows }])(
    'are not taken for none when %j is answered',
    async (data) => {
      expect(await failure(answered(data).listSessions())).toMatchObject({ code: 'BadAnswer' });
    },
  );
});

describe('sessions of the wrong type', () => {
  it.each([
    [[{ id: 7 }]],
    [[7]],
    [{ sessions: {} }],
    [{ sessions: [{ active: 'yes' }] }],
    ['none'],
  ])('are a bad answer: %j', async (data) => {
    const error = await failure(answered(data).listSessions());
    expect(error).toMatchObject({ code: 'BadAnswer', status: 200 });
  });
});

describe('the person', () => {
  const photo = { thumbnail: 'https://e.example/t', original: 'https://e.example/o' };

  it.each([
    [{ userId: 'u1' }, { id: 'u1', name: 'u1' }],
    [
      { userId: 'u1', email: 'a@b.example' },
      { name: 'a@b.example', email: 'a@b.example' },
    ],
    [
      { userId: 'u1', username: 'ada', email: 'a@b.example' },
      { name: 'ada', username: 'ada' },
    ],
    [
      { userId: 'u1', name: 'Ada', username: 'ada' },
      { name: 'Ada', username: 'ada' },
    ],
    [{ userId: 'u1', profilePhoto: photo }, { avatarUrl: photo.original }],
    [{ userId: 'u1', profilePhoto: { ...photo, large: 'l' } }, { avatarUrl: 'l' }],
    [{ userId: 'u1', profilePhoto: null, timezone: null }, { id: 'u1' }],
  ])('of %j is %j', async (profile, person) => {
    expect((await answered(profile).getUser()).value).toMatchObject(person);
  });

  it.each([
    [{ executionMode: 'standard' }, undefined],
    [{ executionMode: 'delegated' }, 'delegated'],
    [{ executionMode: 'haunted' }, 'haunted'],
    [undefined, undefined],
  ])('is seen in the mode of %j', async (metadata, mode) => {
    const { value } = await answered({ userId: 'u1' }, metadata).getUser();
    expect(value.executionMode).toBe(mode);
  });
});
