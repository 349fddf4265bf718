import type * as z from 'zod/mini';
import * as rules from '../../contract/rules.ts';
import type { NewAccount } from '../db/external-accounts.ts';
import type { VerifiedToken } from './tokens.ts';

/** `value` when it passes the rule, else nothing: an issuer's claims are not ours to reject. */
export function passing<T extends z.ZodMiniType>(rule: T, value: unknown): z.output<T> | undefined {
  const parsed = rule.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** Only characters a username may have, cut to the length it may have. */
function usernameFrom(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const cleaned = value
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, rules.limits.username.max);
  return passing(rules.username, cleaned);
}

/** Usernames to try in turn, the nicest first; the last are practically free. */
export function* usernameCandidates(
  claims: VerifiedToken,
  random: () => string,
): Generator<string> {
  const { email } = claims;
  const localPart = typeof email === 'string' ? email.split('@')[0] : undefined;
  const base = usernameFrom(claims['preferred_username']) ?? usernameFrom(localPart);
  if (base) {
    yield base;
    for (let number = 2; number <= 9; number += 1) yield `${base.slice(0, 28)}-${number}`;
    yield `${base.slice(0, 21)}-${random()}`;
  }
  for (;;) yield `user-${random()}`;
}

/** The standard claims (OpenID Connect Core 1.0, § 5.1) that pass our rules. */
export function accountFromClaims(
  claims: VerifiedToken,
  issuer: string,
): Omit<NewAccount, 'username'> {
  const email = passing(rules.email, claims['email']);
  const number = passing(rules.phoneNumber, claims['phone_number']);
  const given = {
    avatarUrl: passing(rules.avatarUrl, claims['picture']),
    locale: passing(rules.locale, claims['locale']),
    timezone: passing(rules.timezone, claims['zoneinfo']),
    email: email && { address: email, verified: claims['email_verified'] === true },
    phoneNumber: number && { number, verified: claims['phone_number_verified'] === true },
  };
  const name =
    passing(rules.name, claims['name']) ?? passing(rules.name, claims['preferred_username']);
  return {
    issuer,
    subject: claims.sub,
    name: name ?? 'New user',
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}
