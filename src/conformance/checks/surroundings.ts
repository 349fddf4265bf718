import { sample } from '../samples.ts';
import { Fault, demand, shown } from '../fault.ts';
import type { Check } from '../check.ts';
import { userParts } from '../fields.ts';
import type { Field } from '../fields.ts';

/** A username that nobody has. */
function freeName(): string {
  const field = userParts.find(({ name }) => name === 'username') as Field | undefined;
  return String(field && sample(field, undefined));
}

const availability = (username: () => string, available: boolean, sentence: string): Check => ({
  capability: 'usernameAvailability',
  rule: `GET /me/username-availability says that ${sentence} (the REST dialect)`,
  permission: 'read',
  run: async ({ client }) => {
    const answer = await client.checkUsername(username());
    demand(answer.available === available, `available: ${available}`, shown(answer));
  },
});

export const availabilityChecks: readonly Check[] = [
  availability(freeName, true, 'a name that nobody has is free'),
  availability(() => 'no', false, 'a name that breaks the rule is not'),
  availability(() => 'admin', false, 'a reserved name is not'),
];

export const exportChecks: readonly Check[] = [
  {
    capability: 'exportData',
    rule: "GET /me/export answers the person's data as one JSON document (the REST dialect)",
    permission: 'read',
    run: async ({ client, account }) => {
      const { blob } = await client.exportData();
      const text = await blob.text();
      if (!text.trimStart().startsWith('{')) throw new Fault('a JSON object', text.slice(0, 100));
      const name = account.start.user?.name;
      const isTheirs =
        name === undefined || JSON.stringify(JSON.parse(text)).includes(JSON.stringify(name));
      demand(isTheirs, `a document that has the name ${shown(name)}`, 'one without it');
    },
  },
];
