import { expect } from 'vitest';
import { newIntent } from '../../src/client/intent.ts';
import type { Capabilities, MeClient, WriteOptions } from '../../src/client/me-client.ts';
import { MeError } from '../../src/client/me-error.ts';
import type { Cases, Lacks, Trait } from './cases.ts';

/** One backend with the account of `fixture`, and the client of a device that is signed in to it. */
export interface Harness {
  readonly client: MeClient;
  /** Signs the same person in on a new device. */
  signIn(): Promise<MeClient>;
  /** Stays equal as long as nothing reaches the backend. */
  reached(): unknown;
}

/** An adapter with its backend, and what it says of itself. */
export interface Subject {
  readonly name: string;
  readonly can: Capabilities;
  readonly traits: readonly Trait[];
  /** The cases that it cannot run, by what it lacks: exactly these. */
  readonly lacks: Lacks;
  /** The status of a refused value. */
  readonly invalid: 400 | 422;
  readonly makeHarness: () => Promise<Harness>;
}

/** What a part of the suite works with. */
export interface Suite {
  readonly cases: Cases;
  /** The device that asks. Each case has a fresh account. */
  readonly client: () => MeClient;
  readonly signIn: () => Promise<MeClient>;
  readonly reached: () => unknown;
  /** What a refusal of a value looks like. */
  readonly invalid: { readonly code: string; readonly status: number };
  /** A field that this backend lets people edit freely; `text` must be a username. */
  readonly some: 'bio' | 'username';
}

/** A write of its own. */
export const once = (etag?: string): WriteOptions => ({ intent: newIntent(), etag });

/** The error of a call that must fail, and must fail as a `MeError`. */
export async function failure(call: Promise<unknown>): Promise<MeError> {
  const error = await call.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(MeError);
  return error as MeError;
}

/** The rule codes of a refusal, by field. */
export const codesOf = (error: MeError): Record<string, (string | undefined)[]> =>
  Object.fromEntries(
    Object.entries(error.fields).map(([field, errors]) => [field, errors.map((e) => e.code)]),
  );
