import { clientNamePattern } from '../../contract/client-name.ts';
import { isSecureAddress } from '../../contract/addresses.ts';
import { isPageName, pageNames, type PageName } from '../../contract/page-names.ts';
import type { FrameEvent, FrameState, FrameTheme, FrameUpdate, TokenWanted } from '../protocol.ts';
import {
  flag,
  is,
  isObject,
  optional,
  wrongLocale,
  wrongTheme,
  type Check,
  type Fields,
} from './guards.ts';
import { AccountSettingsError } from './host-error.ts';

/** What {@link mountAccountSettings} is told. */
export interface AccountSettingsOptions {
  /** The origin that serves the account page: `https://account.example.com`. */
  readonly src: string;
  /** The name under which this product is registered there. */
  readonly client: string;
  /**
   * Gives the signed-in person's token for the backend. It is asked again when the last one ends or
   * is refused; with `step_up` the person has to have signed in within `maxAge` seconds.
   */
  readonly getToken: (wanted: TokenWanted) => string | Promise<string>;
  /** The page shown first; `profile` by default. */
  readonly page?: PageName | undefined;
  /** Shows the page's own navigation above it, as a row of tabs; off by default. */
  readonly tabs?: boolean | undefined;
  readonly theme?: FrameTheme | undefined;
  /** A language tag (BCP 47). Without it the account decides, then the browser. */
  readonly locale?: string | undefined;
  readonly onEvent?: ((event: FrameEvent) => void) | undefined;
  readonly onError?: ((error: AccountSettingsError) => void) | undefined;
  /** The person went to another page, by a tab or a link in it. */
  readonly onNavigate?: ((page: PageName) => void) | undefined;
}

/** The options that may be changed later. Each replaces what it was before as a whole. */
export type AccountSettingsUpdate = FrameUpdate;

type Rule = readonly [Check, string];

/** Whether it is the origin of a page, as browsers write it, a slash behind it or not. */
const isOrigin = (value: unknown): boolean =>
  typeof value === 'string' &&
  isSecureAddress(value) &&
  new URL(value).origin === value.replace(/\/$/, '');

const isFunction = is((value) => typeof value === 'function');
const handler: Rule = [optional(isFunction), 'a function'];

/** What each option may be, and how that is said. */
const rules: Readonly<Record<keyof AccountSettingsOptions, Rule>> = {
  src: [is(isOrigin), 'an https origin such as https://account.example.com'],
  client: [
    is((value) => typeof value === 'string' && clientNamePattern.test(value)),
    'the name of a registered client',
  ],
  getToken: [isFunction, 'a function'],
  page: [optional(is(isPageName)), `one of ${pageNames.join(', ')}`],
  tabs: [optional(flag), 'true or false'],
  theme: [
    optional(wrongTheme),
    'mode: light, dark, system; accent: { light, dark } as #rrggbb; radius: 0–24; fontSize: 12–20; fontFamily: names; density: regular, compact',
  ],
  locale: [optional(wrongLocale), 'a language tag such as pt-BR'],
  onEvent: handler,
  onError: handler,
  onNavigate: handler,
};

function refuse(option: string, value: unknown, rule: string): never {
  const shown = isObject(value) ? 'an object' : String(value).slice(0, 60);
  throw new AccountSettingsError(
    'invalid_option',
    `The option ${option} is ${shown} but must be ${rule}.`,
    { option },
  );
}

/** @throws AccountSettingsError `invalid_option`, naming the option, its value and the rule */
function demand(given: unknown, names: readonly string[]): asserts given is Fields {
  if (!isObject(given)) return refuse('options', given, 'an object');
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown) return refuse(unknown, given[unknown], `one of ${names.join(', ')}`);
  for (const name of names) {
    const [check, rule] = rules[name as keyof AccountSettingsOptions];
    const wrong = check(given[name]);
    if (wrong === undefined) continue;
    const path = wrong ? `${name}.${wrong}` : name;
    const value = path
      .split('.')
      .reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), given);
    return refuse(path, value, rule);
  }
}

/** @throws AccountSettingsError `invalid_option` */
export function checkUpdate(update: unknown): AccountSettingsUpdate {
  demand(update, ['theme', 'locale']);
  return update;
}

/** What was found right, and what the page begins with. */
export interface CheckedOptions {
  readonly options: AccountSettingsOptions;
  readonly origin: string;
  readonly state: FrameState;
}

/** @throws AccountSettingsError `invalid_option` */
export function checkOptions(given: unknown): CheckedOptions {
  demand(given, Object.keys(rules));
  const options = given as unknown as AccountSettingsOptions;
  const { src, page = 'profile', tabs = false, theme, locale } = options;
  return { options, origin: new URL(src).origin, state: { page, tabs, theme, locale } };
}
