import { clientNamePattern } from '../../contract/client-name.ts';
import { isSecureAddress } from '../../contract/addresses.ts';
import { isPageName, pageNames, type PageName } from '../../contract/page-names.ts';
import type { FrameEvent, FrameState, FrameTheme, FrameUpdate, TokenWanted } from '../protocol.ts';
import { isObject, wrongLocale, wrongTheme } from './guards.ts';
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

function shown(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 60);
  } catch {
    return typeof value;
  }
}

const refuse = (option: string, value: unknown, rule: string): never => {
  throw new AccountSettingsError(
    'invalid_option',
    `The option ${option} is ${shown(value)} but ${rule}.`,
    { option },
  );
};

/** The value at a path such as `theme.accent.light`. */
const at = (options: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), options);

const themeRule =
  'must be as the documentation says: mode light, dark or system; accent { light, dark } of #rrggbb with a contrast of 4.5; radius 0 to 24; fontSize 12 to 20; fontFamily of font names; density regular or compact';

/** @throws AccountSettingsError `invalid_option`, naming the option, its value and the rule */
export function checkUpdate(update: unknown): AccountSettingsUpdate {
  if (!isObject(update)) return refuse('update', update, 'must be an object');
  const unknown = Object.keys(update).find((key) => key !== 'theme' && key !== 'locale');
  if (unknown) return refuse(unknown, update[unknown], 'only theme and locale can be changed');
  const { theme, locale } = update;
  const wrong = theme === undefined ? undefined : wrongTheme(theme);
  if (wrong !== undefined) {
    const option = wrong ? `theme.${wrong}` : 'theme';
    return refuse(option, at(update, option), themeRule);
  }
  if (locale !== undefined && wrongLocale(locale) !== undefined) {
    return refuse('locale', locale, 'must be one language tag (BCP 47), such as pt-BR');
  }
  return update;
}

const handlers = ['onEvent', 'onError', 'onNavigate'] as const;
const known = [...handlers, 'src', 'client', 'getToken', 'page', 'tabs', 'theme', 'locale'];

/** Whether it is the origin of a page, as browsers write it, a slash behind it or not. */
const isOrigin = (value: unknown): value is string =>
  typeof value === 'string' &&
  isSecureAddress(value) &&
  new URL(value).origin === value.replace(/\/$/, '');

/** What was found right, and what the page begins with. */
export interface CheckedOptions {
  readonly options: AccountSettingsOptions;
  readonly origin: string;
  readonly state: FrameState;
}

/** @throws AccountSettingsError `invalid_option`, naming the option, its value and the rule */
export function checkOptions(given: unknown): CheckedOptions {
  if (!isObject(given)) return refuse('options', given, 'must be an object');
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown) return refuse(unknown, given[unknown], `must be one of ${known.join(', ')}`);
  const { src, client, getToken, page = 'profile', tabs = false, theme, locale } = given;
  if (!isOrigin(src)) {
    return refuse('src', src, 'must be an https origin such as https://account.example.com');
  }
  if (typeof client !== 'string' || !clientNamePattern.test(client)) {
    return refuse('client', client, 'must be the name of a registered client');
  }
  if (typeof getToken !== 'function') return refuse('getToken', getToken, 'must be a function');
  if (!isPageName(page)) return refuse('page', page, `must be one of ${pageNames.join(', ')}`);
  if (typeof tabs !== 'boolean') return refuse('tabs', tabs, 'must be true or false');
  for (const name of handlers) {
    const handler = given[name];
    if (handler !== undefined && typeof handler !== 'function') {
      return refuse(name, handler, 'must be a function');
    }
  }
  return {
    options: given as unknown as AccountSettingsOptions,
    origin: new URL(src).origin,
    state: { page, tabs, ...checkUpdate({ theme, locale }) },
  };
}
