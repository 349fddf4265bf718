import type { Queryable } from './database.ts';

/** A person an issuer vouches for, with what its claims say and our rules allow. */
export interface NewAccount {
  issuer: string;
  subject: string;
  username: string;
  name: string;
  avatarUrl?: string;
  locale?: string;
  timezone?: string;
  email?: { address: string; verified: boolean };
  phoneNumber?: { number: string; verified: boolean };
}

/** The account an issuer's subject has here, and whether a token issued at that time opens it. */
export async function findExternalAccount(
  db: Queryable,
  issuer: string,
  subject: string,
  issuedAt: string,
) {
  const rows = await db.query<{ id: string; opens: boolean }>(
    `select id, tokens_valid_after is null or tokens_valid_after < $3::timestamptz as opens
     from accounts where issuer = $1 and subject = $2
       and (deletion_scheduled_for is null or deletion_scheduled_for > now())`,
    [issuer, subject, issuedAt],
  );
  return rows[0];
}

/**
 * Makes an account with its contact points.
 *
 * @returns its id, or nothing when the person or the username exists already
 */
export async function insertAccount(tx: Queryable, account: NewAccount) {
  const rows = await tx.query<{ id: string }>(
    `insert into accounts (issuer, subject, username, name, avatar_url, locale, timezone)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
    [
      account.issuer,
      account.subject,
      account.username,
      account.name,
      account.avatarUrl ?? null,
      account.locale ?? null,
      account.timezone ?? null,
    ],
  );
  const id = rows[0]?.id;
  if (id === undefined) return undefined;
  if (account.email) {
    await tx.query(
      `insert into emails (account_id, email, verified, is_primary) values ($1, $2, $3, true)`,
      [id, account.email.address, account.email.verified],
    );
  }
  if (account.phoneNumber) {
    await tx.query(
      `insert into phone_numbers (account_id, phone_number, verified, is_primary)
       values ($1, $2, $3, true)`,
      [id, account.phoneNumber.number, account.phoneNumber.verified],
    );
  }
  return id;
}
