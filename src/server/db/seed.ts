import type { Queryable } from './database.ts';

/** A person of the demo, as rows. Times are RFC 3339. */
export interface SeedAccount {
  issuer: string;
  subject: string;
  username: string;
  name: string;
  bio?: string;
  locale?: string;
  timezone?: string;
  badges?: string[];
  tokenQuota: number | null;
  paidTokenBalance?: number;
  subscriptionPlan?: string;
  subscriptionStatus?: string;
  createdAt: string;
  /** Marked for deletion this many days ago. */
  deletedDaysAgo?: number;
  graceDays?: number;
  emails?: { email: string; verified: boolean; primary: boolean }[];
  phoneNumbers?: { phoneNumber: string; verified: boolean; primary: boolean }[];
  identities?: { provider: string; name: string; email?: string }[];
}

/** Inserts a person with contact points. */
export async function seedAccount(tx: Queryable, account: SeedAccount): Promise<string> {
  const deleted = account.deletedDaysAgo ?? null;
  const rows = await tx.query<{ id: string }>(
    `insert into accounts (issuer, subject, username, name, bio, locale, timezone, badges,
       token_quota, paid_token_balance, subscription_plan, subscription_status, created_at,
       updated_at, deletion_requested_at, deletion_scheduled_for)
     values ($1, $2, $3, $4, $5, $6, $7, $8::text[], $9, $10, $11, $12, $13::timestamptz,
       $13::timestamptz, now() - make_interval(days => $14::int),
       now() + make_interval(days => $15::int - $14::int))
     returning id`,
    [
      account.issuer,
      account.subject,
      account.username,
      account.name,
      account.bio ?? null,
      account.locale ?? null,
      account.timezone ?? null,
      account.badges ?? [],
      account.tokenQuota,
      account.paidTokenBalance ?? 0,
      account.subscriptionPlan ?? null,
      account.subscriptionStatus ?? null,
      account.createdAt,
      deleted,
      account.graceDays ?? null,
    ],
  );
  const id = rows[0]?.id ?? '';
  for (const { email, verified, primary } of account.emails ?? []) {
    await tx.query(
      `insert into emails (account_id, email, verified, is_primary, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $5)`,
      [id, email, verified, primary, account.createdAt],
    );
  }
  for (const { phoneNumber, verified, primary } of account.phoneNumbers ?? []) {
    await tx.query(
      `insert into phone_numbers (account_id, phone_number, verified, is_primary, created_at,
         updated_at) values ($1, $2, $3, $4, $5, $5)`,
      [id, phoneNumber, verified, primary, account.createdAt],
    );
  }
  for (const { provider, name, email } of account.identities ?? []) {
    await tx.query(
      `insert into identities (account_id, provider, name, email, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $5)`,
      [id, provider, name, email ?? null, account.createdAt],
    );
  }
  return id;
}

/** A device of the demo; every descriptive part may be missing. */
export interface SeedSession {
  type?: string;
  platform?: string;
  tokenType?: string;
  deviceName?: string;
  browser?: string;
  os?: string;
  ip?: string;
  location?: string;
  /** Hours ago. */
  created?: number;
  lastActive: number;
}

/** Inserts devices that are signed in, in one statement. */
export async function seedSessions(tx: Queryable, accountId: string, sessions: SeedSession[]) {
  await tx.query(
    `insert into sessions (account_id, type, platform, token_type, device_name, browser, os, ip,
       location, created_at, last_active)
     select $1::uuid, type, platform, "tokenType", "deviceName", browser, os, ip, location,
       now() - make_interval(secs => created * 3600), now() - make_interval(secs => "lastActive" * 3600)
     from json_to_recordset($2::json) as s(type text, platform text, "tokenType" text,
       "deviceName" text, browser text, os text, ip text, location text, created float8,
       "lastActive" float8)`,
    [accountId, JSON.stringify(sessions)],
  );
}

/** Inserts many similar devices, made by the database itself. */
export async function seedManySessions(tx: Queryable, accountId: string, count: number) {
  await tx.query(
    `insert into sessions (account_id, type, platform, browser, os, ip, location, created_at,
       last_active)
     select $1::uuid, 'web', case when n % 3 = 0 then 'mobile' else 'desktop' end,
       (array['Chrome 131', 'Firefox 133', 'Safari 18', 'Edge 131', null])[n % 5 + 1],
       (array['Windows 11', 'macOS Sequoia', 'Android 15', 'iOS 18', 'Ubuntu', null, 'ChromeOS'])[n % 7 + 1],
       '203.0.113.' || n % 250 + 1,
       (array['Mumbai, India', 'Delhi, India', 'Dubai, UAE', null])[n % 4 + 1],
       now() - make_interval(mins => n * 11 + 60), now() - make_interval(mins => n * 7 + 3)
     from generate_series(1, $2::int) n`,
    [accountId, count],
  );
}

/** Inserts tokens spent per hour, in one statement; `hours` are seconds since 1970. */
export async function seedUsage(
  tx: Queryable,
  accountId: string,
  hours: readonly number[],
  tokens: readonly number[],
) {
  await tx.query(
    `insert into usage_entries (account_id, spent_at, tokens)
     select $1::uuid, to_timestamp(at), tokens
     from unnest($2::float8[], $3::bigint[]) as u(at, tokens)`,
    [accountId, [...hours], [...tokens]],
  );
}

/** Takes the right to seed: true for the first caller ever, within the transaction. */
export async function claimSeeding(tx: Queryable): Promise<boolean> {
  const rows = await tx.query(
    `insert into settings (key, value) values ('demo_people', 'seeded')
     on conflict do nothing returning key`,
  );
  return rows.length > 0;
}
