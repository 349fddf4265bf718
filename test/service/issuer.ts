import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey } from 'jose';

/** An issuer as a company runs one: signs tokens, publishes its keys. */
export interface Issuer {
  trust: { url: string; audience: string; jwksUrl: string };
  /** Signs claims; good ones unless told otherwise. */
  sign(
    claims: Record<string, unknown>,
    wrong?: { issuer?: string; audience?: string; expires?: number; key?: CryptoKey },
  ): Promise<string>;
  stop(): Promise<void>;
}

export async function startIssuer(algorithm = 'RS256'): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: algorithm, use: 'sig' };
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const trust = {
    url: 'https://issuer.example',
    audience: 'account',
    jwksUrl: `http://127.0.0.1:${port}/jwks`,
  };
  return {
    trust,
    sign: (claims, { issuer, audience, expires, key } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({ iat: now, ...claims })
        .setProtectedHeader({ alg: algorithm, kid: 'one' })
        .setIssuer(issuer ?? trust.url)
        .setAudience(audience ?? trust.audience)
        .setExpirationTime(expires ?? now + 300)
        .sign(key ?? privateKey);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
