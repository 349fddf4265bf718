import * as oidc from 'openid-client';
import type { Database } from '../db/database.ts';
import { eraseDueAccounts } from '../db/accounts.ts';
import { isLoggedOut } from '../db/provider-logouts.ts';
import { insertSession, revokeCookie } from '../db/sessions.ts';
import { insertAttempt, takeAttempt } from '../db/sign-in.ts';
import { cookieLifetime } from '../identity/cookies.ts';
import type { Device } from '../identity/device.ts';
import { provision, providerSession, signInTime } from '../identity/external.ts';
import { hashSecret, newSecret } from '../identity/secret.ts';
import type { SignInConfig } from '../config.ts';
import { createProvider, ProviderUnreachable, type Provider } from './provider.ts';

/** Why nobody is signed in. Nothing more is told: it would help who tries. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
  readonly reason: 'denied' | 'failed';

  constructor(reason: 'denied' | 'failed', cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** What a browser asks for when it wants to sign in. */
export interface Wish {
  /** The browser's own secret. */
  browser: string;
  next: string;
  /** Seconds since the sign-in at the provider at most. */
  maxAge: number | null;
  language: string;
}

/** Who comes back from the provider. */
export interface Return {
  browser: string | undefined;
  /** The query of the address that the provider sent the browser to. */
  search: string;
  /** The session that the browser had before; it ends. */
  formerCookie: string | undefined;
  device: Device;
}

/** Signing in at a provider by authorization code with PKCE (OpenID Connect Core 1.0, § 3.1; RFC 7636). */
export interface SignInFlow {
  /** The address to send the browser to. Throws ProviderUnreachable. */
  begin(wish: Wish): Promise<URL>;
  /**
   * Signs in who comes back: the value of a session cookie, and where to go.
   *
   * @throws SignInRefused, ProviderUnreachable
   */
  end(coming: Return): Promise<{ cookie: string; next: string }>;
  /** Where the provider's own session is ended; nothing when it cannot be. */
  endSessionUrl(): Promise<URL | undefined>;
}

/** The parts of its address that are the same for all: what the provider must know of us. */
export const paths = {
  callback: '/sign-in/callback',
  signedOut: '/signed-out',
  backChannelLogout: '/sign-in/back-channel-logout',
} as const;

const denials = new Set([
  'access_denied',
  'login_required',
  'consent_required',
  'interaction_required',
]);

function refusedBy(error: unknown): SignInRefused | ProviderUnreachable {
  if (error instanceof oidc.AuthorizationResponseError) {
    return new SignInRefused(denials.has(error.error) ? 'denied' : 'failed', error);
  }
  // What the network threw, as opposed to what the answers said.
  const isNetwork =
    error instanceof TypeError ||
    (error instanceof oidc.ClientError && error.code === 'OAUTH_TIMEOUT') ||
    (error instanceof oidc.ResponseBodyError && error.status >= 500);
  return isNetwork
    ? new ProviderUnreachable('The provider cannot be reached.', { cause: error })
    : new SignInRefused('failed', error);
}

export function createSignInFlow(
  db: Database,
  config: SignInConfig,
  provider: Provider = createProvider(config),
): SignInFlow {
  const { issuer, publicUrl } = config;
  const redirectUri = publicUrl + paths.callback;

  /** The account of an ID token's person, and a session of it with a cookie. */
  async function record(claims: oidc.IDToken, { formerCookie, device }: Return): Promise<string> {
    const cookie = newSecret();
    const issuedAt = new Date(claims.iat * 1000).toISOString();
    const { sid } = claims;
    const session = typeof sid === 'string' ? providerSession(sid) : undefined;
    await db.transaction(async (tx) => {
      if (await isLoggedOut(tx, { issuer, session, issuedAt })) throw new SignInRefused('failed');
      await eraseDueAccounts(tx);
      const accountId = await provision(tx, claims, issuer, issuedAt);
      if (accountId === undefined) throw new SignInRefused('failed');
      // A cookie known before signing in is worth nothing afterwards.
      if (formerCookie !== undefined) await revokeCookie(tx, hashSecret(formerCookie));
      await insertSession(tx, {
        accountId,
        ...device,
        cookieHash: hashSecret(cookie),
        providerSession: session,
        authenticatedAt: signInTime(claims),
        expiresAt: new Date(Date.now() + cookieLifetime * 1000).toISOString(),
      });
    });
    return cookie;
  }

  return {
    async begin({ browser, next, maxAge, language }) {
      const configuration = await provider.configuration();
      const state = oidc.randomState();
      const nonce = oidc.randomNonce();
      const verifier = oidc.randomPKCECodeVerifier();
      const challenge = await oidc.calculatePKCECodeChallenge(verifier);
      const browserHash = hashSecret(browser);
      await insertAttempt(db, hashSecret(state), { browserHash, nonce, verifier, next, maxAge });
      return oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        ui_locales: language,
        // With any maximum the ID token has to say when the person signed in (Core, § 2).
        max_age: String(maxAge ?? cookieLifetime),
      });
    },

    async end(coming) {
      const { browser, search } = coming;
      const state = new URLSearchParams(search).get('state');
      const attempt =
        state !== null && browser !== undefined
          ? await takeAttempt(db, hashSecret(state), hashSecret(browser))
          : undefined;
      if (state === null || !attempt) throw new SignInRefused('failed');
      const configuration = await provider.configuration();
      const claims = await oidc
        .authorizationCodeGrant(configuration, new URL(redirectUri + search), {
          pkceCodeVerifier: attempt.verifier,
          expectedState: state,
          expectedNonce: attempt.nonce,
          maxAge: attempt.maxAge ?? cookieLifetime,
          idTokenExpected: true,
        })
        // The tokens themselves are forgotten at once: the page needs none.
        .then((tokens) => tokens.claims())
        .catch((error: unknown) => {
          throw refusedBy(error);
        });
      if (!claims) throw new SignInRefused('failed');
      return { cookie: await record(claims, coming), next: attempt.next };
    },

    async endSessionUrl() {
      const configuration = await provider.configuration().catch(() => undefined);
      if (!configuration?.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: publicUrl + paths.signedOut,
      });
    },
  };
}
