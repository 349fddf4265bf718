import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../contract/execution-mode.ts';
import { findAccountByUsername, listAccounts } from '../db/accounts.ts';
import type { Database } from '../db/database.ts';
import { insertSession } from '../db/sessions.ts';
import type { NewSession } from '../db/sessions.ts';
import { apiKeyLifetime, newApiKey } from '../identity/api-keys.ts';
import { cookieLifetime } from '../identity/cookies.ts';
import { demoNames, demoTokenLifetime } from '../identity/demo-key.ts';
import type { DemoKey } from '../identity/demo-key.ts';
import type { Device } from '../identity/device.ts';
import { hashSecret, newSecret } from '../identity/secret.ts';
import { people } from './people.ts';

/** Somebody to sign in as, by the present name. */
export interface Person {
  /** The first username, which says whose story it is. */
  subject: string;
  username: string;
  name: string;
}

/**
 * Records a session and answers a credential of it; nothing for an unknown username. With an actor
 * it is a session of somebody who acts for the person.
 */
type SignIn = (username: string, device: Device, actor?: Actor) => Promise<string | undefined>;

/** Demo mode: anybody signs in as anybody, by picking a person. */
export interface Demo {
  /** Who is left of the demo's people. */
  people(): Promise<Person[]>;
  /** Known to processes that can read the data directory; changes with every start. */
  secret: string;
  isSecret(guess: string): boolean;
  signInByCookie: SignIn;
  signInByToken: SignIn;
  /** As the others, for programs. Answers the key itself, this once: only its hash is kept. */
  issueApiKey(username: string, actor?: Actor): Promise<string | undefined>;
  /** A token of a program, which may act for whomever it names. */
  serviceToken(): Promise<string>;
}

/** Somebody who acts for others, known by name alone. */
export const demoActor = (name: string): Actor => ({
  id: name.toLowerCase().replace(/\s+/g, '-'),
  name,
});

/** Whoever acts for people on the page. */
export const support = demoActor('Sam Support');

/** Makes the demo's way in. */
export function createDemo(db: Database, key: DemoKey): Demo {
  const secret = randomBytes(32).toString('base64url');

  async function record(
    username: string,
    session: Omit<NewSession, 'accountId' | 'authenticatedAt' | 'expiresAt'>,
    lifetime: number,
  ) {
    const account = await findAccountByUsername(db, demoNames.issuer, username);
    if (!account) return undefined;
    const now = Date.now();
    const sessionId = await insertSession(db, {
      ...session,
      ...(session.actor && { type: 'delegated' }),
      accountId: account.id,
      authenticatedAt: new Date(now).toISOString(),
      expiresAt: new Date(now + lifetime * 1000).toISOString(),
    });
    return sessionId === undefined ? undefined : { accountId: account.id, sessionId };
  }

  return {
    async people() {
      const place = ({ subject }: Person) =>
        people.findIndex(({ account }) => account.subject === subject);
      const left: Person[] = await listAccounts(db, demoNames.issuer);
      return left.sort((a, b) => place(a) - place(b));
    },
    secret,
    isSecret: (guess) =>
      Buffer.byteLength(guess) === secret.length &&
      timingSafeEqual(Buffer.from(guess), Buffer.from(secret)),
    async signInByCookie(username, device, actor) {
      const cookie = newSecret();
      const cookieHash = hashSecret(cookie);
      const recorded = await record(username, { ...device, actor, cookieHash }, cookieLifetime);
      return recorded && cookie;
    },
    async signInByToken(username, device, actor) {
      const recorded = await record(username, { ...device, actor }, demoTokenLifetime);
      return recorded && key.sign(recorded.accountId, recorded.sessionId, actor);
    },
    async issueApiKey(username, actor) {
      const apiKey = newApiKey();
      const described = { type: 'api', tokenType: 'api_key', deviceName: 'API key' };
      const apiKeyHash = hashSecret(apiKey);
      const recorded = await record(username, { ...described, actor, apiKeyHash }, apiKeyLifetime);
      return recorded && apiKey;
    },
    serviceToken: () => key.signService('demo-service'),
  };
}
