import { answer, forgetting, rewritten } from './twisted.ts';
import type { Broken, Passing } from './twisted.ts';

const missing = () => answer(404, { code: 'NotFound', message: 'There is no such resource.' });

const isPatch = ({ method, path }: Passing) => method === 'PATCH' && path === '/me';
const isUser = ({ method, path }: Passing) => method === 'GET' && path === '/me';

export const brokenRest: readonly Broken[] = [
  {
    what: 'tells a number as text',
    isReading: true,
    twist: async (p) =>
      p.path === '/me/usage'
        ? rewritten(await p.forward(), (body) => ({ ...body, monthlyTokenUsage: '12' }))
        : p.forward(),
    faults: { 'usage.totals': 'wrong' },
    can: { usage: { totals: false } },
  },
  {
    what: 'tells a quota of less than nothing',
    isReading: true,
    twist: async (p) =>
      p.path === '/me/usage'
        ? rewritten(await p.forward(), (body) => ({ ...body, tokenQuota: -1 }))
        : p.forward(),
    faults: { 'usage.totals': 'wrong' },
    can: { usage: { totals: false } },
  },
  {
    what: 'tells the user with a property of the wrong type',
    isReading: true,
    twist: async (p) =>
      isUser(p)
        ? rewritten(await p.forward(), (body) => ({ ...body, activeSessions: '3' }))
        : p.forward(),
    faults: { user: 'wrong', 'sessions.count': 'wrong' },
    can: { sessions: { count: false } },
  },
  {
    what: 'forgets a field of a change',
    twist: (p) => (isPatch(p) ? forgetting(p, 'bio') : p.forward()),
    faults: { 'user.bio edit': 'wrong' },
    can: { user: { bio: 'read' } },
  },
  {
    what: 'changes another field along',
    twist: (p) =>
      isPatch(p) && p.body?.['bio'] ? p.forward({ ...p.body, locale: 'fr' }) : p.forward(),
    faults: { 'user.bio edit': 'wrong' },
    can: { user: { bio: 'read' } },
  },
  {
    what: 'loses characters beyond the BMP',
    twist: (p) =>
      isPatch(p) && typeof p.body?.['bio'] === 'string'
        ? p.forward({ ...p.body, bio: p.body['bio'].replace(/[\u{10000}-\u{10ffff}]/gu, '?') })
        : p.forward(),
    faults: { 'user.bio edit': 'wrong' },
    can: { user: { bio: 'read' } },
  },
  {
    what: 'does not know a field',
    twist: async (p) => {
      if (isPatch(p) && p.body && 'phoneNumber' in p.body) {
        const errors = [{ pointer: '/phoneNumber', code: 'property_unknown' }];
        return answer(422, { code: 'ValidationFailed', message: 'Unknown.', errors });
      }
      return rewritten(await p.forward(), (body) => ({
        ...body,
        phoneNumber: undefined,
        phoneNumbers: undefined,
      }));
    },
    faults: { 'user.phoneNumber': 'missing', 'user.phoneNumber edit': 'missing' },
    can: { user: { phoneNumber: 'none' } },
  },
  {
    what: 'ignores null',
    twist: (p) => (isPatch(p) && p.body?.['bio'] === null ? forgetting(p, 'bio') : p.forward()),
    faults: { 'clear.bio': 'wrong' },
    can: { clear: { bio: false } },
  },
  {
    what: 'lets nobody change the user',
    twist: async (p) => (isPatch(p) ? answer(405, { code: 'MethodNotAllowed' }) : p.forward()),
    faults: Object.fromEntries(
      // The addresses of the fixture are verified, and left alone.
      ['name', 'username', 'bio', 'avatarUrl', 'locale', 'timezone'].map(
        (field) => [`user.${field} edit`, 'missing'] as const,
      ),
    ),
    can: {
      user: {
        name: 'read',
        username: 'read',
        bio: 'read',
        avatarUrl: 'read',
        locale: 'read',
        timezone: 'read',
        email: 'read',
        phoneNumber: 'read',
      },
    },
  },
  {
    what: 'ignores If-Match',
    twist: (p) => {
      p.headers.delete('If-Match');
      return p.forward();
    },
    faults: { versions: 'wrong' },
  },
  {
    what: 'knows no versions',
    twist: async (p) => {
      p.headers.delete('If-Match');
      const response = await p.forward();
      const headers = new Headers(response.headers);
      headers.delete('ETag');
      return new Response(response.body, { status: response.status, headers });
    },
    faults: { versions: 'missing' },
  },
  {
    what: 'ignores Idempotency-Key',
    twist: (p) => {
      p.headers.delete('Idempotency-Key');
      return p.forward();
    },
    faults: { intents: 'wrong' },
  },
  {
    what: 'answers 200 to what breaks a rule, and does nothing',
    twist: (p) =>
      isPatch(p) && p.body?.['username'] === 'no spaces!' ? p.forward({}) : p.forward(),
    faults: { rules: 'wrong' },
  },
  {
    what: 'does not say which properties break a rule',
    twist: async (p) => {
      const response = await p.forward();
      if (response.status !== 422) return response;
      const { code, message } = (await response.json()) as Record<string, unknown>;
      return answer(422, { code, message });
    },
    faults: { errors: 'wrong' },
  },
  {
    what: 'lists the sessions in no order',
    isReading: true,
    twist: async (p) =>
      p.path.startsWith('/me/sessions?') || p.path === '/me/sessions'
        ? rewritten(await p.forward(), (body) => ({
            ...body,
            ...(Array.isArray(body['results']) && { results: body['results'].toReversed() }),
          }))
        : p.forward(),
    faults: { 'sessions.list': 'wrong' },
    can: { sessions: { list: false, revoke: false, revokeOthers: false } },
  },
  {
    what: 'says 204 and signs nobody out',
    twist: async (p) => (p.method === 'DELETE' ? new Response(null, { status: 204 }) : p.forward()),
    faults: { 'sessions.revoke': 'wrong' },
    can: { sessions: { revoke: false } },
  },
  {
    what: 'has no usage',
    isReading: true,
    twist: async (p) => (p.path === '/me/usage' ? missing() : p.forward()),
    faults: { 'usage.totals': 'missing' },
    can: { usage: { totals: false } },
  },
  {
    what: 'leaves a day out of the history',
    isReading: true,
    twist: async (p) =>
      p.path.startsWith('/me/usage/history')
        ? rewritten(await p.forward(), ({ buckets, ...body }) => ({
            ...body,
            buckets: (buckets as unknown[]).toSpliced(2, 1),
          }))
        : p.forward(),
    faults: { 'usage.history': 'wrong' },
    can: { usage: { history: false } },
  },
  {
    what: 'has no preferences',
    twist: async (p) => (p.path === '/me/preferences' ? missing() : p.forward()),
    faults: { preferences: 'missing' },
    can: {
      preferences: { theme: 'none', notifications: 'none', timezone: 'none', socials: 'none' },
    },
  },
  {
    what: 'cannot restore, export, or say which usernames are free',
    twist: async (p) =>
      /^\/me\/(?:restore|export|username-availability)\b/.test(p.path) ? missing() : p.forward(),
    faults: {
      'deletion.graceDays': 'missing',
      exportData: 'missing',
      usernameAvailability: 'missing',
    },
    can: { usernameAvailability: false, exportData: false, deletion: { graceDays: null } },
  },
  {
    what: 'answers everybody',
    isReading: true,
    twist: async (p) => {
      const response = await p.forward();
      return response.status === 401 ? answer(200, { id: '1', name: 'Anybody' }) : response;
    },
    faults: { 'sign-in': 'wrong' },
  },
  {
    what: 'calls its JSON text',
    isReading: true,
    twist: async (p) => {
      const response = await p.forward();
      const headers = new Headers(response.headers);
      if (response.ok) headers.set('Content-Type', 'text/plain');
      return new Response(response.body, { status: response.status, headers });
    },
    faults: { json: 'wrong' },
  },
];
