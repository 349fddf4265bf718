import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { reasonOf, StartupError } from './startup-error.ts';

/** Milliseconds that requests in flight get to finish. */
const patience = 10_000;

export interface Listener {
  /** `http://host:port`. */
  url: string;
  /** Accepts no more, lets requests finish for at most ten seconds, then cuts them off. */
  close(): Promise<void>;
}

const explain: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (_, port) => `PORT ${port} is in use: set PORT to another one`,
  EACCES: (_, port) => `PORT ${port} needs more rights: set PORT to 1024 or above`,
  EADDRNOTAVAIL: (host) => `HOST "${host}" is not an address of this machine`,
  ENOTFOUND: (host) => `HOST "${host}" is not an address of this machine`,
};

/**
 * Serves `fetch` over HTTP.
 *
 * @throws StartupError naming HOST or PORT
 */
export async function listen(
  fetch: Parameters<typeof getRequestListener>[0],
  host: string,
  port: number,
): Promise<Listener> {
  const listener = getRequestListener(fetch);
  const server = createServer((request, response) => {
    // Once no more is accepted, a connection is closed as soon as its answer is sent.
    response.once('close', () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
    void listener(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const say = explain[error.code ?? ''];
      reject(new StartupError(say?.(host, port) ?? `HOST and PORT: ${reasonOf(error)}`));
    });
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${actual}`, close: () => closeServer(server) };
}

async function closeServer(server: Server): Promise<void> {
  const cutOff = setTimeout(() => server.closeAllConnections(), patience);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(cutOff);
}
