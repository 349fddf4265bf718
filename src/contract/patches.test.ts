import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preferencesPatch } from './preferences.ts';
import { sessionQuery } from './session.ts';
import { usageHistoryQuery } from './usage.ts';
import { userFields, userPatch } from './user.ts';

const codes = (parsed: { success: boolean; error?: { issues: { message: string }[] } }) =>
  (parsed.error?.issues ?? []).map((issue) => issue.message);

const values = {
  name: 'Ada',
  username: 'ada-l',
  bio: 'Programs',
  avatarUrl: 'https://example.com/a.png',
  locale: 'en-GB',
  timezone: 'Europe/London',
  email: 'ada@example.com',
  phoneNumber: '+442079460123',
};

describe('the patch of an account', () => {
  it('comes out with exactly the fields that went in', () => {
    fc.assert(
      fc.property(fc.subarray(userFields), (fields) => {
        const patch = Object.fromEntries(fields.map((field) => [field, values[field]]));
        expect(userPatch.parse(patch)).toStrictEqual(patch);
      }),
    );
  });

  it('clears with null what may be empty, and nothing else', () => {
    const cleared = userFields.filter((field) => userPatch.safeParse({ [field]: null }).success);
    expect(cleared).toEqual(['bio', 'avatarUrl', 'locale', 'timezone', 'email', 'phoneNumber']);
    expect(userPatch.parse({ bio: null })).toStrictEqual({ bio: null });
  });

  it('refuses any property it does not know', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('id', 'status', 'toString', 'constructor'));
    fc.assert(
      fc.property(key, fc.jsonValue(), (name, value) => {
        fc.pre(!(userFields as string[]).includes(name) && name !== '__proto__');
        const parsed = userPatch.safeParse({ name: 'Ada', [name]: value });
        expect(codes(parsed)).toEqual(['property_unknown']);
      }),
    );
  });

  it('names each broken field once', () => {
    const parsed = userPatch.safeParse({ name: '', username: 'a', locale: 'text' });
    expect(parsed.error?.issues.map(({ path, message }) => [...path, message])).toEqual([
      ['name', 'name_required'],
      ['username', 'username_length'],
      ['locale', 'locale_invalid'],
    ]);
  });

  it.each([null, 'text', 1, [], [{ name: 'Ada' }]])('refuses %j as a patch', (body) => {
    expect(codes(userPatch.safeParse(body))).toEqual(['type_invalid']);
  });
});

describe('the patch of the preferences', () => {
  it('comes out as it went in, however little is given', () => {
    const patch = fc.record(
      {
        theme: fc.constantFrom('system', 'light', 'dark'),
        timezone: fc.constantFrom('UTC', 'Asia/Calcutta', null),
        socials: fc.record(
          { twitter: fc.constantFrom('ada', null), discord: fc.constantFrom('ada.l', null) },
          { requiredKeys: [] },
        ),
        notifications: fc.record(
          {
            product: fc.record({ email: fc.boolean(), push: fc.boolean() }, { requiredKeys: [] }),
            security: fc.record({ push: fc.boolean() }, { requiredKeys: [] }),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(patch, (value) => {
        expect(preferencesPatch.parse(value)).toEqual(value);
      }),
    );
  });

  it('never turns security mail off', () => {
    const parsed = preferencesPatch.safeParse({ notifications: { security: { email: false } } });
    expect(parsed.error?.issues).toMatchObject([
      { path: ['notifications', 'security', 'email'], message: 'notifications_locked' },
    ]);
    const on = { notifications: { security: { email: true, push: false } } };
    expect(preferencesPatch.parse(on)).toEqual(on);
  });

  it.each([
    [{ colour: 'red' }, 'property_unknown'],
    [{ socials: { mastodon: 'ada' } }, 'property_unknown'],
    [{ notifications: { legal: { email: true } } }, 'property_unknown'],
    [{ notifications: { product: { fax: true } } }, 'property_unknown'],
    [{ theme: 'sepia' }, 'theme_unknown'],
    [{ theme: null }, 'theme_unknown'],
    [{ timezone: 'text' }, 'timezone_unknown'],
    [{ socials: null }, 'type_invalid'],
    [{ notifications: { product: null } }, 'type_invalid'],
    [{ notifications: { product: { email: 'yes' } } }, 'type_invalid'],
  ])('refuses %j with %s', (patch, code) => {
    expect(codes(preferencesPatch.safeParse(patch))).toEqual([code]);
  });
});

describe('the query of the usage history', () => {
  const parse = (query: object) => codes(usageHistoryQuery.safeParse(query));

  it('takes a day alone, and counts days in UTC unless told otherwise', () => {
    expect(usageHistoryQuery.parse({ from: '2024-02-29', to: '2024-02-29' })).toEqual({
      from: '2024-02-29',
      to: '2024-02-29',
      bucket: 'day',
      timezone: 'UTC',
    });
  });

  it.each(['2023-02-29', '2024-02-30', '2024-13-01', '2024-1-1', '2024-01-01T00:00Z', 'text', ''])(
    'refuses %j as a day',
    (from) => {
      expect(parse({ from, to: '2024-03-01' })).toEqual(['history_range']);
    },
  );

  it('takes at most a leap year of days or a month of hours, forwards', () => {
    expect(parse({ from: '2024-01-01', to: '2024-12-31' })).toEqual([]);
    expect(parse({ from: '2024-01-01', to: '2025-01-01' })).toEqual(['history_range']);
    expect(parse({ from: '2024-01-01', to: '2024-01-31', bucket: 'hour' })).toEqual([]);
    expect(parse({ from: '2024-01-01', to: '2024-02-01', bucket: 'hour' })).toEqual([
      'history_range',
    ]);
    expect(parse({ from: '2024-01-02', to: '2024-01-01' })).toEqual(['history_range']);
  });
});

describe('the query of the sessions', () => {
  it('wants 1 to 1000 rows, 50 unless told', () => {
    expect(sessionQuery.parse({})).toEqual({ limit: 50 });
    expect(sessionQuery.parse({ limit: '1000', pageToken: 'x' })).toEqual({
      limit: 1000,
      pageToken: 'x',
    });
    for (const limit of ['0', '1001', '-1', '1.5', 'ten', '', 'NaN'])
      expect(codes(sessionQuery.safeParse({ limit }))).toEqual(['type_invalid']);
  });
});
