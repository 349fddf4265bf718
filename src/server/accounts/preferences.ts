import type * as z from 'zod/mini';
import type { preferences, PreferencesPatch } from '../../contract/preferences.ts';
import type { Queryable } from '../db/database.ts';
import { findPreferences, savePreferences } from '../db/preferences.ts';
import type { PreferencesRow } from '../db/preferences.ts';
import { withoutEmpty } from './present.ts';
import { holdAccount } from './profile.ts';
import { demand, preferencesVersion } from './version.ts';
import type { Precondition } from './version.ts';

/** The preferences as they go over the wire. */
export type WirePreferences = z.input<typeof preferences>;

type Matrix = PreferencesRow['notifications'];

/** What a person gets who never chose. */
const defaultNotifications: Matrix = {
  security: { email: true, push: true },
  product: { email: false, push: false },
  usage: { email: true, push: true },
};

const defaults: PreferencesRow = {
  theme: null,
  notifications: {},
  timezone: null,
  twitter: null,
  discord: null,
  version: 0,
};

const merged = (beneath: Matrix, above: Matrix): Matrix =>
  Object.fromEntries(
    [...new Set([...Object.keys(beneath), ...Object.keys(above)])].map((category) => [
      category,
      { ...beneath[category], ...above[category] },
    ]),
  );

const present = (row: PreferencesRow): WirePreferences =>
  withoutEmpty({
    theme: row.theme ?? 'system',
    notifications: merged(defaultNotifications, row.notifications),
    timezone: row.timezone,
    socials: withoutEmpty({ twitter: row.twitter, discord: row.discord }),
  });

/** The preferences and what identifies this state of them. */
export async function readPreferences(db: Queryable, accountId: string) {
  const row = (await findPreferences(db, accountId)) ?? defaults;
  return { preferences: present(row), version: preferencesVersion(accountId, row.version) };
}

/**
 * Merges `patch` into the preferences (RFC 7396).
 *
 * @throws ServiceError `PreconditionFailed`
 */
export async function updatePreferences(
  tx: Queryable,
  accountId: string,
  patch: PreferencesPatch,
  precondition: Precondition,
) {
  await holdAccount(tx, accountId);
  const row = (await findPreferences(tx, accountId)) ?? defaults;
  demand(precondition, preferencesVersion(accountId, row.version));
  const { socials = {} } = patch;
  const next: PreferencesRow = {
    theme: patch.theme ?? row.theme,
    notifications: merged(row.notifications, (patch.notifications ?? {}) as Matrix),
    timezone: patch.timezone === undefined ? row.timezone : patch.timezone,
    twitter: socials.twitter === undefined ? row.twitter : socials.twitter,
    discord: socials.discord === undefined ? row.discord : socials.discord,
    version: row.version,
  };
  if (JSON.stringify(present(next)) !== JSON.stringify(present(row))) {
    next.version += 1;
    await savePreferences(tx, accountId, next);
  }
  return {
    preferences: present(next),
    version: preferencesVersion(accountId, next.version),
  };
}
