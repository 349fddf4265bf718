import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { allCapabilities } from '../../src/client/capabilities.ts';
import { capabilityResults } from '../../src/conformance/capabilities.ts';
import { fittingConfig } from '../../src/conformance/fitting-config.ts';
import { run } from '../../src/conformance/run.ts';
import { isFine } from '../../src/conformance/verdict.ts';
import { parsePageConfig } from '../../src/contract/read-page-config.ts';
import { faultsOf } from './world.ts';

const guide = readFileSync('docs/bring-your-own-backend.md', 'utf8');
const program = /```js\n(.*?)```/s.exec(guide)?.[1] ?? '';

/** A port that nobody listens on. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

let child: ChildProcess;
let url: string;
beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, PORT: String(port) },
    stdio: 'inherit',
  });
  await vi.waitFor(() => fetch(url), { timeout: 20_000 });
}, 30_000);
afterAll(() => void child.kill());

it('answers as the guide shows', async () => {
  const answered = await fetch(`${url}/me`, { headers: { Authorization: 'Bearer ada' } });
  const refused = await fetch(`${url}/me`);
  for (const response of [answered, refused]) {
    const text = await response.text();
    const { status, statusText, headers } = response;
    expect(guide).toContain(
      [
        `HTTP/1.1 ${status} ${statusText}`,
        `Access-Control-Allow-Origin: ${headers.get('Access-Control-Allow-Origin')}`,
        `Content-Type: ${headers.get('Content-Type')}`,
        '',
        text,
      ].join('\n'),
    );
  }
});

const options = {
  url: '',
  token: 'ada',
  secondToken: undefined,
  profile: 'rest',
  throwaway: false,
  json: false,
} as const;

it('has nothing wrong, and fits a page that shows a name', async () => {
  const asked = { ...options, url, write: true, origin: 'https://app.example.com' };
  const result = await run(asked);
  expect(Object.values(faultsOf(result))).not.toContain('wrong');
  expect(isFine(result)).toBe(true);
  const states = result.outcomes.map(({ check, state }) => `${check.capability} ${state}`);
  expect(states.filter((each) => each.startsWith('cors'))).toEqual([
    'cors works',
    'cors works',
    'cors works',
    'cors.extended missing',
  ]);
  const config = fittingConfig(asked, allCapabilities, capabilityResults(result.outcomes));
  expect(parsePageConfig(JSON.stringify(config))).toEqual(config);
  expect(config).toMatchObject({ backend: { kind: 'rest', baseUrl: url }, auth: 'bearer' });
  expect(config.backend).not.toHaveProperty('extended');
  expect(config.can).toMatchObject({
    user: { name: 'read', username: 'none', bio: 'none', email: 'none', timezone: 'none' },
    usage: { totals: false, history: false },
    sessions: { count: false, list: false },
    exportData: false,
  });
});
