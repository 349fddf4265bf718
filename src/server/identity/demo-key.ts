import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';
import type { Actor } from '../../contract/execution-mode.ts';
import { StartupError } from '../startup-error.ts';
import { actingScope } from './service.ts';

/** What demo tokens name as their issuer and audience. */
export const demoNames = { issuer: 'account-settings-demo', audience: 'account-settings' };

/** Seconds a demo token is good for. */
export const demoTokenLifetime = 12 * 60 * 60;

export interface DemoKey {
  publicKey: CryptoKey;
  /** Signs a token of a recorded session; one somebody else signed in to says so (RFC 8693, § 4.1). */
  sign(accountId: string, sessionId: string, actor?: Actor): Promise<string>;
  /** Signs a token of a program (RFC 9068, § 2.2), which then names the person in every request. */
  signService(clientId: string): Promise<string>;
}

/**
 * Reads the demo's key from `dataDir`, or makes one on the first start (mode 0600).
 *
 * @throws StartupError when the file holds something else; it is never overwritten
 */
export async function loadDemoKey(dataDir: string): Promise<DemoKey> {
  const file = join(dataDir, 'demo-key.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new StartupError(`${file} cannot be read (${error.code})`);
  });
  const jwk = text === undefined ? await makeKey(file) : parseKey(file, text);
  try {
    const { d: _, ...publicPart } = jwk;
    const privateKey = (await importJWK(jwk, 'ES256')) as CryptoKey;
    const publicKey = (await importJWK(publicPart, 'ES256')) as CryptoKey;
    if (privateKey.type !== 'private') throw new TypeError('no private key');
    return { publicKey, ...signer(privateKey) };
  } catch {
    throw notAKey(file);
  }
}

const notAKey = (file: string) =>
  new StartupError(`${file} is not a key of this service: move it away to have another one made`);

function parseKey(file: string, text: string): JWK {
  try {
    return JSON.parse(text) as JWK;
  } catch {
    throw notAKey(file);
  }
}

async function makeKey(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // Written aside and then linked: a crash half way leaves no half key.
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, JSON.stringify(jwk), { mode: 0o600 });
  await link(draft, file);
  await rm(draft);
  return jwk;
}

function signer(privateKey: CryptoKey): Pick<DemoKey, 'sign' | 'signService'> {
  const sign = (subject: string, claims: JWTPayload) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
      .setIssuer(demoNames.issuer)
      .setAudience(demoNames.audience)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(`${demoTokenLifetime}s`)
      .sign(privateKey);
  return {
    sign: (accountId, sid, actor) =>
      sign(accountId, { sid, ...(actor && { act: { sub: actor.id, name: actor.name } }) }),
    signService: (clientId) => sign(clientId, { client_id: clientId, scope: actingScope }),
  };
}
