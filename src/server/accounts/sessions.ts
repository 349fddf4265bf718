import * as z from 'zod/mini';
import type { session, sessionPage } from '../../contract/session.ts';
import type { Queryable } from '../db/database.ts';
import type { SessionRow } from '../db/rows.ts';
import {
  countSessions,
  findSession,
  listSessions,
  revokeSession,
  revokeSessions,
} from '../db/sessions.ts';
import type { SessionPosition } from '../db/sessions.ts';
import { isUuid } from '../db/uuid.ts';
import { withoutEmpty } from './present.ts';
import { ServiceError, violation } from './service-error.ts';

/** One session as it goes over the wire. */
export type WireSession = z.input<typeof session>;

/** PostgreSQL knows no year 0. */
const lastActive = z.iso
  .datetime({ precision: 3 })
  .check(z.refine((text) => !text.startsWith('0000')));

const position = z.tuple([lastActive, z.string().check(z.refine(isUuid))]);

const encode = ({ lastActive, id }: SessionPosition): string =>
  Buffer.from(JSON.stringify([lastActive, id])).toString('base64url');

/** @throws ServiceError `ValidationFailed` for a token this service did not make */
function decode(token: string): SessionPosition {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    throw violation(['pageToken'], 'type_invalid');
  }
  const parsed = position.safeParse(value);
  if (!parsed.success) throw violation(['pageToken'], 'type_invalid');
  return { lastActive: parsed.data[0], id: parsed.data[1] };
}

/** A session for the list and the export. */
const presentSession = (row: SessionRow, currentId: string | null): WireSession => ({
  ...withoutEmpty(row),
  current: row.id === currentId,
  active: true,
});

/** The caller's own session; a service has none. */
const findCurrent = async (db: Queryable, accountId: string, currentId: string | null) =>
  currentId === null ? undefined : findSession(db, accountId, currentId);

/**
 * One page of the account's sessions: the current one first, the others by last activity. Pages are
 * cut by position, not by count, so that sessions that come and go never shift the rest.
 */
export async function readSessions(
  db: Queryable,
  accountId: string,
  currentId: string | null,
  limit: number,
  pageToken?: string,
): Promise<z.input<typeof sessionPage>> {
  const after = pageToken ? decode(pageToken) : undefined;
  const current = after ? undefined : await findCurrent(db, accountId, currentId);
  const room = current ? limit - 1 : limit;
  const rows = await listSessions(db, accountId, currentId, room + 1, after);
  const shown = rows.slice(0, room);
  const last = shown.at(-1);
  return {
    results: [...(current ? [current] : []), ...shown].map((row) => presentSession(row, currentId)),
    ...(rows.length > room && { nextPageToken: encode(last ?? beforeAll) }),
    total: await countSessions(db, accountId),
  };
}

/** Where the others begin, for a first page so short that only the current session fits. */
const beforeAll: SessionPosition = {
  lastActive: '9999-12-31T23:59:59.999Z',
  id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

/** Every session, for the export. */
export async function allSessions(db: Queryable, accountId: string, currentId: string | null) {
  const current = await findCurrent(db, accountId, currentId);
  const others = await listSessions(db, accountId, currentId, 1_000_000);
  return [...(current ? [current] : []), ...others].map((row) => presentSession(row, currentId));
}

/** @throws ServiceError `NotFound` when the account has no such session */
export async function signOutSession(tx: Queryable, accountId: string, id: string): Promise<void> {
  if (!isUuid(id) || !(await revokeSession(tx, accountId, id))) {
    throw new ServiceError('NotFound', 'There is no such session.');
  }
}

/** Signs out every device but the current one and answers how many. */
export const signOutOthers = (tx: Queryable, accountId: string, currentId: string | null) =>
  revokeSessions(tx, accountId, currentId);
