import { type Preferences, preferences } from '../contract/preferences.ts';
import { type Session, session } from '../contract/session.ts';
import { type Usage, usage } from '../contract/usage.ts';
import { type User, user } from '../contract/user.ts';

/** Tokens spent at one instant (milliseconds since 1970). */
export interface Spending {
  readonly at: number;
  readonly tokens: number;
}

/** What an in-memory account starts with. */
export interface MemorySeed {
  readonly user: User;
  readonly preferences: Preferences;
  readonly usage: Usage;
  readonly sessions: readonly Session[];
  readonly spending: readonly Spending[];
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const iso = (instant: number): string => new Date(instant).toISOString();

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function adaSessions(now: number): Session[] {
  const rows = [
    { browser: 'Firefox', os: 'Linux', location: 'London, United Kingdom', ip: '203.0.113.7' },
    {
      deviceName: "Ada's iPhone",
      browser: 'Safari',
      os: 'iOS',
      location: 'London, United Kingdom',
    },
    { browser: 'Chrome', os: 'Windows', location: 'Turin, Italy', ip: '198.51.100.23' },
    { deviceName: 'analytical-engine', type: 'api', ip: '2001:db8::1843' },
    { platform: 'android' },
  ];
  const ages = [0, 2 * hour, 3 * day, 12 * day, 40 * day];
  return rows.map((row, index) =>
    session.parse({
      type: 'web',
      ...row,
      id: id(20 + index),
      current: index === 0,
      active: true,
      createdAt: iso(now - (ages[index] ?? 0) - 5 * day),
      lastActive: iso(now - (ages[index] ?? 0)),
    }),
  );
}

/** Two months of weekdays busier than weekends, the same at every run. */
function adaSpending(now: number): Spending[] {
  return Array.from({ length: 60 }, (_, index) => {
    const at = now - index * day;
    const weekend = [0, 6].includes(new Date(at).getUTCDay());
    return { at, tokens: (weekend ? 900 : 4_200) + ((index * 7_919) % 2_300) };
  });
}

/** Ada Lovelace: an account with something in every place, as of `now`. */
export function adaSeed(now: number): MemorySeed {
  const userId = id(1);
  const created = '2023-12-10T09:15:00.000Z';
  const times = { createdAt: created, updatedAt: created };
  const month = new Date(now);
  const reset = (months: number) =>
    iso(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + months, 1));
  const spending = adaSpending(now);
  const spent = spending
    .filter(({ at }) => at >= Date.parse(reset(0)))
    .reduce((sum, { tokens }) => sum + tokens, 0);
  const quota = 250_000;
  return {
    user: user.parse({
      id: userId,
      status: 'active',
      name: 'Ada Lovelace',
      username: 'ada',
      bio: 'I write programs for the Analytical Engine.',
      email: 'ada@example.com',
      defaultEmail: 'ada@example.com',
      emails: [
        { id: id(2), userId, email: 'ada@example.com', verified: true, ...times },
        { id: id(3), userId, email: 'countess@example.org', verified: true, ...times },
        { id: id(4), userId, email: 'ada@engine.example', verified: false, ...times },
      ],
      phoneNumber: '+442079460123',
      phoneNumbers: [
        {
          id: id(5),
          userId,
          phoneNumber: '+442079460123',
          verified: true,
          primary: true,
          ...times,
        },
      ],
      identities: [
        { id: id(6), name: 'Ada Lovelace', email: 'ada@example.com', provider: 'google', ...times },
        { id: id(7), name: 'ada', provider: 'github', ...times },
      ],
      locale: 'en-GB',
      timezone: 'Europe/London',
      badges: ['messagebird:cx'],
      activeSessions: 5,
      ...times,
    }),
    preferences: preferences.parse({
      theme: 'system',
      notifications: {
        security: { email: true, push: true },
        product: { email: false, push: false },
        usage: { email: true, push: false },
      },
      socials: { twitter: 'ada', discord: 'ada.lovelace' },
    }),
    usage: usage.parse({
      monthlyTokenUsage: spent,
      tokenQuota: quota,
      monthlyRemaining: quota - spent,
      usagePercentage: (spent / quota) * 100,
      paidTokenBalance: 40_000,
      totalAvailable: quota - spent + 40_000,
      lastQuotaReset: reset(0),
      nextQuotaReset: reset(1),
      subscriptionPlan: 'Pro',
      subscriptionStatus: 'active',
    }),
    sessions: adaSessions(now),
    spending,
  };
}

/**
 * The least a backend may answer: the example of Bird's `GET /me`, whose every string is `text`
 * (no time zone, no language tag, no URL) and which counts no sessions.
 */
export function bareSeed(): MemorySeed {
  const at = '2024-04-29T10:10:37.101Z';
  const times = { createdAt: at, updatedAt: at };
  const userId = '123e4567-e89b-12d3-a456-426614174000';
  return {
    user: user.parse({
      id: userId,
      status: 'pending',
      name: 'text',
      bio: 'text',
      emails: [
        {
          id: userId,
          userId,
          email: 'name@gmail.com',
          verified: false,
          passwordSet: false,
          tokenSet: false,
          ...times,
        },
      ],
      defaultEmail: 'text',
      identities: [
        { id: 'text', name: 'text', email: 'text', avatarUrl: 'text', provider: 'text', ...times },
      ],
      avatarUrl: 'text',
      phoneNumber: 'text',
      phoneNumbers: [
        { id: userId, userId, phoneNumber: 'text', verified: false, primary: false, ...times },
      ],
      locale: 'text',
      timezone: 'text',
      badges: ['messagebird:cx'],
      ...times,
    }),
    preferences: preferences.parse({}),
    usage: usage.parse({}),
    sessions: [],
    spending: [],
  };
}
