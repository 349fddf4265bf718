import type { Context } from 'hono';
import { apiKeyHeader } from '../identity/api-keys.ts';

/**
 * Asks the browser to drop what it keeps of the page, once a session ends at its request: files, and
 * pages for Back (Clear Site Data, W3C). Browsers heed it over TLS only, and not all of them do; the
 * page itself shows nothing of before in any of them.
 */
export const clearSiteData = { 'Clear-Site-Data': '"cache"' } as const;

/**
 * Whether a header is of use to the caller: a request without credentials of the browser's own, as
 * in a frame that signs by token, may not clear anything, and browsers complain about the attempt.
 */
export const isHeeded = (c: Context, header: string): boolean =>
  !Object.hasOwn(clearSiteData, header) ||
  (c.req.header('Authorization') === undefined && c.req.header(apiKeyHeader) === undefined);
