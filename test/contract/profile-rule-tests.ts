import { expect } from 'vitest';
import { type UserField, userFields, type UserPatch } from '../../src/contract/user.ts';
import type { Need } from './cases.ts';
import { fixture } from './fixture.ts';
import { codesOf, failure, once, type Suite } from './harness.ts';

/** Who edits these fields; one of them is unknown to the contract, if need be. */
const needsOf = (patch: object): Need[] =>
  Object.keys(patch).map((field): Need =>
    userFields.includes(field as UserField) ? `user.${field as UserField}` : 'strict',
  );

const refused: readonly (readonly [UserPatch, Record<string, string[]>])[] = [
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
  [
    { username: 'a', timezone: 'text', email: 'fine@example.com' },
    { username: ['username_length'], timezone: ['timezone_unknown'] },
  ],
  [{ role: 'admin' } as UserPatch, { role: ['property_unknown'] }],
  [{ status: 'active', bio: 'x' } as UserPatch, { status: ['property_unknown'] }],
  [{ name: null } as unknown as UserPatch, { name: ['type_invalid'] }],
  [{ username: null } as unknown as UserPatch, { username: ['type_invalid'] }],
  [{ bio: 7 } as unknown as UserPatch, { bio: ['type_invalid'] }],
  [{ timezone: {} } as unknown as UserPatch, { timezone: ['type_invalid'] }],
];

export function profileRuleTests({ cases, client, invalid }: Suite): void {
  cases.group('what the profile must not be', () => {
    cases.each(refused, needsOf)(
      'refuses %j, field by field, and saves none of it',
      async (patch, codes) => {
        const before = await client().getUser();
        const error = await failure(client().updateUser(patch, once()));
        expect(error).toMatchObject(invalid);
        expect(codesOf(error)).toEqual(codes);
        expect(await client().getUser()).toEqual(before);
      },
    );

    cases.each([['Grace'], ['grace'], ['GRACE']], ['user.username', 'user.timezone'])(
      'says that %s is taken, and saves nothing beside it',
      async (username) => {
        const patch = { username, timezone: 'Asia/Tokyo' };
        const error = await failure(client().updateUser(patch, once()));
        expect(error).toMatchObject({ code: 'UsernameTaken', status: 409 });
        expect(codesOf(error)).toEqual({ username: ['username_taken'] });
        const { username: kept, timezone } = (await client().getUser()).value;
        expect({ kept, timezone }).toEqual({ kept: 'ada', timezone: fixture.timezone });
      },
    );

    cases.it(['user.username'], 'lets people change the case of their own username', async () => {
      const saved = await client().updateUser({ username: 'ADA' }, once());
      expect(saved.value.username).toBe('ADA');
    });

    cases.it(
      ['user.username', 'intents'],
      'decides a refused intent anew when it is repeated',
      async () => {
        const intent = once();
        await failure(client().updateUser({ username: fixture.taken }, intent));
        const again = await failure(client().updateUser({ username: fixture.taken }, intent));
        expect(again.code).toBe('UsernameTaken');
      },
    );
  });
}
