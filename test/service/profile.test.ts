import { describe, expect, test } from 'vitest';
import { onBothDatabases } from './world.ts';

/** A value that breaks each rule of `PATCH /me`, and the code that says so. */
const broken: [field: string, value: unknown, code: string][] = [
  ['username', 'ab', 'username_length'],
  ['username', 'a'.repeat(31), 'username_length'],
  ['username', 'has space', 'username_characters'],
  ['username', 'Admin', 'username_reserved'],
  ['username', null, 'type_invalid'],
  ['timezone', 'Mars/Olympus', 'timezone_unknown'],
  ['timezone', '+01:00', 'timezone_unknown'],
  ['phoneNumber', '12345', 'phone_number_digits'],
  ['phoneNumber', ' '.repeat(60_000) + 'x', 'phone_number_digits'],
  ['phoneNumber', '+1 (415) CALL ME', 'phone_number_characters'],
  ['phoneNumber', 'tel:+1-415-555-0132;ext=7', 'phone_number_characters'],
  ['email', 'nobody', 'email_invalid'],
  ['avatarUrl', 'http://example.com/a.png', 'avatar_url_https'],
  ['avatarUrl', 'javascript:alert(1)', 'avatar_url_https'],
  ['avatarUrl', `https://example.com/${'a'.repeat(2048)}`, 'avatar_url_length'],
  ['name', '   ', 'name_required'],
  ['name', 'n'.repeat(101), 'name_length'],
  ['name', '\u3164', 'name_required'],
  ['name', 'bell\u0007', 'control_characters'],
  ['name', 7, 'type_invalid'],
  ['bio', 'b'.repeat(501), 'bio_length'],
  ['bio', 'bell\u0007', 'control_characters'],
  ['locale', 'not a locale', 'locale_invalid'],
  ['locale', `en-x${'-abcdefgh'.repeat(11)}`, 'locale_invalid'],
  ['nope', 1, 'property_unknown'],
];

const addresses = {
  emails: [
    { email: 'first@example.com', verified: true, primary: true },
    { email: 'second@example.com', verified: true, primary: false },
    { email: 'pending@example.com', verified: false, primary: false },
  ],
};

onBothDatabases((world) => {
  describe('changing the profile', () => {
    test('shows the change, counts it and keeps what was not named', async () => {
      const me = await world().person({ bio: 'before' });
      const before = await world().call(me, '/me');
      const changed = await world().call(me, '/me', {
        method: 'PATCH',
        json: {
          name: '  Zoë 👩🏽‍🚀  ',
          timezone: 'Asia/Calcutta',
          avatarUrl: 'https://e.example/a.png',
        },
      });
      expect(changed.status).toBe(200);
      expect(changed.body).toMatchObject({
        name: 'Zoë 👩🏽‍🚀',
        timezone: 'Asia/Calcutta',
        bio: 'before',
      });
      expect(changed.etag).not.toBe(before.etag);
      expect(changed.body.updatedAt > before.body.updatedAt).toBe(true);
      const after = await world().call(me, '/me');
      expect(after.body).toEqual(changed.body);
      expect(after.etag).toBe(changed.etag);
    });

    test.each([
      ['bio', '\ufeffpasted\ttext\u2028\ufeffover lines\ufeff', 'pasted\ttext\n\ufeffover lines'],
      ['bio', '\u200b\u3164', ''],
      ['name', '\ufeffAda\nKing', 'Ada King'],
      ['name', '\u202eAda\u202c می‌خواهم', '\u202eAda\u202c می‌خواهم'],
      ['locale', 'ar-u-nu-latn', 'ar-u-nu-latn'],
    ])('answers the %s %j as it is kept from then on', async (field, sent, kept) => {
      const me = await world().person({ bio: 'before' });
      const json = { [field]: sent };
      const changed = await world().call(me, '/me', { method: 'PATCH', json });
      expect(changed.body[field]).toBe(kept);
      expect((await world().call(me, '/me')).body[field]).toBe(kept);
    });

    test('takes a username as somebody copied it', async () => {
      const me = await world().person();
      const json = { username: ' @ada_copied\u200b' };
      const changed = await world().call(me, '/me', { method: 'PATCH', json });
      expect(changed.body.username).toBe('ada_copied');
    });

    test('clears with null and changes nothing with an empty object', async () => {
      const me = await world().person({ bio: 'before', locale: 'en' });
      const cleared = await world().call(me, '/me', {
        method: 'PATCH',
        json: { bio: null, locale: null },
      });
      expect(cleared.body).not.toHaveProperty('bio');
      expect(cleared.body).not.toHaveProperty('locale');
      const same = await world().call(me, '/me', { method: 'PATCH', json: {} });
      expect(same.status).toBe(200);
      expect(same.etag).toBe(cleared.etag);
      expect(same.body.updatedAt).toBe(cleared.body.updatedAt);
      const again = await world().call(me, '/me', { method: 'PATCH', json: { bio: null } });
      expect(again.etag).toBe(cleared.etag);
    });

    test.each(broken)('refuses %s %j and says %s', async (field, value, code) => {
      const me = await world().person();
      const refused = await world().call(me, '/me', { method: 'PATCH', json: { [field]: value } });
      expect(refused.status).toBe(422);
      expect(refused.headers.get('Content-Type')).toBe('application/problem+json');
      expect(refused.body.code).toBe('ValidationFailed');
      expect(Object.keys(refused.body.details)).toEqual([`.${field}`]);
      expect(refused.body.errors[0]).toMatchObject({ pointer: `/${field}`, code });
      expect((await world().call(me, '/me')).body.name).toBe('Somebody');
    });

    test('names every broken field at once', async () => {
      const me = await world().person();
      const refused = await world().call(me, '/me', {
        method: 'PATCH',
        json: { name: '', email: 'x', a: 1, b: 2 },
      });
      expect(Object.keys(refused.body.details).sort()).toEqual(['.a', '.b', '.email', '.name']);
    });

    test('refuses a username that differs from a taken one only in case', async () => {
      await world().person({ username: 'Taken' });
      const me = await world().person();
      const refused = await world().call(me, '/me', {
        method: 'PATCH',
        json: { username: 'tAKEN' },
      });
      expect(refused.status).toBe(409);
      expect(refused.body).toMatchObject({
        code: 'UsernameTaken',
        details: { '.username': ['is taken'] },
        errors: [{ pointer: '/username', code: 'username_taken' }],
      });
    });

    test('lets one of many win the same free username', async () => {
      const people = await Promise.all(Array.from({ length: 8 }, () => world().person()));
      const replies = await Promise.all(
        people.map((me) =>
          world().call(me, '/me', { method: 'PATCH', json: { username: 'Wanted' } }),
        ),
      );
      const statuses = replies.map(({ status }) => status).toSorted((a, b) => a - b);
      expect(statuses).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
    });

    test('lets a person change the case of the own username', async () => {
      const me = await world().person({ username: 'casey' });
      const changed = await world().call(me, '/me', {
        method: 'PATCH',
        json: { username: 'Casey' },
      });
      expect(changed.body.username).toBe('Casey');
    });
  });

  describe('email addresses', () => {
    test('a new address becomes primary and unverified; the verified former one stays', async () => {
      const me = await world().person(addresses);
      const { body } = await world().call(me, '/me', {
        method: 'PATCH',
        json: { email: ' New@example.com ' },
      });
      expect(body).toMatchObject({ email: 'New@example.com', defaultEmail: 'New@example.com' });
      expect(body.emails[0]).toMatchObject({ email: 'New@example.com', verified: false });
      expect(body.emails.map(({ email }: { email: string }) => email)).toContain(
        'first@example.com',
      );
      expect(body.emails).toHaveLength(4);
      const replaced = await world().call(me, '/me', {
        method: 'PATCH',
        json: { email: 'other@example.com' },
      });
      expect(replaced.body.emails).toHaveLength(4);
      expect(JSON.stringify(replaced.body.emails)).not.toContain('New@example.com');
    });

    test('a listed address becomes primary and keeps its state and spelling', async () => {
      const me = await world().person(addresses);
      const { body } = await world().call(me, '/me', {
        method: 'PATCH',
        json: { email: 'SECOND@example.com' },
      });
      expect(body.email).toBe('second@example.com');
      expect(body.emails).toHaveLength(3);
      expect(body.emails[0]).toMatchObject({ email: 'second@example.com', verified: true });
    });

    test('null removes the primary address until one verified address is left', async () => {
      const me = await world().person(addresses);
      const removed = await world().call(me, '/me', { method: 'PATCH', json: { email: null } });
      expect(removed.body.email).toBe('second@example.com');
      expect(removed.body.emails).toHaveLength(2);
      const refused = await world().call(me, '/me', { method: 'PATCH', json: { email: null } });
      expect(refused.status).toBe(422);
      expect(refused.body.errors).toEqual([
        expect.objectContaining({ pointer: '/email', code: 'email_last_verified' }),
      ]);
    });
  });

  describe('phone numbers', () => {
    test('are stored as digits, become primary, and leave with null', async () => {
      const me = await world().person({
        phoneNumbers: [{ phoneNumber: '+442079460018', verified: true, primary: true }],
      });
      const changed = await world().call(me, '/me', {
        method: 'PATCH',
        json: { phoneNumber: 'tel:+1-(0)415\u2011555\u20110132' },
      });
      expect(changed.body.phoneNumber).toBe('+14155550132');
      expect(changed.body.phoneNumbers).toMatchObject([
        { phoneNumber: '+14155550132', verified: false, primary: true },
        { phoneNumber: '+442079460018', verified: true, primary: false },
      ]);
      const removed = await world().call(me, '/me', {
        method: 'PATCH',
        json: { phoneNumber: null },
      });
      expect(removed.body.phoneNumber).toBe('+442079460018');
      const none = await world().call(me, '/me', { method: 'PATCH', json: { phoneNumber: null } });
      expect(none.body).not.toHaveProperty('phoneNumber');
      expect(none.body.phoneNumbers).toEqual([]);
    });
  });

  describe('asking whether a username is free', () => {
    test.each([
      ['own name', 'ownname', { available: true }],
      ['free name', 'fresh', { available: true }],
      ['taken name, copied', '%40taken%E2%80%8B', { available: false, reason: 'username_taken' }],
      ['taken name', 'TAKEN', { available: false, reason: 'username_taken' }],
      ['reserved name', 'root', { available: false, reason: 'username_reserved' }],
      ['short name', 'x', { available: false, reason: 'username_length' }],
      ['bad characters', 'a%20b', { available: false, reason: 'username_characters' }],
    ])('%s', async (_, username, expected) => {
      await world().person({ username: 'taken' });
      const me = await world().person({ username: 'ownname' });
      const { body } = await world().call(me, `/me/username-availability?username=${username}`);
      expect(body).toEqual(expected);
    });

    test('needs the name', async () => {
      const refused = await world().call(await world().person(), '/me/username-availability');
      expect(refused.status).toBe(422);
      expect(refused.body.details).toHaveProperty(['.username']);
    });
  });
});
