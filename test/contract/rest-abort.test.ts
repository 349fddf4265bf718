import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { createRestClient } from '../../src/client/rest.ts';
import { once } from './harness.ts';
import { type RawBackend, startRawBackend } from './raw-backend.ts';

let backend: RawBackend;
let client: MeClient;
beforeAll(async () => {
  backend = await startRawBackend();
  client = createRestClient({ baseUrl: backend.baseUrl });
});
afterAll(() => backend.close());

describe('a call the caller gave up', () => {
  it('ends with the reason, while waiting or while reading, and hangs up', async () => {
    const parts = ['', '{"id":'];
    for (const part of parts) {
      const controller = new AbortController();
      const reason = new Error('left');
      const closed = new Promise<void>((resolve) => {
        backend.answer = (response) => {
          response.on('close', resolve);
          if (part) response.write(part);
          controller.abort(reason);
        };
      });
      await expect(client.getUser({ signal: controller.signal })).rejects.toBe(reason);
      await closed;
    }
  });

  it('is not sent when it was given up before', async () => {
    const send = vi.fn<typeof fetch>();
    const call = createRestClient({ fetch: send }).getUser({ signal: AbortSignal.abort('left') });
    await expect(call).rejects.toBe('left');
    expect(send).not.toHaveBeenCalled();
  });

  it('is not sent when it was given up while the token was fetched', async () => {
    const send = vi.fn<typeof fetch>(() => Promise.reject(new Error('sent')));
    const controller = new AbortController();
    const slow = createRestClient({
      fetch: send,
      getToken: async () => {
        controller.abort('left');
        return 'token';
      },
    });
    await expect(slow.deleteUser({ ...once(), signal: controller.signal })).rejects.toBe('left');
    expect(send.mock.calls.filter(([, init]) => !init?.signal?.aborted)).toEqual([]);
  });
});
