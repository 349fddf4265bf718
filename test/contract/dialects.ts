import type { HttpOptions } from '../../src/client/http.ts';
import type { MeClient } from '../../src/client/me-client.ts';
import { createMirraClient } from '../../src/client/mirra.ts';
import { createBirdClient } from '../../src/client/bird.ts';
import { createRestClient } from '../../src/client/rest.ts';
import * as examples from './examples.ts';
import { once } from './harness.ts';
import { type Answer, json, type Received } from './raw-backend.ts';

/** One operation at the border: how it is called, and the whole body of a right answer. */
interface Call {
  readonly name: string;
  readonly call: (client: MeClient) => Promise<unknown>;
  readonly right: unknown;
  /** An empty success says what there is to say: nothing. */
  readonly mayBeEmpty?: true;
  /** Answers what is asked only to prepare the call. */
  readonly prepare?: (request: Received) => Answer | undefined;
}

/** A way to speak with a backend, for tests of what a backend without manners may do. */
export interface Dialect {
  readonly name: string;
  readonly create: (options: HttpOptions) => MeClient;
  /** Every operation whose answer is read. */
  readonly calls: readonly Call[];
  /** Deletions, where any success will do, whatever stands in it. */
  readonly deletions: readonly Call[];
}

const range = { from: '2024-01-01', to: '2024-01-02', bucket: 'day', timezone: 'UTC' } as const;

const getUser = (client: MeClient) => client.getUser();
const updateTimezone = (client: MeClient) =>
  client.updateUser({ timezone: 'Europe/London' }, once());
const deleteUser = (client: MeClient) => client.deleteUser(once());

const restCalls: readonly Call[] = [
  { name: 'getUser', call: getUser, right: examples.userExample },
  { name: 'updateUser', call: updateTimezone, right: examples.userExample },
  {
    name: 'restoreUser',
    call: (client) => client.restoreUser(once()),
    right: examples.userExample,
  },
  {
    name: 'getPreferences',
    call: (client) => client.getPreferences(),
    right: examples.preferencesExample,
  },
  {
    name: 'updatePreferences',
    call: (client) => client.updatePreferences({ theme: 'dark' }, once()),
    right: examples.preferencesExample,
  },
  { name: 'getUsage', call: (client) => client.getUsage(), right: examples.usageExample },
  {
    name: 'getUsageHistory',
    call: (client) => client.getUsageHistory(range),
    right: examples.historyExample,
  },
  {
    name: 'listSessions',
    call: (client) => client.listSessions(),
    right: examples.sessionPageExample,
  },
  {
    name: 'revokeOtherSessions',
    call: (client) => client.revokeOtherSessions(once()),
    right: { revoked: 3 },
  },
  {
    name: 'checkUsername',
    call: (client) => client.checkUsername('ada'),
    right: { available: false, reason: 'username_taken' },
  },
];

const restDeletions: readonly Call[] = [
  { name: 'deleteUser', call: deleteUser, right: '' },
  { name: 'revokeSession', call: (client) => client.revokeSession('1', once()), right: '' },
];

const success = (data?: unknown) => ({
  success: true,
  data,
  metadata: examples.metadataExample,
});

const mirraCalls: readonly Call[] = [
  { name: 'getUser', call: getUser, right: success(examples.mirraProfileExample) },
  { name: 'updateUser', call: updateTimezone, right: success(examples.mirraProfileExample) },
  {
    name: 'getPreferences',
    call: (client) => client.getPreferences(),
    right: success(examples.mirraProfileExample),
  },
  {
    name: 'updatePreferences',
    call: (client) => client.updatePreferences({ timezone: 'Asia/Tokyo' }, once()),
    right: success(examples.mirraPreferencesExample),
    prepare: ({ body }) =>
      body.includes('"getProfile"') ? json(success(examples.mirraProfileExample)) : undefined,
  },
  { name: 'getUsage', call: (client) => client.getUsage(), right: success(examples.usageExample) },
  {
    name: 'listSessions',
    call: (client) => client.listSessions(),
    right: success(examples.mirraSessionsExample),
  },
  { name: 'deleteUser', call: deleteUser, right: success(), mayBeEmpty: true },
];

const birdNames = new Set(['getUser', 'updateUser', 'deleteUser']);
const ofBird = ({ name }: Call) => birdNames.has(name);

export const dialects: readonly Dialect[] = [
  { name: 'rest', create: createRestClient, calls: restCalls, deletions: restDeletions },
  {
    name: 'bird',
    create: createBirdClient,
    calls: restCalls.filter(ofBird),
    deletions: restDeletions.filter(ofBird),
  },
  { name: 'mirra', create: createMirraClient, calls: mirraCalls, deletions: [] },
];

/** `answer`, to the call itself and not to what prepares it. */
export const answering =
  ({ prepare }: Call, answer: Answer): Answer =>
  (response, request) =>
    (prepare?.(request) ?? answer)(response, request);

/** Every place in a JSON value. */
export function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) =>
          part === undefined ? [] : placesOf(part, [...path, key]),
        )
      : [];
  return [path, ...inner];
}

/** A copy of a JSON value with something else in one place. */
export function withAt(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[key] = withAt(copy[key], rest, other);
  return copy;
}

/** What stands in one place of a JSON value. */
export const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], value);
