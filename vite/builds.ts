import type { BuildOptions } from 'vite';

/**
 * What a host's page loads, under addresses that stay, beside the page: one file, and another with
 * the words of those who do not read English.
 */
const embedBuild: BuildOptions = {
  outDir: 'dist/client',
  emptyOutDir: false,
  copyPublicDir: false,
  target: ['chrome123', 'firefox121', 'safari17.5'],
  modulePreload: false,
  // As a library: what is fetched later is fetched without a helper of the bundler's.
  lib: { entry: 'src/embed/host.ts', formats: ['es'], fileName: () => 'embed.js' },
  rolldownOptions: {
    output: { chunkFileNames: 'embed-words.js', minify: true },
  },
};

/** What a host installs: its own React and cache, our other packages, and everything else in one. */
const libraryBuild: BuildOptions = {
  outDir: 'dist/library',
  copyPublicDir: false,
  minify: false,
  cssCodeSplit: false,
  target: ['chrome123', 'firefox121', 'safari17.5'],
  lib: {
    entry: Object.fromEntries(
      ['index', 'client', 'hooks'].map((name) => [name, `src/library/${name}.ts`]),
    ),
    formats: ['es'],
    cssFileName: 'styles',
  },
  rolldownOptions: {
    // The message formatter is taken in without its parser, which the build has made needless, and
    // `history` because Node finds no names in it.
    external: (id) =>
      /^[a-z@]/i.test(id) && !/^(?:src\/|@formatjs|intl-messageformat|history|@babel)/.test(id),
    output: {
      chunkFileNames: 'chunks/[name]-[hash].js',
      // Servers that render React components by themselves are told that these need a browser too.
      banner: ({ isEntry, name }) => (isEntry && name !== 'client' ? "'use client';" : ''),
    },
  },
};

/** The page, alone or in a frame. */
export const pageBuild: BuildOptions = {
  outDir: 'dist/client',
  target: ['chrome123', 'firefox121', 'safari17.5'],
  manifest: true,
  cssCodeSplit: false,
  modulePreload: { polyfill: false },
  rolldownOptions: {
    output: { codeSplitting: { groups: [{ name: 'main', tags: ['$initial'] }] } },
  },
};

/** The reference service. */
export const serverBuild: BuildOptions = {
  outDir: 'dist/server',
  copyPublicDir: false,
  target: 'node20',
  rolldownOptions: {
    input: {
      main: 'src/server/main.ts',
      token: 'src/server/cli/token.ts',
      prepare: 'src/server/cli/prepare.ts',
    },
  },
};

/** The builds that have a mode of their own. */
export const builds: Readonly<Record<string, BuildOptions>> = {
  embed: embedBuild,
  library: libraryBuild,
};
