import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onBothDatabases } from './world.ts';

const broken: [json: unknown, name: string, code: string][] = [
  [{ theme: 'sepia' }, 'theme', 'theme_unknown'],
  [{ timezone: 'Nowhere' }, 'timezone', 'timezone_unknown'],
  [
    { notifications: { security: { email: false } } },
    'notifications.security.email',
    'notifications_locked',
  ],
  [{ notifications: { product: { sms: true } } }, 'notifications.product.sms', 'property_unknown'],
  [{ notifications: { product: { email: 'yes' } } }, 'notifications.product.email', 'type_invalid'],
  [{ notifications: { spam: {} } }, 'notifications.spam', 'property_unknown'],
  [{ socials: { twitter: 'two words' } }, 'socials.twitter', 'social_invalid'],
  [{ socials: { myspace: 'me' } }, 'socials.myspace', 'property_unknown'],
  [{ nope: 1 }, 'nope', 'property_unknown'],
];

onBothDatabases((world) => {
  describe('preferences', () => {
    test('start with defaults', async () => {
      const { body, etag } = await world().call(await world().person(), '/me/preferences');
      expect(body).toEqual({
        theme: 'system',
        notifications: {
          security: { email: true, push: true },
          product: { email: false, push: false },
          usage: { email: true, push: true },
        },
        socials: {},
      });
      expect(etag).toMatch(/^"[\w-]+"$/);
    });

    test('are merged, one switch at a time', async () => {
      const me = await world().person();
      const patch = (json: unknown, headers = {}) =>
        world().call(me, '/me/preferences', { method: 'PATCH', json, headers });
      const first = await patch({ notifications: { product: { email: true } } });
      const second = await patch(
        { socials: { twitter: '@ada', discord: 'ada' }, timezone: 'US/Pacific', theme: 'dark' },
        { 'If-Match': first.etag },
      );
      expect(second.body).toMatchObject({
        theme: 'dark',
        timezone: 'US/Pacific',
        notifications: { product: { email: true, push: false } },
        socials: { twitter: 'ada', discord: 'ada' },
      });
      expect((await patch({ theme: 'light' }, { 'If-Match': first.etag })).status).toBe(412);
      const cleared = await patch({ timezone: null, socials: { twitter: null } });
      expect(cleared.body).not.toHaveProperty('timezone');
      expect(cleared.body.socials).toEqual({ discord: 'ada' });
      const same = await patch({});
      expect([same.status, same.etag]).toEqual([200, cleared.etag]);
    });

    test.each(broken)('refuses %j naming .%s', async (json, name, code) => {
      const me = await world().person();
      const refused = await world().call(me, '/me/preferences', { method: 'PATCH', json });
      expect(refused.status).toBe(422);
      expect(Object.keys(refused.body.details)).toEqual([`.${name}`]);
      expect(refused.body.errors[0]).toMatchObject({
        pointer: `/${name.replaceAll('.', '/')}`,
        code,
      });
    });
  });

  describe('usage', () => {
    const spend = (id: string, entries: readonly (readonly [string, number])[]) =>
      world().db.query(
        `insert into usage_entries select $1::uuid, at, tokens
         from unnest($2::timestamptz[], $3::bigint[]) as u(at, tokens)`,
        [id, entries.map(([at]) => at), entries.map(([, tokens]) => tokens)],
      );
    const cycleStart = () => {
      const now = new Date();
      return Date.UTC(now.getUTCFullYear(), now.getUTCMonth());
    };
    const iso = (ms: number) => new Date(ms).toISOString();

    test('counts the calendar month in UTC', async () => {
      const me = await world().person({
        tokenQuota: 1000,
        paidTokenBalance: 50,
        subscriptionPlan: 'Pro',
      });
      const start = cycleStart();
      await spend(me.id, [
        [iso(start - 1), 999],
        [iso(start), 250],
      ]);
      const { body } = await world().call(me, '/me/usage');
      expect(body).toMatchObject({
        monthlyTokenUsage: 250,
        tokenQuota: 1000,
        monthlyRemaining: 750,
        usagePercentage: 25,
        paidTokenBalance: 50,
        totalAvailable: 800,
        subscriptionPlan: 'Pro',
        lastQuotaReset: iso(start),
      });
      expect(new Date(body.nextQuotaReset).getUTCDate()).toBe(1);
    });

    test.each([
      ['over quota', 100, 250, { monthlyRemaining: 0, usagePercentage: 250, totalAvailable: 0 }],
      ['a quota of nothing', 0, 0, { monthlyRemaining: 0, usagePercentage: 0, totalAvailable: 0 }],
    ])('%s', async (_, tokenQuota, spent, expected) => {
      const me = await world().person({ tokenQuota });
      await spend(me.id, [[iso(cycleStart()), spent]]);
      expect((await world().call(me, '/me/usage')).body).toMatchObject(expected);
    });

    test('unlimited is null, with nothing remaining to count', async () => {
      const { body } = await world().call(await world().person({ tokenQuota: null }), '/me/usage');
      expect(body.tokenQuota).toBeNull();
      expect(body).not.toHaveProperty('monthlyRemaining');
      expect(body).not.toHaveProperty('usagePercentage');
    });

    test('amounts beyond 32 bits are exact', async () => {
      const me = await world().person({ tokenQuota: 9_007_199_254_740_991 });
      expect((await world().call(me, '/me/usage')).body.tokenQuota).toBe(9_007_199_254_740_991);
    });

    const history = (token: string, query: string) =>
      world().call(token, `/me/usage/history?${query}`);

    test('cuts days where the zone cuts them, and fills the empty ones', async () => {
      const me = await world().person();
      await spend(me.id, [
        ['2026-03-28T18:29:00Z', 1],
        ['2026-03-28T18:30:00Z', 2],
        ['2026-03-30T18:29:59Z', 4],
        ['2026-03-30T18:30:00Z', 8],
      ]);
      const { body } = await history(
        me.token,
        'from=2026-03-29&to=2026-03-30&timezone=Asia/Calcutta',
      );
      expect(body).toEqual({
        timezone: 'Asia/Calcutta',
        buckets: [
          { start: '2026-03-28T18:30:00.000Z', tokens: 2 },
          { start: '2026-03-29T18:30:00.000Z', tokens: 4 },
        ],
      });
    });

    test('a day of a clock change has 23 or 25 hours', async () => {
      const me = await world().person();
      const hours = async (date: string) =>
        (await history(me.token, `from=${date}&to=${date}&bucket=hour&timezone=Europe/London`)).body
          .buckets;
      expect(await hours('2026-03-29')).toHaveLength(23);
      expect(await hours('2026-10-25')).toHaveLength(25);
    });

    test.each([
      ['from=2026-02-30&to=2026-03-01', '.from'],
      ['from=2026-01-02&to=2026-01-01', '.to'],
      ['from=2025-01-01&to=2026-12-31', '.to'],
      ['from=2026-01-01&to=2026-03-01&bucket=hour', '.to'],
      ['from=2026-01-01&to=2026-01-02&bucket=week', '.bucket'],
      ['from=2026-01-01&to=2026-01-02&timezone=Nowhere', '.timezone'],
      ['to=2026-01-02', '.from'],
    ])('refuses ?%s naming %s', async (query, name) => {
      const refused = await history((await world().person()).token, query);
      expect([refused.status, Object.keys(refused.body.details)]).toEqual([422, [name]]);
    });

    test('loses and invents nothing, whatever the zone, range and cut', async () => {
      const me = await world().person();
      const first = Date.UTC(2024, 0, 1);
      const entries = Array.from(
        { length: 800 },
        (_, index) => [iso(first + index * 86_400_000 + index * 900_000), index + 1] as const,
      );
      await spend(me.id, entries);
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
          fc.integer({ min: 0, max: 700 }),
          fc.integer({ min: 1, max: 31 }),
          fc.constantFrom('day', 'hour'),
          async (zone, start, length, bucket) => {
            const from = iso(first + start * 86_400_000).slice(0, 10);
            const to = iso(first + (start + length - 1) * 86_400_000).slice(0, 10);
            const { body } = await history(
              me.token,
              `from=${from}&to=${to}&bucket=${bucket}&timezone=${zone}`,
            );
            const local = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
            const expected = entries
              .filter(([at]) => {
                const date = local.format(new Date(at));
                return date >= from && date <= to;
              })
              .reduce((sum, [, tokens]) => sum + tokens, 0);
            const total = body.buckets.reduce(
              (sum: number, { tokens }: { tokens: number }) => sum + tokens,
              0,
            );
            expect(total).toBe(expected);
            expect(local.format(new Date(body.buckets[0].start))).toBe(from);
          },
        ),
        { numRuns: 60 },
      );
    });
  });
});
