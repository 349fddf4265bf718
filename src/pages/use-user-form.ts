import { useMemo } from 'react';
import * as z from 'zod/mini';
import type { User, UserField } from '../contract/user.ts';
import { MeError } from '../client/me-error.ts';
import type { Versioned } from '../client/me-client.ts';
import { useAccount, writerOf } from '../data/account.tsx';
import { useCan } from '../data/can.tsx';
import { useRefreshUser, useSaveUser } from '../data/user.ts';
import type { Rules } from '../form/rules-resolver.ts';
import type { Snapshot } from '../form/snapshot.ts';
import { useCardForm, type CardForm } from '../form/use-card-form.ts';

/** The stored text of a field; what is not set is empty. */
export const userText = (user: User, field: UserField): string =>
  (field === 'email' ? (user.email ?? user.defaultEmail) : user[field]) ?? '';

type UserTexts<F extends UserField> = Record<F, string>;

/**
 * A card that edits some fields of the user.
 *
 * @param own the rule of each field for what stands in it; the same object at every render. Fields that
 *   the backend lets a person empty may be empty too.
 */
export function useUserForm<F extends UserField>(
  id: string,
  own: Readonly<Record<F, z.ZodMiniType>>,
): CardForm<UserTexts<F>> {
  const { user, etag } = useAccount();
  const { mutateAsync } = useSaveUser();
  const refreshUser = useRefreshUser();
  const clear: Partial<Record<UserField, boolean>> = useCan().clear;
  const fields = useMemo(() => Object.keys(own) as F[], [own]);

  const snapshot = (answer: Versioned<User>): Snapshot<UserTexts<F>> => {
    // Somebody else signed in meanwhile: their data must not meet this person's text.
    if (answer.value.id !== user.id) throw new MeError({ code: 'Unauthorized', status: 401 });
    return { texts: textsOf(answer.value, fields), etag: answer.etag };
  };
  const stored = useMemo(() => ({ texts: textsOf(user, fields), etag }), [user, etag, fields]);
  const rules = useMemo(
    () =>
      Object.fromEntries(
        fields.map((f) => [f, clear[f] ? z.nullable(own[f]) : own[f]]),
      ) as unknown as Rules<UserTexts<F>>,
    [fields, clear, own],
  );
  return useCardForm({
    id,
    owner: writerOf(user),
    stored,
    rules,
    save: async (patch, seen) => snapshot(await mutateAsync({ patch, etag: seen })),
    refresh: async () => snapshot(await refreshUser()),
  });
}

const textsOf = <F extends UserField>(user: User, fields: readonly F[]): UserTexts<F> =>
  Object.fromEntries(fields.map((field) => [field, userText(user, field)])) as UserTexts<F>;
