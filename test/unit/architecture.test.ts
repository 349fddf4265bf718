import { describe, expect, test } from 'vitest';
import { importsOf, sourcesBelow, type Import } from './sources.ts';

/** What each folder below src may import, besides itself. */
const layers: Readonly<Record<string, { folders: string[]; packages: RegExp }>> = {
  contract: { folders: [], packages: /^zod\/mini$/ },
  client: { folders: ['contract'], packages: /^zod\/mini$/ },
  data: { folders: ['contract', 'client'], packages: /^(react|@tanstack\/react-query)$/ },
  ui: { folders: [], packages: /^(react|@base-ui\/react.*|@tanstack\/react-virtual)$/ },
  i18n: {
    folders: ['contract'],
    packages: /^(react|intl-messageformat|@formatjs\/icu-messageformat-parser)$/,
  },
  form: {
    folders: ['contract', 'client', 'ui', 'i18n'],
    packages: /^(react|react-hook-form|zod\/mini|@base-ui\/react.*|@vvo\/tzdb)$/,
  },
  embed: { folders: ['contract'], packages: /^(penpal|zod\/mini)$/ },
  pages: {
    folders: ['contract', 'client', 'data', 'form', 'ui', 'i18n'],
    packages:
      /^(react|react-hook-form|react-router-dom|zod\/mini|@tanstack\/.*|libphonenumber-js\/.*)$/,
  },
  app: {
    folders: ['contract', 'client', 'data', 'form', 'ui', 'i18n', 'pages', 'embed'],
    packages: /^(react|react-dom\/client|react-router-dom|history(\/.*)?|zod\/mini|@tanstack\/.*)$/,
  },
  library: {
    folders: ['contract', 'client', 'data', 'form', 'i18n', 'app', 'pages', 'ui'],
    packages: /^(react|react-router-dom|history|zod\/mini|@tanstack\/.*)$/,
  },
  server: { folders: ['contract'], packages: /./ },
  conformance: { folders: ['contract', 'client'], packages: /^(node:.*|zod\/mini)$/ },
};

const sources = sourcesBelow('src');
const imports = sources.flatMap(importsOf);
const layerOf = (path: string) => path.split('/')[1] ?? '';
const arrow = ({ from, to }: Import) => `${from} → ${to}`;

describe('the layers', () => {
  test('all sources are seen, and every folder has its rule', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(new Set(sources.map(({ path }) => layerOf(path)))).toEqual(new Set(Object.keys(layers)));
  });

  test('each imports only the folders below it', () => {
    const wrong = imports.filter(({ from, to, own }) => {
      const layer = layerOf(from);
      return own && layerOf(to) !== layer && !layers[layer]?.folders.includes(layerOf(to));
    });
    expect(wrong.map(arrow)).toEqual([]);
  });

  test('each imports only the packages that belong to it', () => {
    const wrong = imports.filter(
      ({ from, to, own }) => !own && !layers[layerOf(from)]?.packages.test(to),
    );
    expect(wrong.map(arrow)).toEqual([]);
  });

  test('forms and pages know of the client only its types, its error and its intents', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        ['form', 'pages'].includes(layerOf(from)) &&
        layerOf(to) === 'client' &&
        !/\/(me-client|me-error|intent)\.ts$/.test(to),
    );
    expect(wrong.map(arrow)).toEqual([]);
  });

  test('what other people load to show the page in a frame has no schemas and no React', () => {
    const loads = (path: string, seen = new Set<string>()): Set<string> => {
      if (seen.has(path)) return seen;
      seen.add(path);
      const source = sources.find((one) => one.path === path);
      // Types leave nothing behind.
      const text = source?.text.replace(/^(?:import|export) type [^;]*;/gm, '') ?? '';
      for (const { to } of importsOf({ path, text })) loads(to, seen);
      return seen;
    };
    const loaded = [...loads('src/embed/host.ts')];
    expect(loaded).toContain('penpal');
    expect(loaded.filter((path) => !path.startsWith('src/'))).toEqual(['penpal']);
  });

  test('no page imports another page', () => {
    const page = (path: string) => /^src\/pages\/([^/]+)\//.exec(path)?.[1];
    const wrong = imports.filter(
      ({ from, to }) => page(from) && page(to) && page(from) !== page(to),
    );
    expect(wrong.map(arrow)).toEqual([]);
  });

  test('nothing that ships imports the in-memory backend', () => {
    const wrong = imports.filter(
      ({ from, to }) => /client\/memory[\w-]*\.ts$/.test(to) && !/client\/memory/.test(from),
    );
    expect(wrong.map(arrow)).toEqual([]);
  });

  test('no circles', () => {
    const next = new Map<string, string[]>();
    for (const { from, to, own } of imports)
      if (own) next.set(from, [...(next.get(from) ?? []), to]);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]) => {
      if (trail.includes(path))
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (done.has(path) || trail.includes(path)) return;
      for (const to of next.get(path) ?? []) visit(to, [...trail, path]);
      done.add(path);
    };
    for (const { path } of sources) visit(path, []);
    expect(circles).toEqual([]);
  });
});
