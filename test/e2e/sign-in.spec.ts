import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startProvider, type RealProvider } from '../service/provider.ts';
import { startService, type Service } from '../tools/service.ts';
import { card, expect, test as base } from './fixtures.ts';

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

/** A service whose people sign in at a real provider. */
const test = base.extend<{ provider: RealProvider; service: Service }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright demands the pattern
  provider: async ({}, use) => {
    const provider = await startProvider(`http://127.0.0.1:${await freePort()}`);
    await use(provider);
    await provider.stop();
  },
  service: async ({ provider }, use) => {
    // Nobody of the demo's is here, whose names would be taken.
    const dataDir = mkdtempSync(join(tmpdir(), 'account-settings-'));
    const service = await startService(dataDir, {}, Number(new URL(provider.publicUrl).port), {
      ISSUER: provider.issuer,
      AUDIENCE: 'account',
      JWKS_URL: provider.jwksUrl,
      CLIENT_ID: provider.clientId,
      CLIENT_SECRET: provider.clientSecret,
      PUBLIC_URL: provider.publicUrl,
    });
    await use(service);
    await service.remove();
  },
});

/** Signs in on the provider's own page. */
async function signIn(page: Page, login: string) {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('x');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('somebody signs in at the provider, edits their profile, and signs out of both', async ({
  page,
  service,
  provider,
}) => {
  await page.goto(`${service.url}/profile#bio`);
  await expect(page).toHaveURL(new RegExp(`^${provider.issuer}/`));
  await signIn(page, 'ada');
  await expect(page).toHaveURL(`${service.url}/profile`);
  const profile = card(page, 'Public profile');
  await expect(profile.getByRole('textbox', { name: 'Display name' })).toHaveValue('ada Lovelace');
  await profile.getByRole('textbox', { name: 'Bio' }).fill('Notes');
  await profile.getByRole('button', { name: 'Save profile' }).click();
  await expect(profile.getByText('Saved', { exact: true })).toBeVisible();

  // Nothing that signs in is within reach of a script.
  const cookies = await page.context().cookies(service.url);
  const cookie = cookies.find(({ name }) => name.endsWith('account_session'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  const seen = await page.evaluate(() =>
    JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }, location.href]),
  );
  expect(seen).not.toMatch(/account_session|eyJ|code=|state=/);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await expect(page).toHaveURL(`${service.url}/signed-out`);
  await page.getByRole('link', { name: 'Sign in' }).click();
  // The provider, too, no longer knows who it is.
  await expect(page.getByPlaceholder('Enter any login')).toBeVisible();
});

test('who signs out at the provider is signed out here, by its back channel', async ({
  page,
  service,
  provider,
}) => {
  await page.goto(`${service.url}/sessions`);
  await signIn(page, 'ada');
  await expect(card(page, 'This device')).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(`${provider.issuer}/session/end`);
  await other.getByRole('button', { name: 'Yes, sign me out' }).click();
  await expect(other.getByText('Sign-out Success')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
});

test('deleting asks for a recent sign-in first, and goes on after it', async ({
  page,
  service,
}) => {
  await page.goto(`${service.url}/danger-zone`);
  await signIn(page, 'ada');
  const open = page.getByRole('button', { name: 'Delete account…' });
  await expect(open).toBeVisible();
  // The sign-in grows old while the page stands open.
  await page.route('**/me', (route) =>
    route.request().method() === 'DELETE'
      ? route.fulfill({ status: 403, json: { code: 'StepUpRequired', maxAge: 0 } })
      : route.continue(),
  );
  await open.click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox').fill('ada');
  await dialog.getByRole('button', { name: /^Delete/ }).click();
  await page.unroute('**/me');
  await dialog.getByRole('link', { name: 'Sign in' }).click();
  await page.getByPlaceholder('Enter any login').fill('ada');
  await page.getByPlaceholder('and password').fill('x');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await expect(page).toHaveURL(`${service.url}/danger-zone`);
  await page.getByRole('button', { name: 'Delete account…' }).click();
  await dialog.getByRole('textbox').fill('ada');
  await dialog.getByRole('button', { name: /^Delete/ }).click();
  await expect(page.getByRole('heading', { name: 'Your account is deactivated' })).toBeVisible();
});
