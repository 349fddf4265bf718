import { describe, expect, it } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import type { UserPatch } from '../../src/contract/user.ts';
import { fixture } from './fixture.ts';
import { codesOf, failure, once } from './harness.ts';

export function profileTests(client: () => MeClient): void {
  describe('reading the account', () => {
    it('shows who is signed in, with a strong version that stays while nothing changes', async () => {
      const first = await client().getUser();
      expect(first.value).toMatchObject({
        name: fixture.name,
        username: fixture.username,
        bio: fixture.bio,
        locale: fixture.locale,
        timezone: fixture.timezone,
        email: 'ada@example.com',
        phoneNumber: '+442079460123',
        activeSessions: fixture.otherDevices.length + 1,
      });
      expect(first.value.deletion).toBeUndefined();
      expect(first.etag).toMatch(/^"[^"]+"$/);
      expect((await client().getUser()).etag).toBe(first.etag);
    });
  });

  describe('saving the profile', () => {
    const hostile = '<img src=x onerror=alert(1)> \u202eabc 😀 \\u0000 %00 ";--';
    const values: readonly [keyof UserPatch, string][] = [
      ['name', 'Augusta Ada King'],
      ['name', hostile],
      ['name', '😀'.repeat(100)],
      ['username', 'Countess_of-Lovelace'],
      ['bio', `Two\nlines, ${hostile}`],
      ['bio', ''],
      ['bio', '漢'.repeat(500)],
      ['avatarUrl', 'https://example.com/ada.png?size=2&x=%20'],
      ['locale', 'ar-u-nu-latn'],
      ['timezone', 'Asia/Calcutta'],
      ['timezone', 'US/Pacific'],
    ];

    it.each(values)('keeps a new %s exactly: %j', async (field, value) => {
      const before = await client().getUser();
      const saved = await client().updateUser({ [field]: value }, once());
      expect(saved.value[field]).toBe(value);
      expect(saved.etag).not.toBe(before.etag);
      const { [field]: changed, updatedAt: _, ...others } = (await client().getUser()).value;
      expect(changed).toBe(value);
      expect(before.value).toMatchObject(others);
    });

    it.each(['bio', 'avatarUrl', 'locale', 'timezone'] as const)('clears the %s', async (field) => {
      await client().updateUser({ avatarUrl: 'https://example.com/a.png' }, once());
      const saved = await client().updateUser({ [field]: null }, once());
      expect(saved.value[field]).toBeUndefined();
      expect((await client().getUser()).value[field]).toBeUndefined();
    });

    it('changes nothing when nothing is asked', async () => {
      const before = await client().getUser();
      expect(await client().updateUser({}, once(before.etag))).toEqual(before);
      expect(await client().updateUser({ name: fixture.name }, once(before.etag))).toEqual(before);
    });

    it('refuses to save over a change the person has not seen', async () => {
      const seen = await client().getUser();
      const theirs = await client().updateUser({ bio: 'theirs' }, once(seen.etag));
      const error = await failure(client().updateUser({ bio: 'mine' }, once(seen.etag)));
      expect(error).toMatchObject({ code: 'PreconditionFailed', status: 412 });
      expect(await client().getUser()).toEqual(theirs);
      const mine = await client().updateUser({ bio: 'mine' }, once(theirs.etag));
      expect(mine.value.bio).toBe('mine');
    });

    it('lets one of two writers through who saw the same version', async () => {
      const seen = await client().getUser();
      const writes = ['one', 'two'].map((bio) => client().updateUser({ bio }, once(seen.etag)));
      const settled = await Promise.allSettled(writes);
      expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    });

    it.each(['Grace', 'grace', 'GRACE'])('says that %s is taken', async (username) => {
      const error = await failure(client().updateUser({ username, bio: 'new' }, once()));
      expect(error).toMatchObject({ code: 'UsernameTaken', status: 409 });
      expect(codesOf(error)).toEqual({ username: ['username_taken'] });
      expect((await client().getUser()).value).toMatchObject({ username: 'ada', bio: fixture.bio });
    });

    it('lets people change the case of their own username', async () => {
      const saved = await client().updateUser({ username: 'ADA' }, once());
      expect(saved.value.username).toBe('ADA');
    });

    const refused: readonly [UserPatch, Record<string, string[]>][] = [
      [{ name: ' ' }, { name: ['name_required'] }],
      [{ name: 'x'.repeat(101) }, { name: ['name_length'] }],
      [{ name: 'a\u0007' }, { name: ['control_characters'] }],
      [{ bio: 'x'.repeat(501) }, { bio: ['bio_length'] }],
      [{ username: 'a' }, { username: ['username_length'] }],
      [{ username: 'a b c' }, { username: ['username_characters'] }],
      [{ username: 'Admin' }, { username: ['username_reserved'] }],
      [{ avatarUrl: 'javascript:alert(1)' }, { avatarUrl: ['avatar_url_https'] }],
      [{ locale: 'text' }, { locale: ['locale_invalid'] }],
      [{ timezone: '+01:00' }, { timezone: ['timezone_unknown'] }],
      [{ email: 'ada' }, { email: ['email_invalid'] }],
      [{ phoneNumber: '12' }, { phoneNumber: ['phone_number_digits'] }],
      [{ phoneNumber: 'call me' }, { phoneNumber: ['phone_number_characters'] }],
      [
        { name: '', locale: 'text', bio: 'fine' },
        { name: ['name_required'], locale: ['locale_invalid'] },
      ],
      [{ role: 'admin' } as UserPatch, { role: ['property_unknown'] }],
      [{ status: 'active', bio: 'x' } as UserPatch, { status: ['property_unknown'] }],
      [{ name: null } as unknown as UserPatch, { name: ['type_invalid'] }],
      [{ bio: 7 } as unknown as UserPatch, { bio: ['type_invalid'] }],
    ];

    it.each(refused)('refuses %j, field by field, and saves none of it', async (patch, codes) => {
      const before = await client().getUser();
      const error = await failure(client().updateUser(patch, once()));
      expect(error).toMatchObject({ code: 'ValidationFailed', status: 422 });
      expect(codesOf(error)).toEqual(codes);
      expect(await client().getUser()).toEqual(before);
    });

    it('answers a repeated intent as the first time, without a second effect', async () => {
      const seen = await client().getUser();
      const mine = once(seen.etag);
      const first = await client().updateUser({ bio: 'mine' }, mine);
      expect(await client().updateUser({ bio: 'mine' }, mine)).toEqual(first);
      const theirs = await client().updateUser({ bio: 'theirs' }, once(first.etag));
      await client().updateUser({ bio: 'mine' }, mine);
      expect(await client().getUser()).toEqual(theirs);
    });

    it('refuses an intent that now asks for something else', async () => {
      const intent = once();
      await client().updateUser({ bio: 'one' }, intent);
      const error = await failure(client().updateUser({ bio: 'two' }, intent));
      expect(error).toMatchObject({ code: 'IdempotencyKeyReused', status: 422 });
      expect((await client().getUser()).value.bio).toBe('one');
    });

    it('decides a refused intent anew when it is repeated', async () => {
      const intent = once();
      await failure(client().updateUser({ username: fixture.taken }, intent));
      const again = await failure(client().updateUser({ username: fixture.taken }, intent));
      expect(again.code).toBe('UsernameTaken');
    });
  });

  describe('a call the caller gave up', () => {
    it('ends with the reason, before or after it was sent', async () => {
      const reason = new Error('the page was left');
      await expect(client().getUser({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      const controller = new AbortController();
      const call = client().getUser({ signal: controller.signal });
      controller.abort(reason);
      await expect(call).rejects.toBe(reason);
    });
  });
}
