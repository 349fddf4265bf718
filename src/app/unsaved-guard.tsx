import type { History, Transition } from 'history';
import { useEffect, useState } from 'react';
import { discardUnsaved, useSavingUnsaved, useUnsavedCount } from '../form/unsaved.ts';
import { useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Asks before a page with unsaved changes is left, by link, by Back, or by closing the tab. */
export function UnsavedGuard({ history }: { history: History }) {
  const count = useUnsavedCount();
  const [wanted, setWanted] = useState<Transition>();
  /** Rises with every navigation: what was let through once is blocked anew. */
  const [visits, setVisits] = useState(0);

  useEffect(() => {
    if (count === 0) return;
    const unblock = history.block((transition) => {
      // Another place of the same page leaves nothing.
      if (transition.location.pathname === history.location.pathname) {
        unblock();
        transition.retry();
        return;
      }
      setWanted(transition);
    });
    return unblock;
  }, [history, count, visits]);

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

  if (!wanted || count === 0) return null;
  return <Question count={count} onStay={() => setWanted(undefined)} />;
}

function Question({ count, onStay }: { count: number; onStay: () => void }) {
  const t = useText();
  const saving = useSavingUnsaved();
  return (
    <Dialog
      alert
      open
      title={t('leave.title')}
      onClose={onStay}
      actions={
        <>
          <Button data-autofocus onClick={onStay}>
            {t('leave.stay')}
          </Button>
          <Button variant="danger" disabled={saving} onClick={discardUnsaved}>
            {t(saving ? 'form.saving' : 'leave.discard')}
          </Button>
        </>
      }
    >
      <p>{t('leave.about', { count })}</p>
    </Dialog>
  );
}
