import { maxSessionPage } from '../../../contract/session.ts';
import { readPreferences } from '../../accounts/preferences.ts';
import type { WirePreferences } from '../../accounts/preferences.ts';
import { presentUser, withoutEmpty } from '../../accounts/present.ts';
import { readSessions } from '../../accounts/sessions.ts';
import type { WireSession } from '../../accounts/sessions.ts';
import { readUsage } from '../../accounts/usage.ts';
import type { Queryable } from '../../db/database.ts';
import type { AccountRow, SignedInRow } from '../../db/rows.ts';
import type { WireDevice, WireDevices, WireProfile } from './data.ts';

/** Of an account that names none. */
const defaultTimezone = 'UTC';
const defaultPlan = 'Free';

/** What `getProfile` and `updateProfile` answer: the one account in the words of this dialect. */
export async function readProfile(db: Queryable, account: AccountRow): Promise<WireProfile> {
  const { email, phoneNumber, deletion } = presentUser(account);
  const { preferences } = await readPreferences(db, account.id);
  const { subscriptionPlan } = await readUsage(db, account.id);
  const { id, username, name, avatarUrl, createdAt, updatedAt } = account;
  const socials = preferences.socials ?? {};
  return withoutEmpty({
    userId: id,
    username,
    name,
    email,
    timezone: account.timezone ?? defaultTimezone,
    phoneNumber,
    createdAt,
    updatedAt,
    hasCompletedOnboarding: true,
    profilePhoto: avatarUrl && { thumbnail: avatarUrl, large: avatarUrl, original: avatarUrl },
    socials,
    subscriptionPlan: subscriptionPlan ?? defaultPlan,
    wallets: [],
    preferences: withoutEmpty({ timezone: preferences.timezone, socials }),
    deletion,
  }) as WireProfile;
}

/** What `updatePreferences` answers. */
export const presentPreferences = (preferences: WirePreferences, account: AccountRow) => ({
  timezone: preferences.timezone ?? account.timezone ?? defaultTimezone,
  socials: withoutEmpty(preferences.socials ?? {}),
});

/** Without ids, those of whoever acts included. */
const presentDevice = (session: WireSession): WireDevice => {
  const { type, platform, tokenType, deviceName, browser, os, location, createdAt } = session;
  const described = { type, platform, tokenType, deviceName, browser, os, location, createdAt };
  return { ...withoutEmpty(described), lastActive: session.lastActive ?? '', active: true };
};

/** What `getSessions` answers: as many as one page of the list holds, this device first. */
export async function readDevices(db: Queryable, caller: SignedInRow): Promise<WireDevices> {
  const page = await readSessions(db, caller.id, caller.sessionId, maxSessionPage);
  const sessions = (page.results ?? []).map(presentDevice);
  const totalSessions = page.total ?? sessions.length;
  return {
    sessions,
    totalSessions,
    ...(page.nextPageToken && {
      note: `Only ${sessions.length} of ${totalSessions} are listed, last active first.`,
    }),
  };
}
