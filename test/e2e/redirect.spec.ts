import { createServer, request as ask, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { card, expect, test as base } from './fixtures.ts';

interface Gateway {
  /** Where it redirects a request, with which status; nowhere by default. */
  redirect: (request: IncomingMessage) => readonly [status: number, to: string] | undefined;
  /** What has reached the service itself, as `METHOD path`. */
  readonly passed: string[];
}

/** A service that is reached only through a gateway of its operator's. */
const test = base.extend<{ gateway: Gateway }>({
  gateway: async ({ service }, use) => {
    const { port } = new URL(service.url);
    const gateway: Gateway = { redirect: () => undefined, passed: [] };
    const server = createServer((request, response) => {
      const elsewhere = gateway.redirect(request);
      if (elsewhere) {
        return void response.writeHead(elsewhere[0], { Location: elsewhere[1] }).end();
      }
      const { method, url: path, headers } = request;
      gateway.passed.push(`${method} ${path}`);
      const passed = ask({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      request.pipe(passed);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    Object.assign(service, { url });
    await use(gateway);
    server.closeAllConnections();
    server.close();
  },
});

const isWrite = ({ method = 'GET' }: IncomingMessage) => !['GET', 'HEAD'].includes(method);

for (const status of [302, 303, 307, 308]) {
  test(`a save that is redirected by ${status} is said not to have been followed, and signs nobody out`, async ({
    page,
    gateway,
    signIn,
  }) => {
    await signIn('ada');
    gateway.redirect = (request) =>
      isWrite(request) ? [status, `${request.url ?? ''}/`] : undefined;
    const profile = card(page, 'Public profile');
    await profile.getByRole('textbox', { name: 'Bio' }).fill('Kept');
    await profile.getByRole('button', { name: 'Save profile' }).click();
    await expect(profile.getByText(/sent this request elsewhere/)).toBeVisible();
    await expect(profile.getByText('Saved', { exact: true })).toBeHidden();
    await expect(profile.getByRole('textbox', { name: 'Bio' })).toHaveValue('Kept');
    expect(gateway.passed.filter((one) => /^(?:PATCH|POST) \/me/.test(one))).toEqual([]);
  });
}

test('a save that is redirected to a sign-in page says that the session has ended', async ({
  page,
  gateway,
  signIn,
}) => {
  await signIn('ada');
  let hasEnded = false;
  gateway.redirect = (request) => {
    // Not before the save, by a read that is under way.
    if (isWrite(request)) hasEnded = true;
    return hasEnded && request.url?.startsWith('/me') ? [302, '/sign-in'] : undefined;
  };
  const profile = card(page, 'Public profile');
  await profile.getByRole('textbox', { name: 'Bio' }).fill('Kept');
  await profile.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByText(/Your session has ended/)).toBeVisible();
});

test.describe('with operations, which read by POST', () => {
  test.use({ config: { backend: { kind: 'mirra' } } });

  test('a redirect signs nobody out', async ({ page, gateway, signIn }) => {
    await signIn('ada');
    await expect(page.getByRole('textbox', { name: 'Username' })).toHaveValue('ada');
    gateway.redirect = ({ url = '' }) =>
      url.startsWith('/api/sdk') && !url.endsWith('/') ? [308, `${url}/`] : undefined;
    await page.reload();
    await expect(page.getByText(/sent this request elsewhere/).first()).toBeVisible();
    await expect(page.getByText('You are signed out')).toHaveCount(0);
  });
});
