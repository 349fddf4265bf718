import * as oidc from 'openid-client';
import { isLoopback } from '../../contract/addresses.ts';
import type { SignInConfig } from '../config.ts';

/** The provider cannot be reached, or does not say what it must. */
export class ProviderUnreachable extends Error {
  override readonly name = 'ProviderUnreachable';
}

/** The provider that people sign in at, as it describes itself. */
export interface Provider {
  /** @throws ProviderUnreachable */
  configuration(): Promise<oidc.Configuration>;
}

/** Milliseconds after which a description is fetched anew; seconds an answer may take. */
const lifetime = 3_600_000;
const patience = 10;

/**
 * Fetches the provider's description (OpenID Connect Discovery 1.0) when it is first needed, and
 * again when it is old or could not be had: a provider that is down keeps nothing from starting.
 */
export function createProvider({ issuer, clientId, clientSecret }: SignInConfig): Provider {
  let known: { promise: Promise<oidc.Configuration>; until: number } | undefined;
  const discover = () =>
    oidc.discovery(
      new URL(issuer),
      clientId,
      undefined,
      clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret),
      {
        timeout: patience,
        ...(isLoopback(new URL(issuer).hostname) && { execute: [oidc.allowInsecureRequests] }),
      },
    );
  return {
    async configuration() {
      if (!known || known.until < Date.now()) {
        known = { promise: discover(), until: Date.now() + lifetime };
      }
      const { promise } = known;
      try {
        return await promise;
      } catch (cause) {
        if (known?.promise === promise) known = undefined;
        throw new ProviderUnreachable('The provider cannot be reached.', { cause });
      }
    },
  };
}
