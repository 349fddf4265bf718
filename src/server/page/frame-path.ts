import type { Context } from 'hono';
import { isPageName } from '../../contract/page-names.ts';

const prefix = '/embed/';

/** True for the address of a page in a frame: `/embed/<page>`. */
export const isFramePath = (path: string): boolean =>
  path.startsWith(prefix) && isPageName(path.slice(prefix.length));

/** The client that a frame says it belongs to; undefined for whatever is no page in a frame. */
export const clientOfFrame = (c: Context): string | undefined =>
  isFramePath(c.req.path) ? (c.req.query('client') ?? '') : undefined;
