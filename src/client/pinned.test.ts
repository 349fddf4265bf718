import { createTokenSource } from './token-source.ts';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { MeClient } from './me-client.ts';
import { pinned } from './pinned.ts';
import { createRestClient } from './rest.ts';

/** A backend whose tokens are people's ids, as long as they are good. */
function backend() {
  const good = new Set(['ada', 'bob', 'ada.2', 'bob.2']);
  const sent: string[] = [];
  const send: typeof fetch = async (_, init) => {
    const token = new Headers(init?.headers).get('Authorization')?.replace('Bearer ', '') ?? '';
    sent.push(`${init?.method} ${token}`);
    if (!good.has(token)) return Response.json({ code: 'Unauthorized' }, { status: 401 });
    return Response.json({ id: token.split('.')[0], name: 'Somebody' });
  };
  return { good, sent, send };
}

/** A page that gets these tokens in turn. */
function opened(...tokens: string[]) {
  const { good, sent, send } = backend();
  const onChanged = vi.fn<() => void>();
  const page = pinned(
    (getToken) => createRestClient({ fetch: send, tokens: createTokenSource(getToken) }),
    () => tokens.shift() ?? '',
    onChanged,
  );
  return { ...page, good, sent, onChanged };
}

const rename = (client: MeClient) => client.updateUser({ name: 'New' }, { intent: 'k' });

test('a new token of the same person goes on, after one reading call', async () => {
  const { client, good, sent, onChanged } = opened('ada', 'ada.2');
  await client.getUser();
  good.delete('ada');
  await rename(client);
  expect(sent).toEqual(['GET ada', 'PATCH ada', 'GET ada.2', 'PATCH ada.2']);
  expect(onChanged).not.toHaveBeenCalled();
});

test('nothing is written with another person’s token, and nothing is sent afterwards', async () => {
  const { client, good, sent, onChanged } = opened('ada', 'bob', 'ada.2');
  await client.getUser();
  good.delete('ada');
  await expect(rename(client)).rejects.toMatchObject({ code: 'AccountChanged' });
  expect(sent).toEqual(['GET ada', 'PATCH ada', 'GET bob']);
  expect(onChanged).toHaveBeenCalledOnce();
  await expect(client.getUser()).rejects.toMatchObject({ code: 'AccountChanged' });
  expect(sent).toHaveLength(3);
  expect(onChanged).toHaveBeenCalledOnce();
});

test('a closed page sends nothing', async () => {
  const { client, close, sent, onChanged } = opened('ada');
  close();
  await expect(client.listSessions()).rejects.toMatchObject({ code: 'AccountChanged' });
  expect(sent).toEqual([]);
  expect(onChanged).not.toHaveBeenCalled();
});

test('whatever tokens come, only the first person’s account is ever written to', async () => {
  const names = fc.constantFrom('ada', 'bob');
  await fc.assert(
    fc.asyncProperty(names, fc.array(names, { maxLength: 8 }), async (first, rest) => {
      const tokens = [first, ...rest].map((name, index) => `${name}.${index}`);
      const written: string[] = [];
      let latest = '';
      const send: typeof fetch = async (_, init) => {
        const token = new Headers(init?.headers).get('Authorization')?.replace('Bearer ', '');
        if (token !== latest) return Response.json({ code: 'Unauthorized' }, { status: 401 });
        const id = token.split('.')[0];
        if (init?.method === 'PATCH') written.push(id ?? '');
        // Every token is good for one answer.
        latest = init?.method === 'PATCH' ? '' : latest;
        return Response.json({ id, name: 'Somebody' });
      };
      const { client } = pinned(
        (getToken) => createRestClient({ fetch: send, tokens: createTokenSource(getToken) }),
        () => (latest = tokens.shift() ?? ''),
        () => undefined,
      );
      await client.getUser();
      for (const _ of tokens.slice()) await rename(client).catch(() => undefined);
      expect(written.filter((id) => id !== first)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
