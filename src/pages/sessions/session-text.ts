import type { Session } from '../../contract/session.ts';
import type { Translate } from '../../i18n/text.tsx';
import type { IconName } from '../../ui/icon.tsx';

/** How the makers write the platforms that backends name in lower case. */
const platformNames: ReadonlyMap<string, string> = new Map([
  ['android', 'Android'],
  ['ios', 'iOS'],
  ['ipados', 'iPadOS'],
  ['linux', 'Linux'],
  ['macos', 'macOS'],
  ['windows', 'Windows'],
]);

/** Platforms that only say what kind of device it is. */
const kinds = {
  desktop: 'sessions.kind.desktop',
  mobile: 'sessions.kind.mobile',
  tablet: 'sessions.kind.tablet',
  web: 'sessions.kind.web',
} as const;

const isKind = (text: string): text is keyof typeof kinds => Object.hasOwn(kinds, text);

/** A text that says something, else undefined. */
const known = (text: string | undefined): string | undefined => text?.trim() || undefined;

const lower = (text: string | undefined): string => text?.toLowerCase() ?? '';

/** Whether it is no device at all but a program with a token or a key. */
const isProgram = ({ type, tokenType }: Pick<Session, 'type' | 'tokenType'>): boolean =>
  [type, tokenType].some((text) => lower(text).startsWith('api'));

/** What a person calls the device, from what is known: "Chrome on macOS", "Ada's iPhone". */
export function sessionTitle(session: Session, t: Translate): string {
  const actor = known(session.actor?.name ?? session.actor?.id);
  if (actor) return t('sessions.acting', { actor });
  const browser = known(session.browser);
  const platform = known(session.platform);
  const kind = lower(platform);
  const device =
    known(session.deviceName) ??
    known(session.os) ??
    (platform && !isKind(kind) ? (platformNames.get(kind) ?? platform) : undefined);
  if (browser && device) return t('sessions.title', { browser, device });
  if (browser ?? device) return browser ?? device ?? '';
  if (isKind(kind)) return t(kinds[kind]);
  return t(isProgram(session) ? 'sessions.kind.api' : 'sessions.unknown');
}

/** A key for programs, a phone for what is held in the hand, else a screen. */
export function sessionIcon({ type, tokenType, platform, os, deviceName }: Session): IconName {
  if (isProgram({ type, tokenType })) return 'key';
  const words = [type, platform, os, deviceName].map(lower).join(' ');
  return /\b(mobile|tablet|android|ios|ipados|iphone|ipad)\b/.test(words) ? 'phone' : 'screen';
}

export interface Detail {
  readonly text: string;
  /** Addresses run left to right in every language. */
  readonly ltr?: boolean;
}

/**
 * What else is known of a session, in the order of what helps to recognise it.
 *
 * @param when how long ago it was used; nothing for what is in use now
 */
export function sessionDetails(session: Session, when: string | undefined, t: Translate): Detail[] {
  const details: Detail[] = [];
  const location = known(session.location);
  const ip = known(session.ip);
  if (location) details.push({ text: location });
  if (ip) details.push({ text: ip, ltr: true });
  const alone = details.length === 0;
  if (session.current) {
    details.push({ text: t(alone ? 'sessions.activeNow.alone' : 'sessions.activeNow') });
  } else if (when) {
    details.push({ text: alone ? t('sessions.lastActive', { when }) : when });
  }
  const tokens = [session.type, session.tokenType].map(lower);
  if (session.active !== false && tokens.some((text) => text.includes('push'))) {
    details.push({ text: t('sessions.push') });
  }
  return details;
}
