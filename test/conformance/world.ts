import { createTokenSource } from '../../src/client/token-source.ts';
import { createRestClient } from '../../src/client/rest.ts';
import type { MeClient } from '../../src/client/me-client.ts';
import { capabilityResults } from '../../src/conformance/capabilities.ts';
import type { Options, Profile } from '../../src/conformance/options.ts';
import type { Outcome } from '../../src/conformance/judge.ts';
import type { Run } from '../../src/conformance/run.ts';
import type { Device, Service } from '../contract/service.ts';
import { once } from '../contract/harness.ts';

/** A person of the service, and how to ask for a run on their account. */
export interface Person {
  readonly client: MeClient;
  readonly device: Device;
  /** A fresh sign-in of the person for each token. */
  options(profile: Profile, more?: Partial<Options>): Promise<Options>;
}

/** A fresh account of which every field has a value. */
export async function personOf(service: Service): Promise<Person> {
  const devices: Device[] = [];
  const { client } = await service.harness(async (device) => {
    devices.push(device);
    const token = await device.token();
    return createRestClient({ baseUrl: device.baseUrl, tokens: createTokenSource(() => token) });
  });
  const [device] = devices;
  if (!device) throw new Error('nobody signed in');
  await client.updateUser({ avatarUrl: 'https://example.com/ada.png' }, once());
  await client.updatePreferences(
    { timezone: 'Asia/Calcutta', socials: { twitter: 'ada' } },
    once(),
  );
  return {
    client,
    device,
    options: async (profile, more) => ({
      url: device.baseUrl,
      profile,
      token: await (profile === 'mirra' ? device.apiKey() : device.token()),
      secondToken: undefined,
      write: false,
      throwaway: false,
      json: false,
      ...more,
    }),
  };
}

/** The capabilities that are not in order, with their state. */
export const faultsOf = ({ outcomes }: Pick<Run, 'outcomes'>): Record<string, string> =>
  Object.fromEntries(
    capabilityResults(outcomes)
      .filter(({ state }) => state === 'wrong' || state === 'missing')
      .map(({ capability, state }) => [capability, state]),
  );

/** What was not tried, with the reasons. */
export const skippedOf = (outcomes: readonly Outcome[]): Record<string, string | undefined> =>
  Object.fromEntries(
    outcomes
      .filter(({ state }) => state === 'not tried')
      .map(({ check, reason }) => [check.capability, reason]),
  );
