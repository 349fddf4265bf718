import { useEffect, useRef, useState } from 'react';
import type { Session } from '../../contract/session.ts';
import { readSessionVisit, writeSessionVisit } from '../../data/session-visit.ts';

/**
 * Tells which sessions began after the person last saw this page on this device. The first visit
 * marks none. The visit is noted on leaving, so that marks stay as long as the page is looked at.
 *
 * @param readAt when the list was read, in milliseconds since 1970
 */
export function useNewSince(userId: string, readAt: number): (session: Session) => boolean {
  const [visited] = useState(() => readSessionVisit(userId));
  const latest = useRef(readAt);
  useEffect(() => {
    latest.current = readAt;
  }, [readAt]);
  useEffect(() => {
    const note = () => writeSessionVisit(userId, latest.current);
    // A phone may end a page in the background without another word.
    const noteHidden = () => {
      if (document.visibilityState === 'hidden') note();
    };
    window.addEventListener('pagehide', note);
    document.addEventListener('visibilitychange', noteHidden);
    return () => {
      window.removeEventListener('pagehide', note);
      document.removeEventListener('visibilitychange', noteHidden);
      note();
    };
  }, [userId]);
  return (session) => visited !== undefined && Date.parse(session.createdAt ?? '') > visited;
}
