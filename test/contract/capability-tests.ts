import { expect } from 'vitest';
import { isSupported, type Operation } from '../../src/client/guarded.ts';
import type { ClearableField, MeClient } from '../../src/client/me-client.ts';
import type { PreferencesPatch } from '../../src/contract/preferences.ts';
import { type UserField, userFields } from '../../src/contract/user.ts';
import { failure, once, type Suite } from './harness.ts';

const range = { from: '2024-01-01', to: '2024-01-02', bucket: 'day', timezone: 'UTC' } as const;

/** Every operation, with something that is right to ask of it. */
export const operations: Readonly<Record<Operation, (client: MeClient) => Promise<unknown>>> = {
  getUser: (client) => client.getUser(),
  updateUser: (client) => client.updateUser({}, once()),
  deleteUser: (client) => client.deleteUser(once()),
  restoreUser: (client) => client.restoreUser(once()),
  getPreferences: (client) => client.getPreferences(),
  updatePreferences: (client) => client.updatePreferences({}, once()),
  getUsage: (client) => client.getUsage(),
  getUsageHistory: (client) => client.getUsageHistory(range),
  listSessions: (client) => client.listSessions(),
  revokeSession: (client) => client.revokeSession('x', once()),
  revokeOtherSessions: (client) => client.revokeOtherSessions(once()),
  checkUsername: (client) => client.checkUsername('new-name'),
  exportData: (client) => client.exportData(),
};

const newValues: Readonly<Record<UserField, string>> = {
  name: 'Augusta Ada King',
  username: 'countess',
  bio: 'Notes on the Analytical Engine',
  avatarUrl: 'https://example.com/ada.png',
  locale: 'fr',
  timezone: 'Asia/Tokyo',
  email: 'new@example.com',
  phoneNumber: '+49301234567',
};

const clearing: readonly ClearableField[] = [
  'bio',
  'avatarUrl',
  'locale',
  'timezone',
  'email',
  'phoneNumber',
  'schedulingTimezone',
];

const newPreferences: Required<PreferencesPatch> = {
  theme: 'dark',
  notifications: { product: { push: true } },
  timezone: 'Asia/Tokyo',
  socials: { twitter: 'countess' },
};

/** What an adapter says that it can do is what it does. */
export function capabilityTests({ cases, client, reached }: Suite): void {
  const { can } = cases;

  /** Does it, or refuses it before anything is sent. */
  async function expectDone(done: boolean, call: () => Promise<unknown>): Promise<void> {
    const before = reached();
    if (done) {
      await call();
      expect(reached()).not.toEqual(before);
    } else {
      expect(await failure(call())).toMatchObject({ code: 'NotSupported', status: 0 });
      expect(reached()).toEqual(before);
    }
  }

  cases.group('what it says of itself', () => {
    cases.it([], 'is what the pages are told', async () => {
      expect(client().can).toEqual(can);
    });

    cases.each(
      userFields.map((field) => [field] as const),
      [],
    )('the %s is saved or refused at once, as it says', async (field) => {
      const patch = { [field]: newValues[field] };
      await expectDone(can.user[field] === 'edit', () => client().updateUser(patch, once()));
    });

    cases.each(
      clearing.map((field) => [field] as const),
      [],
    )('the %s is emptied or refused at once, as it says', async (field) => {
      if (field === 'schedulingTimezone') {
        if (can.preferences.timezone === 'edit')
          await client().updatePreferences({ timezone: 'Asia/Tokyo' }, once());
        await expectDone(can.clear[field], () =>
          client().updatePreferences({ timezone: null }, once()),
        );
      } else {
        if (can.user[field] === 'edit')
          await client().updateUser({ [field]: newValues[field] }, once());
        await expectDone(can.clear[field], () => client().updateUser({ [field]: null }, once()));
      }
    });

    cases.each(
      (Object.keys(newPreferences) as (keyof PreferencesPatch)[]).map((part) => [part] as const),
      [],
    )('the preference %s is saved or refused at once, as it says', async (part) => {
      await expectDone(can.preferences[part] === 'edit', () =>
        client().updatePreferences({ [part]: newPreferences[part] }, once()),
      );
    });

    cases.it([], 'an edit of which one part cannot be saved saves none of it', async () => {
      const before = (await client().getUser()).value;
      const fields = userFields.filter((field) => can.user[field] !== 'edit');
      const edited = userFields.find((field) => can.user[field] === 'edit') ?? 'name';
      for (const field of fields) {
        const patch = { [edited]: newValues[edited], [field]: 'x' };
        await expectDone(false, () => client().updateUser(patch, once()));
      }
      expect((await client().getUser()).value).toEqual(before);
    });

    cases.it([], 'an operation that is missing is refused at once, and no other', async () => {
      const names = (Object.keys(operations) as Operation[]).filter(
        (name) => name !== 'deleteUser' && name !== 'restoreUser',
      );
      for (const name of [...names, 'deleteUser', 'restoreUser'] as const) {
        const before = reached();
        const error = await operations[name](client()).catch((reason: unknown) => reason);
        const refused = (error as { code?: string } | undefined)?.code === 'NotSupported';
        expect([name, refused]).toEqual([name, !isSupported(can, name)]);
        if (refused) expect(reached()).toEqual(before);
      }
    });
  });
}
