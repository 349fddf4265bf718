import type { MiddlewareHandler } from 'hono';
import { isHttps } from '../identity/cookies.ts';
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

/** The Content Security Policy (CSP 3); inline scripts are allowed one by one, by their hash. */
export const contentSecurityPolicy = (scriptHashes: readonly string[]): string =>
  [
    "default-src 'none'",
    ["script-src 'self'", ...scriptHashes.map((hash) => `'sha256-${hash}'`)].join(' '),
    "style-src 'self'",
    "img-src 'self' https: data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** What every answer says, errors and files included. */
export function securityHeaders(scriptHashes: readonly string[]): MiddlewareHandler<AppEnv> {
  const always: readonly (readonly [string, string])[] = [
    ['Content-Security-Policy', contentSecurityPolicy(scriptHashes)],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Permissions-Policy', denied.map((feature) => `${feature}=()`).join(', ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
  ];
  // Set before the handlers run: changing a finished answer would rebuild it.
  return (c, next) => {
    for (const [name, value] of always) c.header(name, value);
    if (isHttps(c)) c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    if (/^\/(?:me|sign-in|sign-out|demo)(?:\/|$)/.test(c.req.path)) {
      c.header('Cache-Control', 'no-store');
    }
    return next();
  };
}
