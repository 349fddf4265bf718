import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Service, startService } from '../contract/service.ts';
import { type Built, buildProgram, ended } from './built.ts';
import { personOf } from './world.ts';

let service: Service;
let built: Built;
beforeAll(async () => {
  service = await startService();
  built = await buildProgram();
}, 60_000);
afterAll(async () => {
  await service.close();
  built.remove();
});

const keepsakes = () => readdirSync(built.temporary).map((name) => join(built.temporary, name));

/** The program, with something that happens to it after its first change and before the answer. */
async function interrupted(happen: (child: ReturnType<Built['started']>) => unknown) {
  const person = await personOf(service);
  const { url, token } = await person.options('rest');
  const { name } = (await person.client.getUser()).value;
  const names: unknown[] = [];
  const gate = createServer(async (request, response) => {
    const body = await text(request);
    const { authorization = '' } = request.headers;
    const answer = await fetch(url + request.url, {
      method: request.method ?? 'GET',
      headers: { authorization, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body }),
    });
    if (request.method === 'PATCH') {
      names.push((JSON.parse(body) as { name?: unknown }).name);
      if (names.length === 1) await happen(child);
    }
    const type = answer.headers.get('content-type') ?? 'text/plain';
    response.writeHead(answer.status, { 'Content-Type': type }).end(await answer.text());
  }).listen(0, '127.0.0.1');
  await once(gate, 'listening');
  const { port } = gate.address() as AddressInfo;
  const child = built.started('--url', `http://127.0.0.1:${port}`, '--token', token, '--write');
  const result = await ended(child);
  gate.closeAllConnections();
  gate.close();
  const now = (await person.client.getUser()).value.name;
  return { ...result, name, names, now };
}

it('puts the account back on Ctrl-C, which npm may give it twice', async () => {
  let kept = '';
  const { code, stdout, stderr, name, names, now } = await interrupted(async (child) => {
    const [path = ''] = keepsakes();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    kept = readFileSync(path, 'utf8');
    child.kill('SIGINT');
    await sleep(50);
    child.kill('SIGINT');
    await sleep(50);
  });
  expect(code).toBe(1);
  expect(stderr).toContain('Stopping: the account is put back as it was...');
  expect(stderr).not.toContain('The account as it was is in');
  expect(stdout).toContain('The run was stopped before its end.');
  expect(stdout).not.toContain('THE ACCOUNT IS NOT AS IT WAS');
  expect(names).toEqual([expect.not.stringMatching(`^${name}$`), name]);
  expect(now).toBe(name);
  expect(JSON.parse(kept)).toMatchObject({ backend: { kind: 'rest' }, user: { name } });
  expect(kept).not.toMatch(/eyJ/);
  expect(keepsakes()).toEqual([]);
}, 20_000);

it('puts the account back when its terminal is gone', async () => {
  const { code, name, names, now } = await interrupted(async (child) => {
    child.stdout.destroy();
    child.stderr.destroy();
    child.kill('SIGHUP');
    await sleep(50);
  });
  expect(code).toBe(1);
  expect(names).toHaveLength(2);
  expect(now).toBe(name);
  expect(keepsakes()).toEqual([]);
}, 20_000);

it('leaves behind how the account was when it is ended at once', async () => {
  const { name, names, now } = await interrupted(async (child) => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  expect(names).toHaveLength(1);
  expect(now).not.toBe(name);
  const [path = ''] = keepsakes();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ user: { name } });
  rmSync(path);
}, 20_000);

it('says where that is when it is asked to end at once', async () => {
  const { code, stderr } = await interrupted(async (child) => {
    child.kill('SIGINT');
    await sleep(1100);
    child.kill('SIGINT');
    await once(child, 'exit');
  });
  expect(code).toBe(1);
  const [path = ''] = keepsakes();
  expect(stderr).toContain(`may not be as it was.\nThe account as it was is in ${path}\n`);
  rmSync(path);
}, 20_000);
