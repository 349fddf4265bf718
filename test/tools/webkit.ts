import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findOrInstall } from './install-browser.ts';

const packages = ['webkit2gtk-driver', 'xvfb', 'xauth'];
const find = (name: string, variable: string) =>
  findOrInstall({ name, variable, programs: [name], places: [], debian: [packages] });

/** The small browser that comes with WebKitGTK. */
function findMiniBrowser(): string {
  const inside = (folder: string) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name));
  const libraries = ['/usr/lib', '/usr/libexec', ...inside('/usr/lib')];
  const found = libraries
    .filter((folder) => existsSync(folder))
    .flatMap(inside)
    .filter((folder) => /\/webkit2?gtk/.test(folder))
    .map((folder) => join(folder, 'MiniBrowser'))
    .findLast((path) => existsSync(path));
  if (found === undefined) throw new Error('WebKitGTK has no MiniBrowser here.');
  return found;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** The key of an element in WebDriver's answers (W3C WebDriver, § 12.1). */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

export interface WebKit {
  readonly version: string;
  open(url: string): Promise<void>;
  /** Waits until something is there; `xpath` finds it. */
  find(xpath: string): Promise<string>;
  click(xpath: string): Promise<void>;
  type(xpath: string, text: string): Promise<void>;
  run<T>(script: string): Promise<T>;
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

/** The paths of WebKit's driver and of a screen for it, installed if need be. Throws without them. */
export const findWebKit = () => ({
  driver: find('WebKitWebDriver', 'WEBKIT_DRIVER_PATH'),
  screen: find('xvfb-run', 'XVFB_RUN_PATH'),
});

/** Starts WebKitGTK on a screen that nobody sees, driven by WebDriver. Throws where it cannot be had. */
export async function startWebKit(): Promise<WebKit> {
  const { driver, screen } = findWebKit();
  const port = await freePort();
  const child = spawn(screen, ['-a', driver, `--port=${port}`], {
    stdio: 'ignore',
    detached: true,
  });
  const base = `http://127.0.0.1:${port}`;

  async function call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) {
    const response = await fetch(base + path, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: T & { message?: string } };
    if (!response.ok) throw new Error(`${path}: ${value.message ?? response.status}`);
    return value as T;
  }

  /** Tries again until it succeeds, 20 s at most. */
  async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
    const end = Date.now() + 20_000;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (Date.now() > end) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  await eventually(() => call('GET', '/status'));
  const { sessionId, capabilities } = await call<{
    sessionId: string;
    capabilities: { browserVersion: string };
  }>('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
      },
    },
  });
  const session = `/session/${sessionId}`;
  const element = (xpath: string) =>
    eventually(async () => {
      const found = await call<Record<string, string>>('POST', `${session}/element`, {
        using: 'xpath',
        value: xpath,
      });
      return found[elementKey] ?? '';
    });
  return {
    version: capabilities.browserVersion,
    open: (url) => call('POST', `${session}/url`, { url }),
    find: element,
    click: async (xpath) => {
      const id = await element(xpath);
      await eventually(() => call('POST', `${session}/element/${id}/click`, {}));
    },
    type: async (xpath, text) => {
      await call('POST', `${session}/element/${await element(xpath)}/value`, { text });
    },
    run: (script) => call('POST', `${session}/execute/sync`, { script, args: [] }),
    resize: (width, height) => call('POST', `${session}/window/rect`, { width, height }),
    async close() {
      await call('DELETE', session).catch(() => undefined);
      if (child.pid !== undefined) process.kill(-child.pid);
    },
  };
}
