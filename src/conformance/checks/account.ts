import { MeError } from '../../client/me-error.ts';
import { mirraProfile } from '../../client/mirra-wire.ts';
import { user } from '../../contract/user.ts';
import type * as z from 'zod/mini';
import { Fault, Missing, NotTried, demand, shown } from '../fault.ts';
import type { Check, Kit } from '../check.ts';
import { dataOf } from '../describe.ts';
import type { Field } from '../fields.ts';

/** Whatever can be read of the user needs this; without it there is no page. */
export const account = 'user';

const reading = (profile: Kit['profile']) => (profile === 'mirra' ? 'getProfile' : 'GET /me');

/** `GET /me`, by every rule of the contract at once. */
export const accountChecks = (profile: Kit['profile']): readonly Check[] => [
  {
    capability: account,
    rule: `${reading(profile)} answers 200 with the user, each property of its type (the model)`,
    permission: 'read',
    run: async (kit) => {
      const { value } = await kit.account.read('user');
      demand(value.id !== '', 'an id', 'an empty one');
    },
  },
];

/** @throws Fault when the property is there with a value of another type than the contract's */
function demandTyped(kit: Kit, key: string): void {
  const shape: Readonly<Record<string, z.ZodMiniType>> =
    kit.profile === 'mirra' ? mirraProfile.shape : user.shape;
  const value = dataOf(kit.last())[key];
  const parsed = shape[key]?.safeParse(value);
  if (parsed?.success !== false) return;
  const [issue] = parsed.error.issues;
  const path = [key, ...(issue?.path ?? []).map(String)].join('.');
  throw new Fault(`${path} as the contract types it`, shown(value));
}

/**
 * Reads the user and looks at what was sent: a property of the wrong type spoils the whole answer,
 * and its owner wants to know which it was.
 */
async function look(kit: Kit, keys: readonly string[]): Promise<void> {
  try {
    await kit.account.read('user');
  } catch (error) {
    if (!(error instanceof MeError) || error.status === 0) throw error;
    const data = dataOf(kit.last());
    const isThere = error.code === 'BadAnswer' && Object.keys(data).length > 0;
    if (!isThere) throw new NotTried('the user cannot be read');
    for (const key of keys) demandTyped(kit, key);
    if (!keys.some((key) => Object.hasOwn(data, key))) {
      throw new NotTried('the user cannot be read');
    }
  }
}

export const neverTold = 'no answer has it, not even after it was set';
export const absent = 'it is absent: empty, or unknown to the backend';

/** Whether a field is told: by any answer of the run, as it may just be empty now. */
export const readCheck = (field: Field<'user'>): Check => ({
  capability: field.key,
  rule: `${field.name} is told, as text (the model)`,
  permission: 'read',
  run: async (kit) => {
    const isRead = kit.account.start.user !== undefined;
    if (!isRead) await look(kit, field.wireKeys);
    if (!isRead || kit.account.seen.has(field.key)) return;
    throw kit.account.answered.has(field.key) ? new Missing(neverTold) : new NotTried(absent);
  },
});

export const sessionCountCheck: Check = {
  capability: 'sessions.count',
  rule: 'activeSessions is the number of devices that are signed in (the model)',
  permission: 'read',
  run: async (kit) => {
    await look(kit, ['activeSessions']);
    const { activeSessions: count } = dataOf(kit.last());
    if (count === undefined || count === null) throw new Missing('activeSessions is not told');
    demand(Number.isInteger(count) && (count as number) >= 0, 'a whole number', shown(count));
    if (!kit.can.sessions.list) return;
    const page = await kit.client.listSessions({ limit: 1 }).catch(() => undefined);
    // Someone may have signed in between the two answers: asked once more.
    if (page?.total === undefined || page.total === count) return;
    await kit.account.read('user');
    const { activeSessions: again } = dataOf(kit.last());
    demand(again === page.total, `as many as the list's total, ${page.total}`, shown(again));
  },
};
