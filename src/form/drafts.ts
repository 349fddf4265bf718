import * as z from 'zod/mini';

/**
 * What was typed and not saved, kept per person and form in session storage: it survives a reload
 * and an expired session, and goes with the tab. Forms with secrets must not use it.
 */
const draft = z.object({
  /** The version and texts on which the person started to type. */
  etag: z.optional(z.string()),
  base: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.string()),
});
export type Draft = z.output<typeof draft>;

const prefix = 'account-settings:draft:';
const keyOf = (owner: string, form: string) => `${prefix}${owner}:${form}`;

/** What storage would not take: it is full, or blocked, as it may be in a frame. Goes with a reload. */
const memory = new Map<string, string>();

/** Whether something typed is kept in memory alone: it would be lost with the page. */
export const hasUnstoredDrafts = (): boolean => memory.size > 0;

/** Storage as far as it can be had: whatever it refuses is as good as not there. */
function stored<T>(access: (storage: Storage) => T): T | undefined {
  try {
    return access(sessionStorage);
  } catch {
    return undefined;
  }
}

/** The draft of a form, or undefined when there is none that makes sense. */
export function readDraft(owner: string, form: string): Draft | undefined {
  const key = keyOf(owner, form);
  const text = memory.get(key) ?? stored((storage) => storage.getItem(key));
  if (!text) return undefined;
  try {
    return draft.parse(JSON.parse(text));
  } catch {
    // Something foreign lies there.
    return undefined;
  }
}

export function writeDraft(owner: string, form: string, value: Draft): void {
  const key = keyOf(owner, form);
  const text = JSON.stringify(value);
  const isStored = stored((storage) => {
    storage.setItem(key, text);
    return true;
  });
  if (isStored) memory.delete(key);
  else memory.set(key, text);
}

export function dropDraft(owner: string, form: string): void {
  const key = keyOf(owner, form);
  memory.delete(key);
  stored((storage) => storage.removeItem(key));
}

function dropDrafts(which: (key: string) => boolean): void {
  for (const key of memory.keys()) if (which(key)) memory.delete(key);
  stored((storage) => {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(prefix) && which(key)) storage.removeItem(key);
    }
  });
}

/** Drops every draft in this tab: after deletion or sign-out. */
export const dropAllDrafts = (): void => dropDrafts(() => true);

/** Drops the drafts of everybody else: another person's text must not wait here. */
export const dropForeignDrafts = (owner: string): void =>
  dropDrafts((key) => !key.startsWith(keyOf(owner, '')));
