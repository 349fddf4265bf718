import { useId, useRef, useState } from 'react';
import { useAccount } from '../../data/account.tsx';
import { useSignInLink } from '../../data/sign-in.tsx';
import { useErrorText } from '../../form/error-text.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, inputClass, notesId } from '../../ui/field.tsx';
import { isPhrase, phraseOf } from './confirm-phrase.ts';
import styles from './danger.module.css';
import { useDelete, type DeleteFailure } from './use-delete.ts';

export interface DeleteDialogProps {
  /** When the account is erased; undefined when nobody says. */
  date: string | undefined;
  onClose: () => void;
}

/** The last question: the account is deleted only by who types whose it is. */
export function DeleteDialog({ date, onClose }: DeleteDialogProps) {
  const t = useText();
  const { user } = useAccount();
  const phrase = phraseOf(user);
  const inputId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const { busy, failure, submit, forgive } = useDelete(() => {
    setTyped('');
    input.current?.focus();
  });
  const matches = isPhrase(typed, phrase);
  const changed = failure === 'changed';

  const attempt = () => {
    if (matches) return submit();
    setRefused(true);
    input.current?.focus();
  };
  return (
    <Dialog
      open
      alert
      busy={busy}
      title={
        <span className={styles['phrase']}>
          <Text
            id="danger.dialog.title"
            verbatim
            values={{ who: user.username ? `@${user.username}` : phrase }}
          />
        </span>
      }
      onClose={onClose}
      actions={
        <>
          <Button data-autofocus disabled={busy} onClick={onClose}>
            {t('danger.dialog.keep')}
          </Button>
          <Button variant="danger" disabled={busy || !matches} onClick={attempt}>
            {t(
              busy
                ? 'danger.dialog.deleting'
                : failure && !changed
                  ? 'state.retry'
                  : 'danger.dialog.delete',
            )}
          </Button>
        </>
      }
    >
      <p>
        {date ? (
          <Text id="danger.dialog.about" values={{ date }} />
        ) : (
          t('danger.dialog.about.final')
        )}
      </p>
      {/* Without a submit button: Enter in its only field submits, the match or not. */}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          attempt();
        }}
      >
        <Field
          id={inputId}
          label={
            <span className={styles['phrase']}>
              <Text id="danger.dialog.type" verbatim values={{ phrase }} />
            </span>
          }
          error={refused && !matches ? t('danger.dialog.mismatch') : undefined}
          spokenError
        >
          <input
            id={inputId}
            ref={input}
            className={inputClass}
            value={typed}
            dir="auto"
            readOnly={busy}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-invalid={(refused && !matches) || undefined}
            aria-describedby={notesId(inputId)}
            onChange={(event) => {
              setTyped(event.target.value);
              setRefused(false);
              forgive();
            }}
          />
        </Field>
      </form>
      {failure && <Failure failure={failure} />}
    </Dialog>
  );
}

function Failure({ failure }: { failure: DeleteFailure }) {
  const t = useText();
  const errorText = useErrorText();
  const signIn = useSignInLink('/danger-zone', failure === 'changed' ? undefined : failure.maxAge);
  if (failure === 'changed') {
    return (
      <Banner tone="warning" role="alert">
        {t('danger.dialog.changed')}
      </Banner>
    );
  }
  const stepUp = failure.code === 'StepUpRequired';
  const offline = failure.code === 'NetworkError' && !navigator.onLine;
  return (
    <Banner
      tone="danger"
      role="alert"
      action={
        stepUp && signIn && <ButtonLink href={signIn}>{t('danger.dialog.signIn')}</ButtonLink>
      }
    >
      {offline ? t('danger.dialog.offline') : errorText(failure)}
    </Banner>
  );
}
