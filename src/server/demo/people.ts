import type { SeedAccount, SeedSession } from '../db/seed.ts';
import { demoNames } from '../identity/demo-key.ts';

interface DemoPerson {
  account: SeedAccount;
  sessions?: SeedSession[];
  manySessions?: number;
  /** Tokens the running month would end at, and what makes the days differ. */
  usage?: { perMonth: number; seed: number };
  preferences?: { theme: string; timezone?: string; twitter?: string; discord?: string };
}

const { issuer } = demoNames;

/** A full profile, a month that will end a little over quota, and five other devices. */
const ada: DemoPerson = {
  account: {
    issuer,
    subject: 'ada',
    username: 'ada',
    name: 'Ada Lovelace',
    bio: 'Mathematician. Writes notes longer than the paper they annotate.',
    locale: 'en-GB',
    timezone: 'Europe/London',
    badges: ['early-adopter', 'messagebird:cx'],
    tokenQuota: 1_000_000,
    paidTokenBalance: 150_000,
    subscriptionPlan: 'Pro',
    subscriptionStatus: 'active',
    createdAt: '2024-12-10T09:30:00.000Z',
    emails: [
      { email: 'ada@analytical.example', verified: true, primary: true },
      { email: 'ada.l@example.org', verified: false, primary: false },
    ],
    phoneNumbers: [{ phoneNumber: '+442079460018', verified: true, primary: true }],
    identities: [
      { provider: 'google', name: 'Ada Lovelace', email: 'ada@analytical.example' },
      { provider: 'github', name: 'ada-lovelace' },
    ],
  },
  sessions: [
    {
      type: 'web',
      platform: 'desktop',
      browser: 'Chrome 131',
      os: 'macOS Sequoia',
      ip: '203.0.113.24',
      location: 'London, United Kingdom',
      created: 24 * 40,
      lastActive: 2,
    },
    {
      type: 'mobile',
      platform: 'ios',
      tokenType: 'apns',
      deviceName: 'iPhone 16',
      browser: 'Mirra',
      os: 'iOS 18',
      location: 'London, United Kingdom',
      created: 24 * 61,
      lastActive: 9,
    },
    {
      type: 'mobile',
      platform: 'android',
      tokenType: 'fcm',
      deviceName: 'Pixel 9',
      browser: 'Mirra',
      os: 'Android 15',
      location: 'Turin, Italy',
      created: 24 * 90,
      lastActive: 24 * 6,
    },
    {
      type: 'web',
      platform: 'desktop',
      browser: 'Firefox 133',
      os: 'Ubuntu',
      ip: '2001:db8::ada',
      location: 'Nottingham, United Kingdom',
      created: 24 * 120,
      lastActive: 24 * 19,
    },
    { lastActive: 24 * 47 },
  ],
  usage: { perMonth: 1_065_000, seed: 1815 },
  preferences: {
    theme: 'system',
    timezone: 'Europe/London',
    twitter: 'ada_notes',
    discord: 'ada.lovelace',
  },
};

/** Everything optional is missing. */
const newcomer: DemoPerson = {
  account: {
    issuer,
    subject: 'new',
    username: 'new',
    name: 'New user',
    tokenQuota: 100_000,
    createdAt: new Date().toISOString(),
  },
};

/** Long, many, and in every script: what layouts break on. */
const heavy: DemoPerson = {
  account: {
    issuer,
    subject: 'heavy',
    username: 'heavy',
    name: 'فاطمة الزهراء बिन्दु 王小明 👩🏽‍🚀 Zoë Ångström-Ñandú',
    bio: `أكتب بلغات كثيرة، من اليمين إلى اليسار وبالعكس.
मैं कई लिपियों में लिखती हूँ, और संयुक्ताक्षर मुझे प्रिय हैं: क्षत्रिय, ज्ञान, श्रृंखला।
我用许多文字写作，从不换行的长句子也不例外，因为布局应该承受得住任何人写下的任何内容。
Families and flags: 👨‍👩‍👧‍👦 🏳️‍🌈 👩🏿‍❤️‍💋‍👩🏻 🇮🇳 🇦🇪. Combining: é ñ ạ̈ Z̶̢̛͎a̷̧͝l̴̨͠g̵̛͜ȯ̸̧.
Averyveryverylongwordwithoutanyplacetobreakatallbecausesomebodywillalwayswriteoneofthose`,
    locale: 'en-IN',
    timezone: 'Asia/Calcutta',
    tokenQuota: 500_000,
    paidTokenBalance: 20_000,
    subscriptionPlan: 'Free',
    subscriptionStatus: 'active',
    createdAt: '2023-03-14T15:09:26.535Z',
    emails: [{ email: 'heavy@example.com', verified: true, primary: true }],
  },
  manySessions: 10_000,
  usage: { perMonth: 2_400_000, seed: 1947 },
};

/** Will be erased unless restored. */
const leaving: DemoPerson = {
  account: {
    issuer,
    subject: 'leaving',
    username: 'leaving',
    name: 'Lea Ving',
    bio: 'Thank you for everything.',
    locale: 'en',
    timezone: 'America/New_York',
    tokenQuota: 100_000,
    subscriptionPlan: 'Free',
    subscriptionStatus: 'active',
    createdAt: '2025-02-01T12:00:00.000Z',
    deletedDaysAgo: 18,
    graceDays: 30,
    emails: [{ email: 'lea@example.net', verified: true, primary: true }],
  },
  usage: { perMonth: 20_000, seed: 12 },
};

export const people: readonly DemoPerson[] = [ada, newcomer, heavy, leaving];
