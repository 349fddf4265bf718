import { useMemo } from 'react';
import * as z from 'zod/mini';
import { userFieldRules, userPatchFields, type User, type UserField } from '../contract/user.ts';
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

const noRules = {};
type FieldRules = Partial<Record<UserField, z.ZodMiniType>>;

/** What a field may hold: nothing too, where the backend lets it be emptied. */
function ruleOf(field: UserField, clear: Partial<Record<UserField, boolean>>, own: FieldRules) {
  const rule = own[field];
  if (clear[field] === false) return rule ?? userFieldRules[field];
  return rule ? z.nullable(rule) : userPatchFields[field];
}

type UserTexts<F extends UserField> = Record<F, string>;

/**
 * A card that edits some fields of the user.
 *
 * @param fields must be the same array at every render.
 * @param own how the form's texts become values, for fields that may be empty and hold more than the
 *   contract's rule takes; must be the same object at every render.
 */
export function useUserForm<F extends UserField>(
  id: string,
  fields: readonly F[],
  own: FieldRules = noRules,
): CardForm<UserTexts<F>> {
  const { user, etag } = useAccount();
  const { mutateAsync } = useSaveUser();
  const refreshUser = useRefreshUser();
  const { clear } = useCan();

  const snapshot = (answer: Versioned<User>): Snapshot<UserTexts<F>> => {
    // Somebody else signed in meanwhile: their data must not meet this person's text.
    if (answer.value.id !== user.id) throw new MeError({ code: 'Unauthorized', status: 401 });
    return { texts: textsOf(answer.value, fields), etag: answer.etag };
  };
  const stored = useMemo(() => ({ texts: textsOf(user, fields), etag }), [user, etag, fields]);
  const rules = useMemo(
    () =>
      Object.fromEntries(fields.map((f) => [f, ruleOf(f, clear, own)])) as unknown as Rules<
        UserTexts<F>
      >,
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
