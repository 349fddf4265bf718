import type { User } from '../contract/user.ts';
import { same, shown } from './fault.ts';
import type { Field } from './fields.ts';

/** Something of the account that is not as it was at the start. */
export interface Difference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Why it could not be restored. */
  readonly reason: string;
}

/** An email address or a phone number, with what counts of it: times pass, and matter to nobody. */
interface Point {
  readonly id: string;
  readonly address: string;
  readonly flags: Readonly<Record<string, boolean | undefined>>;
}

const pointsOf = ({ emails, phoneNumbers }: User): Readonly<Record<string, readonly Point[]>> => ({
  emails: emails.map(({ id, email, verified, passwordSet, tokenSet }) => ({
    id,
    address: email,
    flags: { verified, passwordSet, tokenSet },
  })),
  phoneNumbers: phoneNumbers.map(({ id, phoneNumber, verified, primary }) => ({
    id,
    address: phoneNumber,
    flags: { verified, primary },
  })),
});

const listOf: Readonly<Record<string, string>> = {
  'user.email': 'emails',
  'user.phoneNumber': 'phoneNumbers',
};

/** The fields that name one of a list: a former value, where verified, takes the place of a removed one. */
export const isContact = ({ key }: Field): boolean => Object.hasOwn(listOf, key);

const find = (points: readonly Point[], address: string) =>
  points.find((each) => each.address.toLowerCase() === address.toLowerCase());

/** Why a contact point must be left alone: only one that is known to be unverified may come back so. */
export function unrestorableContact(
  { key }: Field,
  user: User,
  value: unknown,
): string | undefined {
  const verified = find(pointsOf(user)[listOf[key] ?? ''] ?? [], String(value))?.flags['verified'];
  if (verified === false) return undefined;
  const what = verified ? 'it is verified' : 'it may be verified, which is not told';
  return `${what}, and might not come back so; use --throwaway`;
}

/**
 * What became of the contact points. One that is verified no longer, is gone or was left behind is a
 * difference; another id for the same address is only worth a note.
 */
export function compareContacts(
  before: User,
  after: User,
): { readonly differences: readonly Difference[]; readonly notes: readonly string[] } {
  const differences: Difference[] = [];
  const notes: string[] = [];
  const [old, present] = [pointsOf(before), pointsOf(after)];
  for (const [list, was] of Object.entries(old)) {
    const is = present[list] ?? [];
    const field = `user.${list}`;
    for (const point of was) {
      const { address, flags } = point;
      const found = find(is, address);
      const told = { before: { address, ...flags }, after: found && { address, ...found.flags } };
      if (!found) differences.push({ field, ...told, reason: 'it is gone' });
      else if (!same(found.flags, flags)) {
        differences.push({ field, ...told, reason: `it reads ${shown(told.after)}` });
      } else if (found.id !== point.id) {
        notes.push(`${field}: ${address} has another id: ${found.id}, not ${point.id}`);
      }
    }
    for (const { address, flags } of is.filter((each) => !find(was, each.address))) {
      const told = { address, ...flags };
      differences.push({
        field,
        before: undefined,
        after: told,
        reason: `it reads ${shown(told)}`,
      });
    }
  }
  return { differences, notes };
}
