import { randomBytes, timingSafeEqual } from 'node:crypto';
import { findAccountByUsername, listAccounts } from '../db/accounts.ts';
import type { Database } from '../db/database.ts';
import { insertSession } from '../db/sessions.ts';
import { cookieLifetime, hashCookie, newCookieValue } from '../identity/cookies.ts';
import { demoNames, demoTokenLifetime } from '../identity/demo-key.ts';
import type { DemoKey } from '../identity/demo-key.ts';
import type { Device } from '../identity/device.ts';
import { people } from './people.ts';

/** Somebody to sign in as, by the present name. */
export interface Person {
  /** The first username, which says whose story it is. */
  subject: string;
  username: string;
  name: string;
}

/** Demo mode: anybody signs in as anybody, by picking a person. */
export interface Demo {
  /** Who is left of the demo's people. */
  people(): Promise<Person[]>;
  /** Known to processes that can read the data directory; changes with every start. */
  secret: string;
  isSecret(guess: string): boolean;
  /** Records a session and answers the cookie for it; nothing for an unknown username. */
  signInByCookie(username: string, device: Device): Promise<string | undefined>;
  /** Records a session and answers a token for it; nothing for an unknown username. */
  signInByToken(username: string, device: Device): Promise<string | undefined>;
}

/** Makes the demo's way in. */
export function createDemo(db: Database, key: DemoKey): Demo {
  const secret = randomBytes(32).toString('base64url');

  async function record(username: string, device: Device, lifetime: number, cookieHash?: string) {
    const account = await findAccountByUsername(db, demoNames.issuer, username);
    if (!account) return undefined;
    const now = Date.now();
    const sessionId = await insertSession(db, {
      accountId: account.id,
      ...device,
      ...(cookieHash !== undefined && { cookieHash }),
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
    async signInByCookie(username, device) {
      const value = newCookieValue();
      const recorded = await record(username, device, cookieLifetime, hashCookie(value));
      return recorded && value;
    },
    async signInByToken(username, device) {
      const recorded = await record(username, device, demoTokenLifetime);
      return recorded && key.sign(recorded.accountId, recorded.sessionId);
    },
  };
}
