import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import type { SignInConfig } from '../config.ts';

/** Whom a logout token signs out. */
export interface Logout {
  /** The token's own id, by which it is known again. */
  id: string;
  /** Seconds since 1970. */
  expires: number;
  /** A session at the provider; without it every session of `subject` is meant. */
  session: string | undefined;
  subject: string | undefined;
}

const event = 'http://schemas.openid.net/event/backchannel-logout';

/** Seconds that a token may be old, whatever it says of its end. */
const longestAge = 300;

const claims = z.object({
  jti: z.string().check(z.minLength(1)),
  exp: z.number(),
  sid: z.optional(z.string()),
  sub: z.optional(z.string()),
  events: z.record(z.string(), z.unknown()),
});

/** Reads a logout token, or answers nothing for what is none. */
export type LogoutReader = (token: string) => Promise<Logout | undefined>;

/** Reads the logout tokens of an issuer for this client (OpenID Connect Back-Channel Logout 1.0, § 2.6). */
export function createLogoutReader({ issuer, jwksUrl, clientId }: SignInConfig): LogoutReader {
  const keys = createRemoteJWKSet(new URL(jwksUrl));
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: clientId,
        algorithms: ['RS256', 'ES256', 'EdDSA', 'PS256'],
        requiredClaims: ['iat', 'exp', 'jti', 'events'],
        maxTokenAge: longestAge,
        clockTolerance: 5,
      });
      const parsed = claims.safeParse(payload);
      // An ID token has a nonce, and must not pass for one of these.
      if (!parsed.success || 'nonce' in payload) return undefined;
      const { jti: id, exp: expires, sid: session, sub: subject, events } = parsed.data;
      if (!Object.hasOwn(events, event)) return undefined;
      if (session === undefined && subject === undefined) return undefined;
      return { id, expires, session, subject };
    } catch {
      return undefined;
    }
  };
}
