import { useCallback, useEffect, useRef, useState } from 'react';
import { useForm, type DefaultValues, type Path, type UseFormReturn } from 'react-hook-form';
import { MeError, type FieldError } from '../client/me-error.ts';
import { dropDraft, readDraft, writeDraft } from './drafts.ts';
import { changedFields, clashes, pick, type Clash, type Texts } from './merge.ts';
import { checkChanged, storedAs, toPatch, type Rules } from './rules-resolver.ts';
import { withDraft, type Snapshot } from './snapshot.ts';
import { useUnsaved } from './unsaved.ts';

export interface CardFormOptions<T extends Texts> {
  /** Unique on the page; names the draft. */
  id: string;
  /** Whose data it is: drafts are kept per person. */
  owner: string;
  stored: Snapshot<T>;
  rules: Rules<T>;
  /** Sends the changed fields and answers what is stored then. Rejects with a `MeError`. */
  save: (patch: Record<string, unknown>, etag: string | undefined) => Promise<Snapshot<T>>;
  /** Reads what is stored now, after a conflict. */
  refresh: () => Promise<Snapshot<T>>;
}

export type CardStatus<T extends Texts> =
  | { readonly kind: 'idle' | 'restored' | 'saving' | 'saved' }
  | { readonly kind: 'failed'; readonly error: MeError }
  | {
      readonly kind: 'conflict';
      readonly clashes: readonly Clash[];
      /** What the clashes were found against. */
      readonly theirs: Snapshot<T>;
    };

export interface CardForm<T extends Texts> {
  readonly id: string;
  readonly form: UseFormReturn<T>;
  readonly status: CardStatus<T>;
  readonly dirtyCount: number;
  readonly submit: () => void;
  readonly discard: () => void;
  /** Ends a conflict: the chosen texts are put into the form and everything is saved. */
  readonly resolve: (chosen: Texts) => void;
  /** Leaves a conflict open and goes back to the form. */
  readonly keepEditing: () => void;
}

/** How often a save merges changes from elsewhere by itself before it gives up. */
const mergeAttempts = 3;

const textOf = (error: FieldError | undefined) => error?.code ?? error?.message;

const asMeError = (error: unknown): MeError =>
  error instanceof MeError ? error : new MeError({ code: 'BadAnswer', cause: error });

/**
 * A card that saves: react-hook-form checked by the contract's rules, sending only what changed. It
 * keeps what was typed through refetches, failures, reloads and conflicts.
 */
export function useCardForm<T extends Texts>(options: CardFormOptions<T>): CardForm<T> {
  const { id, owner, stored, rules, save, refresh } = options;
  const [initial] = useState(() => withDraft(stored, readDraft(owner, id)));
  /** What the person's changes are measured against: for touched fields, what they saw then. */
  const base = useRef(initial.base);
  const [status, setStatus] = useState<CardStatus<T>>({
    kind: initial.typed ? 'restored' : 'idle',
  });
  const form = useForm<T>({
    defaultValues: initial.base.texts as DefaultValues<T>,
    resolver: useCallback((values: T) => checkChanged(rules, base.current.texts, values), [rules]),
    mode: 'onTouched',
  });
  const { isDirty, dirtyFields } = form.formState;

  const dirtyNow = useCallback(() => changedFields(base.current.texts, form.getValues()), [form]);

  /** Takes over a snapshot, keeping the text of the `kept` fields. */
  const take = useCallback(
    (next: Snapshot<T>, kept: Partial<T> = {}) => {
      base.current = next;
      form.reset(next.texts, { keepErrors: Object.keys(kept).length > 0 });
      for (const [field, text] of Object.entries(kept)) {
        form.setValue(field as Path<T>, text as never, { shouldDirty: true });
      }
    },
    [form],
  );

  useEffect(() => {
    for (const [field, text] of Object.entries(initial.typed ?? {})) {
      form.setValue(field as Path<T>, text as never, { shouldDirty: true });
    }
  }, [form, initial]);

  // A refetch: untouched fields follow; touched ones keep their text and what it was typed over.
  useEffect(() => {
    const touched = dirtyNow();
    if (touched.length === 0) {
      const same =
        changedFields(stored.texts, base.current.texts).length === 0 &&
        base.current.etag === stored.etag;
      if (!same) take(stored);
      return;
    }
    const texts = { ...stored.texts } as Record<string, string>;
    for (const field of touched) texts[field] = base.current.texts[field] ?? '';
    for (const field of changedFields(base.current.texts, texts)) {
      form.resetField(field as Path<T>, { defaultValue: texts[field] as never });
    }
    base.current = { texts: texts as T, etag: base.current.etag };
  }, [stored, form, take, dirtyNow]);

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          const touched = changedFields(base.current.texts, values);
          if (touched.length === 0) return dropDraft(owner, id);
          const { etag, texts } = base.current;
          writeDraft(owner, id, {
            ...(etag !== undefined && { etag }),
            base: pick(texts, touched),
            values: pick(values, touched),
          });
          setStatus((now) => (now.kind === 'saved' ? { kind: 'idle' } : now));
        },
      }),
    [form, owner, id],
  );

  const fail = useCallback(
    (error: MeError) => {
      const entries = Object.entries(error.fields);
      const known = entries.filter(
        ([field, [first]]) => Object.hasOwn(base.current.texts, field) && textOf(first),
      );
      known.forEach(([field, [first]], index) => {
        form.setError(
          field as Path<T>,
          { type: first?.code ? 'rule' : 'server', message: textOf(first) ?? '' },
          { shouldFocus: index === 0 },
        );
      });
      // What stands beside a field is not said a second time, and nothing is left unsaid.
      const rest = entries.filter((entry) => !known.includes(entry));
      const { code, status: httpStatus, message, reference } = error;
      const fields = Object.fromEntries(rest);
      const unsaid = known.length
        ? new MeError({ code, status: httpStatus, message, reference, fields })
        : error;
      setStatus(
        known.length > 0 && rest.length === 0
          ? { kind: 'idle' }
          : { kind: 'failed', error: unsaid },
      );
    },
    [form],
  );

  /** Sends what is changed now, and merges by itself what was changed elsewhere meanwhile. */
  const store = useCallback(async () => {
    const asked = { ...form.getValues() };
    const touched = changedFields(base.current.texts, asked);
    for (let attempt = 0; ; attempt++) {
      const sent = { ...base.current.texts, ...pick(asked, touched) };
      if (changedFields(base.current.texts, sent).length === 0) {
        return setStatus({ kind: 'saved' });
      }
      try {
        const next = await save(toPatch(rules, base.current.texts, sent), base.current.etag);
        const now = form.getValues();
        const typedSince = changedFields(asked, now);
        take(next, pick(now, typedSince) as Partial<T>);
        if (typedSince.length === 0) dropDraft(owner, id);
        return setStatus({ kind: 'saved' });
      } catch (thrown) {
        const error = asMeError(thrown);
        if (error.status !== 412 || attempt >= mergeAttempts) return fail(error);
        const theirs = await refresh();
        const now = form.getValues();
        const open = clashes(base.current.texts, now, theirs.texts).filter(
          // Two ways to write what is stored alike are nothing to choose between.
          (clash) => (storedAs(rules, clash.field, clash.mine) ?? '') !== clash.theirs,
        );
        if (open.length > 0) return setStatus({ kind: 'conflict', clashes: open, theirs });
        take(theirs, pick(now, changedFields(base.current.texts, now)) as Partial<T>);
      }
    }
  }, [form, save, refresh, rules, take, fail, owner, id]);

  const run = useCallback(
    () =>
      form.handleSubmit(async () => {
        setStatus({ kind: 'saving' });
        await store().catch((error: unknown) => fail(asMeError(error)));
      })(),
    [form, store, fail],
  );

  const submit = useCallback(() => {
    if (status.kind !== 'saving' && dirtyNow().length > 0) void run();
  }, [status.kind, dirtyNow, run]);

  const discard = useCallback(() => {
    dropDraft(owner, id);
    take(stored);
    setStatus({ kind: 'idle' });
  }, [owner, id, stored, take]);

  const resolve = useCallback(
    (chosen: Texts) => {
      if (status.kind !== 'conflict') return;
      const now = form.getValues();
      const kept = { ...pick(now, dirtyNow()), ...chosen };
      // Exactly what the person was shown: a further change elsewhere is refused, and asked about.
      take(status.theirs, kept as Partial<T>);
      void run();
    },
    [status, form, dirtyNow, take, run],
  );

  const keepEditing = useCallback(() => setStatus({ kind: 'idle' }), []);
  useUnsaved(`${owner}:${id}`, isDirty, status.kind === 'saving', discard);

  return {
    id,
    form,
    status,
    dirtyCount: isDirty ? Object.keys(dirtyFields).length : 0,
    submit,
    discard,
    resolve,
    keepEditing,
  };
}
