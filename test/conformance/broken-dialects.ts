import { answer, forgetting, rewritten } from './twisted.ts';
import type { Broken, Passing, Twist } from './twisted.ts';

/** Answers one operation, or all, in another way. */
const operation =
  (name: string | RegExp, instead: (passing: Passing) => Promise<Response> | Response): Twist =>
  async (passing) =>
    new RegExp(name).test(String(passing.body?.['method'])) ? instead(passing) : passing.forward();

const failed = (code: string) => ({ success: false, error: { code, message: 'No.' } });

export const brokenMirra: readonly Broken[] = [
  {
    what: 'does not know an operation',
    isReading: true,
    twist: operation('getSessions', () => answer(404, failed('NOT_FOUND'))),
    faults: { 'sessions.list': 'missing' },
    can: { sessions: { list: false } },
  },
  {
    what: 'says under 200 that an operation failed',
    isReading: true,
    twist: operation('getUsageStats', () => answer(200, failed('INTERNAL_ERROR'))),
    faults: { 'usage.totals': 'wrong' },
    can: { usage: { totals: false } },
  },
  {
    what: 'answers what it does not know with null',
    twist: operation('conformanceUnknown', () => answer(200, { success: true, data: null })),
    faults: { errors: 'wrong' },
  },
  {
    what: 'takes any username and keeps its own',
    twist: operation('updateProfile', (p) =>
      (p.body?.['params'] as { username?: string } | undefined)?.username === 'no spaces!'
        ? p.forward({ resourceId: 'user', method: 'getProfile', params: {} })
        : p.forward(),
    ),
    faults: { rules: 'wrong' },
  },
  {
    what: 'tells other preferences than it took',
    twist: operation('updatePreferences', async (p) =>
      rewritten(await p.forward(), (body) => ({ ...body, data: { timezone: 'UTC', socials: {} } })),
    ),
    faults: { 'preferences.timezone edit': 'wrong', 'preferences.socials edit': 'wrong' },
    can: { preferences: { timezone: 'read', socials: 'read' } },
  },
];

export const brokenBird: readonly Broken[] = [
  {
    what: 'does not tell how many sessions there are',
    isReading: true,
    twist: async (p) =>
      rewritten(await p.forward(), (body) => ({ ...body, activeSessions: undefined })),
    faults: { 'sessions.count': 'missing' },
    can: { sessions: { count: false } },
  },
  {
    what: 'takes any time zone',
    twist: (p) =>
      p.body?.['timezone'] === 'Mars/Olympus' ? forgetting(p, 'timezone') : p.forward(),
    faults: { rules: 'wrong' },
  },
];
