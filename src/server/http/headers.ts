import type { MiddlewareHandler } from 'hono';
import { isHttps } from '../identity/cookies.ts';
import { clientOfFrame } from '../page/frame-path.ts';
import type { Site } from '../page/site.ts';
import type { AppEnv } from './app-env.ts';
import { reportsPath } from './reports.ts';

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

/**
 * The Content Security Policy (CSP 3); what is inline is allowed one by one, by its hash, and no text
 * becomes code (Trusted Types). `ancestors`: who may frame the answer.
 *
 * Violations are told by `report-uri`: unlike `report-to`, every browser knows it, and tells at once.
 */
const contentSecurityPolicy = (
  { inline, connect }: Site,
  ancestors: readonly string[],
  forms: readonly string[],
): string =>
  [
    "default-src 'none'",
    sources('script-src', inline.scripts),
    sources('style-src', inline.styles),
    "img-src 'self' https: data: blob:",
    ["connect-src 'self'", ...connect].join(' '),
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    ["form-action 'self'", ...forms].join(' '),
    ['frame-ancestors', ...(ancestors.length > 0 ? ancestors : ["'none'"])].join(' '),
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    `report-uri ${reportsPath}`,
  ].join('; ');

/**
 * What every answer says, errors and files included.
 *
 * @param provider the issuer at which people sign in to the page
 */
export function securityHeaders(site: Site, provider?: string): MiddlewareHandler<AppEnv> {
  // Signing out is a form whose answer leads to the provider; browsers hold redirects to the policy.
  const forms = provider === undefined ? [] : [new URL(provider).origin];
  const unframed = contentSecurityPolicy(site, [], forms);
  const framed = new Map(
    [...site.frames].map(([name, { origins }]) => [name, contentSecurityPolicy(site, origins, [])]),
  );
  const always: readonly (readonly [string, string])[] = [
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
    const set = (name: string, value: string) =>
      outgoing ? void outgoing.setHeader(name, value) : c.header(name, value);
    for (const [name, value] of always) set(name, value);
    const client = clientOfFrame(c);
    const policy = client === undefined ? undefined : framed.get(client);
    set('Content-Security-Policy', policy ?? unframed);
    if (isHttps(c)) c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    if (/^\/(?:me|api|sign-in|sign-out|signed-out|demo)(?:\/|$)/.test(c.req.path)) {
      c.header('Cache-Control', 'no-store');
    }
    return next();
  };
}
