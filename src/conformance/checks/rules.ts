import { newIntent } from '../../client/intent.ts';
import { MeError } from '../../client/me-error.ts';
import type { Check } from '../check.ts';
import { jsonOf } from '../describe.ts';
import { Fault, NotTried, demand, demandSame, shown } from '../fault.ts';
import { userParts } from '../fields.ts';
import type { Field } from '../fields.ts';
import { demandChangeable, edit } from './changeable.ts';

/** A value that breaks the rule of its field. */
export const violationCheck = (field: Field, value: unknown, sentence: string): Check => ({
  capability: 'rules',
  rule: `${field.name}: ${sentence}; anything else is refused (4xx) and changes nothing (the rules)`,
  permission: 'write',
  after: [edit(field.key)],
  run: async (kit) => {
    demandChangeable(kit, field);
    const now = field.read((await kit.account.read(field.resource)).value);
    // As it is: the field itself would leave out of the patch what nobody may change.
    const broken: Field = { ...field, patch: () => ({ [field.name]: value }) };
    await demandRefused(kit.account.write(broken, value, now));
    const after = field.read((await kit.account.read(field.resource)).value);
    demandSame(after, now, 'what is read afterwards');
  },
});

/** Statuses that refuse, but not for what the body says. */
const elsewhere: ReadonlySet<number> = new Set([401, 403, 404, 405, 412, 429]);

/** @throws Fault unless the call is refused for what it says */
async function demandRefused(call: Promise<unknown>): Promise<MeError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) throw new Fault('a refusal (4xx)', 'it was accepted');
  const isRefusal =
    error instanceof MeError &&
    error.status >= 400 &&
    error.status < 500 &&
    !elsewhere.has(error.status);
  if (!isRefusal) throw error;
  return error;
}

/** A property that no version of the contract has. */
const unknownProperty = 'conformanceUnknownProperty';

export const unknownPropertyCheck: Check = {
  capability: 'rules',
  rule: 'a property that is none of the contract is refused with 422 (the rules)',
  permission: 'write',
  after: ['user'],
  run: async ({ client, account }) => {
    if (![...account.editable].some((key) => key.startsWith('user.')))
      throw new NotTried('nothing can be changed');
    // Null would remove it, wherever it might be kept (RFC 7396): nothing to undo.
    const patch = { [unknownProperty]: null } as object;
    await demandRefused(client.updateUser(patch, { intent: newIntent() }));
  },
};

export const linkKeptCheck: Check = {
  capability: 'rules',
  rule: 'a time zone that links to another is taken and never rewritten (the rules)',
  permission: 'write',
  after: ['user.timezone edit'],
  run: async (kit) => {
    const field = userParts.find(({ name }) => name === 'timezone');
    if (!field) return;
    const now = field.read((await kit.account.read('user')).value);
    const value = now === 'Asia/Calcutta' ? 'US/Pacific' : 'Asia/Calcutta';
    await kit.account.write(field, value, now);
    demandSame(
      field.read((await kit.account.read('user')).value),
      value,
      'what is read afterwards',
    );
  },
};

export const namedFieldsCheck: Check = {
  capability: 'errors',
  rule: 'a refusal names every property that breaks a rule (the REST dialect)',
  permission: 'write',
  after: ['user.locale edit', 'user.timezone edit'],
  run: async (kit) => {
    kit.account.touch('user.locale');
    kit.account.touch('user.timezone');
    const patch = { locale: 'not a locale', timezone: 'Mars/Olympus' };
    const error: unknown = await kit.client.updateUser(patch, { intent: newIntent() }).then(
      () => new NotTried('nothing was refused'),
      (reason: unknown) => reason,
    );
    if (!(error instanceof MeError) || error.status < 400) throw error;
    const named = Object.keys(error.fields);
    const isWhole = ['locale', 'timezone'].every((field) => named.includes(field));
    demand(isWhole, 'errors or details for locale and timezone', shown(named));
  },
};

export const badRangeCheck: Check = {
  capability: 'rules',
  rule: 'a usage history that ends before it begins is refused (4xx) (the REST dialect)',
  permission: 'read',
  after: ['usage.history'],
  run: async ({ client }) => {
    const query = { from: '2024-02-02', to: '2024-02-01', bucket: 'day', timezone: 'UTC' } as const;
    await demandRefused(client.getUsageHistory(query));
  },
};

export const unknownOperationCheck: Check = {
  capability: 'errors',
  rule: 'an operation that does not exist is refused with an error envelope (the operation dialect)',
  permission: 'write',
  run: async (kit) => {
    const { text } = await kit.send('/api/sdk/v2/resources/call', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ resourceId: 'user', method: 'conformanceUnknown', params: {} }),
    });
    const body = jsonOf(kit.last()) as
      { success?: unknown; error?: { code?: unknown } } | undefined;
    const isError = body?.success === false && typeof body.error?.code === 'string';
    demand(
      isError,
      '{success:false, error:{code, message}}',
      text.slice(0, 100) || shown(undefined),
    );
  },
};
