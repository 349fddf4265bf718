import { useMemo } from 'react';
import * as z from 'zod/mini';
import type { Preferences, PreferencesPatch } from '../../contract/preferences.ts';
import * as rules from '../../contract/rules.ts';
import { MeError } from '../../client/me-error.ts';
import type { Versioned } from '../../client/me-client.ts';
import { useAccount, writerOf } from '../../data/account.tsx';
import { useRefreshPreferences, useSavePreferencesForm } from '../../data/preferences.ts';
import type { Rules } from '../../form/rules-resolver.ts';
import type { Snapshot } from '../../form/snapshot.ts';
import { useCardForm, type CardForm } from '../../form/use-card-form.ts';

/** The rules of the fields; those of the links stand inside `socials` in the contract. */
const fieldRules = {
  timezone: z.nullable(rules.timezone),
  twitter: z.nullable(rules.twitter),
  discord: z.nullable(rules.discord),
} as const;

export type PreferencesField = keyof typeof fieldRules;
type PreferencesTexts<F extends PreferencesField> = Record<F, string>;

const textOf = (stored: Preferences, field: PreferencesField): string =>
  (field === 'timezone' ? stored.timezone : stored.socials[field]) ?? '';

const textsOf = <F extends PreferencesField>(stored: Preferences, fields: readonly F[]) =>
  Object.fromEntries(fields.map((field) => [field, textOf(stored, field)])) as PreferencesTexts<F>;

function patchOf(changed: Readonly<Record<string, unknown>>): PreferencesPatch {
  const { timezone, ...socials } = changed;
  return {
    ...(timezone !== undefined && { timezone }),
    ...(Object.keys(socials).length > 0 && { socials }),
  } as PreferencesPatch;
}

/** The backend names `socials.twitter`, the form its field. */
function withFieldNames(error: unknown): unknown {
  if (!(error instanceof MeError)) return error;
  const { code, status, message, retryAfter, maxAge, reference, cause } = error;
  const fields = Object.fromEntries(
    Object.entries(error.fields).map(([path, issues]) => [path.replace(/^socials\./, ''), issues]),
  );
  return new MeError({ code, status, message, fields, retryAfter, maxAge, reference, cause });
}

/**
 * A card that edits some texts of the preferences.
 *
 * @param fields must be the same array at every render.
 */
export function usePreferencesForm<F extends PreferencesField>(
  id: string,
  fields: readonly F[],
  { value, etag }: Versioned<Preferences>,
): CardForm<PreferencesTexts<F>> {
  const { user } = useAccount();
  const { mutateAsync } = useSavePreferencesForm(user.id);
  const refreshPreferences = useRefreshPreferences(user.id);

  const snapshot = (answer: Versioned<Preferences>): Snapshot<PreferencesTexts<F>> => ({
    texts: textsOf(answer.value, fields),
    etag: answer.etag,
  });
  const stored = useMemo(() => ({ texts: textsOf(value, fields), etag }), [value, etag, fields]);
  const chosen = useMemo(
    () =>
      Object.fromEntries(fields.map((f) => [f, fieldRules[f]])) as unknown as Rules<
        PreferencesTexts<F>
      >,
    [fields],
  );
  return useCardForm({
    id,
    owner: writerOf(user),
    stored,
    rules: chosen,
    save: async (patch, seen) => {
      try {
        return snapshot(await mutateAsync({ patch: patchOf(patch), etag: seen }));
      } catch (error) {
        throw withFieldNames(error);
      }
    },
    refresh: async () => snapshot(await refreshPreferences()),
  });
}
