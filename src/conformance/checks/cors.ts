import { errorOfAnswer } from '../../client/http-error.ts';
import type { Check, Kit } from '../check.ts';
import { Missing, NotTried, demand, shown } from '../fault.ts';
import type { RawAnswer } from '../send.ts';

/** What a page's call is, as far as a browser asks before it. */
interface Asked {
  readonly path: string;
  readonly method: 'PATCH' | 'POST';
  readonly headers: readonly string[];
}

const askedOf = (profile: Kit['profile']): Asked =>
  profile === 'mirra'
    ? {
        path: '/api/sdk/v2/resources/call',
        method: 'POST',
        headers: ['content-type', 'x-api-key'],
      }
    : { path: '/me', method: 'PATCH', headers: ['authorization', 'content-type', 'if-match'] };

/** The elements of a comma-separated header (RFC 9110, 5.6.1). */
const listed = (value: string | null): readonly string[] =>
  (value ?? '').split(',').map((each) => each.trim());

const lowered = (value: string | null) => listed(value).map((each) => each.toLowerCase());

/** @throws Fault unless the page may have this answer */
function demandAllowed({ headers, status }: RawAnswer, origin: string, what: string): void {
  const allowed = headers.get('Access-Control-Allow-Origin');
  demand(
    allowed === '*' || allowed === origin,
    `${what} with Access-Control-Allow-Origin: ${origin} or *`,
    `${status} with ${shown(allowed)}`,
  );
}

/** What the browser asks before the call, which it does without a credential. */
const preflight = (kit: Kit, { path, method, headers }: Asked, origin: string) =>
  kit.send(path, {
    method: 'OPTIONS',
    isUnsigned: true,
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': headers.join(','),
    },
  });

/** The names that the answer lets through; a `*` is all but the one that carries the token. */
function refusedBy({ headers }: RawAnswer, wanted: readonly string[]): readonly string[] {
  const allowed = lowered(headers.get('Access-Control-Allow-Headers'));
  return wanted.filter(
    (name) => !allowed.includes(name) && (!allowed.includes('*') || name === 'authorization'),
  );
}

const preflighted = (profile: Kit['profile'], origin: string): Check => ({
  capability: 'cors',
  rule: `the preflight of a change by a page of ${origin} lets it through (Fetch, CORS preflight)`,
  permission: 'read',
  run: async (kit) => {
    const asked = askedOf(profile);
    const answer = await preflight(kit, asked, origin);
    const { status, headers } = answer;
    demand(status >= 200 && status < 300, 'OPTIONS answered with 200 or 204', `${status}`);
    demandAllowed(answer, origin, 'OPTIONS');
    const refused = refusedBy(answer, asked.headers);
    demand(
      refused.length === 0,
      `Access-Control-Allow-Headers with ${refused.join(', ')}`,
      shown(headers.get('Access-Control-Allow-Headers')),
    );
    // GET, HEAD and POST need no leave.
    const methods = headers.get('Access-Control-Allow-Methods');
    demand(
      asked.method === 'POST' || listed(methods).some((each) => each === 'PATCH' || each === '*'),
      `Access-Control-Allow-Methods with ${asked.method}`,
      shown(methods),
    );
  },
});

/** Reads the user as a page of `origin` does. */
const read = (kit: Kit, origin: string, more: { readonly isUnsigned?: true } = {}) =>
  kit.profile === 'mirra'
    ? kit.send(askedOf('mirra').path, {
        ...more,
        method: 'POST',
        headers: { Origin: origin, 'Content-Type': 'application/json' },
        body: JSON.stringify({ resourceId: 'user', method: 'getProfile', params: {} }),
      })
    : kit.send('/me', { ...more, headers: { Origin: origin } });

const readable = (origin: string): Check => ({
  capability: 'cors',
  rule: `a page of ${origin} may read the user, and the ETag where there is one (Fetch, CORS check)`,
  permission: 'read',
  run: async (kit) => {
    const answer = await read(kit, origin);
    demandAllowed(answer, origin, 'the user');
    const { status, headers, text } = answer;
    if (status >= 400) throw errorOfAnswer(status, headers, text);
    if (!headers.has('ETag')) return;
    const exposed = headers.get('Access-Control-Expose-Headers');
    demand(
      lowered(exposed).some((name) => name === 'etag' || name === '*'),
      'Access-Control-Expose-Headers with ETag',
      shown(exposed),
    );
  },
});

const refusalReadable = (origin: string): Check => ({
  capability: 'cors',
  rule: `a page of ${origin} may read that it is refused: errors have the header too (Fetch, CORS check)`,
  permission: 'read',
  run: async (kit) => {
    const answer = await read(kit, origin, { isUnsigned: true });
    if (answer.status < 400 && kit.profile !== 'mirra') throw new NotTried('nothing was refused');
    demandAllowed(answer, origin, 'a refusal');
  },
});

const own = ['account-id', 'idempotency-key'] as const;

/** Whether headers of our own may be sent along: only then does the configuration say so. */
const extendedCheck = (profile: Kit['profile'], origin: string): Check => ({
  capability: 'cors.extended',
  rule: `the preflight lets ${own.join(' and ')} through as well (the REST dialect)`,
  permission: 'read',
  after: ['cors'],
  run: async (kit) => {
    const asked = askedOf(profile);
    const answer = await preflight(kit, { ...asked, headers: [...asked.headers, ...own] }, origin);
    const allowed = answer.headers.get('Access-Control-Allow-Origin');
    const isAnswered = answer.status < 300 && (allowed === '*' || allowed === origin);
    const refused = isAnswered ? refusedBy(answer, [...asked.headers, ...own]) : own;
    if (refused.length > 0) throw new Missing(`the preflight refuses ${refused.join(', ')}`);
  },
});

/** What a page of another origin needs; nothing where there is no such page. */
export function corsChecks(profile: Kit['profile'], origin: string | undefined): readonly Check[] {
  if (origin === undefined) return [];
  return [
    preflighted(profile, origin),
    readable(origin),
    refusalReadable(origin),
    ...(profile === 'rest' ? [extendedCheck(profile, origin)] : []),
  ];
}
