import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Encoding } from '../http/encoding.ts';

/** One file of the built page, held in memory with what the build compressed. */
export interface SiteFile {
  type: string;
  tag: string;
  bytes: Uint8Array<ArrayBuffer>;
  compressed: Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>;
}

/** SHA-256, base64, of what `index.html` has inline: allowed one by one, never inline as such. */
export interface InlineHashes {
  scripts: readonly string[];
  styles: readonly string[];
}

/** The page as one product shows it in a frame. */
export interface FramedPage {
  document: SiteFile;
  /** Exactly who may frame it. */
  origins: readonly string[];
}

/** The built page; without files when there is none. */
export interface Site {
  /** By path, with the leading slash. What is not here does not exist: no path leads elsewhere. */
  files: ReadonlyMap<string, SiteFile>;
  /** SHA-256 in base64 of the inline scripts of `index.html`, for the Content Security Policy. */
  inline: InlineHashes;
  /** The other origins that the page calls. */
  connect: readonly string[];
  /** By the name of the client. */
  frames: ReadonlyMap<string, FramedPage>;
  /** Whether people sign in to this service with its cookie to use the page. */
  signsInHere: boolean;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const suffixes: readonly (readonly [Encoding, string])[] = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

export const emptySite: Site = {
  files: new Map(),
  inline: { scripts: [], styles: [] },
  connect: [],
  frames: new Map(),
  signsInHere: true,
};

/** Hashes of the inline scripts (data blocks are none) and styles of `html`, exactly as the browser takes them (CSP 3, § 6.7.3.1). */
export function inlineHashes(html: string): InlineHashes {
  const hashes = (tag: string) =>
    [
      ...html.matchAll(
        new RegExp(
          `<${tag}(?![^>]*\\s(?:src=|type="application/json"))[^>]*>([\\s\\S]*?)</${tag}>`,
          'gi',
        ),
      ),
    ].map(([, text = '']) => createHash('sha256').update(text).digest('base64'));
  return { scripts: hashes('script'), styles: hashes('style') };
}

/** Reads the built page, or answers nothing when `directory` has no `index.html`. */
export async function readSite(directory: string): Promise<Site | undefined> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
  const files = new Map<string, SiteFile>();
  // Build metadata lies in hidden folders and is nobody's business.
  for (const path of paths.filter((each) => !/(?:^|[\\/])\.|\.(?:br|gz)$/.test(each))) {
    const read = async (name: string) => new Uint8Array(await readFile(join(directory, name)));
    const bytes = await read(path);
    const compressed: SiteFile['compressed'] = {};
    for (const [encoding, suffix] of suffixes) {
      if (paths.includes(path + suffix)) compressed[encoding] = await read(path + suffix);
    }
    files.set(`/${path.split(sep).join('/')}`, {
      type: types[extname(path)] ?? 'application/octet-stream',
      tag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
      bytes,
      compressed,
    });
  }
  const index = files.get('/index.html');
  if (!index) return undefined;
  return {
    files,
    inline: inlineHashes(new TextDecoder().decode(index.bytes)),
    connect: [],
    frames: new Map(),
    signsInHere: true,
  };
}
