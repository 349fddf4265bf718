import type { Context } from 'hono';
import { ServiceError } from '../accounts/service-error.ts';
import type { SignedInRow } from '../db/rows.ts';

/** The request header by which a caller says whose account it means. */
export const accountIdHeader = 'Account-Id';

/**
 * One browser has one cookie: a tab that shows one person's account would, after somebody else has
 * signed in beside it, read and change theirs. A caller that says whose account it shows is refused.
 * A service is in nobody's place: the account is the one that it named.
 *
 * @throws ServiceError `AccountChanged` when the request names an account other than the caller's
 */
export function demandAccount(c: Context, { mode, id }: SignedInRow): void {
  if (mode === 'service') return;
  const expected = c.req.header(accountIdHeader);
  if (expected !== undefined && expected.toLowerCase() !== id) {
    throw new ServiceError('AccountChanged', 'Somebody else is signed in now.');
  }
}
