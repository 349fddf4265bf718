import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

/** Parses ICU messages at build time, so that the page ships neither the parser nor its cost. */
export function compiledMessages(): Plugin {
  return {
    name: 'compiled-messages',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/i18n\/messages\/[\w-]+\/[\w-]+\.json$/.test(id)) return null;
      const messages = Object.entries(JSON.parse(code) as Record<string, string>);
      const compiled = messages.map(([key, message]) => {
        const parts = parse(message);
        const [only] = parts;
        // Words without arguments stay words: a third of the bytes.
        return [key, parts.length === 1 && only?.type === TYPE.literal ? only.value : parts];
      });
      return { code: JSON.stringify(Object.fromEntries(compiled)), map: null };
    },
  };
}

/** Puts every style of a component into the page's cascade layer, below whatever a host says. */
export function layeredStyles(): Plugin {
  return {
    name: 'layered-styles',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('.module.css')
        ? { code: `@layer account-settings {\n${code}\n}`, map: null }
        : null,
  };
}

/** Ends the place in index.html where the service puts the page's configuration. */
const configEnd = '<!-- /config -->';

/**
 * Tells the inline script of index.html which chunks each page needs beyond the entry, so that they
 * are fetched together with it: one hop, whichever page is opened.
 */
export function routeChunks(): Plugin {
  const wordsOf = (page: string) => `/i18n/messages/en/${page.replace('-zone', '')}.json`;
  return {
    name: 'route-chunks',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (!bundle) return html;
        const placeholder = "'%ROUTE_CHUNKS%'";
        if (!html.includes(placeholder)) throw new Error(`index.html has lost its ${placeholder}`);
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
        const withImports = (file: string): string[] => [
          file,
          ...(byName.get(file)?.imports ?? []).flatMap(withImports),
        ];
        const entry = chunks.find((chunk) => chunk.isEntry);
        const eager = new Set(entry ? withImports(entry.fileName) : []);
        const routes = chunks.flatMap((chunk) => {
          const page = /\/pages\/([\w-]+)\/[\w-]+-page\.tsx$/.exec(chunk.facadeModuleId ?? '')?.[1];
          if (!page) return [];
          const words = chunks.find((file) => file.facadeModuleId?.endsWith(wordsOf(page)));
          const needed = [chunk, ...(words ? [words] : [])].flatMap((c) => withImports(c.fileName));
          const files = [...new Set(needed)].filter((file) => !eager.has(file));
          return [[`/${page}`, files.map((file) => `/${file}`)]];
        });
        const configured = chunks.find((chunk) =>
          chunk.facadeModuleId?.endsWith('/app/config/configured.ts'),
        );
        if (!configured || !html.includes(configEnd)) {
          throw new Error('index.html has no place for its configuration');
        }
        const forConfig = withImports(configured.fileName)
          .filter((file) => !eager.has(file))
          .map((file) => `<link rel="modulepreload" href="/${file}" />`);
        const link = /<link rel="stylesheet"[^>]*>/.exec(html)?.[0] ?? '';
        const frame = chunks.find((chunk) =>
          chunk.facadeModuleId?.endsWith('/app/frame/start-frame.tsx'),
        );
        if (!frame) throw new Error('the build has lost the page in a frame');
        const framed = withImports(frame.fileName).filter((file) => !eager.has(file));
        // What is not read in English has its words in one file, known by the language's first subtag.
        for (const chunk of chunks) {
          const language = /\/messages\/([\w-]+)\/all\.ts$/.exec(chunk.facadeModuleId ?? '')?.[1];
          if (language === undefined) continue;
          routes.push([language.replace(/-.*/, ''), [`/${chunk.fileName}`]]);
        }
        routes.push(['/embed', [...new Set(framed)].map((file) => `/${file}`)]);
        return html
          .replace(configEnd, [...forConfig, configEnd].join('\n    '))
          .replace(placeholder, JSON.stringify(Object.fromEntries(routes)))
          .replace(link, '')
          .replace('<!-- styles -->', link);
      },
    },
  };
}

/** Beside the dev server there is no `config.json`: the document says that there is nothing to say. */
export function emptyConfig(): Plugin {
  return {
    name: 'empty-config',
    apply: 'serve',
    transformIndexHtml: (html) =>
      html.replace(
        /<!-- config:[^]*<!-- \/config -->/,
        '<script type="application/json" id="account-settings-config">{}</script>',
      ),
  };
}

/** Leaves out what penpal would log if it were asked to, which it never is: a third of a kilobyte. */
export function withoutDebugLog(): Plugin {
  return {
    name: 'without-debug-log',
    transform(code, id) {
      if (!id.endsWith('/penpal/dist/penpal.mjs')) return null;
      const stripped = code.replace(/^\s*(?:this\.#)?log\?\.\([^;]*\);$/gm, '');
      if (stripped === code) throw new Error('penpal logs in another way now');
      return { code: stripped, map: null };
    },
  };
}
