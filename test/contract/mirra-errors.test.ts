import { describe, expect, it } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { createMirraClient } from '../../src/client/mirra.ts';
import { failure, once } from './harness.ts';

const answered = (body: unknown, status = 200, headers: Record<string, string> = {}): MeClient =>
  createMirraClient({ fetch: async () => Response.json(body, { status, headers }) });

const refused = (error: unknown, status = 200): MeClient =>
  answered({ success: false, error }, status);

const reading = (client: MeClient) => failure(client.getUser());
const saving = (client: MeClient) => failure(client.updateUser({ username: 'ada' }, once()));

describe('a failure that calls itself a success', () => {
  it.each([
    ['AUTHENTICATION_ERROR', 'Unauthorized', 401],
    ['UNAUTHORIZED', 'Unauthorized', 401],
    ['PERMISSION_DENIED', 'Forbidden', 403],
    ['FORBIDDEN', 'Forbidden', 403],
    ['STEP_UP_REQUIRED', 'StepUpRequired', 403],
    ['NOT_FOUND', 'NotFound', 404],
    ['CONFLICT', 'Conflict', 409],
    ['ACCOUNT_CHANGED', 'AccountChanged', 409],
    ['VALIDATION_ERROR', 'ValidationFailed', 422],
    ['RATE_LIMITED', 'TooManyRequests', 429],
    ['INTERNAL_ERROR', 'InternalError', 500],
    ['SERVICE_UNAVAILABLE', 'ServiceUnavailable', 503],
  ])('is an error all the same: %s is %s, %i', async (vendor, code, status) => {
    const error = await reading(refused({ code: vendor, message: 'So it is.' }));
    expect(error).toMatchObject({ code, status, message: 'So it is.' });
    expect(error.signedOut).toBe(status === 401);
    expect(error.transient).toBe(status === 429 || status >= 500);
  });

  it.each([
    [{ success: false }],
    [{ success: false, error: null }],
    [{ success: false, error: {} }],
    [{ success: false, error: { message: 'no' }, data: { userId: 'u1' } }],
  ])('without a code is a bad answer: %j', async (body) => {
    expect(await reading(answered(body))).toMatchObject({ code: 'BadAnswer', status: 200 });
  });

  it('never deletes', async () => {
    const error = await failure(refused({ code: 'PERMISSION_DENIED' }).deleteUser(once()));
    expect(error).toMatchObject({ code: 'Forbidden', status: 403 });
  });
});

describe('a failure with a status', () => {
  it.each([
    [400, 'VALIDATION_ERROR', 'ValidationFailed'],
    [401, 'UNAUTHORIZED', 'Unauthorized'],
    [403, 'ACCOUNT_SCHEDULED_FOR_DELETION', 'AccountScheduledForDeletion'],
    [422, 'VALIDATION_ERROR', 'ValidationFailed'],
    [500, 'CONFLICT', 'Conflict'],
    [418, 'SHORT_AND_STOUT', 'ShortAndStout'],
    [400, 'constructor', 'Constructor'],
    [400, '', 'BadAnswer'],
    [422, '', 'ValidationFailed'],
  ])('keeps it, and its code in our words: %i %s is %s', async (status, vendor, code) => {
    const error = await reading(refused({ code: vendor }, status));
    expect(error.status).toBe(status);
    expect(error.code).toBe(code);
  });

  it('says how long to wait', async () => {
    const client = answered({ success: false, error: { code: 'RATE_LIMITED' } }, 429, {
      'Retry-After': '7',
    });
    expect(await reading(client)).toMatchObject({ code: 'TooManyRequests', retryAfter: 7 });
  });

  it('says how recent the sign-in must be', async () => {
    const error = { code: 'STEP_UP_REQUIRED', details: { maxAge: 900 } };
    expect(await failure(refused(error, 403).deleteUser(once()))).toMatchObject({
      code: 'StepUpRequired',
      maxAge: 900,
      fields: {},
    });
  });

  it('of a gateway, without envelope, is what its status says', async () => {
    const expected = { code: 'BadAnswer', status: 502, transient: true };
    for (const body of ['', '<title>Bad Gateway</title>', '{"message":"upstream"}'])
      expect(
        await reading(
          createMirraClient({ fetch: async () => new Response(body, { status: 502 }) }),
        ),
      ).toMatchObject(expected);
  });
});

describe('the fields of a failure', () => {
  const fieldsOf = async (details: unknown) =>
    (await saving(refused({ code: 'VALIDATION_ERROR', details }, 400))).fields;

  it.each<[string, unknown, unknown]>([
    [
      'a list of issues',
      [
        { path: ['username'], code: 'username_length', message: 'Too short.' },
        { path: ['socials', 'discord'], message: 'Is odd.' },
        { path: ['list', 0], message: 'Is odd.' },
        { path: '.email', code: 'email_invalid' },
        { field: 'timezone', message: 'Unknown.' },
      ],
      {
        username: [{ code: 'username_length', message: 'Too short.' }],
        'socials.discord': [{ message: 'Is odd.' }],
        'list.0': [{ message: 'Is odd.' }],
        email: [{ code: 'email_invalid' }],
        timezone: [{ message: 'Unknown.' }],
      },
    ],
    [
      'a record of sentences',
      { '.username': ['Too short.', 'Too odd.'], email: 'Not valid.' },
      {
        username: [{ message: 'Too short.' }, { message: 'Too odd.' }],
        email: [{ message: 'Not valid.' }],
      },
    ],
    [
      'a record of issues',
      { username: { code: 'username_taken' } },
      { username: [{ code: 'username_taken' }] },
    ],
    ['text', 'odd', {}],
    ['a number', 7, {}],
    ['null', null, {}],
    ['a list of anything', [null, 7, 'text', [], { path: 7 }, { path: {} }, {}], {}],
    ['a record of anything', { a: null, b: 7, c: [null], '': 'x' }, {}],
  ])('are read from %s', async (_name, details, fields) => {
    expect(await fieldsOf(details)).toEqual(fields);
  });

  it('cannot reach beyond themselves', async () => {
    const fields = await fieldsOf(JSON.parse('{"__proto__":["x"],".__proto__":["y"]}'));
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('message');
  });
});

describe('a clash of the username', () => {
  it.each(['CONFLICT', 'USERNAME_TAKEN'])('is told beside the field: %s', async (code) => {
    const error = await saving(refused({ code, message: 'Taken.' }, 409));
    expect(error).toMatchObject({ code: 'UsernameTaken', status: 409, message: 'Taken.' });
    expect(error.fields).toEqual({ username: [{ code: 'username_taken' }] });
  });

  it('is told in the words of the backend, if it has any', async () => {
    const details = { username: ['ada is gone.'] };
    const error = await saving(refused({ code: 'CONFLICT', details }, 409));
    expect(error.code).toBe('UsernameTaken');
    expect(error.fields).toEqual({ username: [{ message: 'ada is gone.' }] });
  });

  it('is none when another field is named', async () => {
    const details = { email: ['Is somebody else’s.'] };
    const error = await saving(refused({ code: 'CONFLICT', details }, 409));
    expect(error.code).toBe('Conflict');
    expect(Object.keys(error.fields)).toEqual(['email']);
  });

  it('is none when no username was saved', async () => {
    const client = refused({ code: 'CONFLICT' }, 409);
    const error = await failure(client.updateUser({ timezone: 'UTC' }, once()));
    expect(error).toMatchObject({ code: 'Conflict', status: 409, fields: {} });
  });

  it('is not another account', async () => {
    expect((await saving(refused({ code: 'ACCOUNT_CHANGED' }, 409))).code).toBe('AccountChanged');
  });
});
