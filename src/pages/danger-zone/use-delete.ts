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
 * @param onGone called when the account now shown is another one, or already marked
 * @param onChanged called when it is the same one, changed
 */
export function useDelete(onGone: () => void, onChanged: () => void) {
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
      const same = value.id === user.id && !value.deletion;
      (same ? onChanged : onGone)();
      return same ? 'changed' : undefined;
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
      setFailure(await explain(cause));
      setBusy(false);
    });
  };
  return { busy, failure, submit, forgive: () => setFailure(undefined) };
}
