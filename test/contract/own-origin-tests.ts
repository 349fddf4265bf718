import { describe, expect, it } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { failure, once } from './harness.ts';
import type { Device, Service } from './service.ts';

/** A device whose backend stands on the page's own origin: paths, and a network that knows where. */
const onOwnOrigin = (device: Device): Device => ({
  ...device,
  baseUrl: '',
  fetch: (path, init) => device.fetch(device.baseUrl + (path as string), init),
});

/** What the service adds for clients of its own origin, whichever dialect they speak. */
export function ownOriginTests(
  service: () => Service,
  makeClient: (device: Device) => Promise<MeClient>,
): void {
  const client = async () =>
    (await service().harness((device) => makeClient(onOwnOrigin(device)))).client;

  describe("on the page's own origin", () => {
    it('repeats an intent without a second effect', async () => {
      const mine = await client();
      const intent = once();
      await mine.updateUser({ timezone: 'Asia/Tokyo' }, intent);
      await mine.updateUser({ timezone: 'Europe/Paris' }, once());
      const again = await mine.updateUser({ timezone: 'Asia/Tokyo' }, intent);
      expect(again.value.timezone).toBe('Asia/Tokyo');
      expect((await mine.getUser()).value.timezone).toBe('Europe/Paris');
      const other = await failure(mine.updateUser({ timezone: 'UTC' }, intent));
      expect(other).toMatchObject({ code: 'IdempotencyKeyReused', status: 422 });
    });

    it('neither shows nor changes an account that is not the one that is meant', async () => {
      const mine = await client();
      const { value } = await mine.getUser();
      const account = '123e4567-e89b-12d3-a456-426614174000';
      for (const call of [
        () => mine.getUser({ account }),
        () => mine.updateUser({ timezone: 'UTC' }, { ...once(), account }),
        () => mine.deleteUser({ ...once(), account }),
      ]) {
        const expected = { code: 'AccountChanged', status: 409 };
        expect(await failure(call())).toMatchObject(expected);
      }
      expect((await mine.getUser({ account: value.id })).value).toEqual(value);
    });
  });
}
