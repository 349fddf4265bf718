import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { builds, pageBuild, serverBuild } from './vite/builds.ts';
import {
  compiledMessages,
  emptyConfig,
  layeredStyles,
  routeChunks,
  withoutDebugLog,
} from './vite/plugins.ts';

const routerBuild = fileURLToPath(
  new URL('node_modules/react-router/dist/production', import.meta.url),
);

/** Where `npm run dev` finds the service. */
const service = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

export default defineConfig(({ command, isSsrBuild, mode }) => ({
  plugins: [
    compiledMessages(),
    layeredStyles(),
    ...(mode === 'embed' ? [withoutDebugLog()] : [react()]),
    ...(mode in builds ? [] : [routeChunks(), emptyConfig()]),
  ],
  build: builds[mode] ?? (isSsrBuild ? serverBuild : pageBuild),
  resolve: {
    alias:
      command === 'build' && !isSsrBuild
        ? {
            '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
            // The package's own name leads to the build that warns developers, for everybody.
            'react-router/dom': `${routerBuild}/dom-export.mjs`,
            'react-router': `${routerBuild}/index.mjs`,
          }
        : {},
  },
  server: { proxy: { '/me': service, '/api': service, '/sign-in': service, '/sign-out': service } },
  test: {
    // Files share a worker's modules: a third of the time went into loading them for each anew.
    pool: 'threads',
    isolate: false,
    // By default one core is left idle, of two that is half.
    maxWorkers: '100%',
    // How long something takes on a busy machine is no fault of it.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          globalSetup: 'test/service/install-postgres.ts',
          include: [
            'src/{contract,server,client}/**/*.test.ts',
            'test/{unit,contract,service,conformance}/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          environment: 'jsdom',
          include: ['src/{data,ui,form,pages,app,i18n,embed}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/setup-dom.ts'],
        },
      },
    ],
  },
}));
