import { createHash } from 'node:crypto';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { CryptoKey, JWTPayload, JWTVerifyGetKey } from 'jose';
import { ServiceError } from '../accounts/service-error.ts';
import { Lru } from './lru.ts';

/** The claims of a token whose signature, issuer, audience and times were found good. */
export type VerifiedToken = JWTPayload & { sub: string; exp: number; iat: number };

/** Checks a token. Throws ServiceError `Unauthorized`, or `ServiceUnavailable` without keys. */
export type TokenVerifier = (token: string) => Promise<VerifiedToken>;

interface Trust {
  issuer: string;
  audience: string;
  algorithms: string[];
}

/** Seconds that two clocks may differ. */
const clockTolerance = 5;

/** Longer ones are no tokens of ours; hashing and caching them would be a gift to an attacker. */
const longestToken = 8192;

export const badToken = (): ServiceError =>
  new ServiceError('Unauthorized', 'The token is not valid.');

/** What says that the token is wrong, as opposed to the keys being out of reach (RFC 8725, § 3). */
const blamesToken = (error: unknown): boolean =>
  error instanceof errors.JWTClaimValidationFailed ||
  error instanceof errors.JWTExpired ||
  error instanceof errors.JWTInvalid ||
  error instanceof errors.JWSInvalid ||
  error instanceof errors.JWSSignatureVerificationFailed ||
  error instanceof errors.JOSEAlgNotAllowed ||
  error instanceof errors.JOSENotSupported ||
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys;

function cached(verify: TokenVerifier): TokenVerifier {
  const known = new Lru<VerifiedToken>(10_000);
  return async (token) => {
    if (token.length > longestToken) throw badToken();
    const key = createHash('sha256').update(token).digest('base64url');
    const hit = known.get(key);
    if (hit) {
      if (hit.exp + clockTolerance > Date.now() / 1000) return hit;
      known.delete(key);
      throw badToken();
    }
    const claims = await verify(token);
    known.set(key, claims);
    return claims;
  };
}

function verifier(key: CryptoKey | JWTVerifyGetKey, trust: Trust): TokenVerifier {
  const options = { ...trust, clockTolerance, requiredClaims: ['sub', 'exp', 'iat'] };
  return cached(async (token) => {
    try {
      const { payload } =
        typeof key === 'function'
          ? await jwtVerify(token, key, options)
          : await jwtVerify(token, key, options);
      const { sub, exp, iat } = payload;
      if (!sub || exp === undefined || iat === undefined) throw badToken();
      return { ...payload, sub, exp, iat };
    } catch (error) {
      if (error instanceof ServiceError) throw error;
      if (blamesToken(error)) throw badToken();
      throw new ServiceError('ServiceUnavailable', 'The keys of the issuer cannot be fetched.', {
        retryAfter: 5,
      });
    }
  });
}

/** Accepts tokens of an issuer by its published keys. */
export const issuerVerifier = (trust: {
  url: string;
  audience: string;
  jwksUrl: string;
}): TokenVerifier =>
  verifier(createRemoteJWKSet(new URL(trust.jwksUrl)), {
    issuer: trust.url,
    audience: trust.audience,
    algorithms: ['RS256', 'ES256', 'EdDSA', 'PS256'],
  });

/** Accepts tokens signed with the demo's own key. */
export const demoVerifier = (
  key: CryptoKey,
  names: { issuer: string; audience: string },
): TokenVerifier => verifier(key, { ...names, algorithms: ['ES256'] });
