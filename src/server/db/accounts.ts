import type { Queryable } from './database.ts';
import { instant } from './rows.ts';
import type { AccountRow } from './rows.ts';

/** Past this the account is gone, whether or not the purge has run. */
export const notErased = '(a.deletion_scheduled_for is null or a.deletion_scheduled_for > now())';

const contactPoints = (table: string, value: string, column: string, order: string) =>
  `coalesce((select json_agg(json_build_object('id', id, '${value}', ${column},
      'verified', verified, 'primary', is_primary, 'createdAt', ${instant('created_at')},
      'updatedAt', ${instant('updated_at')}) order by ${order})
    from ${table} where account_id = a.id), '[]')`;

const contactOrder = 'is_primary desc, verified desc, created_at, id';

/**
 * What changes from request to request. The order in which sessions are counted is the index's:
 * where one account has most of all sessions, the planner would else read the whole table for
 * everybody.
 */
export const slimColumns = `a.id, a.status, a.name, a.username, a.bio, a.avatar_url as "avatarUrl",
  a.locale, a.timezone, a.badges, a.version::float8 as version,
  ${instant('a.created_at')} as "createdAt", ${instant('a.updated_at')} as "updatedAt",
  ${instant('a.deletion_requested_at')} as "deletionRequestedAt",
  ${instant('a.deletion_scheduled_for')} as "deletionScheduledFor",
  (select count(*)::int from (select 1 from sessions where account_id = a.id
    and revoked_at is null and (expires_at is null or expires_at > now())
    order by last_active desc, id desc limit 1000000) live) as "activeSessions"`;

/** What changes only with the account's version. */
export const contactColumns = `${contactPoints('emails', 'email', 'email', contactOrder)} as emails,
  ${contactPoints('phone_numbers', 'phoneNumber', 'phone_number', contactOrder)} as "phoneNumbers",
  coalesce((select json_agg(json_build_object('id', id, 'provider', provider, 'name', name,
      'email', email, 'avatarUrl', avatar_url, 'createdAt', ${instant('created_at')},
      'updatedAt', ${instant('updated_at')}) order by created_at, id)
    from identities where account_id = a.id), '[]') as identities`;

const byId = `select ${slimColumns}, ${contactColumns} from accounts a where a.id = $1 and ${notErased}`;

/** The account as it is now, or nothing when it is gone. */
const findAccount = async (db: Queryable, id: string) =>
  (await db.query<AccountRow>(byId, [id]))[0];

/** The account, held against other writers until the transaction ends. */
export async function lockAccount(tx: Queryable, id: string): Promise<AccountRow | undefined> {
  // In two steps: a statement that waits for a row lock re-reads that row, but not its subqueries.
  // `no key`: foreign keys share-lock the row, and upgrading such a lock would deadlock.
  await tx.query('select 1 from accounts where id = $1 for no key update', [id]);
  return findAccount(tx, id);
}

/** The columns of an account that `PATCH /me` may write. */
export type AccountChange = Pick<
  AccountRow,
  'name' | 'username' | 'bio' | 'avatarUrl' | 'locale' | 'timezone'
>;

/**
 * Writes the account and counts its version up.
 *
 * @throws the driver's unique violation of `accounts_username`
 */
export async function updateAccount(tx: Queryable, id: string, change: AccountChange) {
  await tx.query(
    `update accounts set name = $2, username = $3, bio = $4, avatar_url = $5, locale = $6,
       timezone = $7, version = version + 1, updated_at = now() where id = $1`,
    [
      id,
      change.name,
      change.username,
      change.bio,
      change.avatarUrl,
      change.locale,
      change.timezone,
    ],
  );
}

/** True when an account other than `exceptId` holds `username`, ignoring case. */
export async function isUsernameHeld(db: Queryable, username: string, exceptId: string) {
  const rows = await db.query(
    `select 1 from accounts a where lower(a.username) = lower($1) and a.id <> $2 and ${notErased}`,
    [username, exceptId],
  );
  return rows.length > 0;
}

/** Marks the account for erasure in `days` and makes every token issued until now worthless. */
export async function markForDeletion(tx: Queryable, id: string, days: number) {
  await tx.query(
    `update accounts set deletion_requested_at = now(), tokens_valid_after = now(),
       deletion_scheduled_for = now() + make_interval(days => $2::int), version = version + 1
     where id = $1`,
    [id, days],
  );
}

/** Takes the mark off; the rest of the account is as it was. */
export async function unmarkForDeletion(tx: Queryable, id: string) {
  await tx.query(
    `update accounts set deletion_requested_at = null, deletion_scheduled_for = null,
       version = version + 1 where id = $1`,
    [id],
  );
}

/** Erases every account whose grace period is over, with all that belongs to it. */
export async function eraseDueAccounts(db: Queryable): Promise<void> {
  await db.query('delete from accounts where deletion_scheduled_for <= now()');
}

/** The account's id for a person known by current username; for signing in to the demo. */
export async function findAccountByUsername(db: Queryable, issuer: string, username: string) {
  const rows = await db.query<{ id: string }>(
    `select a.id from accounts a
     where a.issuer = $1 and lower(a.username) = lower($2) and ${notErased}`,
    [issuer, username],
  );
  return rows[0];
}

/** Everybody known by `issuer`, in the order they came. */
export const listAccounts = (db: Queryable, issuer: string) =>
  db.query<{ username: string; name: string; subject: string }>(
    `select a.username, a.name, a.subject from accounts a
     where a.issuer = $1 and ${notErased} order by a.created_at, a.id`,
    [issuer],
  );
