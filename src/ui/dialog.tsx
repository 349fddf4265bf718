import { useEffect, useId, useRef, type ReactNode } from 'react';
import { leaveToInputMethod } from './composing.ts';
import styles from './dialog.module.css';
import { isFramed } from './framed.ts';
import { openInSight } from './open-in-sight.ts';

export interface DialogProps {
  open: boolean;
  title: ReactNode;
  /** Escape, and the safe button. Not called while `busy`. */
  onClose: () => void;
  /** An alert dialog asks about something that cannot be taken back lightly. */
  alert?: boolean;
  /** Something is under way: the dialog stays. */
  busy?: boolean;
  children: ReactNode;
  /** The buttons, the safe one first; with `data-autofocus`. */
  actions: ReactNode;
}

/**
 * A modal dialog on the native element: focus is kept inside, the rest is inert, and focus returns
 * to where it was.
 */
export function Dialog({ open, title, onClose, alert, busy, children, actions }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const bodyId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!open || !dialog) return;
    const opener = document.activeElement;
    const framed = isFramed();
    const show = () => {
      dialog.showModal();
      dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: framed });
    };
    const end = framed ? openInSight(dialog, show) : undefined;
    if (!framed) show();
    return () => {
      end?.();
      dialog.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
      // The opener went with what was done: focus must not fall back to the very start.
      else if (document.activeElement === document.body) document.querySelector('main')?.focus();
    };
  }, [open]);

  if (!open) return null;
  return (
    <dialog
      ref={ref}
      className={styles['dialog']}
      // oxlint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- alertdialog is a dialog
      role={alert ? 'alertdialog' : undefined}
      aria-labelledby={titleId}
      aria-describedby={bodyId}
      onKeyDownCapture={leaveToInputMethod}
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) onClose();
      }}
      onClose={(event) => {
        // Browsers close a dialog at the second Escape or Back, whatever its `cancel` event says.
        if (!event.currentTarget.isConnected) return;
        if (busy) event.currentTarget.showModal();
        else onClose();
      }}
    >
      <h2 id={titleId} className={styles['title']}>
        {title}
      </h2>
      <div id={bodyId} className={styles['body']}>
        {children}
      </div>
      <div className={styles['actions']}>{actions}</div>
    </dialog>
  );
}
