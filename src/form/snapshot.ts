import type { Draft } from './drafts.ts';
import type { Texts } from './merge.ts';

/** What the backend holds, as texts, and the version it was read with. */
export interface Snapshot<T extends Texts> {
  readonly texts: T;
  readonly etag: string | undefined;
}

/** Where a form starts: what is stored, and what was typed over it before a reload. */
export function withDraft<T extends Texts>(
  stored: Snapshot<T>,
  draft: Draft | undefined,
): { base: Snapshot<T>; typed: Texts | undefined } {
  const known = Object.entries(draft?.values ?? {}).filter(([field]) =>
    Object.hasOwn(stored.texts, field),
  );
  if (!draft || known.length === 0) return { base: stored, typed: undefined };
  const before = known.map(([field]) => [field, draft.base[field] ?? ''] as const);
  return {
    base: { texts: { ...stored.texts, ...Object.fromEntries(before) }, etag: draft.etag },
    typed: Object.fromEntries(known),
  };
}
