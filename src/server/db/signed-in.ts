import { Lru } from '../identity/lru.ts';
import { contactColumns, notErased, slimColumns } from './accounts.ts';
import type { Queryable } from './database.ts';
import type { Actor } from '../../contract/execution-mode.ts';
import { actorColumn, instant } from './rows.ts';
import type { AccountRow, SignedInRow } from './rows.ts';
import { isUuid } from './uuid.ts';

/** Sessions that live, with their accounts: the one statement behind every request. */
const signedIn = (columns: string, condition: string) => `select ${columns}, s.id as "sessionId",
    ${instant('s.authenticated_at')} as "authenticatedAt",
    s.last_active < now() - interval '1 minute' as "touchDue",
    case when s.actor_id is null then 'standard' else 'delegated' end as mode, ${actorColumn}
  from sessions s join accounts a on a.id = s.account_id
  where ${condition} and s.revoked_at is null
    and (s.expires_at is null or s.expires_at > now()) and ${notErased}`;

/** The account that a service names; it needs no session of the person's. */
const named = (columns: string, condition: string) => `select ${columns}, null as "sessionId",
    null as "authenticatedAt", false as "touchDue", 'service' as mode, null as actor
  from accounts a where ${condition} and ${notErased}`;

const statements = (condition: string, select = signedIn) => ({
  slim: select(slimColumns, condition),
  full: select(`${slimColumns}, ${contactColumns}`, condition),
});

const bySession = statements('s.id = $1 and a.id = $2');
const byCookie = statements('s.cookie_hash = $1');
const byApiKey = statements('s.api_key_hash = $1');
const byToken = statements(`a.issuer = $1 and a.subject = $2 and s.token_key = $3
  and (a.tokens_valid_after is null or a.tokens_valid_after < $4::timestamptz)`);
const byId = statements('a.issuer = $1 and a.id = $2', named);
const bySubject = statements('a.issuer = $1 and a.subject = $2', named);

type Contacts = Pick<AccountRow, 'emails' | 'phoneNumbers' | 'identities'>;

/**
 * Contact points by account and version. Every change of them counts the version up, so an entry is
 * never wrong; aggregating them anew would be a third of the statement's cost.
 */
const contacts = new Lru<Contacts>(10_000);

async function find(
  db: Queryable,
  { slim, full }: ReturnType<typeof statements>,
  params: readonly string[],
): Promise<SignedInRow | undefined> {
  const [row] = await db.query<Omit<SignedInRow, keyof Contacts>>(slim, params);
  if (!row) return undefined;
  const known = contacts.get(`${row.id} ${row.version}`);
  if (known) return { ...row, ...known };
  // Read with the account in one statement: both are of the same version.
  const [whole] = await db.query<SignedInRow>(full, params);
  if (!whole) return undefined;
  const { emails, phoneNumbers, identities } = whole;
  contacts.set(`${whole.id} ${whole.version}`, { emails, phoneNumbers, identities });
  return whole;
}

/** The session and account a demo token names, while both live. */
export const findSignedInBySession = (db: Queryable, sessionId: string, accountId: string) =>
  find(db, bySession, [sessionId, accountId]);

/** The session and account of a cookie, known by its SHA-256 in hex. */
export const findSignedInByCookie = (db: Queryable, cookieHash: string) =>
  find(db, byCookie, [cookieHash]);

/** The session and account of an API key, known by its SHA-256 in hex. */
export const findSignedInByApiKey = (db: Queryable, apiKeyHash: string) =>
  find(db, byApiKey, [apiKeyHash]);

/** The session and account of an issuer's token; `issuedAt` at or before a deletion finds nothing. */
export const findSignedInByToken = (
  db: Queryable,
  token: { issuer: string; subject: string; key: string; issuedAt: string },
) => find(db, byToken, [token.issuer, token.subject, token.key, token.issuedAt]);

/** The account of an issuer's person whom a service names: by the account's id, or the subject. */
export async function findNamedByService(
  db: Queryable,
  issuer: string,
  person: string,
  service: Actor,
): Promise<SignedInRow | undefined> {
  const account =
    (isUuid(person) ? await find(db, byId, [issuer, person]) : undefined) ??
    (await find(db, bySubject, [issuer, person]));
  return account && { ...account, actor: service };
}
