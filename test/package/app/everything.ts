import type { ComponentType } from 'react';
import {
  AccountSettingsError,
  mountAccountSettings,
  type AccountSettingsHandle,
} from 'account-settings/embed';
import { MeError, createClient, type MeClient, type User } from 'account-settings/client';
import { useSaveUser, useUserQuery } from 'account-settings/hooks';
import * as library from 'account-settings';

const client: MeClient = createClient({ kind: 'mirra', getToken: ({ reason }) => reason });
export const cards: ComponentType[] = [library.PublicProfileCard, library.DeleteCard];
export const props: library.AccountSettingsProps = { client, page: 'usage', theme: 'dark' };
// @ts-expect-error there is no such page
export const wrong: library.AccountSettingsProps = { client, page: 'billing' };
export const nameOf = (user: User): string => user.name;
export const codeOf = (error: unknown) =>
  error instanceof MeError || error instanceof AccountSettingsError ? error.code : undefined;
export function useName(): string | undefined {
  const save = useSaveUser();
  void save.mutate;
  return useUserQuery().data?.value.name;
}
export const handle: Promise<AccountSettingsHandle> = mountAccountSettings(null, {
  src: 'https://account.example.com',
  client: 'acme',
  getToken: () => 'token',
  theme: { mode: 'dark', radius: 4 },
  onEvent: (event) => (event.type === 'saved' ? event.fields.length : 0),
});
