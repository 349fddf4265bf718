import { createClient } from 'account-settings/client';

/** A `/me` in the page, as small as a backend may be. */
const person: Record<string, unknown> = {
  id: '4f8f2f6e-5a0e-4a53-9f5b-0d8c61a9a001',
  status: 'active',
  name: 'Ada Lovelace',
  username: 'ada',
  emails: [],
  phoneNumbers: [],
  identities: [],
  badges: [],
  activeSessions: 1,
  createdAt: '2025-01-02T03:04:05.678Z',
  updatedAt: '2025-01-02T03:04:05.678Z',
};

export const client = createClient({
  fetch: async (input, init) => {
    const path = new URL(String(input), 'https://api.example').pathname;
    if (path.endsWith('/username-availability')) return Response.json({ available: true });
    if (path !== '/me') return Response.json({ code: 'NotFound' }, { status: 404 });
    if (init?.method === 'PATCH') Object.assign(person, JSON.parse(String(init.body)));
    return Response.json(person, { headers: { ETag: '"1"' } });
  },
});
