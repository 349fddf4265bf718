import type { Session, SessionPage } from '../contract/session.ts';

/** Milliseconds since 1970; sessions whose last activity is unknown come last. */
const lastActive = (session: Session): number =>
  Date.parse(session.lastActive ?? '') || Number.NEGATIVE_INFINITY;

/** This device first, then by last activity, newest first. */
function compare(a: Session, b: Session): number {
  if (a.current !== b.current && (a.current || b.current)) return a.current ? -1 : 1;
  const [left, right] = [lastActive(a), lastActive(b)];
  return left === right ? 0 : right - left;
}

/**
 * A page of the list in order. Done once, as the page arrives: a backend that keeps the order costs
 * one comparison per row, and one that does not never moves rows already on screen.
 */
export function inOrder(page: SessionPage): SessionPage {
  const { results } = page;
  const sorted = results.every((session, index) => {
    const before = results[index - 1];
    return before === undefined || compare(before, session) <= 0;
  });
  return sorted ? page : { ...page, results: results.toSorted(compare) };
}

export interface SessionList {
  /** The session of this very page, when the backend says which it is. */
  readonly current: Session | undefined;
  /** The other sessions read so far, each once. */
  readonly others: readonly Session[];
  /** How many others there are, read or not; undefined when the backend does not count them. */
  readonly otherCount: number | undefined;
}

/** All pages read so far as one list. */
export function listOfPages(pages: readonly SessionPage[]): SessionList {
  const ids = new Set<string>();
  const others: Session[] = [];
  let current: Session | undefined;
  for (const session of pages.flatMap((page) => page.results)) {
    if (session.current && !current) {
      current = session;
      continue;
    }
    // A session used between two answers may be in both.
    if (session.id !== undefined && ids.has(session.id)) continue;
    if (session.id !== undefined) ids.add(session.id);
    others.push(session);
  }
  const last = pages.at(-1);
  const counted = last?.total === undefined ? undefined : last.total - (current ? 1 : 0);
  const known = last?.nextPageToken ? counted : (counted ?? others.length);
  return {
    current,
    others,
    otherCount: known === undefined ? undefined : Math.max(known, others.length),
  };
}
