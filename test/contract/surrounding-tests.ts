import { describe, expect, it } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import type { PreferencesPatch } from '../../src/contract/preferences.ts';
import type { UsageHistoryQuery } from '../../src/contract/usage.ts';
import { fixture } from './fixture.ts';
import { codesOf, failure, once } from './harness.ts';

export function surroundingTests(client: () => MeClient): void {
  describe('preferences', () => {
    it('merges what changed into what was there', async () => {
      await client().updatePreferences({ theme: 'dark', socials: { twitter: '@ada' } }, once());
      const before = (await client().getPreferences()).value;
      const saved = await client().updatePreferences(
        { notifications: { product: { push: true } }, socials: { discord: 'ada.l' } },
        once(),
      );
      expect(saved.value.socials).toEqual({ twitter: 'ada', discord: 'ada.l' });
      expect(saved.value.theme).toBe('dark');
      expect(saved.value.notifications).toEqual({
        ...before.notifications,
        product: { ...before.notifications?.['product'], push: true },
      });
      expect(await client().getPreferences()).toEqual(saved);
    });

    it('clears a handle and the time zone, which then is the one of the profile', async () => {
      await client().updatePreferences(
        { timezone: 'Asia/Tokyo', socials: { twitter: 'a' } },
        once(),
      );
      const saved = await client().updatePreferences(
        { timezone: null, socials: { twitter: null } },
        once(),
      );
      expect(saved.value.timezone).toBeUndefined();
      expect(saved.value.socials).not.toHaveProperty('twitter', 'a');
    });

    it('refuses to save over a change the person has not seen', async () => {
      const seen = await client().getPreferences();
      expect(seen.etag).toMatch(/^"[^"]+"$/);
      await client().updatePreferences({ theme: 'dark' }, once(seen.etag));
      const error = await failure(client().updatePreferences({ theme: 'light' }, once(seen.etag)));
      expect(error).toMatchObject({ code: 'PreconditionFailed', status: 412 });
      expect((await client().getPreferences()).value.theme).toBe('dark');
    });

    const refused: readonly [unknown, Record<string, string[]>][] = [
      [
        { notifications: { security: { email: false } } },
        { 'notifications.security.email': ['notifications_locked'] },
      ],
      [{ theme: 'sepia' }, { theme: ['theme_unknown'] }],
      [{ timezone: 'text' }, { timezone: ['timezone_unknown'] }],
      [{ socials: { discord: 'two words' } }, { 'socials.discord': ['social_invalid'] }],
      [{ socials: { 'mast/o~don': 'a' } }, { 'socials.mast/o~don': ['property_unknown'] }],
    ];

    it.each(refused)('refuses %j at its place', async (patch, codes) => {
      const before = await client().getPreferences();
      const error = await failure(client().updatePreferences(patch as PreferencesPatch, once()));
      expect(error).toMatchObject({ code: 'ValidationFailed', status: 422 });
      expect(codesOf(error)).toEqual(codes);
      expect(await client().getPreferences()).toEqual(before);
    });
  });

  describe('usage', () => {
    it('counts in tokens', async () => {
      const usage = await client().getUsage();
      expect(usage.monthlyTokenUsage).toBeGreaterThanOrEqual(0);
      expect(usage.tokenQuota === null || usage.tokenQuota >= 0).toBe(true);
    });

    const query = (part: Partial<UsageHistoryQuery>): UsageHistoryQuery => ({
      from: '2024-03-30',
      to: '2024-04-03',
      bucket: 'day',
      timezone: 'UTC',
      ...part,
    });
    const days = async (part: Partial<UsageHistoryQuery>) =>
      (await client().getUsageHistory(query(part))).buckets.map(
        ({ start, tokens }) => [start.slice(0, 16), tokens] as const,
      );

    it('shows every day of the period, those of no use as 0', async () => {
      expect(await days({})).toEqual([
        ['2024-03-30T00:00', 0],
        ['2024-03-31T00:00', 23],
        ['2024-04-01T00:00', 0],
        ['2024-04-02T00:00', 13],
        ['2024-04-03T00:00', 0],
      ]);
    });

    it('cuts the days of the zone that was asked for, summer time and all', async () => {
      expect(await days({ timezone: 'Europe/London' })).toEqual([
        ['2024-03-30T00:00', 0],
        ['2024-03-31T00:00', 12],
        ['2024-03-31T23:00', 11],
        ['2024-04-01T23:00', 13],
        ['2024-04-02T23:00', 0],
      ]);
      expect(
        await days({ timezone: 'Asia/Calcutta', from: '2024-03-31', to: '2024-04-01' }),
      ).toEqual([
        ['2024-03-30T18:30', 5],
        ['2024-03-31T18:30', 18],
      ]);
    });

    it('shows the hours that a day had: 23 when clocks go forward, 25 when they go back', async () => {
      const hours = (day: string) =>
        days({ from: day, to: day, bucket: 'hour', timezone: 'Europe/London' });
      expect(await hours('2024-03-31')).toHaveLength(23);
      expect(await hours('2024-10-27')).toHaveLength(25);
      expect((await hours('2024-03-31')).filter(([, tokens]) => tokens > 0)).toEqual([
        ['2024-03-31T00:00', 5],
        ['2024-03-31T22:00', 7],
      ]);
    });

    it.each([
      ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00'],
      ['Asia/Beirut', '2022-03-27', '2022-03-26T22:00'],
      ['America/Havana', '2023-11-05', '2023-11-05T04:00'],
      ['Atlantic/Azores', '2024-03-31', '2024-03-31T01:00'],
    ])(
      'begins a day in %s, where clocks skip or repeat midnight, at its first moment',
      async (timezone, day, start) => {
        expect(await days({ from: day, to: day, timezone })).toEqual([[start, expect.any(Number)]]);
      },
    );

    it('leaves out the day that Samoa never had', async () => {
      expect(
        await days({ from: '2011-12-29', to: '2011-12-31', timezone: 'Pacific/Apia' }),
      ).toEqual([
        ['2011-12-29T10:00', 0],
        ['2011-12-30T10:00', 0],
      ]);
    });

    it.each([
      [{ to: '2024-03-29' }, 'to'],
      [{ from: '2023-01-01' }, 'to'],
      [{ from: '2024-02-30' }, 'from'],
    ])('refuses the period %j', async (part, field) => {
      const error = await failure(client().getUsageHistory(query(part)));
      expect(error.status).toBe(422);
      expect(codesOf(error)).toEqual({ [field]: ['history_range'] });
    });

    it('refuses days of no zone', async () => {
      const error = await failure(client().getUsageHistory(query({ timezone: 'Mars/Olympus' })));
      expect(codesOf(error)).toEqual({ timezone: ['timezone_unknown'] });
    });
  });

  describe('the availability of a username', () => {
    it.each([
      ['new-name', true, undefined],
      ['ada', true, undefined],
      ['ADA', true, undefined],
      ['grace', false, 'username_taken'],
      [fixture.taken, false, 'username_taken'],
      ['Admin', false, 'username_reserved'],
      ['a', false, 'username_length'],
      ['a&username=new-name', false, 'username_characters'],
      ['', false, 'username_length'],
    ])('%j: %s %s', async (username, available, reason) => {
      const answer = await client().checkUsername(username);
      expect(answer.available).toBe(available);
      expect(answer.reason).toBe(reason);
    });
  });

  describe('the export', () => {
    it('is one JSON document of the person, with a name for the file', async () => {
      const { blob, filename } = await client().exportData();
      const text = await blob.text();
      expect(JSON.parse(text)).toBeTypeOf('object');
      expect(text).toContain(fixture.name);
      expect(text).toContain('countess@example.org');
      expect(filename).toMatch(/^[\w-]+\.json$/);
    });
  });
}
