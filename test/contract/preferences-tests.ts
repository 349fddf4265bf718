import { expect } from 'vitest';
import type { PreferencesPatch } from '../../src/contract/preferences.ts';
import type { Need } from './cases.ts';
import { fixture } from './fixture.ts';
import { codesOf, failure, once, type Suite } from './harness.ts';

const refused: readonly (readonly [unknown, Record<string, string[]>, readonly Need[]])[] = [
  [
    { notifications: { security: { email: false } } },
    { 'notifications.security.email': ['notifications_locked'] },
    ['preferences.notifications'],
  ],
  [{ theme: 'sepia' }, { theme: ['theme_unknown'] }, ['preferences.theme']],
  [{ timezone: 'text' }, { timezone: ['timezone_unknown'] }, ['preferences.timezone']],
  [
    { socials: { discord: 'two words' } },
    { 'socials.discord': ['social_invalid'] },
    ['preferences.socials'],
  ],
  [
    { socials: { 'mast/o~don': 'a' } },
    { 'socials.mast/o~don': ['property_unknown'] },
    ['preferences.socials', 'strict'],
  ],
];

export function preferencesTests({ cases, client, signIn, invalid }: Suite): void {
  const save = (patch: PreferencesPatch) => client().updatePreferences(patch, once());
  const saved = async () => (await client().getPreferences()).value;

  cases.group('preferences', () => {
    cases.it(
      ['preferences.theme', 'preferences.notifications', 'preferences.socials'],
      'merges what changed into what was there',
      async () => {
        await save({ theme: 'dark', socials: { twitter: '@ada' } });
        const before = await saved();
        const after = await save({
          notifications: { product: { push: true } },
          socials: { discord: 'ada.l' },
        });
        expect(after.value.socials).toEqual({ twitter: 'ada', discord: 'ada.l' });
        expect(after.value.theme).toBe('dark');
        expect(after.value.notifications).toEqual({
          ...before.notifications,
          product: { ...before.notifications?.['product'], push: true },
        });
        expect(await client().getPreferences()).toEqual(after);
      },
    );

    cases.it(['preferences.socials'], 'keeps the handle that is not named', async () => {
      await save({ socials: { twitter: '@ada' } });
      await save({ socials: { discord: 'ada.l' } });
      expect((await saved()).socials).toEqual({ twitter: 'ada', discord: 'ada.l' });
      await save({ socials: {} });
      expect((await saved()).socials).toEqual({ twitter: 'ada', discord: 'ada.l' });
    });

    cases.it(['preferences.socials'], 'clears a handle, and no other', async () => {
      await save({ socials: { twitter: 'ada', discord: 'ada.l' } });
      const { value } = await save({ socials: { twitter: null } });
      expect(value.socials.twitter).toBeUndefined();
      const { twitter, discord } = (await saved()).socials;
      expect({ twitter, discord }).toEqual({ twitter: undefined, discord: 'ada.l' });
    });

    cases.it(
      ['preferences.theme', 'versions'],
      'refuses to save over a change the person has not seen',
      async () => {
        const seen = await client().getPreferences();
        expect(seen.etag).toMatch(/^"[^"]+"$/);
        await client().updatePreferences({ theme: 'dark' }, once(seen.etag));
        const error = await failure(
          client().updatePreferences({ theme: 'light' }, once(seen.etag)),
        );
        expect(error).toMatchObject({ code: 'PreconditionFailed', status: 412 });
        expect((await saved()).theme).toBe('dark');
      },
    );

    cases.each(refused, (_patch, _codes, needs) => needs)(
      'refuses %j at its place',
      async (patch, codes) => {
        const before = await client().getPreferences();
        const error = await failure(client().updatePreferences(patch as PreferencesPatch, once()));
        expect(error).toMatchObject(invalid);
        expect(codesOf(error)).toEqual(codes);
        expect(await client().getPreferences()).toEqual(before);
      },
    );
  });

  cases.group('the time zone for scheduling', () => {
    cases.it(['preferences.timezone'], 'is the one of the profile until it is set', async () => {
      expect((await saved()).timezone).toBeUndefined();
    });

    cases.it(
      ['preferences.timezone'],
      'is shown where it was set, and leaves the profile alone',
      async () => {
        const { value } = await save({ timezone: 'Asia/Tokyo' });
        expect(value.timezone).toBe('Asia/Tokyo');
        expect((await saved()).timezone).toBe('Asia/Tokyo');
        expect((await client().getUser()).value.timezone).toBe(fixture.timezone);
        const elsewhere = await signIn();
        expect((await elsewhere.getPreferences()).value.timezone).toBe('Asia/Tokyo');
      },
    );

    cases.it(
      ['preferences.timezone', 'user.timezone'],
      'stays when the profile moves, and the other way round',
      async () => {
        await save({ timezone: 'Asia/Tokyo' });
        await client().updateUser({ timezone: 'America/New_York' }, once());
        expect((await saved()).timezone).toBe('Asia/Tokyo');
        await save({ timezone: 'Asia/Calcutta' });
        expect((await client().getUser()).value.timezone).toBe('America/New_York');
        expect((await saved()).timezone).toBe('Asia/Calcutta');
      },
    );

    cases.it(
      ['preferences.timezone', 'user.timezone'],
      'stays when the profile moves away from the same zone',
      async () => {
        await save({ timezone: fixture.timezone });
        await client().updateUser({ timezone: 'Asia/Tokyo' }, once());
        expect((await saved()).timezone).toBe(fixture.timezone);
      },
    );

    cases.it(
      ['preferences.timezone', 'user.timezone'],
      'follows the profile as long as it is not set',
      async () => {
        await client().updateUser({ timezone: 'America/New_York' }, once());
        expect((await saved()).timezone).toBeUndefined();
        await save({ socials: { twitter: 'ada' } });
        await client().updateUser({ timezone: 'Asia/Tokyo' }, once());
        expect((await saved()).timezone).toBeUndefined();
      },
    );

    cases.it(
      ['preferences.timezone', 'clear.schedulingTimezone'],
      'is the one of the profile again when it is cleared',
      async () => {
        await save({ timezone: 'Asia/Tokyo' });
        expect((await save({ timezone: null })).value.timezone).toBeUndefined();
        expect((await saved()).timezone).toBeUndefined();
      },
    );
  });
}
