import { expect } from 'vitest';
import { newIntent } from '../../src/client/intent.ts';
import type { MeClient, WriteOptions } from '../../src/client/me-client.ts';
import { MeError } from '../../src/client/me-error.ts';

/** One backend with the account of `fixture`, and the client of a device that is signed in to it. */
export interface Harness {
  readonly client: MeClient;
  /** Signs the same person in on a new device. */
  signIn(): Promise<MeClient>;
  close(): Promise<void>;
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
