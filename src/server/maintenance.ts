import type { Logger } from 'pino';
import { eraseDueAccounts } from './db/accounts.ts';
import type { Database } from './db/database.ts';
import { pruneKeys } from './db/idempotency.ts';
import { pruneLogouts } from './db/provider-logouts.ts';
import { pruneSessions } from './db/sessions.ts';
import { pruneSignIn } from './db/sign-in.ts';

const hour = 3_600_000;

/** Erases what is due and forgets what is old. */
export async function maintain(db: Database): Promise<void> {
  await eraseDueAccounts(db);
  await pruneKeys(db);
  await pruneSessions(db);
  await pruneSignIn(db);
  await pruneLogouts(db);
}

/** Maintains once an hour; failures are logged and tried again with the next turn. */
export function scheduleMaintenance(db: Database, log: Logger): { stop(): void } {
  const timer = setInterval(() => {
    maintain(db).catch((error: unknown) =>
      log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'maintenance failed'),
    );
  }, hour);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
