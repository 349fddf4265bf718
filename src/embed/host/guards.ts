import { isPageName, type PageName } from '../../contract/page-names.ts';
import type { Parse } from '../connection.ts';
import {
  densities,
  fontFamilyPattern,
  longest,
  ranges,
  themeModes,
  tokenReasons,
  wordPattern,
  type FrameEvent,
  type FrameTheme,
  type Hello,
  type TokenWanted,
} from '../protocol.ts';

/**
 * What a host checks, by hand: it loads no schemas. The frame checks the same by the contract's
 * schemas, and a test holds the two together.
 */

export type Fields = Readonly<Record<string, unknown>>;
/** The path of what is wrong, or undefined. */
export type Check = (value: unknown) => string | undefined;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const is =
  (isRight: (value: unknown) => boolean): Check =>
  (value) =>
    isRight(value) ? undefined : '';

const oneOf = (values: readonly unknown[]): Check => is((value) => values.includes(value));

const within = ({ min, max }: { min: number; max: number }): Check =>
  is((value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max);

/** Of an object, which of its known parts is wrong; `exact`: an unknown part is wrong too. */
function wrongIn(value: unknown, checks: Readonly<Record<string, Check>>, exact = false) {
  if (!isObject(value)) return '';
  const unknown = exact && Object.keys(value).find((key) => !Object.hasOwn(checks, key));
  if (unknown) return unknown;
  for (const [key, check] of Object.entries(checks)) {
    const wrong = check(value[key]);
    if (wrong !== undefined) return wrong ? `${key}.${wrong}` : key;
  }
  return undefined;
}

export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? undefined : check(value);

const colour = is((value) => typeof value === 'string' && /^#[\da-f]{6}$/i.test(value));

/** Which part of a theme is wrong. */
export const wrongTheme: Check = (theme) =>
  wrongIn(
    theme,
    {
      mode: optional(oneOf(themeModes)),
      accent: optional((accent) => wrongIn(accent, { light: colour, dark: colour }, true)),
      radius: optional(within(ranges.radius)),
      fontSize: optional(within(ranges.fontSize)),
      fontFamily: optional(
        is(
          (value) =>
            typeof value === 'string' &&
            value.length <= longest.fontFamily &&
            fontFamilyPattern.test(value),
        ),
      ),
      density: optional(oneOf(densities)),
    } satisfies Record<keyof FrameTheme, Check>,
    true,
  );

/** Whether a language tag is none (BCP 47). */
export const wrongLocale: Check = is((value) => {
  try {
    return (
      typeof value === 'string' &&
      value.length <= longest.locale &&
      Intl.getCanonicalLocales(value).length === 1
    );
  } catch {
    return false;
  }
});

const parsed =
  <T>(check: Check): Parse<T> =>
  (value) => {
    const wrong = check(value);
    return wrong === undefined ? { value: value as T } : { wrong };
  };

const text = is((value) => typeof value === 'string');
const word = is((value) => typeof value === 'string' && wordPattern.test(value));
export const flag = is((value) => typeof value === 'boolean');
const whole = within({ min: 0, max: 1_000_000_000 });

/** What the page says first, of whatever version. */
export const isHello = (value: unknown): value is Hello =>
  wrongIn(value, { type: oneOf(['hello']), version: text }) === undefined;

export const pageName = parsed<PageName>(is(isPageName));

export const height = parsed<number>(within(ranges.height));

export const tokenWanted = parsed<TokenWanted>((value) =>
  wrongIn(value, { reason: oneOf(tokenReasons), minTtl: whole, maxAge: optional(whole) }),
);

const words: Check = is(
  (value) => Array.isArray(value) && value.every((each) => word(each) === undefined),
);

const parts: Readonly<Record<FrameEvent['type'], Readonly<Record<string, Check>>>> = {
  ready: {},
  saved: { fields: words },
  dirty: { dirty: flag },
  'session.revoked': { count: whole, current: flag },
  'account.deleted': {},
  'account.restored': {},
  error: { code: word },
};

/** An event, with nothing in it but its known parts. */
export const frameEvent: Parse<FrameEvent> = (value) => {
  const { type } = (isObject(value) ? value : {}) as { type?: FrameEvent['type'] };
  const checks = type !== undefined && Object.hasOwn(parts, type) && parts[type];
  if (!checks || !isObject(value)) return { wrong: 'type' };
  const wrong = wrongIn(value, checks);
  if (wrong !== undefined) return { wrong };
  const known = Object.keys(checks).map((key) => [key, value[key]]);
  return { value: { type, ...Object.fromEntries(known) } as FrameEvent };
};
