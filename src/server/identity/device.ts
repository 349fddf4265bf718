import Bowser from 'bowser';

/** What a session's row says of the device; every part may be missing. */
export interface Device {
  type: string;
  platform?: string;
  deviceName?: string;
  browser?: string;
  os?: string;
  ip?: string;
}

/** A header may be as long as the server allows; a row needs no more than this. */
const longestPart = 100;

const part = (...words: (string | undefined)[]): string | undefined =>
  words
    .filter((word) => word)
    .join(' ')
    .slice(0, longestPart) || undefined;

/**
 * Describes a device by its `User-Agent` and the address it speaks from. Addresses in forwarding
 * headers are not believed: anybody can write them.
 */
export function describeDevice(userAgent: string | undefined, address: string | undefined): Device {
  const { browser, os, platform } = userAgent ? Bowser.parse(userAgent.slice(0, 1000)) : unknown;
  const isBrowser = browser.name !== undefined && os.name !== undefined;
  const described = {
    platform: part(platform.type),
    // A vendor alone ("Apple", for every Mac) names no device.
    deviceName: platform.model ? part(platform.vendor, platform.model) : undefined,
    browser: part(browser.name, browser.version?.split('.')[0]),
    os: part(os.name, os.versionName ?? os.version),
    // An IPv4 peer of a dual-stack socket is an IPv4 peer.
    ip: address?.replace(/^::ffff:/, ''),
  };
  const known = Object.entries(described).filter(([, value]) => value !== undefined);
  return { type: isBrowser ? 'web' : 'api', ...Object.fromEntries(known) };
}

const unknown: Pick<Bowser.Parser.ParsedResult, 'browser' | 'os' | 'platform'> = {
  browser: {},
  os: {},
  platform: {},
};
