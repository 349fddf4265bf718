import type { Database } from '../db/database.ts';
import { savePreferences } from '../db/preferences.ts';
import {
  claimSeeding,
  seedAccount,
  seedManySessions,
  seedSessions,
  seedUsage,
} from '../db/seed.ts';
import { people } from './people.ts';
import { usageUpTo } from './usage.ts';

/** Puts the demo's people into the database, once: who was deleted since stays away. */
export async function seedDemo(db: Database, now = Date.now()): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await claimSeeding(tx))) return;
    for (const { account, sessions, manySessions, usage, preferences } of people) {
      const id = await seedAccount(tx, account);
      if (sessions) await seedSessions(tx, id, sessions);
      if (manySessions) await seedManySessions(tx, id, manySessions);
      if (usage) {
        const { hours, tokens } = usageUpTo(now, usage.perMonth, usage.seed);
        await seedUsage(tx, id, hours, tokens);
      }
      if (preferences) {
        await savePreferences(tx, id, {
          timezone: null,
          twitter: null,
          discord: null,
          ...preferences,
          notifications: {},
          version: 1,
        });
      }
    }
  });
}
