import type { ContactChange } from '../db/contacts.ts';

/** An address or a number of an account. */
export interface ContactPoint {
  id: string;
  value: string;
  verified: boolean;
  primary: boolean;
}

/** How the former primary one leaves its place: kept when it was verified, else replaced. */
const retire = (former: ContactPoint | undefined): ContactChange[] =>
  former ? [{ kind: former.verified ? 'demote' : 'remove', id: former.id }] : [];

/**
 * What makes `value` the primary one of `points`. One that is listed already (ignoring case) keeps
 * its state and spelling, a new one starts unverified.
 */
export function choosePrimary(points: readonly ContactPoint[], value: string): ContactChange[] {
  const former = points.find((point) => point.primary);
  const listed = points.find((point) => point.value.toLowerCase() === value.toLowerCase());
  if (listed?.primary) return [];
  return [...retire(former), listed ? { kind: 'promote', id: listed.id } : { kind: 'add', value }];
}

/** What removes the primary one; the next verified one takes its place. */
export function removePrimary(points: readonly ContactPoint[]): ContactChange[] {
  const former = points.find((point) => point.primary);
  if (!former) return [];
  const next = points.find((point) => !point.primary && point.verified);
  return [
    { kind: 'remove', id: former.id },
    ...(next ? [{ kind: 'promote', id: next.id } as const] : []),
  ];
}

/** True when removing the primary one would leave no verified way to reach the person. */
export const isLastVerified = (points: readonly ContactPoint[]): boolean =>
  points.some((point) => point.primary && point.verified) &&
  points.filter((point) => point.verified).length === 1;
