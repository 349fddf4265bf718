import { createTokenSource } from '../../src/client/token-source.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { createBirdClient } from '../../src/client/bird.ts';
import type { HttpOptions } from '../../src/client/http.ts';
import { userFields, type UserPatch } from '../../src/contract/user.ts';
import { operations } from './capability-tests.ts';
import { codesOf, failure, once } from './harness.ts';
import { type Recorded, recordingFetch } from './recording-fetch.ts';

const ada = { id: '1', name: 'Ada' };
const bird = 'https://api.bird.com';
const five = ['name', 'bio', 'avatarUrl', 'locale', 'timezone'] as const;

let respond: (call: Recorded) => Response;
let sent: readonly Recorded[];
let send: typeof fetch;
beforeEach(() => {
  respond = () => Response.json(ada);
  ({ fetch: send, sent } = recordingFetch((call) => respond(call)));
});

const clientOf = (options: HttpOptions = {}): MeClient =>
  createBirdClient({ baseUrl: bird, fetch: send, ...options });

const last = () => sent.at(-1) as Recorded;

describe("what the client of Bird's profile sends", () => {
  it('is three calls on one resource, by a token and nothing else', async () => {
    const client = clientOf({ tokens: createTokenSource(() => 'canary') });
    const given = { intent: 'k1', account: 'a1' };
    await client.getUser({ account: 'a1' });
    await client.updateUser({ name: 'Ada' }, given);
    await client.deleteUser(given);
    const authorization = 'Bearer canary';
    expect(sent.map(({ method, url, headers, body }) => [method, url, headers, body])).toEqual([
      ['GET', `${bird}/me`, { authorization }, undefined],
      [
        'PATCH',
        `${bird}/me`,
        { authorization, 'content-type': 'application/json' },
        { name: 'Ada' },
      ],
      ['DELETE', `${bird}/me`, { authorization }, undefined],
    ]);
  });

  it.each(['', '/bird'])(
    'says on its own origin (%j) whose account is meant, and the key of the intent',
    async (baseUrl) => {
      const client = clientOf({ baseUrl });
      await client.getUser({ account: 'a1' });
      expect(last()).toMatchObject({ url: `${baseUrl}/me`, headers: { 'account-id': 'a1' } });
      await client.updateUser({}, { intent: 'k1', account: 'a1' });
      await client.deleteUser({ intent: 'k1', account: 'a1' });
      for (const { headers } of sent.slice(1))
        expect(headers).toMatchObject({ 'account-id': 'a1', 'idempotency-key': 'k1' });
    },
  );

  it('names a version only where one was seen', async () => {
    const client = clientOf();
    const plain = await client.getUser();
    await client.updateUser({ name: 'Ada' }, once(plain.etag));
    expect(last().headers).not.toHaveProperty('if-match');
    await client.deleteUser(once(plain.etag));
    expect(last().headers).not.toHaveProperty('if-match');
    respond = () => Response.json(ada, { headers: { ETag: '"7"' } });
    const seen = await client.getUser();
    await client.updateUser({ name: 'Ada' }, once(seen.etag));
    expect(last().headers).toHaveProperty('if-match', '"7"');
  });

  it('is a patch of the five fields, each as it was given', async () => {
    const patch = { name: 'A', bio: null, avatarUrl: null, locale: null, timezone: null };
    await clientOf().updateUser(patch, once());
    expect(last().body).toEqual(patch);
    expect(Object.keys(patch)).toEqual([...five]);
  });

  it('never names anything but the five fields, whatever is asked', async () => {
    const key = fc.oneof(
      fc.constantFrom(...userFields, 'id', 'status', 'constructor', '__proto__'),
      fc.string(),
    );
    const value = fc.oneof(fc.string(), fc.constant(null), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, value), async (patch) => {
        const before = sent.length;
        const outcome = await clientOf()
          .updateUser(patch as UserPatch, once())
          .then(
            () => 'sent',
            (error: { code?: string }) => error.code,
          );
        expect(outcome).toBe(sent.length > before ? 'sent' : 'NotSupported');
        for (const { body } of sent.slice(before))
          for (const name of Object.keys(body as object)) expect(five).toContain(name);
      }),
    );
  });

  it.each(
    Object.entries(operations).filter(
      ([name]) => !['getUser', 'updateUser', 'deleteUser'].includes(name),
    ),
  )('is nothing for %s', async (_name, call) => {
    expect((await failure(call(clientOf()))).code).toBe('NotSupported');
    expect(sent).toEqual([]);
  });
});

describe("what the client of Bird's profile understands", () => {
  it.each(['+31 20 123 4567', '020-1234567', 'UNVERIFIED', 'some_enum_value', ''])(
    'is any phone number, as it stands: %j',
    async (phoneNumber) => {
      respond = () => Response.json({ ...ada, phoneNumber });
      expect((await clientOf().getUser()).value.phoneNumber).toBe(phoneNumber);
    },
  );

  it('is an account that counts no sessions', async () => {
    const { value } = await clientOf().getUser();
    expect(value.activeSessions).toBeUndefined();
    expect(value).not.toHaveProperty('activeSessions', 0);
  });

  it.each([
    [200, ''],
    [200, 'true'],
    [200, '{"id":'],
    [202, null],
    [204, null],
  ])('is a deletion answered by %i with %j', async (status, body) => {
    respond = () => new Response(body, { status });
    await expect(clientOf().deleteUser(once())).resolves.toBeUndefined();
  });

  it('is an error in its own words, field by field', async () => {
    const details = { '.timezone': ['must be a valid IANA time zone'], '.bio': ['is long', 'bad'] };
    respond = () =>
      Response.json({ code: 'InvalidPayload', message: 'Refused.', details }, { status: 422 });
    const error = await failure(clientOf().updateUser({ bio: 'x' }, once()));
    expect(error).toMatchObject({ code: 'InvalidPayload', message: 'Refused.', status: 422 });
    expect(codesOf(error)).toEqual({ timezone: [undefined], bio: [undefined, undefined] });
    expect(error.fields['bio']?.map(({ message }) => message)).toEqual(['is long', 'bad']);
  });
});
