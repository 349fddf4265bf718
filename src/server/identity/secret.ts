import { createHash, randomBytes } from 'node:crypto';

/** A new secret, for a cookie or a key: 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret: a stolen database signs nobody in. */
export const hashSecret = (value: string): string =>
  createHash('sha256').update(value).digest('hex');
