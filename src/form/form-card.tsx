import { lazy, Suspense, type ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card, CardBody, CardFooter } from '../ui/card.tsx';
import { leaveToInputMethod } from '../ui/composing.ts';
import { Icon } from '../ui/icon.tsx';
import { useErrorText } from './error-text.ts';
import styles from './form.module.css';
import type { Texts } from './merge.ts';
import type { CardForm } from './use-card-form.ts';

const ConflictDialog = lazy(() => import('./conflict-dialog.tsx'));

export interface FormCardProps<T extends Texts> {
  card: CardForm<T>;
  title: string;
  description?: string;
  /** What the save button says, e.g. "Save profile". */
  saveLabel: string;
  /** The label and the shown text of a field, for the conflict dialog. */
  labels: Readonly<Record<keyof T, string>>;
  display?: (field: keyof T, text: string) => string;
  /** Stands between the header and the form: lists that belong to it. */
  before?: ReactNode;
  children: ReactNode;
}

/** A card with one form: text fields that save on Save, state on the left, actions on the right. */
export function FormCard<T extends Texts>(props: FormCardProps<T>) {
  const { card, title, description, saveLabel, labels, display, before, children } = props;
  const t = useText();
  const errorText = useErrorText();
  const { status } = card;
  const saving = status.kind === 'saving';
  const clean = card.dirtyCount === 0;
  return (
    <Card id={card.id} title={title} description={description}>
      {before}
      <form
        noValidate
        onKeyDownCapture={leaveToInputMethod}
        onSubmit={(event) => {
          event.preventDefault();
          card.submit();
        }}
      >
        <CardBody>
          {children}
          {status.kind === 'failed' && (
            <div className={styles['failure']}>
              <Banner tone="danger" role="alert">
                {errorText(status.error)}
              </Banner>
            </div>
          )}
        </CardBody>
        <CardFooter status={<FormStatus card={card} />}>
          {!clean && !saving && (
            <Button
              variant="ghost"
              onClick={(event) => {
                card.discard();
                // This button goes now; Save, beside it, stays.
                const form = event.currentTarget.closest('form');
                form?.querySelector<HTMLElement>('[type=submit]')?.focus();
              }}
            >
              {t('form.discard')}
            </Button>
          )}
          <Button variant="primary" type="submit" disabled={clean || saving}>
            {saving ? t('form.saving') : saveLabel}
          </Button>
        </CardFooter>
      </form>
      {status.kind === 'conflict' && (
        <Suspense>
          <ConflictDialog
            clashes={status.clashes}
            labelOf={(field) => labels[field] ?? field}
            display={(field, text) => display?.(field, text) ?? text}
            onKeepEditing={card.keepEditing}
            onResolve={card.resolve}
          />
        </Suspense>
      )}
    </Card>
  );
}

function FormStatus<T extends Texts>({ card }: { card: CardForm<T> }) {
  const t = useText();
  const invalid = Object.keys(card.form.formState.errors).length;
  const tried = card.form.formState.isSubmitted;
  const { kind } = card.status;
  let text: ReactNode = null;
  if (invalid > 0 && tried) {
    text = <span className={styles['bad']}>{t('form.invalid', { count: invalid })}</span>;
  } else if (card.dirtyCount > 0) {
    const unsaved = t('form.unsaved', { count: card.dirtyCount });
    text = kind === 'restored' ? `${unsaved} · ${t('form.restored')}` : unsaved;
  } else if (kind === 'saved') {
    text = (
      <span className={styles['saved']}>
        <Icon name="check" size={16} />
        <span>{t('form.saved')}</span>
      </span>
    );
  }
  return <span role="status">{text}</span>;
}
