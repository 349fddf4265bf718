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

/** The draft of a form, or undefined when there is none that makes sense. */
export function readDraft(owner: string, form: string): Draft | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(owner, form));
    return text ? draft.parse(JSON.parse(text)) : undefined;
  } catch {
    // Storage may be blocked or hold something foreign; then there is no draft.
    return undefined;
  }
}

export function writeDraft(owner: string, form: string, value: Draft): void {
  try {
    sessionStorage.setItem(keyOf(owner, form), JSON.stringify(value));
  } catch {
    // Full or blocked: the text still stands in the form.
  }
}

export function dropDraft(owner: string, form: string): void {
  try {
    sessionStorage.removeItem(keyOf(owner, form));
  } catch {
    // Blocked storage holds no draft.
  }
}

function dropDrafts(which: (key: string) => boolean): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(prefix) && which(key)) sessionStorage.removeItem(key);
    }
  } catch {
    // Blocked storage holds no drafts.
  }
}

/** Drops every draft in this tab: after deletion or sign-out. */
export const dropAllDrafts = (): void => dropDrafts(() => true);

/** Drops the drafts of everybody else: another person's text must not wait here. */
export const dropForeignDrafts = (owner: string): void =>
  dropDrafts((key) => !key.startsWith(keyOf(owner, '')));
