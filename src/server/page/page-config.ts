import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { ConfigRule, PageConfig } from '../../contract/page-config.ts';
import { ConfigError, parsePageConfig } from '../../contract/read-page-config.ts';
import { StartupError } from '../startup-error.ts';
import type { Site, SiteFile } from './site.ts';

/** What a configuration must be, in English, for who starts the service. */
const sentences: Readonly<Record<ConfigRule, string>> = {
  not_json: 'must be JSON',
  unreachable: 'cannot be fetched',
  unknown_key: 'is no key of the configuration',
  type: 'is missing, or of the wrong kind or size',
  one_of: 'must be one of',
  address: 'must be an https address without credentials, query or fragment, or a path',
  page_address: 'must be an https address without credentials, or a path',
  pages: 'must name one page at least, and none twice',
  locale: 'must be one BCP 47 language tag',
  name: 'must have 1 to 60 characters',
  colour: 'must be a colour such as #0a7d8c',
  bearer_without_host:
    'needs a page of yours that defines accountSettings.getToken: serve dist/client',
  client: 'must have names of a–z, digits and hyphens only',
  origin: 'must be an origin such as https://app.example.com, https, without path or slash',
  origins: 'must name one origin at least, and none twice',
};

/**
 * Reads the page's configuration from a file.
 *
 * @throws StartupError naming the file, every key that is wrong, what stands there and the rule
 */
export async function readPageConfig(file: string): Promise<PageConfig> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new StartupError(`PAGE_CONFIG is "${file}" but cannot be read (${error.code})`);
  });
  try {
    const config = parsePageConfig(text);
    if (config.auth !== 'bearer') return config;
    // The service's own document has no place, and its policy no leave, for a host's script.
    throw new ConfigError([{ key: 'auth', rule: 'bearer_without_host', value: '"bearer"' }]);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const problems = error.problems.map(({ key, rule, value, allowed }) =>
      [key || 'it', value !== undefined && `is ${value} but`, sentences[rule], allowed?.join(', ')]
        .filter(Boolean)
        .join(' '),
    );
    throw new StartupError(`PAGE_CONFIG ${file}: ${problems.join('; ')}`);
  }
}

/** In a data block nothing may end it: `<` is written as JSON may write it. */
const dataBlock = (config: PageConfig): string =>
  `<script type="application/json" id="account-settings-config">${JSON.stringify(config).replaceAll('<', '\\u003c')}</script>`;

/** The page's first request where that is a plain `GET /me` of its own origin, to be sent ahead. */
function preloads({ backend = {}, auth = 'cookie' }: PageConfig): string[] {
  const { kind = 'rest', baseUrl = '/' } = backend;
  if (kind === 'mirra' || auth === 'bearer' || !baseUrl.startsWith('/')) return [];
  const href = `${baseUrl.replace(/\/+$/, '')}/me`
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;');
  return [`<link rel="preload" as="fetch" href="${href}" crossorigin="anonymous" />`];
}

/** Whether the page's calls come back to this service, signed by its cookie. */
const signsInHere = ({ backend = {}, auth = 'cookie', signInUrl }: PageConfig): boolean =>
  auth === 'cookie' && (backend.baseUrl ?? '/') === '/' && signInUrl === undefined;

/** The origin a page with this configuration calls besides its own. */
function foreignOrigin({ backend }: PageConfig): string | undefined {
  const { baseUrl } = backend ?? {};
  return baseUrl === undefined || baseUrl.startsWith('/') ? undefined : new URL(baseUrl).origin;
}

/** Where `index.html` takes its configuration; the first group is what the build put there. */
const place = /<!-- config:[^]*?-->([^]*?)<!-- \/config -->/;

/** `index.html` with `head` in the place of its configuration. */
function documentWith(index: SiteFile, html: string, head: readonly string[]): SiteFile {
  const bytes = Buffer.from(html.replace(place, () => head.join('\n    ')));
  return {
    ...index,
    bytes: new Uint8Array(bytes),
    tag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    compressed: {
      br: new Uint8Array(brotliCompressSync(bytes)),
      gzip: new Uint8Array(gzipSync(bytes)),
    },
  };
}

/**
 * The built page with its configuration in the document, so that it waits for no file, and with a
 * head start for the account where that is on this origin. For each client there is a document of
 * its own, which knows of no other client.
 *
 * @throws StartupError when the document has no place for it
 */
export function configuredSite(site: Site, given: PageConfig): Site {
  const index = site.files.get('/index.html');
  if (!index) return site;
  const html = new TextDecoder().decode(index.bytes);
  const built = place.exec(html)?.[1];
  if (built === undefined) throw new StartupError('index.html has no place for its configuration');
  const { clients = {}, ...config } = given;
  const reader = built.match(/<link rel="modulepreload"[^>]*>/g) ?? [];
  // What reads a configuration is needed only where there is one.
  const isEmpty = Object.keys(config).length === 0;
  const head = [dataBlock(config), ...preloads(config), ...(isEmpty ? [] : reader)];
  const origin = foreignOrigin(config);
  return {
    ...site,
    connect: origin === undefined ? [] : [origin],
    signsInHere: signsInHere(config),
    files: new Map(site.files).set('/index.html', documentWith(index, html, head)),
    frames: new Map(
      Object.entries(clients).map(([name, client]) => {
        const block = dataBlock({ ...config, clients: { [name]: client } });
        const document = documentWith(index, html, [block, ...reader]);
        return [name, { document, origins: client.origins }];
      }),
    ),
  };
}
