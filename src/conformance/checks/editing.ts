import { Missing, NotTried, demandSame, shown, Fault } from '../fault.ts';
import type { Check, Kit } from '../check.ts';
import type { Capabilities } from '../../client/me-client.ts';
import { MeError } from '../../client/me-error.ts';
import { demandChangeable, edit } from './changeable.ts';
import { isContact } from '../contacts.ts';
import { violationCheck } from './rules.ts';
import { fields } from '../fields.ts';
import type { Field, ResourceName, Resources } from '../fields.ts';
import { illegal, sample } from '../samples.ts';

/** @throws NotTried when no legal value differs from the present one */
function probeFor(field: Field, now: unknown): unknown {
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
      .catch((error: unknown) => {
        if (!isUnknown(error)) throw error;
        kit.account.answered.add(field.key);
        throw new Missing('the backend calls the property unknown');
      });
    if (!kit.account.seen.has(field.key)) throw new Missing('it was taken, and is never told');
    demandSame(field.read(answer.value), value, 'the answer of the change');
    const after = await kit.account.read(field.resource);
    demandSame(field.read(after.value), value, 'what is read afterwards');
    demandOthers(kit, field, before.value, after.value);
    kit.account.editable.add(field.key);
  },
});

/** Whether the backend says that it has no such property. */
const isUnknown = (error: unknown): boolean =>
  error instanceof MeError &&
  Object.values(error.fields)
    .flat()
    .some(({ code }) => code === 'property_unknown');

const clearCheck = (field: Field, clearing: string): Check => ({
  capability: `clear.${clearing}`,
  rule: `${field.name} is emptied by null (the rules, RFC 7396)`,
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
): { readonly edits: readonly Check[]; readonly violations: readonly Check[] } {
  if (field.access(can) !== 'edit') return { edits: [], violations: [] };
  const { clearing } = field;
  const clears = clearing !== undefined && can.clear[clearing];
  const [value, sentence] = illegal[field.key] ?? [];
  const isRuled = sentence !== undefined && ruled[profile].test(field.key);
  return {
    edits: [editCheck(field), ...(clears ? [clearCheck(field, clearing)] : [])],
    violations: isRuled ? [violationCheck(field, value, sentence)] : [],
  };
}
