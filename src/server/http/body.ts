import type { Context } from 'hono';
import { ServiceError } from '../accounts/service-error.ts';
import type { AppEnv } from './app-env.ts';

/** Bytes. The longest legal change is far shorter. */
export const bodyLimit = 64 * 1024;

const tooLarge = () =>
  new ServiceError('PayloadTooLarge', `The body has more than ${bodyLimit} bytes.`);

/** JSON, or JSON Merge Patch (RFC 7396). */
const jsonType = /^application\/(?:merge-patch\+)?json *(?:;|$)/i;

/**
 * Reads the body, counting as it comes: a length need not be announced.
 *
 * @throws ServiceError `PayloadTooLarge`
 */
export async function readBody(c: Context<AppEnv>): Promise<Uint8Array> {
  if (Number(c.req.header('Content-Length') ?? 0) > bodyLimit) throw tooLarge();
  const { body } = c.req.raw;
  if (!body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > bodyLimit) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}

/** True when the body says that it is JSON. */
export const isJson = (c: Context<AppEnv>): boolean =>
  jsonType.test(c.req.header('Content-Type') ?? '');

/** @throws ServiceError `UnsupportedMediaType` when the body does not say that it is JSON */
export function demandJson(c: Context<AppEnv>): void {
  if (!isJson(c)) {
    throw new ServiceError('UnsupportedMediaType', 'The body must be application/json.');
  }
}

/** @throws ServiceError `InvalidRequest` for bytes that are not JSON in UTF-8 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ServiceError('InvalidRequest', 'The body is not JSON.');
  }
}
