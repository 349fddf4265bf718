import { newSecret } from './secret.ts';

/** The request header that carries an API key. */
export const apiKeyHeader = 'X-API-Key';

/** Seconds an API key is good for. */
export const apiKeyLifetime = 90 * 24 * 60 * 60;

/** A new API key: a prefix by which people and scanners know what it is, and 256 random bits. */
export const newApiKey = (): string => `ask_${newSecret()}`;

/** True for what {@link newApiKey} could have made. */
export const isApiKey = (value: string): boolean => /^ask_[\w-]{43}$/.test(value);
