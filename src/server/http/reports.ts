import type { Context, Hono } from 'hono';
import type { Logger } from 'pino';
import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';
import { isPageName } from '../../contract/page-names.ts';
import type { AppEnv } from './app-env.ts';
import { parseJson, readBody } from './body.ts';
import { refuseOtherMethods } from './method-not-allowed.ts';

/** Where browsers tell what the page's policy kept from happening. */
export const reportsPath = '/reports';

/** Anybody can post reports: no more than so many lines a minute are worth their place in the log. */
const linesPerMinute = 60;

const text = orElse(z.string(), '');

/** `application/csp-report` (CSP 2 and 3, `report-uri`). */
const cspReport = z.object({
  'csp-report': z.object({
    'effective-directive': text,
    'violated-directive': text,
    'blocked-uri': text,
    'document-uri': text,
  }),
});

/** `application/reports+json` (Reporting API); at most so many count. */
const reports = z.array(
  z.object({
    type: text,
    url: text,
    body: orElse(z.object({ effectiveDirective: text, blockedURL: text }), {
      effectiveDirective: '',
      blockedURL: '',
    }),
  }),
);

/** What is logged: words of a policy, an origin, a route. Nothing that a person has or wrote. */
interface Line {
  directive: string;
  blocked: string;
  route: string;
}

const word = (value: string): string => /^[a-z][a-z-]{0,40}/.exec(value)?.[0] ?? 'unknown';

/** The origin of an address, or the word that stands for none (`inline`, `eval`). */
function blockedBy(value: string): string {
  if (/^[a-z-]{1,40}$/.test(value)) return value;
  const origin = URL.canParse(value) ? new URL(value).origin : 'null';
  return origin === 'null' ? 'unknown' : origin.slice(0, 100);
}

/** The page that it happened on: its route, never its query. */
function routeOf(value: string): string {
  const path = URL.canParse(value) ? new URL(value).pathname : '';
  const [, frame = '', page] = /^(\/embed)?\/([\w-]+)$/.exec(path) ?? [];
  return isPageName(page) ? `${frame}/${page}` : 'other';
}

/** What a report says, in either form; nothing for what is none. */
export function linesOf(body: unknown): Line[] {
  const old = cspReport.safeParse(body);
  if (old.success) {
    const report = old.data['csp-report'];
    return [
      {
        directive: word(report['effective-directive'] || report['violated-directive']),
        blocked: blockedBy(report['blocked-uri']),
        route: routeOf(report['document-uri']),
      },
    ];
  }
  const parsed = reports.safeParse(body);
  return (parsed.data ?? [])
    .slice(0, 20)
    .map(({ type, url, body: { effectiveDirective, blockedURL } }) => ({
      directive: word(effectiveDirective || type),
      blocked: blockedBy(blockedURL),
      route: routeOf(url),
    }));
}

/** Takes reports and logs what they say, without who said it. */
export function mountReports(app: Hono<AppEnv>, log: Logger): void {
  let minute = 0;
  let left = 0;
  const isWorthALine = (): boolean => {
    const now = Math.floor(Date.now() / 60_000);
    if (now !== minute) [minute, left] = [now, linesPerMinute];
    left -= 1;
    return left >= 0;
  };
  app.post(reportsPath, async (c: Context<AppEnv>) => {
    c.set('route', reportsPath);
    for (const line of linesOf(parseJson(await readBody(c)))) {
      if (isWorthALine()) log.warn(line, 'policy report');
    }
    return c.body(null, 204);
  });
  refuseOtherMethods(app, reportsPath, ['POST']);
}
