import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { migrate, migrationLock } from '../../src/server/db/migrate.ts';
import { networkDatabase } from '../../src/server/db/postgres.ts';
import { processScope } from '../../src/server/lock-scope.ts';
import { lockDirectory } from '../../src/server/lock.ts';
import { startPostgres } from './postgres.ts';
import { buildProgram, page } from './program.ts';
import type { Program, Run } from './program.ts';

// Processes start and end: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let program: Program;
beforeAll(() => {
  program = buildProgram();
}, 120_000);
afterAll(() => program.remove());

async function stopped(run: Run, signal: NodeJS.Signals = 'SIGTERM') {
  run.child.kill(signal);
  return run.ended;
}

async function tokenOf(dataDir: string, username: string) {
  const run = await program.token({ DATA_DIR: dataDir }, username);
  expect(run.stderr()).toBe('');
  return run.stdout().trim();
}

const ask = (run: Run, token: string, init: RequestInit & { duplex?: 'half' } = {}) =>
  fetch(`${run.url}/me`, {
    ...init,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(init.body && { 'Content-Type': 'application/json' }),
    },
  });

/** Every file below a directory with its size and time, to see that nothing was touched. */
const snapshot = (directory: string) =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('lock-'))
    .map((name) => {
      const { size, mtimeMs } = statSync(join(directory, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .sort();

describe('a wrong setting is one clear line and exit code 1', () => {
  test.each<[Record<string, string>, string]>([
    [{ PORT: 'x' }, 'PORT is "x" but must be an integer from 0 to 65535'],
    [{ PORT: '65536' }, 'PORT is "65536"'],
    [{ HOST: 'not a host' }, 'HOST is "not a host"'],
    [{ HOST: '203.0.113.9' }, 'HOST "203.0.113.9" is not an address of this machine'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud" but must be one of'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV is "prod"'],
    [{ NODE_ENV: 'production' }, 'set ISSUER'],
    [{ ISSUER: 'http://issuer.example' }, 'ISSUER is "http://issuer.example" but must be an https'],
    [{ ISSUER: 'https://issuer.example' }, 'AUDIENCE is not set'],
    [{ ISSUER: 'https://issuer.example', AUDIENCE: 'a' }, 'JWKS_URL is not set'],
    [{ JWKS_URL: 'https://issuer.example/keys' }, 'ISSUER is not set'],
    [{ DATABASE_URL: 'mysql://u:hunter2@h/d' }, 'DATABASE_URL is "mysql://u:***@h/d" but must be'],
    [{ DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/d' }, 'DATABASE_URL postgres://u:***@'],
    [
      { DATABASE_URL: 'postgres://u:p@hunter2@127.0.0.1:1/d' },
      'DATABASE_URL postgres://u:***@127.0.0.1:1/d cannot',
    ],
    [{ DATABASE_URL: 'postgres://u:p/@hunter2@h/d' }, 'DATABASE_URL is "postgres://u:***@h/d" but'],
    [
      { DATABASE_URL: 'postgres://127.0.0.1:1/d?user=u&password=a@hunter2' },
      'DATABASE_URL postgres://127.0.0.1:1/d?user=u&password=*** cannot',
    ],
    [{ DATA_DIR: '/dev/null/x' }, 'DATA_DIR /dev/null/x'],
  ])('%j', async (env, line) => {
    const run = await program.start({ DATA_DIR: program.dataDir(), ...env });
    expect(await run.ended).toBe(1);
    expect(run.stdout()).toBe('');
    expect(run.stderr()).toContain(line);
    expect(run.stderr().trim().split('\n')).toHaveLength(1);
    expect(run.stderr()).not.toContain('hunter2');
  });

  test('a port in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const run = await program.start({ DATA_DIR: program.dataDir(), PORT: String(port) });
    expect(await run.ended).toBe(1);
    expect(run.stderr()).toBe(`PORT ${port} is in use: set PORT to another one\n`);
    server.close();
  });

  test('no built page, except beside the dev server', async () => {
    renameSync(program.client, `${program.client}.away`);
    try {
      const dataDir = program.dataDir();
      const run = await program.start({ DATA_DIR: dataDir });
      expect(await run.ended).toBe(1);
      expect(run.stderr()).toContain('run "npm run build"');
      expect(existsSync(dataDir)).toBe(false);
      const dev = await program.start({ DATA_DIR: dataDir, NODE_ENV: 'development' });
      const text = await (await fetch(`${dev.url}/x`, { headers: { Accept: 'text/html' } })).text();
      expect(text).toContain('npm run build');
      await stopped(dev);
    } finally {
      renameSync(`${program.client}.away`, program.client);
    }
  });
});

describe('a data directory that cannot be used is left as it is', () => {
  test.each<[string, (db: string) => void, string]>([
    ['something else', (db) => rmSync(join(db, 'PG_VERSION')), 'is no database of this service'],
    ['another version', (db) => writeFileSync(join(db, 'PG_VERSION'), '17\n'), 'version "17"'],
    [
      'damaged',
      (db) => writeFileSync(join(db, 'global/pg_control'), 'garbage'),
      'cannot be opened as a database',
    ],
    [
      'a broken key',
      (db) => writeFileSync(join(db, '../demo-key.json'), '{}'),
      'is not a key of this service',
    ],
  ])('%s', async (_, damage, line) => {
    const dataDir = program.dataDir();
    expect(await stopped(await program.start({ DATA_DIR: dataDir }))).toBe(0);
    damage(join(dataDir, 'db'));
    const before = readFileSync(join(dataDir, 'db/global/pg_control'));
    const key = readFileSync(join(dataDir, 'demo-key.json'));
    const run = await program.start({ DATA_DIR: dataDir });
    expect(await run.ended).toBe(1);
    expect(run.stderr()).toContain(line);
    expect(run.stderr().trim().split('\n')).toHaveLength(1);
    expect(readFileSync(join(dataDir, 'demo-key.json'))).toEqual(key);
    // A key is read after the database was opened, which notes that it was.
    expect(readFileSync(join(dataDir, 'db/global/pg_control')).equals(before)).toBe(
      !line.includes('key'),
    );
  });

  test('a folder of somebody else’s called db', async () => {
    const dataDir = program.dataDir();
    mkdirSync(join(dataDir, 'db'), { recursive: true });
    writeFileSync(join(dataDir, 'db/precious.txt'), 'precious');
    const before = snapshot(dataDir);
    const run = await program.start({ DATA_DIR: dataDir });
    expect(await run.ended).toBe(1);
    expect(snapshot(dataDir)).toEqual(before);
  });
});

describe('a data directory belongs to one process', () => {
  test('of several that start at once, one runs and the others name it', async () => {
    const DATA_DIR = program.dataDir();
    const runs = await Promise.all(Array.from({ length: 3 }, () => program.start({ DATA_DIR })));
    const running = runs.filter(({ url }) => url);
    expect(running).toHaveLength(1);
    for (const refused of runs.filter(({ url }) => !url)) {
      expect(await refused.ended).toBe(1);
      expect(refused.stderr()).toBe(
        `DATA_DIR ${DATA_DIR} is in use by process ${running[0]?.child.pid}\n`,
      );
    }
    for (const run of running) expect(await stopped(run, 'SIGINT')).toBe(0);
    expect(readdirSync(DATA_DIR).sort()).toEqual(['db', 'demo-key.json']);
  });

  test('a claim of a dead process, or of an earlier one with a living id, is no obstacle', async () => {
    const DATA_DIR = program.dataDir();
    mkdirSync(DATA_DIR);
    writeFileSync(join(DATA_DIR, `lock-${processScope()}-4194303-12345-abcdef01`), '');
    writeFileSync(join(DATA_DIR, `lock-${processScope()}-${process.pid}-1-abcdef02`), '');
    const run = await program.start({ DATA_DIR });
    expect(run.url).not.toBe('');
    expect(await stopped(run)).toBe(0);
    expect(readdirSync(DATA_DIR).filter((name) => name.startsWith('lock-'))).toEqual([]);
  });

  /** Puts down a claim of a process elsewhere, refreshed so many seconds ago. */
  function claimElsewhere(directory: string, age: number): string {
    // The id of a process that does not live here.
    const path = join(directory, 'lock-0123456789ab-4194303-12345-abcdef03');
    writeFileSync(path, '\n');
    const time = Date.now() / 1000 - age;
    utimesSync(path, time, time);
    return path;
  }

  test.each([0, 15])(
    'a claim of another machine or container refreshed %d seconds ago holds',
    async (age) => {
      const DATA_DIR = program.dataDir();
      mkdirSync(DATA_DIR);
      const path = claimElsewhere(DATA_DIR, age);
      const run = await program.start({ DATA_DIR });
      expect(await run.ended).toBe(1);
      expect(run.stderr()).toBe(
        `DATA_DIR ${DATA_DIR} is in use by another machine or container: stop the service there, or wait 20 seconds if it has already ended\n`,
      );
      expect(readdirSync(DATA_DIR)).toEqual([basename(path)]);
    },
  );

  test('a claim from elsewhere that nobody refreshes any more is removed', async () => {
    const DATA_DIR = program.dataDir();
    mkdirSync(DATA_DIR);
    const path = claimElsewhere(DATA_DIR, 21);
    const lock = await lockDirectory(DATA_DIR);
    expect(existsSync(path)).toBe(false);
    lock.release();
  });

  test('the holder refreshes its claim until it lets go, and outlives the loss of it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const DATA_DIR = program.dataDir();
      const lock = await lockDirectory(DATA_DIR);
      const path = join(DATA_DIR, readdirSync(DATA_DIR)[0] ?? '');
      utimesSync(path, 1, 1);
      vi.advanceTimersByTime(5_000);
      await expect.poll(() => Date.now() - statSync(path).mtimeMs).toBeLessThan(60_000);
      rmSync(path);
      vi.advanceTimersByTime(5_000);
      await delay(100);
      expect(readdirSync(DATA_DIR)).toEqual([]);
      lock.release();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

/** A start takes two seconds of a core; `KILLS=100` kills more often. */
const kills = Number(process.env['KILLS'] ?? 10);
if (!Number.isInteger(kills) || kills < 1) {
  throw new Error(`KILLS must be a whole number from 1, it is ${process.env['KILLS']}`);
}

test(`what was acknowledged survives ${kills} kills`, { timeout: 20_000 * kills }, async () => {
  const DATA_DIR = program.dataDir();
  let run = await program.start({ DATA_DIR });
  const token = await tokenOf(DATA_DIR, 'ada');
  let acknowledged = 0;
  let written = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const before = await (await ask(run, token)).json();
    const count = Number(/\d+$/.exec(before.name)?.[0] ?? 0);
    // The write in flight when the process died may have been committed, or not.
    expect([acknowledged, acknowledged + 1]).toContain(count);
    written = count;
    for (let write = 0; write < 5 + (kill % 7); write += 1) {
      written += 1;
      const { status } = await ask(run, token, {
        method: 'PATCH',
        body: JSON.stringify({ name: `Ada ${written}` }),
      });
      expect(status).toBe(200);
      acknowledged = written;
    }
    const inFlight = ask(run, token, {
      method: 'PATCH',
      body: JSON.stringify({ name: `Ada ${written + 1}` }),
    }).catch(() => undefined);
    run.child.kill('SIGKILL');
    const last = await inFlight;
    if (last?.ok) acknowledged = written + 1;
    // Started at once, before anybody has reaped the dead process.
    run = await program.start({ DATA_DIR });
    expect(run.stderr()).toBe('');
  }
  expect(await stopped(run)).toBe(0);
});

test('stopping lets the requests that arrived finish', async () => {
  const DATA_DIR = program.dataDir();
  const run = await program.start({ DATA_DIR });
  const token = await tokenOf(DATA_DIR, 'ada');
  let send: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (send = controller) });
  const pending = ask(run, token, { method: 'PATCH', body, duplex: 'half' });
  send?.enqueue(new TextEncoder().encode('{"name":'));
  // A second answer says that the first request has reached the service too.
  await ask(run, token);
  run.child.kill('SIGTERM');
  await expect
    .poll(() =>
      fetch(run.url).then(
        () => 'open',
        () => 'closed',
      ),
    )
    .toBe('closed');
  send?.enqueue(new TextEncoder().encode('"Finished"}'));
  send?.close();
  expect((await pending).status).toBe(200);
  expect(await run.ended).toBe(0);
});

describe('the demo', () => {
  let run: Run;
  let DATA_DIR: string;
  beforeAll(async () => {
    DATA_DIR = program.dataDir();
    run = await program.start({ DATA_DIR });
  });
  afterAll(() => stopped(run));

  const get = async (token: string, path: string) =>
    (await fetch(`${run.url}${path}`, { headers: { Authorization: `Bearer ${token}` } })).json();

  test('says at start who is there, where the data lies and how to sign in', () => {
    expect(run.stdout()).toContain('ada, new, heavy, leaving');
    expect(run.stdout()).toContain(`${run.url}/sign-in`);
    expect(run.stdout()).toContain(DATA_DIR);
    expect(statSync(join(DATA_DIR, 'demo-key.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(DATA_DIR, 'service.json')).mode & 0o777).toBe(0o600);
  });

  test('ada has a month on the way to a little over quota and five other devices', async () => {
    const token = await tokenOf(DATA_DIR, 'ada');
    const usage = await get(token, '/me/usage');
    const now = new Date();
    const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth());
    const end = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1);
    const pace = (usage.usagePercentage * (end - start)) / (now.getTime() - start);
    // On the first days a few hours weigh too much to say more.
    expect(pace).toBeGreaterThan(now.getUTCDate() > 2 ? 100 : 0);
    expect((await get(token, '/me')).activeSessions).toBeGreaterThanOrEqual(6);
  });

  test('every token is a sign-in of its own, for leaving too', async () => {
    const first = await tokenOf(DATA_DIR, 'leaving');
    const second = await tokenOf(DATA_DIR, 'LEAVING');
    expect(second).not.toBe(first);
    const me = await get(second, '/me');
    expect(me.activeSessions).toBe(2);
    const days = (Date.parse(me.deletion.scheduledFor) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(12);
  });

  test('a person is found by the present username', async () => {
    const token = await tokenOf(DATA_DIR, 'new');
    await ask(run, token, { method: 'PATCH', body: '{"username":"renamed"}' });
    expect((await get(await tokenOf(DATA_DIR, 'renamed'), '/me')).username).toBe('renamed');
    const unknown = await program.token({ DATA_DIR }, 'new');
    expect([await unknown.ended, unknown.stdout()]).toEqual([1, '']);
    expect(unknown.stderr()).toBe('Nobody is called "new". Known: ada, renamed, heavy, leaving\n');
  });

  test('the token command gives keys, and tokens of whoever acts and of a service', async () => {
    const credential = async (...args: string[]) => {
      const printed = await program.token({ DATA_DIR }, ...args);
      expect([await printed.ended, printed.stderr()]).toEqual([0, '']);
      expect(printed.stdout().trim().split('\n')).toHaveLength(1);
      return printed.stdout().trim();
    };
    const me = async (headers: Record<string, string>) =>
      (await fetch(`${run.url}/me`, { headers })).json();
    const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

    const key = await credential('ada', '--api-key');
    expect(key).toMatch(/^ask_[\w-]{43}$/);
    const ada = await me({ 'X-API-Key': key });
    expect(ada.username).toBe('ada');
    expect(ada).not.toHaveProperty('executionMode');

    const delegated = {
      username: 'ada',
      executionMode: 'delegated',
      actor: { id: 'sam-support', name: 'Sam Support' },
    };
    expect(await me(bearer(await credential('ada', '--acting', 'Sam Support')))).toMatchObject(
      delegated,
    );
    const actingKey = await credential('--api-key', '--acting=Sam Support', 'ada');
    expect(await me({ 'X-API-Key': actingKey })).toMatchObject(delegated);

    const service = bearer(await credential('--service'));
    expect(await me({ ...service, 'Account-Id': 'ada' })).toMatchObject({
      id: ada.id,
      executionMode: 'service',
    });
    expect((await me(service)).code).toBe('InvalidRequest');
    expect(run.stdout()).not.toContain(key.slice(4));
  });

  test('the token command says in one line what is missing', async () => {
    const cases: [Record<string, string>, string[], string][] = [
      [{ DATA_DIR }, ['ada', '--nope'], "Unknown option '--nope'. Say: npm run -s token"],
      [{ DATA_DIR }, ['ada', '--acting'], "Option '--acting <value>' argument missing. Say: "],
      [{ DATA_DIR }, ['ada', '--acting', '--api-key'], "'--acting' argument is ambiguous. Say: "],
      [{ DATA_DIR }, ['ada', '--acting', ' '], '--acting needs a name'],
      [{ DATA_DIR }, ['ada', 'new'], 'Say one username only'],
      [{ DATA_DIR }, ['--api-key'], 'Say who'],
      [{ DATA_DIR }, ['ada', '--service'], '--service stands alone'],
      [{ DATA_DIR }, [], 'Say who'],
      [{ DATA_DIR: program.dataDir() }, ['ada'], 'is not running'],
      [
        { DATA_DIR, ISSUER: 'https://i.example', AUDIENCE: 'a', JWKS_URL: 'https://i.example/k' },
        ['ada'],
        'demo mode is off',
      ],
    ];
    for (const [env, args, line] of cases) {
      const failed = await program.token(env, ...args);
      expect(await failed.ended).toBe(1);
      expect(failed.stderr()).toContain(line);
      expect(failed.stderr().trim().split('\n')).toHaveLength(1);
    }
  });

  test('without the secret of this start there are no tokens', async () => {
    for (const secret of ['', 'wrong', 'x'.repeat(43)]) {
      const { status } = await fetch(`${run.url}/demo/token`, {
        method: 'POST',
        body: 'ada',
        headers: { Authorization: `Bearer ${secret}` },
      });
      expect(status).toBe(401);
    }
  });

  test('a program may ask for a token by a plain username, or in JSON', async () => {
    const { secret } = JSON.parse(readFileSync(join(DATA_DIR, 'service.json'), 'utf8'));
    const want = async (body: string, type = 'application/json') => {
      const answer = await fetch(`${run.url}/demo/token`, {
        method: 'POST',
        body,
        headers: { Authorization: `Bearer ${secret}`, 'Content-Type': type },
      });
      return { status: answer.status, body: await answer.json() };
    };
    for (const answer of [await want(' ada\n', 'text/plain'), await want('{"username":"ada"}')]) {
      expect(answer).toEqual({ status: 200, body: { token: expect.stringMatching(/^ey/) } });
    }
    expect((await want('{"username":"nobody"}')).status).toBe(404);
    expect((await want('{')).status).toBe(400);
    for (const wrong of ['{}', '{"username":"ada","kind":"cookie"}', '{"kind":"service","x":1}']) {
      expect((await want(wrong)).status).toBe(422);
    }
  });

  describe('the page', () => {
    const cookie = { Cookie: 'account_session=anything' };
    const open = (path: string, headers: Record<string, string> = {}) =>
      fetch(run.url + path, { redirect: 'manual', headers: { Accept: 'text/html', ...headers } });

    test('asks to sign in first, and remembers where one was going', async () => {
      const sent = await open('/usage?from=2026-01-01');
      expect([sent.status, sent.headers.get('Location')]).toEqual([
        302,
        '/sign-in?next=%2Fusage%3Ffrom%3D2026-01-01',
      ]);
    });

    test('is served for its routes, with 404 for others, and its scripts are allowed', async () => {
      for (const path of ['/', '/profile', '/danger-zone']) {
        const answer = await open(path, cookie);
        expect([answer.status, await answer.text()]).toEqual([200, page]);
        expect(answer.headers.get('Cache-Control')).toBe('no-cache');
        expect(answer.headers.get('Content-Security-Policy')).toMatch(
          /script-src 'self' 'sha256-[^']+';/,
        );
      }
      const unknown = await open('/unknown', cookie);
      expect([unknown.status, await unknown.text()]).toEqual([404, page]);
      const etag = (await open('/', cookie)).headers.get('ETag') ?? '';
      expect((await open('/', { ...cookie, 'If-None-Match': etag })).status).toBe(304);
    });

    test('keeps hashed files forever, compressed as asked', async () => {
      const file = (encoding: string) =>
        fetch(`${run.url}/assets/app-abc.js`, { headers: { 'Accept-Encoding': encoding } });
      const encodings: [string, string | null][] = [
        ['br', 'br'],
        ['gzip, br;q=0.5', 'gzip'],
        ['gzip;q=0, br;q=0', null],
        ['identity', null],
        ['*', 'br'],
      ];
      for (const [accepted, expected] of encodings) {
        const answer = await file(accepted);
        expect(answer.headers.get('Content-Encoding')).toBe(expected);
        expect(await answer.text()).toContain('script script');
        expect(answer.headers.get('Vary')).toBe('Accept-Encoding');
        expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
      }
    });

    test('files that are not there are plain 404s, wherever the path tries to lead', async () => {
      for (const path of [
        '/assets/missing.js',
        '/assets/../../server/main.js',
        '/%2e%2e/server/main.js',
        '/..%2fserver%2fmain.js',
        '/.vite/manifest.json',
        '/assets/app-abc.js.br',
      ]) {
        const answer = await fetch(run.url + path, { headers: { Accept: '*/*', ...cookie } });
        expect([path, answer.status, await answer.text()]).toEqual([path, 404, 'Not found\n']);
      }
    });

    test('signing in works in English and Arabic and leads nowhere foreign', async () => {
      const arabic = await open('/sign-in?next=//evil.example', { 'Accept-Language': 'ar-EG, en' });
      const html = await arabic.text();
      expect(html).toContain('<html lang="ar" dir="rtl">');
      expect(html).not.toContain('evil');
      expect(await (await open('/sign-in')).text()).toContain('Ada Lovelace');
      for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/a\n/b']) {
        const answer = await fetch(`${run.url}/sign-in`, {
          method: 'POST',
          redirect: 'manual',
          body: new URLSearchParams({ username: 'ada', next }),
        });
        expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/']);
      }
    });
  });
});

describe('on a PostgreSQL server', { timeout: 300_000 }, () => {
  test('starts, survives its loss with 503, and refuses what is not its own', async () => {
    const postgres = await startPostgres();
    const DATABASE_URL = await postgres.createDatabase();
    const DATA_DIR = program.dataDir();
    const run = await program.start({ DATABASE_URL, DATA_DIR });
    const token = await tokenOf(DATA_DIR, 'ada');
    expect((await ask(run, token)).status).toBe(200);
    expect(existsSync(join(DATA_DIR, 'db'))).toBe(false);

    const refused = async (url: string, line: string) => {
      const other = await program.start({ DATABASE_URL: url, DATA_DIR: program.dataDir() });
      expect(await other.ended).toBe(1);
      expect(other.stderr()).toContain(line);
      expect(other.stderr().trim().split('\n')).toHaveLength(1);
    };
    const foreign = await postgres.createDatabase();
    const foreignDb = networkDatabase(foreign);
    await foreignDb.query('create table orders (id int)');
    await refused(foreign, 'holds tables of something else ("orders")');
    await foreignDb.close();
    const newer = networkDatabase(DATABASE_URL);
    await newer.query(`insert into schema_migrations (version, name) values (999, 'future')`);
    await refused(DATABASE_URL, 'newer than this service knows');
    await newer.close();

    await postgres.kill();
    const down = await ask(run, token);
    expect([down.status, down.headers.get('Retry-After')]).toEqual([503, '5']);
    expect((await fetch(`${run.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${run.url}/healthz`)).status).toBe(200);
    expect(await stopped(run)).toBe(0);
    await postgres.stop();
  });

  test('a migration waits for another copy longer than a statement may take', async () => {
    const postgres = await startPostgres();
    const url = await postgres.createDatabase();
    const other = networkDatabase(url);
    // A time limit in the URL replaces the service's own, which is too long to wait for.
    const db = networkDatabase(`${url}&statement_timeout=200`);
    let migrated: Promise<void> | undefined;
    await other.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [migrationLock]);
      migrated = migrate(db);
      await Promise.race([migrated, delay(600)]);
    });
    await migrated;
    await expect(db.query('select pg_sleep(1)')).rejects.toThrow('statement timeout');
    await Promise.all([db.close(), other.close()]);
    await postgres.stop();
  });

  test('copies that start together migrate and seed once', async () => {
    const postgres = await startPostgres();
    const DATABASE_URL = await postgres.createDatabase();
    const runs = await Promise.all(
      Array.from({ length: 3 }, () => program.start({ DATABASE_URL, DATA_DIR: program.dataDir() })),
    );
    expect(runs.map((run) => run.stderr())).toEqual(['', '', '']);
    const db = networkDatabase(DATABASE_URL);
    expect(await db.query('select count(*)::int as people from accounts')).toEqual([{ people: 4 }]);
    await db.close();
    await Promise.all(runs.map((run) => stopped(run)));
    await postgres.stop();
  });
});
