import { useState } from 'react';
import { MeError } from '../../client/me-error.ts';
import { useAccount } from '../../data/account.tsx';
import { useDeleteAccount } from '../../data/deletion.ts';
import { useIntent } from '../../data/intent.ts';
import { useRefreshUser } from '../../data/user.ts';

/** How the last attempt ended: with an error, or `changed`: the account is not as it was shown. */
export type DeleteFailure = MeError | 'changed';

const asMeError = (cause: unknown): MeError =>
  cause instanceof MeError ? cause : new MeError({ code: 'BadAnswer', cause });

/**
 * Deletes the account as it is shown, one request at a time. When it has changed meanwhile it is
 * read anew, and the person has to confirm again, if it is still the same person.
 *
 * @param onChanged called when the person has to confirm again
 */
export function useDelete(onChanged: () => void) {
  const { user, etag } = useAccount();
  const { mutateAsync } = useDeleteAccount(user.id);
  const refreshUser = useRefreshUser();
  const once = useIntent();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<DeleteFailure>();

  const explain = async (cause: unknown): Promise<DeleteFailure | undefined> => {
    const error = asMeError(cause);
    if (error.status !== 412 && error.code !== 'AccountScheduledForDeletion') return error;
    try {
      const { value } = await refreshUser();
      // Of another person, or of an account already marked, the page shows something else by itself.
      if (value.id !== user.id || value.deletion) return undefined;
      onChanged();
      return 'changed';
    } catch (failed) {
      return asMeError(failed);
    }
  };

  const submit = () => {
    if (busy) return;
    once((intent) => {
      setBusy(true);
      setFailure(undefined);
      return mutateAsync({ etag, intent });
    }).catch(async (cause: unknown) => {
      const outcome = await explain(cause);
      setFailure(outcome);
      setBusy(outcome === undefined);
    });
  };
  return { busy, failure, submit, forgive: () => setFailure(undefined) };
}
