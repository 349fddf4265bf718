import { newIntent } from '../../client/intent.ts';
import { MeError } from '../../client/me-error.ts';
import { Fault, Missing, NotTried, demand, demandSame } from '../fault.ts';
import type { Check, Kit } from '../check.ts';
import { userParts } from '../fields.ts';
import type { Field } from '../fields.ts';
import { sample } from '../samples.ts';

const path = { user: '/me', preferences: '/me/preferences' } as const;

/** The strong tag (RFC 9110, 8.8.3) that a resource is read with. */
async function tagOf(kit: Kit, resource: keyof typeof path): Promise<string> {
  const { headers } = await kit.send(path[resource]);
  const tag = headers.get('ETag');
  if (tag === null) throw new Missing(`GET ${path[resource]} has no ETag`);
  demand(/^"[^"]*"$/.test(tag), 'a strong ETag, "..."', tag);
  return tag;
}

const tagged = (resource: keyof typeof path): Check => ({
  capability: 'versions',
  rule: `GET ${path[resource]} has a strong ETag (the REST dialect, RFC 9110 8.8.3)`,
  permission: 'read',
  after: [resource],
  run: async (kit) => {
    await tagOf(kit, resource);
  },
});

const notModified: Check = {
  capability: 'versions',
  rule: 'GET /me with If-None-Match of the present ETag answers 304 without a body (RFC 9110 13.1.2)',
  permission: 'read',
  after: ['user'],
  run: async (kit) => {
    const tag = await tagOf(kit, 'user');
    const { status, text } = await kit.send('/me', { headers: { 'If-None-Match': tag } });
    demand(status === 304, '304', `${status}`);
    demand(text === '', 'no body', text.slice(0, 100));
  },
};

/** A field to try the dialect with: the first that was changed without fault, and can be put back. */
function probeOf(kit: Kit): Field {
  const field = (userParts as unknown as readonly Field[]).find(
    (each) => kit.account.editable.has(each.key) && kit.account.unrestorable(each) === undefined,
  );
  if (!field) throw new NotTried('it needs a field that can be changed');
  return field;
}

const stale: Check = {
  capability: 'versions',
  rule: 'PATCH with If-Match of an older ETag is refused with 412 and changes nothing (RFC 9110 13.1.1)',
  permission: 'write',
  after: ['user'],
  run: async (kit) => {
    const field = probeOf(kit);
    const old = await tagOf(kit, 'user');
    const now = field.read((await kit.account.read('user')).value);
    const value = sample(field, now);
    await kit.account.write(field, value, now);
    demand((await tagOf(kit, 'user')) !== old, 'a new ETag after a change', 'the same');
    const error: unknown = await kit.account
      .write(field, sample(field, value), value, { etag: old })
      .then(
        () => new Fault('412', 'it was accepted'),
        (reason: unknown) => reason,
      );
    if (!(error instanceof MeError && error.status === 412)) throw error;
    const after = field.read((await kit.account.read('user')).value);
    demandSame(after, value, 'what is read afterwards');
  },
};

const onceOnly: Check = {
  capability: 'intents',
  rule: 'a PATCH repeated with its Idempotency-Key succeeds, and has no second effect (the REST dialect)',
  permission: 'write',
  after: ['user'],
  run: async (kit) => {
    const field = probeOf(kit);
    const now = field.read((await kit.account.read('user')).value);
    const [first, second] = [sample(field, now), sample(field, now)];
    const intent = newIntent();
    await kit.account.write(field, first, now, { intent });
    await kit.account.write(field, second, first);
    await kit.account.write(field, first, now, { intent });
    const after = field.read((await kit.account.read('user')).value);
    demandSame(after, second, 'what is read after the repetition');
  },
};

export const versionChecks: readonly Check[] = [
  tagged('user'),
  tagged('preferences'),
  notModified,
  stale,
];

export const intentChecks: readonly Check[] = [onceOnly];
