import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birdCapabilities } from './bird.ts';
import { allCapabilities } from './capabilities.ts';
import { lowered, type LowerCapabilities } from './lowered.ts';
import { mirraCapabilities } from './mirra-capabilities.ts';

const ranks = ['none', 'read', 'edit'];
const all = [allCapabilities, birdCapabilities, mirraCapabilities];

/** Some of a group's keys, each with some value. */
const partOf = <T>(group: object, value: fc.Arbitrary<T>) =>
  fc.record(Object.fromEntries(Object.keys(group).map((key) => [key, value])), {
    requiredKeys: [],
  });

const { user, preferences, clear, usage, sessions } = allCapabilities;
const access = fc.constantFrom(...ranks);
const wishes = fc.record(
  {
    user: partOf(user, access),
    preferences: partOf(preferences, access),
    clear: partOf(clear, fc.boolean()),
    usage: partOf(usage, fc.boolean()),
    sessions: partOf(sessions, fc.boolean()),
    usernameAvailability: fc.boolean(),
    exportData: fc.boolean(),
    deletion: fc.record(
      { available: fc.boolean(), graceDays: fc.constantFrom(null, 7) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<LowerCapabilities>;

/** Every leaf, by its path. */
const leaves = (value: object, path = ''): [string, unknown][] =>
  Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'object' && part !== null
      ? leaves(part as object, `${path}${key}.`)
      : [[`${path}${key}`, part] as [string, unknown]],
  );

const rank = (value: unknown) => (typeof value === 'string' ? ranks.indexOf(value) : Number(value));

describe('capabilities that an operator lowers', () => {
  it('stay as they are where nothing is wanted', () => {
    for (const capabilities of all) expect(lowered(capabilities, {})).toEqual(capabilities);
  });

  it('are never more than there was, and never more than is wanted', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), wishes, (there, wanted) => {
        const wishOf = new Map(leaves(wanted));
        const before = leaves(there);
        const after = new Map(leaves(lowered(there, wanted)));
        expect([...after.keys()]).toEqual(before.map(([key]) => key));
        for (const [key, value] of before) {
          const wish = wishOf.get(key);
          const least = wish === undefined ? rank(value) : Math.min(rank(value), rank(wish));
          expect([key, rank(after.get(key))]).toEqual([key, least]);
        }
      }),
    );
  });
});
