/**
 * A key for one intent of the person (`Idempotency-Key`): 128 random bits in hexadecimal.
 * `crypto.randomUUID` is missing on pages served over plain http, `getRandomValues` is not.
 */
export function newIntent(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
