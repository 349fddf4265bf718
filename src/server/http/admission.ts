import type { Context } from 'hono';
import { isAllowed } from '../../contract/execution-mode.ts';
import type { Action } from '../../contract/execution-mode.ts';
import { scheduledForDeletion } from '../accounts/profile.ts';
import { ServiceError } from '../accounts/service-error.ts';
import type { Database, Queryable } from '../db/database.ts';
import type { Caller, SignedInRow } from '../db/rows.ts';
import { touchSession } from '../db/sessions.ts';
import { demandAccount } from '../identity/account-id.ts';
import { authenticate } from '../identity/authenticate.ts';
import type { Identity } from '../identity/authenticate.ts';
import type { AppEnv } from './app-env.ts';
import { hashRequest, once, readKey } from './idempotency.ts';
import type { Sendable } from './send.ts';

/** What every call of either dialect says of itself; who may make it follows from that alone. */
export interface Guarded {
  /** What the call does. Whatever does not just read is a change. */
  action: Action;
  /** What it does besides when the body has such a property. */
  propertyActions?: Readonly<Record<string, Action>>;
  /** Changes that an account scheduled for deletion may still make. */
  duringGrace?: true;
}

/** What calls are served with. */
export interface CallDeps {
  db: Database;
  identity: Identity;
}

/**
 * Finds out who calls and whose account is meant.
 *
 * @throws ServiceError as `authenticate` and `demandAccount` do
 */
export async function identify(
  c: Context<AppEnv>,
  { db, identity }: CallDeps,
): Promise<SignedInRow> {
  const caller = await authenticate(c, db, identity);
  demandAccount(c, caller);
  // Nobody waits for it, and no answer depends on it.
  if (caller.touchDue && caller.sessionId !== null) {
    void touchSession(db, caller.sessionId).catch(() => undefined);
  }
  return caller;
}

export const isChange = ({ action }: Guarded): boolean => action !== 'read';

function demandAction({ mode }: Caller, action: Action): void {
  if (isAllowed(mode, action)) return;
  throw new ServiceError('Forbidden', `In ${mode} mode the action ${action} is not allowed.`);
}

/**
 * Decides whether the call may be made at all; nothing of the body is known yet.
 *
 * @throws ServiceError `Forbidden` in a mode that may not, `AccountScheduledForDeletion`
 */
export function permit(caller: SignedInRow, call: Guarded): void {
  demandAction(caller, call.action);
  if (isChange(call) && !call.duringGrace && caller.deletionScheduledFor !== null) {
    throw scheduledForDeletion();
  }
}

/**
 * Decides whether the call may be made with this body, whether or not it keeps the rules.
 *
 * @throws ServiceError `Forbidden`
 */
export function permitBody(caller: Caller, { propertyActions = {} }: Guarded, body: unknown): void {
  if (typeof body !== 'object' || body === null) return;
  for (const [property, action] of Object.entries(propertyActions)) {
    if (Object.hasOwn(body, property)) demandAction(caller, action);
  }
}

/**
 * Does what was permitted: a change in a transaction of its own, and once for all requests with the
 * same `Idempotency-Key`.
 *
 * @throws ServiceError as `readKey` and `once` do, and whatever `effect` throws
 */
export async function perform(
  c: Context<AppEnv>,
  db: Database,
  caller: SignedInRow,
  call: Guarded,
  body: Uint8Array,
  effect: (db: Queryable) => Promise<Sendable>,
): Promise<Sendable> {
  if (!isChange(call)) return effect(db);
  return once(db, caller.id, readKey(c), hashRequest(c, caller, body), effect);
}
