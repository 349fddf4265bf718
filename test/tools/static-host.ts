import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface StaticHost {
  readonly url: string;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

async function serve(folder: string, answer: (path: string) => string | { json: object }) {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://host').pathname);
    const send = (type: string, body: string | Buffer) =>
      response.writeHead(200, { 'Content-Type': type }).end(body);
    const file = answer(path);
    if (typeof file === 'object') return void send('application/json', JSON.stringify(file.json));
    readFile(join(folder, file)).then(
      (body) => send(types[extname(file)] ?? 'application/octet-stream', body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/**
 * Serves the built page as any static host does: its files, `config.json` beside them, and the page
 * itself for every other address.
 */
export const startStaticHost = (config: object): Promise<StaticHost> =>
  serve('dist/client', (path) => {
    if (path === '/config.json') return { json: config };
    return extname(path) === '' ? '/index.html' : path;
  });

/** Serves the built stories. */
export const startStorybook = (): Promise<StaticHost> => serve('dist/storybook', (path) => path);
