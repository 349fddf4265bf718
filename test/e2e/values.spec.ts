import fc from 'fast-check';
import type { Page, Route } from '@playwright/test';
import { isLocale } from '../../src/contract/rules.ts';
import { card, expect, readingTest, test } from './fixtures.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '\ufeff',
    '\u3164',
    '\u202e',
    '\u2069\u202eabc',
    '__proto__',
    'constructor',
    '<b>',
    'toString',
    'עדה',
    'क्षि',
    '👨‍👩‍👧',
    '{x}',
    '%E0',
    'a\nb',
    '\0',
    '\ud800',
    '9'.repeat(400),
  ),
);
const anyDate = fc.oneof(
  anyText,
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom(
    '+275760-09-13T00:00:00.000Z',
    '-271821-04-20T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '0000-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026',
    '-1',
  ),
);
const anyNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, -1, 1.5, 1e21, 1e308, -1e308, 5e-324, Number.MAX_SAFE_INTEGER),
);
/** A tag with every kind of subtag that the rule takes, and texts that it may not take. */
const anyTag = fc
  .tuple(
    fc.constantFrom('ar', 'en', 'de', 'zh', 'he', 'tlh', 'und', 'german', 'i-klingon', 'x-a', 'EN'),
    fc.constantFrom('', '-Latn', '-Hans', '-Arab', '-1994', '-latn-us-posix', '-EG', '-419', '-zz'),
    fc.constantFrom(
      '',
      '-u-nu-latn',
      '-u-nu-arab',
      '-u-ca-chinese',
      '-u-ca-buddhist-nu-thai',
      '-u-hc-h23',
      '-u-hc-h99',
      '-u-nu-roman',
      '-u-va-posix',
      '-t-en-h0-hybrid',
      '-x-private',
      '-a-bcd',
      '-u-co-phonebk-nu-mathsans',
      '-u-ca-islamic-umalqura',
      '-u-attr-nu',
      '-u-rg-uszzzz',
    ),
  )
  .map((parts) => parts.join(''));

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const id = fc.oneof(fc.uuid(), anyText);

/** What a backend may send: more than anybody may write. */
const account = fc.record({
  user: fc.record({
    id: fc.uuid(),
    status: maybe(anyText),
    name: anyText,
    username: maybe(anyText),
    bio: maybe(anyText),
    avatarUrl: maybe(anyText),
    email: maybe(anyText),
    phoneNumber: maybe(anyText),
    emails: fc.array(
      fc.record({ id, email: anyText, verified: maybe(fc.boolean()), createdAt: anyDate }),
      { maxLength: 4 },
    ),
    phoneNumbers: fc.array(fc.record({ id, phoneNumber: anyText }), { maxLength: 4 }),
    identities: fc.array(
      fc.record({ id, name: maybe(anyText), email: maybe(anyText), provider: maybe(anyText) }),
      { maxLength: 8 },
    ),
    locale: maybe(fc.oneof({ weight: 4, arbitrary: anyTag }, anyText)),
    timezone: maybe(fc.oneof(anyText, fc.constantFrom('UTC', 'US/Pacific', 'Asia/Kathmandu'))),
    badges: fc.array(anyText, { maxLength: 6 }),
    activeSessions: maybe(anyNumber),
    createdAt: maybe(anyDate),
    deletion: fc.option(fc.record({ requestedAt: anyDate, scheduledFor: anyDate }), {
      nil: undefined,
      freq: 4,
    }),
    executionMode: fc.option(anyText, { nil: undefined, freq: 4 }),
    actor: maybe(fc.record({ id: anyText, name: maybe(anyText) })),
  }),
  preferences: fc.record({
    theme: maybe(anyText),
    timezone: maybe(anyText),
    socials: fc.record({ twitter: maybe(anyText), discord: maybe(anyText) }),
    notifications: maybe(
      fc.dictionary(anyText, fc.dictionary(anyText, fc.boolean(), { maxKeys: 3 }), { maxKeys: 4 }),
    ),
  }),
  usage: fc.record({
    monthlyTokenUsage: anyNumber,
    tokenQuota: fc.option(anyNumber),
    monthlyRemaining: maybe(anyNumber),
    usagePercentage: maybe(anyNumber),
    paidTokenBalance: anyNumber,
    totalAvailable: maybe(anyNumber),
    lastQuotaReset: maybe(anyDate),
    nextQuotaReset: maybe(anyDate),
    subscriptionPlan: maybe(anyText),
    subscriptionStatus: maybe(anyText),
    subscriptionCancelAt: maybe(anyDate),
  }),
  history: fc.record({
    buckets: fc.array(fc.record({ start: anyDate, tokens: anyNumber }), { maxLength: 12 }),
    timezone: maybe(anyText),
  }),
  sessions: fc.record({
    results: fc.array(
      fc.record({
        id: maybe(id),
        current: maybe(fc.boolean()),
        ...Object.fromEntries(
          ['type', 'platform', 'tokenType', 'deviceName', 'browser', 'os', 'ip', 'location'].map(
            (part) => [part, maybe(anyText)],
          ),
        ),
        active: maybe(fc.boolean()),
        createdAt: maybe(anyDate),
        lastActive: maybe(anyDate),
        actor: maybe(fc.record({ id: anyText, name: maybe(anyText) })),
      }),
      { maxLength: 6 },
    ),
    total: maybe(anyNumber),
  }),
});
type Account = typeof account extends fc.Arbitrary<infer T> ? T : never;

/** Answers as a backend that holds `shown.account` would. */
async function answerWith(page: Page, shown: { account: Account }): Promise<void> {
  const answer = (of: (account: Account) => unknown) => (route: Route) =>
    route.fulfill({
      json: of(shown.account),
      headers: { ETag: `"${shown.account.user.id}"` },
    });
  await page.route(
    /\/me$/,
    answer(({ user }) => user),
  );
  await page.route(
    /\/me\/preferences$/,
    answer(({ preferences }) => preferences),
  );
  await page.route(
    /\/me\/usage$/,
    answer(({ usage }) => usage),
  );
  await page.route(
    /\/me\/usage\/history/,
    answer(({ history }) => history),
  );
  await page.route(
    /\/me\/sessions/,
    answer(({ sessions }) => sessions),
  );
}

/** The fewest cards of each page. */
const cardsOf = { profile: 5, preferences: 4, usage: 2, sessions: 1, 'danger-zone': 2 } as const;

/** Every page by its link; each has its heading and its cards, and none of them failed. */
async function expectEveryPage(page: Page, what: string): Promise<void> {
  for (const [path, fewest] of Object.entries(cardsOf)) {
    await page.locator(`nav a[href="/${path}"]`).click();
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1 }), `${what} ${path}`).toBeVisible();
    await expect(main.getByRole('heading', { level: 2 }).nth(fewest - 1), what).toBeAttached();
    // Only what cannot be shown or fetched is an alert here.
    await expect(main.getByRole('alert'), `${what} ${path}`).toHaveCount(0);
  }
}

const seed = 20_261_128;

const odd = ['__proto__', 'constructor', '\u2069\u202e', '\ufeff', ''];
const [someone, ...others] = fc.sample(account, { seed, numRuns: 5 }) as [Account, ...Account[]];
/** The values that one would look for first, all at once. */
const worst: Account = {
  ...someone,
  user: {
    ...someone.user,
    name: '\u3164',
    locale: 'ar-u-ca-chinese-nu-latn',
    createdAt: '+275760-09-13T00:00:00.000Z',
    deletion: undefined,
    identities: odd.map((text) => ({ id: 'one', name: text, email: text, provider: text })),
    badges: [...odd, ...odd],
  },
  sessions: {
    results: odd.map((text) => ({
      id: text,
      current: false,
      platform: text,
      os: text,
      actor: undefined,
      active: true,
      createdAt: text,
      lastActive: '-271821-04-20T00:00:00.000Z',
    })),
    total: -1,
  },
};
const accounts = [worst, someone, ...others];

readingTest('every page shows whatever a backend may send', async ({ page, signIn, service }) => {
  await signIn('ada');
  const shown = { account: worst };
  await answerWith(page, shown);
  for (const [index, one] of accounts.entries()) {
    shown.account = one;
    await page.goto(`${service.url}/profile`);
    await expectEveryPage(page, `account ${index}`);
  }
});

readingTest(
  'the page shows every language tag that the rule takes',
  async ({ page, signIn, service }) => {
    await signIn('ada');
    const tags = [...new Set(fc.sample(anyTag, { seed, numRuns: 90 }))].filter(isLocale);
    expect(tags.length).toBeGreaterThan(40);
    const shown = { account: structuredClone(worst) };
    const { user } = shown.account;
    Object.assign(user, { identities: [], deletion: undefined, executionMode: undefined });
    await page.clock.install();
    await answerWith(page, shown);
    await page.goto(`${service.url}/profile`);
    for (const tag of tags) {
      Object.assign(user, { locale: tag, name: `Reads ${tag}` });
      // What was read is old by then, and read again by who comes back to the page.
      await page.clock.fastForward(31_000);
      await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
      await expect(page.locator('#name')).toHaveValue(`Reads ${tag}`);
      await expect(page.locator('#locale'), tag).not.toBeEmpty();
      await expect(page.locator('main h2'), tag).toHaveCount(5);
      await expect(page.getByRole('main').getByRole('alert'), tag).toHaveCount(0);
    }
  },
);

test('a language with its way of writing numbers is shown, kept, and written so', async ({
  page,
  service,
  signIn,
}) => {
  const headers = { Authorization: `Bearer ${await service.token('ada')}` };
  const patched = await page.request.patch(`${service.url}/me`, {
    headers,
    data: { locale: 'ar-EG-u-nu-latn' },
  });
  expect(patched.status()).toBe(200);
  await signIn('ada');
  const region = card(page, 'المنطقة');
  await expect(region.getByRole('button', { name: /العربية.*u-nu-latn/ })).toBeVisible();
  await expect(page.getByText(/\d{4}/).first()).toBeVisible();
  const me = await page.request.get(`${service.url}/me`, { headers });
  expect(await me.json()).toMatchObject({ locale: 'ar-EG-u-nu-latn' });
});
