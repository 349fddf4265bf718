import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preferences } from './preferences.ts';
import { problem } from './problem.ts';
import { sessionPage, usernameAvailability } from './session.ts';
import { usage, usageHistory } from './usage.ts';
import { user } from './user.ts';

/** The example answer of Bird's `GET /me`, which has no `activeSessions`. */
const example = {
  id: '123e4567-e89b-12d3-a456-426614174000',
  status: 'pending',
  name: 'text',
  bio: 'text',
  createdAt: '2024-04-29T10:10:37.101Z',
  updatedAt: '2024-04-29T10:10:37.101Z',
  emails: [
    {
      id: '123e4567-e89b-12d3-a456-426614174000',
      userId: '123e4567-e89b-12d3-a456-426614174000',
      email: 'name@gmail.com',
      verified: false,
      passwordSet: false,
      tokenSet: false,
      createdAt: '2024-04-29T10:10:37.101Z',
      updatedAt: '2024-04-29T10:10:37.101Z',
    },
  ],
  defaultEmail: 'text',
  identities: [
    {
      id: 'text',
      name: 'text',
      email: 'text',
      avatarUrl: 'text',
      provider: 'text',
      createdAt: '2024-04-29T10:10:37.101Z',
      updatedAt: '2024-04-29T10:10:37.101Z',
    },
  ],
  avatarUrl: 'text',
  phoneNumber: 'text',
  phoneNumbers: [
    {
      id: '123e4567-e89b-12d3-a456-426614174000',
      userId: '123e4567-e89b-12d3-a456-426614174000',
      phoneNumber: 'text',
      verified: false,
      primary: false,
      createdAt: '2024-04-29T10:10:37.101Z',
      updatedAt: '2024-04-29T10:10:37.101Z',
    },
  ],
  locale: 'text',
  timezone: 'text',
  badges: ['messagebird:cx'],
};

const schemas = { user, preferences, usage, usageHistory, sessionPage, usernameAvailability };

/** The least that each answer may be. */
const least = {
  user: { id: '1', name: '' },
  preferences: {},
  usage: {},
  usageHistory: { buckets: [] },
  sessionPage: {},
  usernameAvailability: { available: true },
} satisfies Record<keyof typeof schemas, object>;

const names = Object.keys(schemas) as (keyof typeof schemas)[];

describe('reading an account', () => {
  it('takes the documented example as it is', () => {
    expect(user.parse(example)).toEqual(example);
  });

  it('takes an account of which only the id and the name are known', () => {
    expect(user.parse({ id: '1', name: 'Ada' })).toEqual({
      id: '1',
      name: 'Ada',
      emails: [],
      phoneNumbers: [],
      identities: [],
      badges: [],
    });
  });

  it('keeps values that this version does not know', () => {
    const odd = {
      ...example,
      status: 'hibernating',
      badges: ['a', 'b:c'],
      timezone: 'Mars/Olympus',
    };
    expect(user.parse(odd)).toEqual(odd);
    expect(preferences.parse({ theme: 'sepia' }).theme).toBe('sepia');
    expect(preferences.parse({ notifications: { legal: { fax: true } } }).notifications).toEqual({
      legal: { fax: true },
    });
  });

  it('tells a quota without limit from one of nothing and from one that is not known', () => {
    expect(usage.parse({ tokenQuota: null }).tokenQuota).toBeNull();
    expect(usage.parse({ tokenQuota: 0 }).tokenQuota).toBe(0);
    expect(usage.parse({})).toEqual({});
    expect(usage.parse({ monthlyTokenUsage: null, paidTokenBalance: null })).toEqual({});
    for (const wrong of ['1000', NaN, [], {}]) {
      expect(usage.safeParse({ tokenQuota: wrong }).success).toBe(false);
      expect(usage.safeParse({ paidTokenBalance: wrong }).success).toBe(false);
    }
    expect(usage.parse({ usagePercentage: 140 }).usagePercentage).toBe(140);
  });

  it('takes sessions of which nothing is known', () => {
    expect(sessionPage.parse({ results: [{}, { ip: null }] }).results).toEqual([{}, {}]);
  });

  it('takes an error body that says nothing', () => {
    expect(problem.parse({})).toEqual({});
  });
});

describe.each(names)('reading: %s', (name) => {
  const schema = schemas[name];
  const filled: Record<string, unknown> = name === 'user' ? example : { ...least[name] };
  const shape = schema._zod.def.shape as Record<string, unknown>;
  const required = Object.keys(least[name]);
  // Where `null` says something, it is not what absent is.
  const told = name === 'usage' ? ['tokenQuota'] : [];
  const optional = Object.keys(shape).filter((key) => ![...required, ...told].includes(key));

  it('drops what it does not know', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (extra) => {
        const unknown = Object.entries(extra).filter(([key]) => !(key in shape));
        const body = { ...filled, ...Object.fromEntries(unknown) };
        expect(schema.parse(body)).toEqual(schema.parse(filled));
      }),
    );
  });

  it('reads null as absent wherever a part may be absent', () => {
    const nulls = Object.fromEntries(optional.map((key) => [key, null]));
    expect(schema.parse({ ...least[name], ...nulls })).toEqual(schema.parse(least[name]));
  });

  it('needs the parts that must be there', () => {
    for (const key of required) {
      const { [key]: _, ...rest } = filled;
      expect(schema.safeParse(rest).success).toBe(false);
      expect(schema.safeParse({ ...filled, [key]: null }).success).toBe(false);
    }
    expect(schema.safeParse(least[name]).success).toBe(true);
  });

  it.each(Object.keys(shape))('refuses a value of the wrong type in %s', (key) => {
    // A part has one type: of five values of different types it takes at most one.
    const types = ['text', 1, true, [1], { a: 1 }];
    const accepted = types.filter((value) => schema.safeParse({ ...filled, [key]: value }).success);
    expect(accepted.length).toBeLessThanOrEqual(1);
  });

  it.each([null, 'text', 1, true, []])('refuses %j as the whole answer', (body) => {
    expect(schema.safeParse(body).success).toBe(false);
  });

  it('reads what it has read to the same', () => {
    const once = schema.parse(filled);
    expect(schema.parse(once)).toEqual(once);
  });
});
