import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeClient } from '../../src/client/me-client.ts';
import { createRestClient } from '../../src/client/rest.ts';
import { failure, once } from './harness.ts';
import { json, type RawBackend, startRawBackend, text } from './raw-backend.ts';

let backend: RawBackend;
let client: MeClient;
beforeAll(async () => {
  backend = await startRawBackend();
  client = createRestClient({ baseUrl: backend.baseUrl });
});
afterAll(() => backend.close());

const saving = () => failure(client.updateUser({ name: 'Ada' }, once()));

describe('an error that the backend describes', () => {
  it('keeps the code, the sentence, the fields with their rules, and the reference', async () => {
    backend.answer = json(
      {
        type: 'about:blank',
        title: 'Unprocessable Content',
        status: 422,
        instance: 'urn:request:7',
        code: 'ValidationFailed',
        message: 'The request breaks a rule.',
        details: { '.name': ['Must not be empty.'], '.other': ['Is odd.', 'Is old.'] },
        errors: [
          { pointer: '/name', code: 'name_required', detail: 'Must not be empty.' },
          { pointer: '/name', code: 'name_length' },
          { pointer: '/notifications/security/email', code: 'notifications_locked' },
          { pointer: '#/socials/a~1b~0c', code: 'property_unknown' },
        ],
      },
      422,
      { 'Content-Type': 'application/problem+json' },
    );
    const error = await saving();
    expect(error).toMatchObject({
      code: 'ValidationFailed',
      status: 422,
      message: 'The request breaks a rule.',
      reference: 'urn:request:7',
      transient: false,
    });
    expect(error.fields).toEqual({
      name: [{ code: 'name_required', message: 'Must not be empty.' }, { code: 'name_length' }],
      'notifications.security.email': [{ code: 'notifications_locked' }],
      'socials.a/b~c': [{ code: 'property_unknown' }],
      other: [{ message: 'Is odd.' }, { message: 'Is old.' }],
    });
  });

  it("reads Bird's body, whose codes and fields this version may not know", async () => {
    backend.answer = json(
      {
        code: 'InvalidPayload',
        message: 'The payload is invalid.',
        details: { '.locale': ['must be a valid locale'], '.emails.0': ['is odd'] },
      },
      422,
    );
    const error = await saving();
    expect(error).toMatchObject({ code: 'InvalidPayload', message: 'The payload is invalid.' });
    expect(error.fields).toEqual({
      locale: [{ message: 'must be a valid locale' }],
      'emails.0': [{ message: 'is odd' }],
    });
  });

  it('says how recent the sign-in must be', async () => {
    backend.answer = json({ code: 'StepUpRequired', maxAge: 900 }, 403);
    expect(await failure(client.deleteUser(once()))).toMatchObject({
      code: 'StepUpRequired',
      status: 403,
      maxAge: 900,
      signedOut: false,
    });
  });

  it('is only its status when the code is empty', async () => {
    backend.answer = json({ code: '', message: '' }, 503);
    expect(await saving()).toMatchObject({ code: 'ServiceUnavailable', status: 503 });
  });

  it('cannot reach beyond its fields', async () => {
    backend.answer = text(
      '{"code":"X","errors":[{"pointer":"/__proto__"}],"details":{".__proto__":["x"]}}',
      422,
    );
    const error = await saving();
    expect(Object.getPrototypeOf(error.fields)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('message');
  });
});
