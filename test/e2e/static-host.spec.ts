import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { startStaticHost } from '../tools/static-host.ts';
import { card, expect, test } from './fixtures.ts';

interface Backend {
  url: string;
  /** Every request but preflights, as `METHOD path`. */
  asked: string[];
  /** Who is signed in by the cookie. */
  person: { id: string; name: string; bio?: string | null };
  close: () => void;
}

/** A `/me` of somebody's own on another origin, without versions, which knows no header of ours. */
async function startBackend(): Promise<Backend> {
  const backend: Backend = {
    url: '',
    asked: [],
    person: { id: '7', name: 'Ada Lovelace' },
    close: () => void server.close(),
  };
  const read = async (request: IncomingMessage) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    return JSON.parse(text) as Partial<Backend['person']>;
  };
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Access-Control-Allow-Methods', 'GET, PATCH, DELETE');
    response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    backend.asked.push(`${request.method} ${request.url}`);
    const answer = () =>
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify(backend.person));
    if (request.method === 'GET') return void answer();
    if (request.method === 'DELETE') return void response.writeHead(202).end();
    void read(request).then((patch) => {
      Object.assign(backend.person, patch);
      answer();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  backend.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return backend;
}

const can = {
  user: { username: 'none', avatarUrl: 'none', locale: 'none', timezone: 'none' },
  preferences: { theme: 'none', notifications: 'none', timezone: 'none', socials: 'none' },
  usage: { totals: false, history: false },
  sessions: { count: false, list: false },
  exportData: false,
  deletion: { graceDays: null },
};

/** Opens the page of a static host whose backend stands elsewhere. */
async function openPage(page: Page, backend: Backend, more: object) {
  const host = await startStaticHost({ backend: { baseUrl: backend.url }, can, ...more });
  await page.goto(`${host.url}/profile`);
  return host;
}

test('a static host serves the page for a backend on another origin, by a token of the host', async ({
  page,
}) => {
  const backend = await startBackend();
  await page.addInitScript(() => {
    window.accountSettings = { getToken: () => 'ada' };
  });
  const host = await openPage(page, backend, { auth: 'bearer' });
  const profile = card(page, 'Public profile');
  await profile.getByRole('textbox', { name: 'Bio' }).fill('Notes');
  await profile.getByRole('button', { name: 'Save profile' }).click();
  await expect(profile.getByText('Saved', { exact: true })).toBeVisible();
  expect(backend.person.bio).toBe('Notes');
  await host.close();
  backend.close();
});

test('by a cookie, nothing of one person lands on another who has signed in since', async ({
  page,
}) => {
  const backend = await startBackend();
  const host = await openPage(page, backend, {});
  const profile = card(page, 'Public profile');
  await profile.getByRole('textbox', { name: 'Bio' }).fill('Ada’s private bio');
  backend.person = { id: '8', name: 'Bob' };
  await profile.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByRole('textbox', { name: 'Display name' })).toHaveValue('Bob');
  await expect(page.getByText('private bio')).toHaveCount(0);
  expect(backend.person).toEqual({ id: '8', name: 'Bob' });
  expect(backend.asked.filter((line) => !line.startsWith('GET'))).toEqual([]);
  await host.close();
  backend.close();
});

test('an edit from another device is not overwritten, though the backend has no versions', async ({
  page,
}) => {
  const backend = await startBackend();
  const host = await openPage(page, backend, {});
  const profile = card(page, 'Public profile');
  await profile.getByRole('textbox', { name: 'Bio' }).fill('mine');
  backend.person.bio = 'theirs';
  await profile.getByRole('button', { name: 'Save profile' }).click();
  const dialog = page.getByRole('dialog', { name: 'This was changed somewhere else' });
  await expect(dialog.getByText('theirs')).toBeVisible();
  expect(backend.person.bio).toBe('theirs');
  await host.close();
  backend.close();
});

test.describe('when a part of the page cannot be fetched', () => {
  test.use({ expectsFaults: true });
  test('it says so instead of staying empty, and Retry loads it', async ({ page }) => {
    const backend = await startBackend();
    await page.route('**/assets/configured-*.js', (route) => route.abort());
    const host = await openPage(page, backend, {});
    await expect(
      page.getByRole('heading', { name: 'This page could not be loaded' }),
    ).toBeFocused();
    await page.unroute('**/assets/configured-*.js');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('textbox', { name: 'Display name' })).toHaveValue('Ada Lovelace');
    await host.close();
    backend.close();
  });
});

test('a mode of which nobody has heard does not blank the page', async ({ page }) => {
  const backend = await startBackend();
  Object.assign(backend.person, { executionMode: 'constructor', actor: { id: 'x' } });
  const host = await openPage(page, backend, {});
  await expect(page.getByText(/^x is acting for Ada Lovelace/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Display name' })).toHaveValue('Ada Lovelace');
  await host.close();
  backend.close();
});
