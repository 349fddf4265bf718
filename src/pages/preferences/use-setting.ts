import { useRef, useState } from 'react';
import type { PreferencesPatch } from '../../contract/preferences.ts';
import { MeError } from '../../client/me-error.ts';
import { useAccount } from '../../data/account.tsx';
import { useSavePreferences } from '../../data/preferences.ts';

/** What is said beside a row of settings that save at once. */
export type SettingStatus =
  { readonly kind: 'idle' | 'saved' } | { readonly kind: 'failed'; readonly error: MeError };

type Failures = Readonly<Record<string, MeError>>;

const without = (failures: Failures, setting: string): Failures =>
  Object.fromEntries(Object.entries(failures).filter(([failed]) => failed !== setting));

/**
 * Saves the settings of one row, each under its name. Of each setting the last choice decides what
 * is said: what became of an earlier one is no news any more.
 */
export function useSetting(): {
  status: SettingStatus;
  save: (setting: string, patch: PreferencesPatch) => void;
} {
  const { user } = useAccount();
  const { mutateAsync } = useSavePreferences(user.id);
  const [failures, setFailures] = useState<Failures>({});
  const [saved, setSaved] = useState(false);
  const attempts = useRef<Record<string, number>>({});

  const save = (setting: string, patch: PreferencesPatch) => {
    const attempt = (attempts.current[setting] ?? 0) + 1;
    attempts.current[setting] = attempt;
    const isLast = () => attempts.current[setting] === attempt;
    setSaved(false);
    setFailures((now) => without(now, setting));
    mutateAsync(patch).then(
      () => {
        if (isLast()) setSaved(true);
      },
      (thrown: unknown) => {
        const error =
          thrown instanceof MeError ? thrown : new MeError({ code: 'BadAnswer', cause: thrown });
        if (isLast()) setFailures((now) => ({ ...now, [setting]: error }));
      },
    );
  };

  const [error] = Object.values(failures);
  return { status: error ? { kind: 'failed', error } : { kind: saved ? 'saved' : 'idle' }, save };
}
