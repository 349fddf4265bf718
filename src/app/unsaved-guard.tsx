import type { History, Transition } from 'history';
import { useEffect, useState, type ComponentType } from 'react';
import { discardUnsaved, useUnsavedCount } from '../form/unsaved.ts';
import { useText } from '../i18n/text.tsx';
import type { LeaveQuestionProps } from './leave-question.tsx';

type Question = ComponentType<LeaveQuestionProps>;

/** Fetches the question; undefined when it cannot be had, and the browser has to ask. */
const loadQuestion = (): Promise<Question | undefined> =>
  import('./leave-question.tsx').then(
    ({ LeaveQuestion }) => LeaveQuestion,
    () => undefined,
  );

/** Where the person wants to go, and what asks first. */
interface Wanted {
  readonly transition: Transition;
  readonly Question: Question | undefined;
}

/** Asks before a page with unsaved changes is left, by link, by Back, or by closing the tab. */
export function UnsavedGuard({ history }: { history: History }) {
  const t = useText();
  const count = useUnsavedCount();
  const isDirty = count > 0;
  const [wanted, setWanted] = useState<Wanted>();
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
      void loadQuestion().then((Question) => {
        if (!Question && !window.confirm(t('leave.about', { count }))) return;
        setWanted({ transition, Question });
        if (!Question) discardUnsaved();
      });
    });
    return unblock;
  }, [history, count, visits, t]);

  // Only once nothing blocks any more does the navigation go through.
  useEffect(() => {
    if (wanted && count === 0) wanted.transition.retry();
  }, [wanted, count]);
  useEffect(
    () =>
      history.listen(() => {
        setWanted(undefined);
        setVisits((before) => before + 1);
      }),
    [history],
  );

  if (!wanted?.Question || count === 0) return null;
  const { Question } = wanted;
  return <Question count={count} onStay={() => setWanted(undefined)} />;
}
