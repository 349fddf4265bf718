import { parse } from '@formatjs/icu-messageformat-parser';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Parses ICU messages at build time, so that the page ships neither the parser nor its cost. */
function compiledMessages(): Plugin {
  return {
    name: 'compiled-messages',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/i18n\/messages\/[\w-]+\/[\w-]+\.json$/.test(id)) return null;
      const messages = Object.entries(JSON.parse(code) as Record<string, string>);
      const compiled = messages.map(([key, message]) => [key, parse(message)]);
      return { code: JSON.stringify(Object.fromEntries(compiled)), map: null };
    },
  };
}

/** Where `npm run dev` finds the service. */
const service = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [compiledMessages(), react()],
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node20',
        rolldownOptions: {
          input: {
            main: 'src/server/main.ts',
            token: 'src/server/cli/token.ts',
            prepare: 'src/server/cli/prepare.ts',
          },
        },
      }
    : {
        outDir: 'dist/client',
        target: ['chrome123', 'firefox121', 'safari17.5'],
        manifest: true,
        modulePreload: { polyfill: false },
      },
  resolve: {
    alias: isSsrBuild
      ? {}
      : {
          '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
        },
  },
  server: { proxy: { '/me': service, '/sign-in': service, '/sign-out': service } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/{contract,server,client}/**/*.test.ts', 'test/unit/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          environment: 'jsdom',
          include: ['src/{data,ui,form,pages,app,i18n}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/setup-dom.ts'],
        },
      },
    ],
  },
}));
