import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { isPageName } from '../../contract/page-names.ts';
import { frameUpdate, pageName as pageNameSchema } from '../frame/messages.ts';
import { frameEvent, height, pageName, tokenWanted, wrongLocale, wrongTheme } from './guards.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof(arbitrary, fc.constant(undefined), fc.anything());
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);
const theme = fc.record(
  {
    mode: maybe(fc.constantFrom('light', 'dark', 'system', 'dim')),
    accent: maybe(fc.record({ light: maybe(colour), dark: maybe(colour) })),
    radius: maybe(fc.oneof(fc.integer({ min: -2, max: 30 }), fc.double())),
    fontSize: maybe(fc.integer({ min: 8, max: 24 })),
    fontFamily: maybe(fc.constantFrom("Inter, 'Noto Sans'", 'a;b', 'url(x)', '', 'x'.repeat(201))),
    density: maybe(fc.constantFrom('regular', 'compact', 'cosy')),
  },
  { requiredKeys: [] },
);

const takes = (schema: z.ZodMiniType, value: unknown) => schema.safeParse(value).success;

describe('a host and the frame agree', () => {
  test('on what a theme is', () => {
    let right = 0;
    fc.assert(
      fc.property(theme, (given) => {
        const isRight = wrongTheme(given) === undefined;
        if (isRight) right += 1;
        expect(takes(frameUpdate, { theme: given })).toBe(isRight);
      }),
      { numRuns: 5000 },
    );
    expect(right).toBeGreaterThan(50);
  });

  test('on what a language tag is', () => {
    const tag = fc.oneof(
      fc.string(),
      fc.constantFrom('en', 'pt-BR', 'ar-u-nu-latn', 'x', '', 'de-AT-1996', `en-${'a'.repeat(40)}`),
      fc.anything().filter((value) => value !== undefined),
    );
    fc.assert(
      fc.property(tag, (locale) => {
        expect(takes(frameUpdate, { locale })).toBe(wrongLocale(locale) === undefined);
      }),
      { numRuns: 2000 },
    );
  });

  test('on what a page is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.anything(), fc.constantFrom('usage')), (name) => {
        expect(takes(pageNameSchema, name)).toBe(isPageName(name));
        expect('value' in pageName(name)).toBe(isPageName(name));
      }),
    );
  });
});

test.each([
  [{ mode: 'dim' }, 'mode'],
  [{ colour: '#000000' }, 'colour'],
  [{ accent: '#000000' }, 'accent'],
  [{ accent: { light: '#fff', dark: '#ffff00' } }, 'accent.light'],
  [{ accent: { light: '#000000', dark: 'black' } }, 'accent.dark'],
  [{ accent: { light: '#000000', dark: '#ffffff', dim: '#111111' } }, 'accent.dim'],
  [{ radius: 4.5 }, 'radius'],
  [{ radius: 25 }, 'radius'],
  [{ fontFamily: 'x; } body { display: none' }, 'fontFamily'],
  [7, ''],
])('of the theme %j the part %j is wrong', (given, part) => {
  expect(wrongTheme(given)).toBe(part);
});

test.each([-1, 0.5, 20_001, Number.NaN, Infinity, '400', null])('%s is no height', (given) => {
  expect(height(given)).toEqual({ wrong: '' });
});

test.each([
  [{ reason: 'because', minTtl: 30 }, 'reason'],
  [{ reason: 'initial' }, 'minTtl'],
  [{ reason: 'initial', minTtl: -1 }, 'minTtl'],
  [{ reason: 'step_up', minTtl: 30, maxAge: 'now' }, 'maxAge'],
])('nobody is asked for a token by %j', (given, wrong) => {
  expect(tokenWanted(given)).toEqual({ wrong });
});

test.each([
  [{ type: 'saved' }, 'fields'],
  [{ type: 'saved', fields: ['name', 'Ada Lovelace'] }, 'fields'],
  [{ type: 'dirty', dirty: 1 }, 'dirty'],
  [{ type: 'error', code: 'no such word' }, 'code'],
  [{ type: 'session.revoked', count: -1, current: false }, 'count'],
  [{ type: 'hacked' }, 'type'],
  ['ready', 'type'],
])('%j is no event', (given, wrong) => {
  expect(frameEvent(given)).toEqual({ wrong });
});

test('an event has nothing in it but its known parts', () => {
  expect(frameEvent({ type: 'saved', fields: ['username'], value: 'ada' })).toEqual({
    value: { type: 'saved', fields: ['username'] },
  });
});
