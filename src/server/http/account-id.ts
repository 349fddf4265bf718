import type { Context } from 'hono';
import { ServiceError } from '../accounts/service-error.ts';

/** The request header by which a caller says whose account it believes to be signed in. */
export const accountIdHeader = 'Account-Id';

/**
 * One browser has one cookie: a tab that shows one person's account would, after somebody else has
 * signed in beside it, read and change theirs. A caller that says whose account it shows is refused.
 *
 * @throws ServiceError `AccountChanged` when the request names an account other than `id`
 */
export function demandAccount(c: Context, id: string): void {
  const expected = c.req.header(accountIdHeader);
  if (expected !== undefined && expected.toLowerCase() !== id) {
    throw new ServiceError('AccountChanged', 'Somebody else is signed in now.');
  }
}
