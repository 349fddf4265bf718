import { isLockedNotification } from '../contract/preferences.ts';
import type { Field } from './fields.ts';

/** Characters by which what was sent is known again. */
const newTag = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

const other = (now: unknown, ...values: readonly string[]): string =>
  values.find((value) => value !== now) ?? 'none';

/** 555-0100 to 555-0199 are set aside for use in fiction, and belong to nobody. */
const fictional = (tag: string) =>
  `+120255501${String(Number.parseInt(tag, 16) % 100).padStart(2, '0')}`;

type Switches = Record<string, Record<string, boolean>>;

/** The same switches with the first one turned that may be. */
function turned(now: unknown): Switches | undefined {
  const switches = structuredClone(now ?? {}) as Switches;
  for (const [category, channels] of Object.entries(switches)) {
    for (const [channel, on] of Object.entries(channels)) {
      if (isLockedNotification(category, channel)) continue;
      channels[channel] = !on;
      return switches;
    }
  }
  return undefined;
}

/**
 * A legal value for the field that differs from `now` and that nobody else has; undefined when
 * there is none. Texts hold what backends lose: accents, other scripts, emoji, line breaks.
 */
export function sample({ key }: Field, now: unknown, tag = newTag()): unknown {
  switch (key) {
    case 'user.name':
      return `Zo\u00eb \u6e2c\u8a66 \u{1f600} ${tag}`;
    case 'user.username':
      return `conf-${tag}`;
    case 'user.bio':
      return `Conformance ${tag}\nna\u00efve "quoted" <b> & \u0639\u0631\u0628\u064a \u{1f469}\u{1f3fd}`;
    case 'user.avatarUrl':
      return `https://example.com/conformance/${tag}.png?size=64&of=a%20b`;
    case 'user.locale':
      return other(now, 'pt-BR', 'de-CH');
    case 'user.timezone':
    case 'preferences.timezone':
      return other(now, 'Pacific/Chatham', 'America/St_Johns');
    case 'user.email':
      return `conformance-${tag}@example.com`;
    case 'user.phoneNumber':
      return [tag, '0', '1'].map(fictional).find((number) => number !== now);
    case 'preferences.theme':
      return other(now, 'dark', 'light');
    case 'preferences.notifications':
      return turned(now);
    case 'preferences.socials':
      return { twitter: `conf_${tag}`, discord: `conf.${tag}` };
    default:
      return undefined;
  }
}

/** What breaks a rule of the contract, and which. */
export const illegal: Readonly<Record<string, readonly [value: unknown, rule: string]>> = {
  'user.name': ['', 'a name has 1 to 100 characters'],
  'user.username': ['no spaces!', 'a username has 3 to 30 of A-Z a-z 0-9 _ -'],
  'user.bio': ['x'.repeat(501), 'a bio has at most 500 characters'],
  'user.avatarUrl': ['javascript:alert(1)', 'an avatar address is https'],
  'user.locale': ['not a locale', 'a locale is a BCP 47 language tag'],
  'user.timezone': ['Mars/Olympus', 'a time zone is an IANA identifier'],
  'user.email': ['nobody', 'an email address is one'],
  'user.phoneNumber': ['12', 'a phone number has 7 to 15 digits'],
  'preferences.theme': ['sepia', 'a theme is system, light or dark'],
  'preferences.notifications': [{ security: { email: false } }, 'security mail stays on'],
  'preferences.timezone': ['Mars/Olympus', 'a time zone is an IANA identifier'],
};
