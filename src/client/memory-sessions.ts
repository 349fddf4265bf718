import type { Session, SessionPage } from '../contract/session.ts';
import { ruleError } from './memory-rules.ts';

type Key = readonly [current: boolean, lastActive: string, id: string];

const keyOf = (session: Session): Key => [
  session.current ?? false,
  session.lastActive ?? '',
  session.id ?? '',
];

/** This device first, then by last activity, newest first. */
function compare(a: Key, b: Key): number {
  if (a[0] !== b[0]) return a[0] ? -1 : 1;
  if (a[1] !== b[1]) return a[1] > b[1] ? -1 : 1;
  if (a[2] !== b[2]) return a[2] < b[2] ? -1 : 1;
  return 0;
}

function keyOfToken(pageToken: string): Key {
  try {
    return JSON.parse(decodeURIComponent(pageToken)) as Key;
  } catch {
    throw ruleError('pageToken', 'type_invalid');
  }
}

/** One page of the list, by key: rows that vanish between two pages hide none of the others. */
export function pageOfSessions(
  sessions: readonly Session[],
  limit: number,
  pageToken?: string,
): SessionPage {
  const after = pageToken ? keyOfToken(pageToken) : undefined;
  const rest = sessions
    .toSorted((a, b) => compare(keyOf(a), keyOf(b)))
    .filter((session) => !after || compare(keyOf(session), after) > 0);
  const results = rest.slice(0, limit);
  const last = results.at(-1);
  const nextPageToken =
    last && rest.length > limit ? encodeURIComponent(JSON.stringify(keyOf(last))) : undefined;
  return { results, nextPageToken, total: sessions.length };
}
