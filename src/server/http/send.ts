import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppEnv } from './app-env.ts';
import { isHeeded } from './clear-site-data.ts';
import { compress, encodingFor } from './encoding.ts';
import { formatTag, isNotModified } from './entity-tag.ts';

/** An answer ready to be sent: JSON as text, its version for the `ETag`. */
export interface Sendable {
  status: number;
  body: string | null;
  etag: string | null;
  headers?: Record<string, string>;
}

/** Sends JSON, compressed when that is worth it, or 304 when the caller has it already. */
export async function send(c: Context<AppEnv>, answer: Sendable): Promise<Response> {
  const { status, body, etag, headers = {} } = answer;
  for (const [name, value] of Object.entries(headers)) {
    if (isHeeded(c, name)) c.header(name, value);
  }
  if (body === null) return c.body(null, status as 202);
  const encoding = encodingFor(body, c.req.header('Accept-Encoding'));
  c.header('Vary', 'Accept-Encoding');
  if (etag !== null) {
    c.header('ETag', formatTag(etag, encoding));
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (isRead && isNotModified(c.req.header('If-None-Match'), etag)) return c.body(null, 304);
  }
  c.header('Content-Type', 'application/json');
  if (!encoding) return c.body(body, status as ContentfulStatusCode);
  c.header('Content-Encoding', encoding);
  return c.body(new Uint8Array(await compress(body, encoding)), status as ContentfulStatusCode);
}
