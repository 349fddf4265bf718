import type { Session } from '../../contract/session.ts';
import { newIntent } from '../../client/intent.ts';
import { MeError } from '../../client/me-error.ts';
import { Fault, NotTried, demand, shown } from '../fault.ts';
import type { Check, Kit } from '../check.ts';

/** Pages that are read at most. */
const mostPages = 30;

const listed: Check = {
  capability: 'sessions.list',
  rule: 'the devices that are signed in are listed (the model)',
  permission: 'read',
  run: async ({ client, profile }) => {
    const { results } = await client.listSessions();
    if (profile === 'mirra') return;
    demand(results.length > 0, 'at least this very session', 'an empty list');
    const ids = results.map(({ id }) => id);
    const isKnown = ids.every((id) => id !== undefined) && new Set(ids).size === ids.length;
    demand(isKnown, 'an id of its own for each session', shown(ids));
  },
};

const currentMarked: Check = {
  capability: 'sessions.list',
  rule: 'exactly one session is marked as current: the one that asks (the model)',
  permission: 'read',
  run: async ({ client }) => {
    const { results } = await client.listSessions();
    const marked = results.filter(({ current }) => current === true).length;
    demand(marked === 1, 'one with current: true', `${marked} of ${results.length}`);
  },
};

const activity = ({ lastActive }: Session) => Date.parse(lastActive ?? '') || 0;

const ordered: Check = {
  capability: 'sessions.list',
  rule: 'the current session comes first, the others by last activity, newest first (the REST dialect)',
  permission: 'read',
  run: async ({ client }) => {
    const { results } = await client.listSessions({ limit: 50 });
    const [first, ...rest] = results;
    const isOrdered = rest.every((session, at) => {
      const before = rest[at - 1];
      return before === undefined || activity(before) >= activity(session);
    });
    const inWords = results.map(({ current, lastActive }) =>
      current ? 'current' : (lastActive ?? 'unknown'),
    );
    demand(
      isOrdered && (first?.current === true || !rest.some(({ current }) => current)),
      'the current one, then newest first',
      inWords.join(', '),
    );
  },
};

const paged: Check = {
  capability: 'sessions.list',
  rule: 'limit and nextPageToken page through the list, each session once (the REST dialect)',
  permission: 'read',
  run: async ({ client }) => {
    const whole = await client.listSessions({ limit: 50 });
    const { length } = whole.results;
    if (length < 2) throw new NotTried('only one device is signed in: give --second-token');
    const limit = Math.max(1, Math.ceil(length / 3));
    const ids: (string | undefined)[] = [];
    let pageToken: string | undefined;
    for (let page = 0; page < mostPages && ids.length < length; page += 1) {
      const { results, nextPageToken } = await client.listSessions({ limit, pageToken });
      demand(results.length <= limit, `at most ${limit} on a page`, `${results.length}`);
      ids.push(...results.map(({ id }) => id));
      pageToken = nextPageToken || undefined;
      if (!pageToken) break;
    }
    const wanted = whole.results.map(({ id }) => id);
    const got = [...new Set(ids)];
    const isWhole = wanted.every((id) => got.includes(id)) && got.length === ids.length;
    demand(
      isWhole,
      `the ${length} sessions of the list, each once`,
      `${ids.length}: ${shown(ids)}`,
    );
  },
};

/** The id of the session that asks. */
async function currentOf(client: Kit['client']): Promise<string> {
  const { results } = await client.listSessions({ limit: 50 });
  const id = results.find(({ current }) => current)?.id;
  if (id === undefined) throw new NotTried('the list does not say which session asks');
  return id;
}

const revoked: Check = {
  capability: 'sessions.revoke',
  rule: 'DELETE /me/sessions/{id} signs that device out at once, and no other (the REST dialect)',
  permission: 'write',
  needsSecondToken: true,
  after: ['sessions.list'],
  run: async ({ client, second, account }) => {
    if (!second) return;
    if (!account.allows('revoke_sessions'))
      throw new NotTried('this token may not sign devices out');
    const [own, id] = [await currentOf(client), await currentOf(second)];
    if (own === id) throw new NotTried('both tokens are of one session');
    await client.revokeSession(id, { intent: newIntent() });
    const { results } = await client.listSessions({ limit: 50 });
    demand(!results.some((each) => each.id === id), 'a list without it', 'it is still listed');
    await demandSignedOut(second);
  },
};

/** @throws Fault unless the client's token is refused with 401 */
export async function demandSignedOut(client: Kit['client']): Promise<void> {
  const error: unknown = await client.getUser().then(
    () => new Fault('its token refused (401)', 'it is still good'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof MeError && error.status === 401)) throw error;
}

const othersRevoked: Check = {
  capability: 'sessions.revokeOthers',
  rule: 'DELETE /me/sessions?except=current signs out all others and says how many (the REST dialect)',
  permission: 'destroy',
  after: ['sessions.list'],
  run: async ({ client, account }) => {
    if (!account.allows('revoke_sessions'))
      throw new NotTried('this token may not sign devices out');
    const { results, total = results.length } = await client.listSessions({ limit: 50 });
    const others = total - 1;
    const count = await client.revokeOtherSessions({ intent: newIntent() });
    demand(count === others, `${others} signed out`, `${count}`);
    const after = await client.listSessions({ limit: 50 });
    demand(after.results.length === 1, 'a list of one', `a list of ${after.results.length}`);
  },
};

export const sessionChecks = (profile: Kit['profile']): readonly Check[] =>
  profile === 'mirra' ? [listed] : [listed, currentMarked, ordered, paged];

export const revocationChecks: readonly Check[] = [revoked];
export const othersRevokedChecks: readonly Check[] = [othersRevoked];
