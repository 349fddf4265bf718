import * as z from 'zod/mini';
import type { Actor } from '../../contract/execution-mode.ts';
import { passing } from './claims.ts';
import * as rules from '../../contract/rules.ts';
import { badToken } from './tokens.ts';
import type { VerifiedToken } from './tokens.ts';

/** Of a chain of actors only the outermost acts now (RFC 8693, § 4.1); the rest is history. */
const act = z.object({
  sub: z.string().check(z.regex(/^[^\p{Control}]{1,255}$/u)),
  name: z.optional(z.string()),
});

/**
 * Who acts for the token's person: its `act` claim (RFC 8693, § 4.1).
 *
 * @returns nothing when the person does
 * @throws ServiceError `Unauthorized` for a claim that says so unclearly: it must not pass for the person
 */
export function actorOf(claims: VerifiedToken): Actor | undefined {
  if (!Object.hasOwn(claims, 'act')) return undefined;
  const parsed = act.safeParse(claims['act']);
  if (!parsed.success) throw badToken();
  const { sub: id, name } = parsed.data;
  return { id, name: passing(rules.name, name) };
}
