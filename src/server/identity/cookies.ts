import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { clearSiteData } from '../http/clear-site-data.ts';

const session = 'account_session';
const browser = 'account_sign_in';

/** Seconds the page stays signed in. */
export const cookieLifetime = 30 * 24 * 60 * 60;

/**
 * True when the browser speaks TLS. The proxy's word is enough: it only ever adds protection, and
 * whoever lies about it harms nobody but themselves.
 */
export const isHttps = (c: Context): boolean =>
  c.req.url.startsWith('https:') || c.req.header('X-Forwarded-Proto') === 'https';

/** Over TLS no other host of the domain can set it, nor a page before TLS (RFC 6265bis, `__Host-`). */
const nameOf = (c: Context, name: string): string => (isHttps(c) ? `__Host-${name}` : name);

/** The value of the session cookie, if the request carries one. */
export const readCookie = (c: Context): string | undefined => getCookie(c, nameOf(c, session));

const attributes = (c: Context) =>
  ({ httpOnly: true, sameSite: 'Lax', path: '/', secure: isHttps(c) }) as const;

export const sendCookie = (c: Context, value: string): void =>
  setCookie(c, nameOf(c, session), value, { ...attributes(c), maxAge: cookieLifetime });

/** Signs the browser out: the cookie goes, and what the browser keeps of the page. */
export function clearCookie(c: Context): void {
  deleteCookie(c, nameOf(c, session), attributes(c));
  for (const [name, value] of Object.entries(clearSiteData)) c.header(name, value);
}

/** The secret by which a browser is known again when it comes back from the provider. */
export const readBrowserCookie = (c: Context): string | undefined =>
  getCookie(c, nameOf(c, browser));

/** `maxAge`: seconds. */
export const sendBrowserCookie = (c: Context, value: string, maxAge: number): void =>
  setCookie(c, nameOf(c, browser), value, { ...attributes(c), maxAge });
