import type { History, Transition } from 'history';
import { useEffect, useState, type ComponentType } from 'react';
import { discardUnsaved, useUnsavedCount } from '../form/unsaved.ts';
import { useText } from '../i18n/text.tsx';
import type { LeaveQuestionProps } from './leave-question.tsx';

let Question: ComponentType<LeaveQuestionProps> | undefined;

/** Fetches the code of the question; without it the browser asks. */
const loadQuestion = () =>
  import('./leave-question.tsx').then(
    ({ LeaveQuestion }) => {
      Question = LeaveQuestion;
    },
    () => undefined,
  );

/** Asks before a page with unsaved changes is left, by link, by Back, or by closing the tab. */
export function UnsavedGuard({ history }: { history: History }) {
  const t = useText();
  const count = useUnsavedCount();
  const isDirty = count > 0;
  const [wanted, setWanted] = useState<Transition>();
  /** Rises with every navigation: what was let through once is blocked anew. */
  const [visits, setVisits] = useState(0);

  // Whoever types may want to leave.
  useEffect(() => {
    if (isDirty) void loadQuestion();
  }, [isDirty]);

  useEffect(() => {
    if (count === 0) return;
    const unblock = history.block((transition) => {
      // Another place of the same page leaves nothing.
      if (transition.location.pathname === history.location.pathname) {
        unblock();
        transition.retry();
        return;
      }
      void loadQuestion().then(() => {
        if (!Question && !window.confirm(t('leave.about', { count }))) return;
        setWanted(transition);
        if (!Question) discardUnsaved();
      });
    });
    return unblock;
  }, [history, count, visits, t]);

  // Only once nothing blocks any more does the navigation go through.
  useEffect(() => {
    if (wanted && count === 0) wanted.retry();
  }, [wanted, count]);
  useEffect(
    () =>
      history.listen(() => {
        setWanted(undefined);
        setVisits((before) => before + 1);
      }),
    [history],
  );

  if (!wanted || !Question || count === 0) return null;
  return <Question count={count} onStay={() => setWanted(undefined)} />;
}
