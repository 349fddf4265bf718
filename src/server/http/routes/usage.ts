import { usage, usageHistory, usageHistoryQuery } from '../../../contract/usage.ts';
import { readUsage, readUsageHistory } from '../../accounts/usage.ts';
import { route } from '../route.ts';

export const usageRoutes = [
  route({
    method: 'GET',
    path: '/me/usage',
    operationId: 'getUsage',
    action: 'read',
    summary: 'Tokens spent and left in the current cycle',
    answer: { status: 200, description: 'The usage.', schema: usage },
    handle: async ({ db, signedIn }) => ({ status: 200, body: await readUsage(db, signedIn.id) }),
  }),
  route({
    method: 'GET',
    path: '/me/usage/history',
    operationId: 'getUsageHistory',
    action: 'read',
    summary: 'Tokens spent per day or hour',
    query: usageHistoryQuery,
    answer: { status: 200, description: 'Buckets in order, none missing.', schema: usageHistory },
    handle: async ({ db, signedIn, query }) => ({
      status: 200,
      body: await readUsageHistory(db, signedIn.id, query),
    }),
  }),
];
