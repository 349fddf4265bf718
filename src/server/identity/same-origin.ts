import type { Context } from 'hono';
import { ServiceError } from '../accounts/service-error.ts';
import { isHttps } from './cookies.ts';

/** What the browser says about where a request comes from. */
export type Provenance = 'same-origin' | 'foreign' | 'unknown';

/**
 * Judges by `Sec-Fetch-Site` (Fetch Metadata, W3C), which pages cannot write, and by `Origin` where
 * that is missing: browsers leave it out on plain HTTP beyond loopback.
 */
export function provenance(c: Context): Provenance {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' ? 'same-origin' : 'foreign';
  const origin = c.req.header('Origin');
  if (origin === undefined) return 'unknown';
  const own = new URL(c.req.url);
  return origin === `${isHttps(c) ? 'https' : 'http'}://${own.host}` ? 'same-origin' : 'foreign';
}

/**
 * Cookies travel by themselves, so a change made by cookie needs proof that our own page asked.
 *
 * @throws ServiceError `Forbidden`
 */
export function demandSameOrigin(c: Context): void {
  if (provenance(c) !== 'same-origin') {
    throw new ServiceError('Forbidden', 'The request does not come from the page itself.');
  }
}
