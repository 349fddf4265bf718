import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

const name = 'account_session';

/** Seconds the page stays signed in. */
export const cookieLifetime = 30 * 24 * 60 * 60;

/**
 * True when the browser speaks TLS. The proxy's word is enough: it only ever adds protection, and
 * whoever lies about it harms nobody but themselves.
 */
export const isHttps = (c: Context): boolean =>
  c.req.url.startsWith('https:') || c.req.header('X-Forwarded-Proto') === 'https';

/** The value of the session cookie, if the request carries one. */
export const readCookie = (c: Context): string | undefined => getCookie(c, name);

const attributes = (c: Context) =>
  ({ httpOnly: true, sameSite: 'Lax', path: '/', secure: isHttps(c) }) as const;

export const sendCookie = (c: Context, value: string): void =>
  setCookie(c, name, value, { ...attributes(c), maxAge: cookieLifetime });

export const clearCookie = (c: Context): void => void deleteCookie(c, name, attributes(c));
