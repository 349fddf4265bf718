import type { Queryable } from '../db/database.ts';
import type { AccountRow } from '../db/rows.ts';
import { listUsage } from '../db/usage.ts';
import { readPreferences } from './preferences.ts';
import { presentUser } from './present.ts';
import { allSessions } from './sessions.ts';
import { readUsage } from './usage.ts';

/** Everything the service keeps about a person, as one document. */
export async function exportAccount(db: Queryable, account: AccountRow, sessionId: string | null) {
  const exportedAt = new Date().toISOString();
  const { preferences } = await readPreferences(db, account.id);
  return {
    fileName: `account-${account.username}-${exportedAt.slice(0, 10)}.json`,
    document: {
      exportedAt,
      profile: presentUser(account),
      preferences,
      usage: await readUsage(db, account.id),
      usageHistory: { buckets: await listUsage(db, account.id), timezone: 'UTC' },
      sessions: await allSessions(db, account.id, sessionId),
    },
  };
}
