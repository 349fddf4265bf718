/** A right answer of each kind with every key that the adapters know, each of its right type. */

const at = '2024-04-29T10:10:37.101Z';
const times = { createdAt: at, updatedAt: at };
const actor = { id: 'assistant', name: 'The assistant' };
const deletion = { requestedAt: at, scheduledFor: at };
const socials = { twitter: 'ada', discord: 'ada.l' };

const emails = [
  {
    id: 'e1',
    userId: 'u1',
    email: 'ada@example.com',
    verified: true,
    passwordSet: true,
    tokenSet: false,
    ...times,
  },
];
const phoneNumbers = [
  {
    id: 'p1',
    userId: 'u1',
    phoneNumber: '+442079460123',
    verified: true,
    primary: true,
    ...times,
  },
];
const identities = [
  {
    id: 'i1',
    name: 'Ada',
    email: 'ada@example.com',
    avatarUrl: 'https://example.com/a.png',
    provider: 'google',
    ...times,
  },
];

export const userExample = {
  id: 'u1',
  status: 'active',
  name: 'Ada',
  username: 'ada',
  bio: 'Notes',
  avatarUrl: 'https://example.com/a.png',
  email: 'ada@example.com',
  defaultEmail: 'ada@example.com',
  emails,
  phoneNumber: '+442079460123',
  phoneNumbers,
  identities,
  locale: 'en-GB',
  timezone: 'Europe/London',
  badges: ['messagebird:cx'],
  activeSessions: 2,
  deletion,
  executionMode: 'delegated',
  actor,
  ...times,
};

export const preferencesExample = {
  theme: 'dark',
  notifications: { security: { email: true, push: false } },
  timezone: 'Asia/Tokyo',
  socials,
};

export const usageExample = {
  monthlyTokenUsage: 12,
  tokenQuota: 100,
  monthlyRemaining: 88,
  usagePercentage: 12,
  paidTokenBalance: 1,
  totalAvailable: 89,
  lastQuotaReset: at,
  nextQuotaReset: at,
  subscriptionPlan: 'Pro',
  subscriptionStatus: 'active',
  subscriptionCancelAt: at,
};

export const historyExample = { buckets: [{ start: at, tokens: 1 }], timezone: 'UTC' };

const sessionExample = {
  id: 's1',
  current: true,
  type: 'web',
  platform: 'linux',
  tokenType: 'bearer',
  deviceName: 'Laptop',
  browser: 'Firefox',
  os: 'Linux',
  ip: '203.0.113.7',
  location: 'London',
  active: true,
  createdAt: at,
  lastActive: at,
  actor,
};

export const sessionPageExample = { results: [sessionExample], nextPageToken: 'next', total: 1 };

export const mirraProfileExample = {
  userId: 'u1',
  username: 'ada',
  name: 'Ada',
  email: 'ada@example.com',
  timezone: 'Europe/London',
  phoneNumber: '+442079460123',
  profilePhoto: {
    thumbnail: 'https://example.com/t.png',
    large: 'https://example.com/l.png',
    original: 'https://example.com/o.png',
  },
  socials,
  preferences: { timezone: 'Asia/Tokyo' },
  deletion,
  ...times,
};

export const mirraPreferencesExample = { timezone: 'Asia/Tokyo', socials };

export const mirraSessionsExample = { sessions: [sessionExample], totalSessions: 1 };

export const metadataExample = { executionMode: 'delegated', actor };
