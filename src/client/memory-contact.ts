import type { User, UserEmail, UserPhoneNumber } from '../contract/user.ts';
import { ruleError } from './memory-rules.ts';

const fold = (text: string): string => text.toLowerCase();

/**
 * The account after `PATCH` of its primary address. A new address becomes primary, unverified; one
 * of the account's own becomes primary as it is. The former primary stays only if it is verified.
 * `null` removes the primary, except the last verified one; the next verified takes its place.
 */
export function withEmail(user: User, email: string | null, now: string): Partial<User> {
  const { emails } = user;
  const current = emails.find((row) => row.email === user.email);
  if (email !== null && current && fold(current.email) === fold(email)) return {};
  const others = emails.filter((row) => row !== current);
  if (email === null) {
    if (!current) return { email: undefined, defaultEmail: undefined };
    const verified = others.find((row) => row.verified);
    if (current.verified && !verified) throw ruleError('email', 'email_last_verified');
    return { email: verified?.email, defaultEmail: verified?.email, emails: others };
  }
  const own = others.find((row) => fold(row.email) === fold(email));
  const added: UserEmail = {
    id: crypto.randomUUID(),
    userId: user.id,
    email,
    verified: false,
    passwordSet: undefined,
    tokenSet: undefined,
    createdAt: now,
    updatedAt: now,
  };
  const primary = own ?? added;
  const kept = emails.filter((row) => row !== current || row.verified);
  return {
    email: primary.email,
    defaultEmail: primary.email,
    emails: own ? kept : [...kept, added],
  };
}

/** The same for phone numbers, of which the last verified one may be removed too. */
export function withPhoneNumber(user: User, number: string | null, now: string): Partial<User> {
  const { phoneNumbers } = user;
  const current = phoneNumbers.find((row) => row.phoneNumber === user.phoneNumber);
  if (number !== null && current?.phoneNumber === number) return {};
  const kept = phoneNumbers.filter((row) => row !== current || (number !== null && row.verified));
  let primary = kept.find((row) => row.phoneNumber === number);
  if (number === null) primary = kept.find((row) => row.verified);
  else if (!primary) {
    primary = {
      id: crypto.randomUUID(),
      userId: user.id,
      phoneNumber: number,
      verified: false,
      primary: true,
      createdAt: now,
      updatedAt: now,
    };
    kept.push(primary);
  }
  const phones: UserPhoneNumber[] = kept.map((row) => ({ ...row, primary: row === primary }));
  return { phoneNumber: primary?.phoneNumber, phoneNumbers: phones };
}
