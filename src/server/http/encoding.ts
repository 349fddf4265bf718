import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The content codings the service speaks, best first. */
const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** Bytes below which compressing costs more than it saves. */
const threshold = 1024;

/**
 * The best of `offered` that `Accept-Encoding` allows (RFC 9110, § 12.5.3); nothing means to send
 * the bytes as they are.
 */
export function acceptedEncoding(
  header: string | undefined,
  offered: readonly Encoding[] = encodings,
): Encoding | undefined {
  if (!header) return undefined;
  const weights = new Map<string, number>();
  for (const part of header.split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const weight = q === undefined ? 1 : Number(q);
    weights.set(coding, Number.isFinite(weight) ? weight : 0);
  }
  const weightOf = (encoding: Encoding) =>
    weights.get(encoding) ??
    (encoding === 'gzip' ? weights.get('x-gzip') : undefined) ??
    weights.get('*') ??
    0;
  let best: Encoding | undefined;
  for (const encoding of offered) {
    if (weightOf(encoding) > (best ? weightOf(best) : 0)) best = encoding;
  }
  return best && weightOf(best) >= (weights.get('identity') ?? 0) ? best : undefined;
}

const compressors = {
  // Quality 4 of 11: near gzip's size and time; the best quality is for what is compressed once.
  br: (text: string) =>
    promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (text: string) => promisify(gzip)(text),
};

/** The coding for a text of this length. */
export const encodingFor = (text: string, header: string | undefined): Encoding | undefined =>
  text.length > threshold ? acceptedEncoding(header) : undefined;

/** Compresses off the main thread. */
export const compress = (text: string, encoding: Encoding): Promise<Buffer> =>
  compressors[encoding](text);
