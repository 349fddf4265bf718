import type { Operation } from '../../src/client/guarded.ts';
import { bareSeed } from '../../src/client/memory-seed.ts';
import { MeError } from '../../src/client/me-error.ts';
import type { Server } from './scene.ts';

const at = '2024-04-29T10:10:37.101Z';
const times = { createdAt: at, updatedAt: at };

const never = () => new Promise<never>(() => undefined);

/** These calls are never answered. */
export const unanswered = (...operations: Operation[]): Server => ({
  before: (operation) => (operations.includes(operation) ? never() : undefined),
});

/** These calls are answered after some milliseconds. */
export const slow = (milliseconds: number, ...operations: Operation[]): Server => ({
  before: (operation) =>
    operations.includes(operation)
      ? new Promise((resolve) => setTimeout(resolve, milliseconds))
      : undefined,
});

type Failure = ConstructorParameters<typeof MeError>[0];

/** These calls fail. */
export const failing = (failure: Failure, ...operations: Operation[]): Server => ({
  before: (operation) => {
    if (operations.includes(operation)) throw new MeError(failure);
  },
});

/** The backend is broken for these calls. */
export const broken = (...operations: Operation[]): Server =>
  failing({ code: 'InternalError', status: 500, reference: 'a1b2c3' }, ...operations);

/** Another device changes the account right before the first change from here arrives. */
export function conflicting(operation: Operation, change: (memory: Memory) => void): Server {
  let done = false;
  return {
    before: (called, memory) => {
      if (called !== operation || done) return;
      done = true;
      change(memory);
    },
  };
}
type Memory = Parameters<NonNullable<Server['before']>>[1];

/** Somebody who has just signed up. */
export const newcomer: Server = {
  user: {
    name: 'New Person',
    username: undefined,
    bio: undefined,
    avatarUrl: undefined,
    email: undefined,
    defaultEmail: undefined,
    emails: [],
    phoneNumber: undefined,
    phoneNumbers: [],
    identities: [],
    timezone: undefined,
    badges: [],
  },
  preferences: { notifications: {}, timezone: undefined, socials: {} },
  usage: {
    monthlyTokenUsage: 0,
    monthlyRemaining: 250_000,
    usagePercentage: 0,
    totalAvailable: 250_000,
    paidTokenBalance: 0,
  },
  spending: [],
};

/** The least a backend may answer. */
export const bare: Server = { seed: bareSeed };

const long = {
  name: 'María Fernanda Albuquerque-Schwarzenberger von und zu Hohenlohe-Langenburg 王小明 محمد بن عبد الله',
  username: 'a_username_of_thirty_characters',
  bio: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft. यह एक बहुत लंबा परिचय है। '.repeat(
    4,
  ),
  email:
    'an.address.that.goes.on.and.on.until.it.no.longer.fits@a-rather-long-subdomain.of.an-example-company.example',
};

/** Very long texts in several scripts. */
export const longTexts: Server = {
  user: {
    name: long.name,
    username: long.username.slice(0, 30),
    bio: long.bio.slice(0, 500),
    email: long.email,
    defaultEmail: long.email,
    emails: [
      { id: 'e1', userId: 'u1', email: long.email, verified: true, ...times },
      { id: 'e2', userId: 'u1', email: `second.${long.email}`, verified: false, ...times },
    ],
    identities: [
      {
        id: 'i1',
        name: long.name,
        email: long.email,
        provider: 'a-provider-of-a-very-long-name',
        ...times,
      },
    ],
    badges: ['a:badge-with-a-name-that-is-longer-than-most', 'خبير:شارة', 'バッジ'],
  },
  preferences: { socials: { twitter: 'x'.repeat(60), discord: 'd'.repeat(60) } },
  usage: { subscriptionPlan: 'The plan for companies with an extraordinarily long name' },
  sessions: [
    {
      id: 's1',
      current: true,
      type: 'web',
      platform: 'linux',
      deviceName: `Le très vieil ordinateur portable de ${long.name}`,
      browser: 'A browser with a long name',
      os: 'An operating system of many words',
      ip: '2001:0db8:85a3:0000:0000:8a2e:0370:7334',
      location: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, Wales',
      active: true,
      createdAt: at,
      lastActive: at,
    },
    {
      id: 's2',
      current: false,
      type: 'mobile',
      platform: 'android',
      deviceName: 'هاتف محمد القديم جدًا الذي لا يريد أن يستبدله بآخر',
      ip: '2001:0db8:85a3:0000:0000:8a2e:0370:7334',
      active: true,
      createdAt: at,
      lastActive: at,
    },
  ],
};

/** Nothing can be changed here, as with a directory that owns the data. */
export const readOnly: Server = {
  can: {
    user: {
      name: 'read',
      username: 'read',
      bio: 'read',
      avatarUrl: 'read',
      locale: 'read',
      timezone: 'read',
      email: 'read',
      phoneNumber: 'read',
    },
    preferences: { theme: 'read', notifications: 'read', timezone: 'read', socials: 'read' },
    sessions: { revoke: false, revokeOthers: false },
  },
};

/** Somebody acts for the person. */
export const delegated: Server = {
  user: { executionMode: 'delegated', actor: { id: 'sam', name: 'Sam Support' } },
};

/** A program acts for the person. */
export const serviced: Server = { user: { executionMode: 'service' } };

/** The account waits for its erasure. */
export const leaving: Server = {
  user: {
    deletion: {
      requestedAt: at,
      scheduledFor: new Date(Date.now() + 20 * 86_400_000).toISOString(),
    },
  },
};
