import { hashKey, type QueryClient } from '@tanstack/react-query';
import { MeError } from '../client/me-error.ts';
import { keys, scope, type writes } from './keys.ts';

/** What happened to the account on this page. Nothing of the person is in it. */
export type AccountEvent =
  /** The account is here and can be shown. */
  | { readonly type: 'ready' }
  /** Names of what was saved: `username`, `preferences.theme`. */
  | { readonly type: 'saved'; readonly fields: readonly string[] }
  /** `current`: of this very page. */
  | { readonly type: 'session.revoked'; readonly count: number; readonly current: boolean }
  | { readonly type: 'account.deleted' }
  | { readonly type: 'account.restored' }
  /** A read or a write failed; the person has been told where they look. */
  | { readonly type: 'error'; readonly code: string };

type Writes = (typeof writes)[keyof typeof writes];
type KeyOf<Write> = Write extends (userId: string) => infer Key ? Key : Write;
/** The last part of a key. */
type Written =
  KeyOf<Writes> extends infer Key
    ? Key extends readonly [...unknown[], infer Last]
      ? Last
      : never
    : never;

const fieldsOf = (patch: object, prefix = '') => Object.keys(patch).map((name) => prefix + name);

/** What a write that took effect is told as, by the last part of its key. */
function eventOf(kind: unknown, variables: unknown, answer: unknown): AccountEvent | undefined {
  switch (kind as Written) {
    case 'user':
      return { type: 'saved', fields: fieldsOf((variables as { patch: object }).patch) };
    case 'preferences':
      return { type: 'saved', fields: fieldsOf(variables as object, 'preferences.') };
    case 'preferences-form': {
      const { patch } = variables as { patch: object };
      return { type: 'saved', fields: fieldsOf(patch, 'preferences.') };
    }
    case 'session':
      return {
        type: 'session.revoked',
        count: 1,
        current: (variables as { current: boolean }).current,
      };
    case 'other-sessions':
      return { type: 'session.revoked', count: answer as number, current: false };
    case 'deletion':
      return { type: 'account.deleted' };
    case 'restoration':
      return { type: 'account.restored' };
    default:
      return undefined;
  }
}

/** Codes are words; a backend may send anything in their place. */
const codeOf = (error: unknown): string =>
  error instanceof MeError && /^[\w.-]{1,64}$/.test(error.code) ? error.code : 'Unknown';

/**
 * Tells what happens to the account of a cache, as it happens.
 *
 * @returns ends it
 */
export function watchAccount(
  queryClient: QueryClient,
  tell: (event: AccountEvent) => void,
): () => void {
  let isReady = false;
  const endQueries = queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return;
    const { action, query } = event;
    if (query.queryKey[0] !== scope) return;
    if (action.type === 'error') tell({ type: 'error', code: codeOf(action.error) });
    if (action.type === 'success' && !isReady && hashKey(query.queryKey) === hashKey(keys.user)) {
      isReady = true;
      tell({ type: 'ready' });
    }
  });
  const endWrites = queryClient.getMutationCache().subscribe((event) => {
    if (event.type !== 'updated') return;
    const { action, mutation } = event;
    if (mutation.options.mutationKey?.[0] !== scope) return;
    if (action.type === 'error') tell({ type: 'error', code: codeOf(action.error) });
    if (action.type !== 'success') return;
    const told = eventOf(
      mutation.options.mutationKey?.at(-1),
      mutation.state.variables,
      action.data,
    );
    if (told) tell(told);
  });
  return () => {
    endQueries();
    endWrites();
  };
}
