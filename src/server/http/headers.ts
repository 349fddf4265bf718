import type { MiddlewareHandler } from 'hono';
import { isHttps } from '../identity/cookies.ts';
import type { Site } from '../page/site.ts';
import type { AppEnv } from './app-env.ts';

const denied = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

const sources = (directive: string, hashes: readonly string[]) =>
  [`${directive} 'self'`, ...hashes.map((hash) => `'sha256-${hash}'`)].join(' ');

/** The Content Security Policy (CSP 3); what is inline is allowed one by one, by its hash. */
const contentSecurityPolicy = ({ inline, connect }: Site): string =>
  [
    "default-src 'none'",
    sources('script-src', inline.scripts),
    sources('style-src', inline.styles),
    "img-src 'self' https: data: blob:",
    ["connect-src 'self'", ...connect].join(' '),
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** What every answer says, errors and files included. */
export function securityHeaders(site: Site): MiddlewareHandler<AppEnv> {
  const always: readonly (readonly [string, string])[] = [
    ['Content-Security-Policy', contentSecurityPolicy(site)],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Permissions-Policy', denied.map((feature) => `${feature}=()`).join(', ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
  ];
  return (c, next) => {
    // Set before the handlers run: changing a finished answer would rebuild it. And set on Node's
    // own response where there is one: there it costs a tenth.
    const outgoing = c.env?.outgoing;
    for (const [name, value] of always) {
      if (outgoing) outgoing.setHeader(name, value);
      else c.header(name, value);
    }
    if (isHttps(c)) c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    if (/^\/(?:me|api|sign-in|sign-out|demo)(?:\/|$)/.test(c.req.path)) {
      c.header('Cache-Control', 'no-store');
    }
    return next();
  };
}
