import type { Capabilities } from '../../client/me-client.ts';
import { demand, NotTried } from '../fault.ts';
import type { Check, Kit } from '../check.ts';
import { preferencesParts, userParts } from '../fields.ts';
import type { Field } from '../fields.ts';
import { accountChecks, readCheck, sessionCountCheck } from './account.ts';
import * as rules from './rules.ts';
import { intentChecks, versionChecks } from './versions.ts';
import { corsChecks } from './cors.ts';
import { deletionChecks, restoreCheck } from './deletion.ts';
import { editingChecks } from './editing.ts';
import { preferenceReadCheck, preferencesCheck } from './preferences.ts';
import { othersRevokedChecks, revocationChecks, sessionChecks } from './sessions.ts';
import { errorBodyCheck, problemCheck, signInChecks } from './sign-in.ts';
import { availabilityChecks, exportChecks } from './surroundings.ts';
import { historyChecks, usageChecks } from './usage.ts';

const when = (condition: boolean, checks: readonly Check[]): readonly Check[] =>
  condition ? checks : [];

/** Looks back at every answer of the run so far. */
const jsonTypeCheck: Check = {
  capability: 'json',
  rule: 'every answer that has a body says that it is application/json (RFC 8259)',
  permission: 'read',
  run: async ({ answers }) => {
    const bodies = answers().filter(({ text }) => text !== '');
    if (bodies.length === 0) throw new NotTried('nothing was answered');
    for (const { status, headers } of bodies.filter(({ status }) => status < 300)) {
      const type = headers['content-type'];
      const isJson = /^application\/(?:[\w.-]+\+)?json\b/i.test(type ?? '');
      demand(isJson, 'Content-Type: application/json', `${status} ${type ?? 'without a type'}`);
    }
  },
};

/**
 * What is checked of a backend of `profile`, in the order in which it is: reading first, then what
 * changes the account and is put back, at last what ends sessions and the account. `origin` is that
 * of a page elsewhere.
 */
export function allChecks(
  profile: Kit['profile'],
  can: Capabilities,
  origin?: string,
): readonly Check[] {
  const isRest = profile === 'rest';
  const parts = [...userParts, ...preferencesParts] as unknown as readonly Field[];
  const editing = new Map(parts.map((field) => [field.key, editingChecks(profile, can, field)]));
  const has = ({ access }: { access: Field['access'] }) => access(can) !== 'none';
  // Changed before it is read: a field that is empty at the start is seen by then.
  const [userChecks, preferenceChecks] = [
    userParts.filter(has).flatMap((field) => {
      return [...(editing.get(field.key)?.edits ?? []), readCheck(field)];
    }),
    (preferencesParts as unknown as readonly Field[]).filter(has).flatMap((field) => {
      return [...(editing.get(field.key)?.edits ?? []), preferenceReadCheck(field)];
    }),
  ];
  return [
    ...accountChecks(profile),
    ...signInChecks,
    errorBodyCheck(profile),
    ...when(isRest, [problemCheck]),
    ...corsChecks(profile, origin),
    ...userChecks,
    ...when(preferenceChecks.length > 0, [preferencesCheck(profile)]),
    ...preferenceChecks,
    ...when(can.usage.totals, usageChecks(profile)),
    ...when(can.usage.history, historyChecks),
    ...when(can.sessions.count, [sessionCountCheck]),
    ...when(can.sessions.list, sessionChecks(profile)),
    ...when(can.usernameAvailability, availabilityChecks),
    ...when(can.exportData, exportChecks),
    ...when(isRest, [...versionChecks, ...intentChecks]),
    ...[...editing.values()].flatMap(({ violations }) => violations),
    ...when(isRest, [
      rules.linkKeptCheck,
      rules.unknownPropertyCheck,
      rules.badRangeCheck,
      rules.namedFieldsCheck,
    ]),
    ...when(profile === 'mirra', [rules.unknownOperationCheck]),
    jsonTypeCheck,
    ...when(can.deletion.graceDays !== null, [restoreCheck]),
    ...when(can.sessions.revoke, revocationChecks),
    ...when(can.sessions.revokeOthers, othersRevokedChecks),
    ...when(can.deletion.available, deletionChecks(profile)),
  ];
}
