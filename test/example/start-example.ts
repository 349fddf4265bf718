import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { startService, type Service } from '../tools/service.ts';

/** A product that shows the account page in a frame, and the service on another origin. */
export interface Example {
  /** `http://localhost:<port>`: to browsers another site than the service's `127.0.0.1`. */
  readonly url: string;
  readonly service: Service;
  stop(): Promise<void>;
}

const folder = 'test/example/page';
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** The host allows nothing but its own files, the one file of the account page, and its frame. */
const policyFor = (account: string) =>
  [
    "default-src 'none'",
    `script-src 'self' ${account}`,
    "style-src 'self'",
    "connect-src 'self'",
    'img-src data:',
    `frame-src ${account}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** Which session a demo token is of. */
function sessionOf(token: string): string {
  const claims: unknown = JSON.parse(
    Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'),
  );
  return (claims as { sid: string }).sid;
}

/**
 * Starts both. The product's server knows who is signed in, here whom the page says, and gets the
 * tokens for them, as any product's would.
 */
export async function startExample({ port = 0, servicePort = 0 } = {}): Promise<Example> {
  let service: Service | undefined;
  const given: string[] = [];
  /** Who is who: the present username of each person, and a token to ask for it. */
  const people = new Map<string, { username: string; token: string }>();

  /** A token of a person, by whatever name they go now. */
  async function tokenOf(account: Service, person: string): Promise<string> {
    const known = people.get(person);
    const answer =
      known &&
      (await fetch(`${account.url}/me`, { headers: { Authorization: `Bearer ${known.token}` } }));
    const { username } = (answer?.ok ? await answer.json() : (known ?? { username: person })) as {
      username: string;
    };
    const token = await account.token(username);
    people.set(person, { username, token });
    given.push(token);
    return token;
  }

  /** Ends the sessions of all tokens given so far: the page in the frame finds itself signed out. */
  async function endTokens(account: Service): Promise<void> {
    // Names are asked for while that can be done.
    for (const person of people.keys()) await tokenOf(account, person);
    for (const token of given.splice(0)) {
      await fetch(`${account.url}/me/sessions/${sessionOf(token)}`, {
        method: 'DELETE',
        headers: { Authorization: `Bearer ${token}` },
      });
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse, account: Service) {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
    response.setHeader('Content-Security-Policy', policyFor(account.url));
    // Browsers keep its page for Back, but nobody keeps a token.
    response.setHeader('Cache-Control', pathname === '/token' ? 'no-store' : 'no-cache');
    if (pathname === '/token') {
      const token = await tokenOf(account, searchParams.get('person') ?? 'ada');
      return response.setHeader('Content-Type', 'text/plain').end(token);
    }
    if (pathname === '/end-tokens' && request.method === 'POST') {
      await endTokens(account);
      return response.writeHead(204).end();
    }
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    const type = types[extname(name)];
    if (!/^[a-z-]+\.(?:html|js|css)$/.test(name) || !type) return response.writeHead(404).end();
    const text = await readFile(join(folder, name), 'utf8');
    return response
      .setHeader('Content-Type', type)
      .end(text.replaceAll('https://account.example.com', account.url));
  }

  const server = createServer((request, response) => {
    if (!service) return void response.writeHead(503).end();
    answer(request, response, service).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const closeServer = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  try {
    const page = { clients: { example: { origins: [url] } } };
    service = await startService(undefined, page, servicePort);
  } catch (error) {
    await closeServer();
    throw error;
  }
  const account = service;
  return {
    url,
    service: account,
    async stop() {
      await closeServer();
      await account.remove();
    },
  };
}
