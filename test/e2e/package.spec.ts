import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, test as base } from './fixtures.ts';

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  devDependencies: Record<string, string>;
};

interface App {
  folder: string;
  /** Runs a program of the app, and answers what it prints. */
  run: (program: string, ...args: string[]) => string;
  /** `http://127.0.0.1:<port>` of what was built. */
  url: string;
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** A new app, with the package installed from its tarball and nothing of this repository. */
const test = base.extend<object, { app: App }>({
  app: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright demands the pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'account-settings-app-'));
      const npm = (cwd: string, ...args: string[]) =>
        execFileSync('npm', args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
      npm('.', 'run', '--silent', 'build:library');
      const packed = npm('.', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder);
      cpSync('test/package/app', folder, { recursive: true });
      const versions = [
        'react',
        'react-dom',
        '@tanstack/react-query',
        '@types/react',
        '@types/react-dom',
        'vite',
      ].map((name) => `${name}@${devDependencies[name]}`);
      writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
      const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--silent'];
      npm(
        folder,
        'install',
        ...quiet,
        `./${packed.trim().split('\n').at(-1)}`,
        'typescript@6',
        ...versions,
      );
      const run: App['run'] = (program, ...args) =>
        // What a program has to say when it fails is what one wants to read.
        spawnSync(process.execPath, [join(folder, program), ...args], {
          cwd: folder,
          encoding: 'utf8',
          timeout: 60_000,
        }).stdout;
      const rendered = JSON.parse(run('render.mjs')) as { html: string };
      const page = readFileSync(join(folder, 'hydrate.html'), 'utf8');
      writeFileSync(
        join(folder, 'hydrate.html'),
        page.replace('<!--rendered-->', () => rendered.html),
      );
      writeFileSync(
        join(folder, 'vite.config.js'),
        "export default { build: { rolldownOptions: { input: ['index.html', 'hydrate.html'] } } };",
      );
      run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error');
      const server = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? '/', 'http://app');
        const file = extname(pathname) ? pathname : '/index.html';
        try {
          const body = readFileSync(join(folder, 'dist', file));
          response
            .writeHead(200, { 'Content-Type': types[extname(file)] ?? 'text/plain' })
            .end(body);
        } catch {
          response.writeHead(404).end();
        }
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await use({ folder, run, url });
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

// They share one installed app.
test.describe.configure({ mode: 'serial' });

test('the package installs without what only the service needs, and its types are complete', ({
  app,
}) => {
  const installed = execFileSync('ls', ['node_modules'], { cwd: app.folder, encoding: 'utf8' });
  expect(installed).toContain('account-settings');
  for (const name of ['hono', 'pg', 'pino', 'jose', 'openid-client', 'bowser']) {
    expect(installed.split('\n')).not.toContain(name);
  }
  const tsc = 'node_modules/typescript/bin/tsc';
  expect(app.run(tsc, '-p', '.')).toBe('');
  expect(app.run(tsc, '-p', '.', '--module', 'node16', '--moduleResolution', 'node16')).toBe('');
});

test('all pages work inside a product with its own router, title and styles', async ({
  page,
  app,
}) => {
  await page.goto(`${app.url}/account/settings`);
  const profile = page.getByRole('region', { name: 'Public profile' });
  await profile.getByRole('textbox', { name: 'Username' }).fill('countess');
  await profile.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.locator('output')).toContainText('{"type":"saved","fields":["username"]}');

  // The product's variables count, and nothing of ours reaches what is the product's.
  await profile.getByRole('textbox', { name: 'Username' }).fill('countess2');
  await page.mouse.move(0, 0);
  await expect(profile.getByRole('button', { name: 'Save profile' })).toHaveCSS(
    'background-color',
    'rgb(109, 40, 217)',
  );
  await profile.getByRole('button', { name: 'Discard' }).click();
  await expect(page.locator('#host-title')).toHaveCSS('font-size', '31px');
  await expect(page.locator('#host-title')).toHaveCSS('margin', '7px');
  await expect(page.locator('#host-button')).toHaveCSS('border', '3px dashed rgb(1, 2, 3)');
  await expect(page.locator('#host-link')).toHaveCSS('color', 'rgb(200, 0, 0)');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('body')).toHaveCSS('margin', '8px');

  // In a narrow place the pages are laid out for it, however wide the window.
  const box = await page.getByRole('navigation', { name: 'Account settings' }).boundingBox();
  expect(box?.height ?? 0).toBeLessThan(80);

  await page.getByRole('button', { name: 'Dark' }).click();
  await expect(page.locator('.as-root')).toHaveCSS('color-scheme', 'dark');
  await page.getByRole('link', { name: 'Sessions' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sessions' })).toBeVisible();
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Danger zone' })).toBeVisible();
  await page.getByRole('button', { name: 'Arabic' }).click();
  await expect(page.locator('.as-root')).toHaveAttribute('dir', 'rtl');
  expect(page.url()).toBe(`${app.url}/account/settings`);
  expect(await page.title()).toBe('Engine Room');
});

test('one card stands by itself', async ({ page, app }) => {
  await page.goto(`${app.url}/card`);
  await expect(page.getByText('4f8f2f6e-5a0e-4a53-9f5b-0d8c61a9a001')).toBeVisible();
  await expect(page.getByRole('region')).toHaveCount(1);
});

test('a server without a document renders it all, and the browser takes over without a word', async ({
  page,
  app,
}) => {
  const { html, cards } = JSON.parse(app.run('render.mjs')) as {
    html: string;
    cards: [string, number][];
  };
  expect(html).toContain('aria-label="Account settings"');
  expect(cards).toHaveLength(15);
  for (const [, length] of cards) expect(length).toBeGreaterThan(100);
  // What React has to say about a mismatch would stand on the console.
  await page.goto(`${app.url}/hydrate.html`);
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveValue(/./);
});
