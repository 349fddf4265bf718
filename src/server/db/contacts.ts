import type { Queryable } from './database.ts';

/** One change of an account's list of addresses or numbers. */
export type ContactChange =
  | { kind: 'add'; value: string }
  | { kind: 'promote'; id: string }
  | { kind: 'demote'; id: string }
  | { kind: 'remove'; id: string };

const tables = {
  email: { table: 'emails', column: 'email' },
  phoneNumber: { table: 'phone_numbers', column: 'phone_number' },
} as const;

/** Applies changes in their order. What is added is unverified and becomes the primary one. */
export async function changeContacts(
  tx: Queryable,
  accountId: string,
  kind: keyof typeof tables,
  changes: readonly ContactChange[],
): Promise<void> {
  const { table, column } = tables[kind];
  for (const change of changes) {
    switch (change.kind) {
      case 'add':
        await tx.query(
          `insert into ${table} (account_id, ${column}, verified, is_primary)
           values ($1, $2, false, true)`,
          [accountId, change.value],
        );
        break;
      case 'remove':
        await tx.query(`delete from ${table} where account_id = $1 and id = $2`, [
          accountId,
          change.id,
        ]);
        break;
      case 'promote':
      case 'demote':
        await tx.query(
          `update ${table} set is_primary = $3, updated_at = now() where account_id = $1 and id = $2`,
          [accountId, change.id, change.kind === 'promote'],
        );
        break;
    }
  }
}
