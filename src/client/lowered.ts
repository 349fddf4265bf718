import type { Capabilities, FieldAccess } from './me-client.ts';

/** Parts of the capabilities, each to be taken away or given as read only. */
export type LowerCapabilities = {
  readonly [K in keyof Capabilities]?: Capabilities[K] extends object
    ? { readonly [P in keyof Capabilities[K]]?: Capabilities[K][P] | undefined } | undefined
    : Capabilities[K] | undefined;
};

const ranks: readonly (FieldAccess | boolean | number | null)[] = ['none', 'read', 'edit'];

/** The lesser of what there is and what is wanted: nothing is ever given that was not there. */
function lesser<T>(there: T, wanted: unknown): T {
  if (wanted === undefined) return there;
  if (typeof there === 'boolean') return (there && wanted === true) as T;
  if (typeof there === 'string') {
    return ranks.indexOf(wanted as FieldAccess) < ranks.indexOf(there as never)
      ? (wanted as T)
      : there;
  }
  // How many days of grace there are is a fact that only the operator knows; none stays none.
  return there === null ? there : (wanted as T);
}

/** `all`, less what `lower` takes away. */
export function lowered(all: Capabilities, lower: LowerCapabilities): Capabilities {
  const part = <T extends object>(there: T, wanted: object | undefined): T =>
    Object.fromEntries(
      Object.entries(there).map(([key, value]) => [
        key,
        lesser(value, (wanted as Record<string, unknown> | undefined)?.[key]),
      ]),
    ) as T;
  return {
    user: part(all.user, lower.user),
    preferences: part(all.preferences, lower.preferences),
    clear: part(all.clear, lower.clear),
    usage: part(all.usage, lower.usage),
    sessions: part(all.sessions, lower.sessions),
    usernameAvailability: lesser(all.usernameAvailability, lower.usernameAvailability),
    exportData: lesser(all.exportData, lower.exportData),
    deletion: part(all.deletion, lower.deletion),
  };
}
