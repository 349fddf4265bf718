import type { Queryable } from './database.ts';

export interface PreferencesRow {
  theme: string | null;
  /** What was ever switched; the defaults lie beneath. */
  notifications: Record<string, Record<string, boolean>>;
  timezone: string | null;
  twitter: string | null;
  discord: string | null;
  version: number;
}

/** What is stored of the account's preferences, if they were ever changed. */
export const findPreferences = async (db: Queryable, accountId: string) =>
  (
    await db.query<PreferencesRow>(
      `select theme, notifications, timezone, twitter, discord, version::float8 as version
       from preferences where account_id = $1`,
      [accountId],
    )
  )[0];

/** Stores preferences as a whole. */
export async function savePreferences(tx: Queryable, accountId: string, row: PreferencesRow) {
  await tx.query(
    `insert into preferences (account_id, theme, notifications, timezone, twitter, discord, version)
     values ($1, $2, $3::jsonb, $4, $5, $6, $7)
     on conflict (account_id) do update set theme = excluded.theme,
       notifications = excluded.notifications, timezone = excluded.timezone,
       twitter = excluded.twitter, discord = excluded.discord, version = excluded.version`,
    [
      accountId,
      row.theme,
      JSON.stringify(row.notifications),
      row.timezone,
      row.twitter,
      row.discord,
      row.version,
    ],
  );
}
