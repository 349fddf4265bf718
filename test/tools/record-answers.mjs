/**
 * Records what the running service answers about somebody, in its own dialect and in Mirra's, for
 * the stories: `node test/tools/record-answers.mjs http://localhost:3000 "$(npm run -s token -- ada)"`.
 */
import { writeFileSync } from 'node:fs';

const [base = '', token = ''] = process.argv.slice(2);
const Authorization = `Bearer ${token}`;

/** @param {string} path @param {RequestInit} [init] */
async function ask(path, init) {
  const response = await fetch(base + path, init);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  const tag = response.headers.get('ETag');
  return { headers: tag ? { ETag: tag } : {}, body: await response.json() };
}

/** @param {string} name @param {object} answers */
const write = (name, answers) =>
  writeFileSync(`test/stories/recorded/${name}.json`, `${JSON.stringify(answers, null, 2)}\n`);

const until = new Date();
const from = new Date(until.getTime() - 29 * 86_400_000);
/** @param {Date} date */
const day = (date) => date.toISOString().slice(0, 10);

/** @type {Record<string, object>} */
const service = {};
for (const path of [
  '/me',
  '/me/preferences',
  '/me/usage',
  `/me/usage/history?from=${day(from)}&to=${day(until)}&bucket=day&timezone=Europe/London`,
  '/me/sessions?limit=50',
]) {
  service[path.split('?')[0] ?? ''] = await ask(path, { headers: { Authorization } });
}
write('service', service);

/** @type {Record<string, object>} */
const mirra = {};
for (const method of ['getProfile', 'getUsageStats', 'getSessions']) {
  mirra[method] = await ask('/api/sdk/v2/resources/call', {
    method: 'POST',
    headers: { Authorization, 'Content-Type': 'application/json' },
    body: JSON.stringify({ resourceId: 'user', method, params: {} }),
  });
}
write('mirra', mirra);
