import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageConfig } from '../../contract/page-config.ts';
import { parsePageConfig } from '../../contract/read-page-config.ts';
import { configuredSite, readPageConfig } from './page-config.ts';
import { emptySite, type Site } from './site.ts';

const html = `<head>
  <!-- config: here -->
  <link rel="preload" as="fetch" href="/config.json" crossorigin="anonymous" />
  <link rel="modulepreload" href="/assets/configured-1.js" />
  <!-- /config -->
</head>`;

const siteOf = (text: string): Site => ({
  ...emptySite,
  files: new Map([
    [
      '/index.html',
      { type: 'text/html', tag: 'old', bytes: new TextEncoder().encode(text), compressed: {} },
    ],
  ]),
});

const indexOf = (site: Site) => {
  const index = site.files.get('/index.html');
  if (!index) throw new Error('no page');
  return index;
};

const document = (config: PageConfig) =>
  new TextDecoder().decode(indexOf(configuredSite(siteOf(html), config)).bytes);

/** The data block as the page reads it. */
const blockIn = (text: string) =>
  /<script type="application\/json" id="account-settings-config">(.*)<\/script>/.exec(text)?.[1] ??
  '';

test('the document carries the configuration in place of the file', () => {
  const config: PageConfig = { backend: { kind: 'mirra' }, pages: ['profile'] };
  const text = document(config);
  expect(parsePageConfig(blockIn(text))).toEqual(config);
  expect(text).not.toContain('config.json');
  expect(text).toContain('/assets/configured-1.js');
});

test('without a configuration nothing is fetched to read it', () => {
  const text = document({});
  expect(blockIn(text)).toBe('{}');
  expect(text).not.toContain('configured-1.js');
});

test('no value ends the data block', () => {
  const name = '</script><script>alert(1)</script><!--';
  const text = document({ brand: { name } });
  expect(text).not.toContain('alert(1)</script>');
  expect(parsePageConfig(blockIn(text)).brand?.name).toBe(name);
});

test.each<[PageConfig, string | undefined]>([
  [{}, '/me'],
  [{ backend: { kind: 'bird' } }, '/me'],
  [{ backend: { baseUrl: '/api/' } }, '/api/me'],
  [{ auth: 'proxy' }, '/me'],
  [{ auth: 'bearer' }, undefined],
  [{ backend: { kind: 'mirra' } }, undefined],
  [{ backend: { baseUrl: 'https://api.bird.com' } }, undefined],
])('with %j the account is asked ahead at %s', (config, path) => {
  const asked = /rel="preload" as="fetch" href="([^"]+)"/.exec(document(config))?.[1];
  expect(asked).toBe(path);
});

test('the page may call the origin of its backend and no other', () => {
  const of = (baseUrl: string) => configuredSite(siteOf(html), { backend: { baseUrl } }).connect;
  expect(of('https://api.bird.com/v1')).toEqual(['https://api.bird.com']);
  expect(of('/api')).toEqual([]);
  expect(configuredSite(siteOf(html), {}).connect).toEqual([]);
});

test('what is sent compressed is the same, under a tag of its own', () => {
  const index = indexOf(configuredSite(siteOf(html), { auth: 'proxy' }));
  const { br, gzip } = index.compressed;
  expect(br && Buffer.compare(brotliDecompressSync(br), index.bytes)).toBe(0);
  expect(gzip && Buffer.compare(gunzipSync(gzip), index.bytes)).toBe(0);
  expect(index.tag).not.toBe('old');
  expect(index.tag).not.toBe(indexOf(configuredSite(siteOf(html), {})).tag);
});

test('a document without a place for it is refused', () => {
  expect(() => configuredSite(siteOf('<head></head>'), {})).toThrow(
    'index.html has no place for its configuration',
  );
});

test.each<[PageConfig, boolean]>([
  [{}, true],
  [{ backend: { kind: 'mirra' } }, true],
  [{ auth: 'bearer' }, false],
  [{ auth: 'proxy' }, false],
  [{ signInUrl: 'https://id.example.com' }, false],
  [{ backend: { baseUrl: 'https://api.example.com' } }, false],
])('with %j people sign in to the service itself: %s', (config, here) => {
  expect(configuredSite(siteOf(html), config).signsInHere).toBe(here);
});

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'page-config-'));
});
afterAll(() => rm(directory, { recursive: true }));

const fileWith = async (text: string) => {
  const file = join(directory, 'page.json');
  await writeFile(file, text);
  return file;
};

test('a file is read', async () => {
  expect(await readPageConfig(await fileWith('{"locale":"ar"}'))).toEqual({ locale: 'ar' });
});

test.each([
  ['{"auth":"bearer"}', 'auth is "bearer" but needs a page of yours'],
  ['{', 'it must be JSON'],
  ['{"backend":{"kind":"soap"}}', 'backend.kind is "soap" but must be one of rest, bird, mirra'],
  [
    '{"colour":1,"auth":"key"}',
    'auth is "key" but must be one of cookie, bearer, proxy; colour is no key',
  ],
])('a file with %s is refused in one line that names the key and the rule', async (text, line) => {
  const file = await fileWith(text);
  await expect(readPageConfig(file)).rejects.toThrow(`PAGE_CONFIG ${file}: ${line}`);
});

test('a file that is not there is refused by its name', async () => {
  await expect(readPageConfig('/nowhere/page.json')).rejects.toThrow(
    'PAGE_CONFIG is "/nowhere/page.json" but cannot be read (ENOENT)',
  );
});
