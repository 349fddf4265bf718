import { Missing, NotTried, demandSame, shown, Fault } from '../fault.ts';
import type { Check, Kit } from '../check.ts';
import type { Capabilities } from '../../client/me-client.ts';
import { MeError } from '../../client/me-error.ts';
import { fields } from '../fields.ts';
import type { Field, ResourceName, Resources } from '../fields.ts';
import { sample, violations } from '../samples.ts';

/** The name of the row for changing a field. */
export const edit = (key: string): string => `${key} edit`;

/** The fields of which the former value, where verified, takes the place of a removed one. */
const isContact = ({ key }: Field): boolean => /^user\.(?:email|phoneNumber)$/.test(key);

/** @throws NotTried unless the field may be changed, and can be put back afterwards */
export function demandChangeable(kit: Kit, field: Field): void {
  if (kit.account.start.user?.deletion) throw new NotTried('the account is marked for deletion');
  if (!kit.account.allows(field.key === 'user.email' ? 'change_email' : 'edit')) {
    throw new NotTried('this token acts for the person, who alone may do that');
  }
  const reason = kit.account.unrestorable(field);
  if (reason !== undefined && !kit.mayDestroy) throw new NotTried(reason);
}

/** @throws NotTried when no legal value differs from the present one */
export function probeFor(field: Field, now: unknown): unknown {
  const value = sample(field, now);
  if (value === undefined) throw new NotTried('there is no other value to give it');
  return value;
}

/** @throws Fault when another field changed too; it will be put back */
function demandOthers(
  kit: Kit,
  field: Field,
  before: Resources[ResourceName],
  after: Resources[ResourceName],
): void {
  for (const other of fields.filter((each) => each.resource === field.resource)) {
    if (other.key === field.key || other.access(kit.can) === 'none') continue;
    const [was, is] = [other.read(before), other.read(after)];
    if (shown(was) === shown(is)) continue;
    kit.account.touch(other.key);
    demandSame(is, was, `${other.key}, which was not in the body`);
  }
}

const editCheck = (field: Field): Check => ({
  capability: edit(field.key),
  rule: `${field.name} can be changed alone, and is answered and read back exactly (RFC 7396)`,
  permission: 'write',
  after: [field.resource],
  run: async (kit) => {
    const before = await kit.account.read(field.resource);
    demandChangeable(kit, field);
    const now = field.read(before.value);
    const value = probeFor(field, now);
    const answer = await kit.account
      .write(field, value, now, { etag: before.etag })
      .catch(asMissing);
    if (!kit.account.seen.has(field.key)) throw new Missing('it was taken, and is never told');
    demandSame(field.read(answer.value), value, 'the answer of the change');
    const after = await kit.account.read(field.resource);
    demandSame(field.read(after.value), value, 'what is read afterwards');
    demandOthers(kit, field, before.value, after.value);
    kit.account.editable.add(field.key);
  },
});

/** A property that the backend calls unknown is none of its. */
function asMissing(error: unknown): never {
  if (error instanceof MeError) {
    const codes = Object.values(error.fields).flat();
    if (codes.some(({ code }) => code === 'property_unknown')) {
      throw new Missing(`the backend does not know the property (${error.status})`);
    }
  }
  throw error;
}

const clearCheck = (field: Field, clearing: string): Check => ({
  capability: `clear.${clearing}`,
  rule: `${field.name} is emptied by null (contract 2, RFC 7396)`,
  permission: 'write',
  after: [edit(field.key)],
  run: async (kit) => {
    const before = await kit.account.read(field.resource);
    demandChangeable(kit, field);
    const now = field.read(before.value);
    const value = probeFor(field, now);
    await kit.account.write(field, value, now);
    const answer = await kit.account.write(field, null, value);
    const after = await kit.account.read(field.resource);
    for (const [what, resource] of [
      ['the answer of the change', answer],
      ['what is read afterwards', after],
    ] as const) {
      const read = field.read(resource.value);
      if (!isContact(field)) demandSame(read, undefined, what);
      else if (read === value) throw new Fault(`${what}: another one or nothing`, shown(read));
    }
  },
});

const violationCheck = (field: Field, value: unknown, sentence: string): Check => ({
  capability: 'rules',
  rule: `${field.name}: ${sentence}; anything else is refused (4xx) and changes nothing (contract 2)`,
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
export async function demandRefused(call: Promise<unknown>): Promise<MeError> {
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

/** The rules that each profile's documentation states; the others are ours. */
const ruled: Readonly<Record<Kit['profile'], RegExp>> = {
  rest: /./,
  bird: /^user\.(?:locale|timezone)$/,
  mirra: /^(?:user\.(?:username|timezone|email|phoneNumber)|preferences\.timezone)$/,
};

/** Changing, emptying and refusing, for one field. */
export function editingChecks(
  profile: Kit['profile'],
  can: Capabilities,
  field: Field,
): { readonly edits: readonly Check[]; readonly rules: readonly Check[] } {
  if (field.access(can) !== 'edit') return { edits: [], rules: [] };
  const { clearing } = field;
  const clears = clearing !== undefined && can.clear[clearing];
  const [value, sentence] = violations[field.key] ?? [];
  const isRuled = sentence !== undefined && ruled[profile].test(field.key);
  return {
    edits: [editCheck(field), ...(clears ? [clearCheck(field, clearing)] : [])],
    rules: isRuled ? [violationCheck(field, value, sentence)] : [],
  };
}
