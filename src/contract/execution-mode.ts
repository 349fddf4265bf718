import * as z from 'zod/mini';
import { maybe } from './reading.ts';

/**
 * Who makes a call: the person (`standard`), somebody acting for the person with a token that says
 * so (`delegated`, RFC 8693 `act`), or a program that names the person (`service`). The names are
 * those of Mirra's `metadata.executionMode`.
 */
export const executionModes = ['standard', 'delegated', 'service'] as const;
export type ExecutionMode = (typeof executionModes)[number];

/** What a call does, as far as it matters who makes it. */
export const actions = [
  'read',
  'edit',
  'change_email',
  'revoke_sessions',
  'delete',
  'restore',
] as const;
export type Action = (typeof actions)[number];

/**
 * The one table of what each mode may do. Whoever only acts for the person may look and edit;
 * signing devices out, the address by which an account is recovered, and whether the account stays
 * are the person's own.
 */
export const allowedActions: Readonly<Record<ExecutionMode, readonly Action[]>> = {
  standard: actions,
  delegated: ['read', 'edit'],
  service: ['read', 'edit'],
};

/** Whether `mode` may do it; a mode that this version does not know may do as little as possible. */
export const isAllowed = (mode: string, action: Action): boolean =>
  (Object.hasOwn(allowedActions, mode)
    ? allowedActions[mode as ExecutionMode]
    : allowedActions.delegated
  ).includes(action);

/** Who acts: the subject of the token's `act` claim, and a name where one is known. */
export const actor = z.object({ id: z.string(), name: maybe(z.string()) });
export type Actor = z.output<typeof actor>;
