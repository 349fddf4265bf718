import { personalRequest, serviceRequest } from '../../demo/mount-token.ts';
import { reportsPath } from '../reports.ts';
import { jsonSchema } from './parts.ts';
import type { Json } from './parts.ts';

const text = (description: string, type = 'text/html'): Json => ({
  description,
  content: { [type]: { schema: { type: 'string' } } },
});

const open = (operationId: string, summary: string, rest: Json): Json => ({
  operationId,
  summary,
  security: [],
  ...rest,
});

const answer = (description: string, properties: Json): Json => ({
  description,
  content: { 'application/json': { schema: { type: 'object', properties } } },
});

const status = (description: string): Json => answer(description, { status: { type: 'string' } });

const refused = {
  description: 'Refused.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const seeOther = {
  description: 'Done; look there.',
  headers: { Location: { schema: { type: 'string' } } },
};

const demoPaths: Json = {
  '/sign-in': {
    get: open('showSignIn', 'The people of the demo', {
      parameters: [{ name: 'next', in: 'query', schema: { type: 'string', default: '/' } }],
      responses: { 200: text('A page of forms.') },
    }),
    post: open('signIn', 'Sign in as one of them', {
      requestBody: {
        required: true,
        content: {
          'application/x-www-form-urlencoded': {
            schema: {
              type: 'object',
              required: ['username'],
              properties: {
                username: { type: 'string' },
                next: { type: 'string' },
                acting: {
                  type: 'string',
                  description: 'Whatever it says: not as the person, but to act for them.',
                },
              },
            },
          },
        },
      },
      responses: { 303: seeOther, 403: refused, 404: refused, 413: refused },
    }),
  },
  '/sign-in.css': {
    get: open('getSignInStyle', 'The style of that page', {
      responses: { 200: text('A style sheet.', 'text/css'), 304: { description: 'Not modified.' } },
    }),
  },
  '/sign-out': {
    post: open('signOut', 'Sign this browser out', { responses: { 303: seeOther, 403: refused } }),
  },
  '/demo/token': {
    post: {
      operationId: 'createDemoToken',
      summary: 'Sign in and get a token, for programs that can read the data directory',
      security: [{ bearer: [] }],
      requestBody: {
        required: true,
        content: {
          'text/plain': { schema: { type: 'string', description: 'A username.' } },
          'application/json': {
            schema: { anyOf: [personalRequest, serviceRequest].map(jsonSchema) },
          },
        },
      },
      responses: {
        200: answer('The token, or the key.', { token: { type: 'string' } }),
        400: refused,
        401: refused,
        404: answer('Nobody is called that; who is known.', {
          known: { type: 'array', items: { type: 'string' } },
        }),
        413: refused,
        422: refused,
      },
    },
  },
};

const notice = text('A page that says what happened, with one way on.');

const providerPaths: Json = {
  '/sign-in': {
    get: open('signIn', 'Sign in at the provider', {
      parameters: [
        { name: 'next', in: 'query', schema: { type: 'string', default: '/' } },
        {
          name: 'max_age',
          in: 'query',
          description: 'Seconds since the sign-in at the provider at most.',
          schema: { type: 'integer', minimum: 0, maximum: 86400 },
        },
      ],
      responses: { 302: seeOther, 503: notice },
    }),
  },
  '/sign-in/callback': {
    get: open('endSignIn', 'Where the provider sends people back to', {
      parameters: ['code', 'state', 'iss', 'error'].map((name) => ({
        name,
        in: 'query',
        schema: { type: 'string' },
      })),
      responses: { 303: seeOther, 400: notice, 403: notice, 503: notice },
    }),
  },
  '/sign-in/back-channel-logout': {
    post: open('logOutByProvider', 'The provider signs somebody out', {
      requestBody: {
        required: true,
        content: {
          'application/x-www-form-urlencoded': {
            schema: {
              type: 'object',
              required: ['logout_token'],
              properties: { logout_token: { type: 'string' } },
            },
          },
        },
      },
      responses: {
        200: { description: 'Done.' },
        400: answer('Not a logout token, or one seen before.', { error: { type: 'string' } }),
        413: refused,
      },
    }),
  },
  '/sign-in.css': demoPaths['/sign-in.css'],
  '/sign-out': {
    post: open('signOut', 'Sign this browser out, and go on to do so at the provider', {
      responses: { 303: seeOther, 403: refused },
    }),
  },
  '/signed-out': {
    get: open('showSignedOut', 'That somebody is signed out', { responses: { 200: notice } }),
  },
};

/** How people sign in to the page: as one of the demo's, at a provider, or not at all. */
export type WaysIn = 'demo' | 'provider' | 'none';
const pathsIn: Readonly<Record<WaysIn, Json>> = {
  demo: demoPaths,
  provider: providerPaths,
  none: {},
};

/** What the service answers beside the REST dialect. */
export const otherPaths = (waysIn: WaysIn): Json => ({
  '/healthz': {
    get: open('isAlive', 'Whether the process is alive', { responses: { 200: status('It is.') } }),
  },
  '/readyz': {
    get: open('isReady', 'Whether the service can serve', {
      responses: { 200: status('It can.'), 503: refused },
    }),
  },
  '/openapi.json': {
    get: open('describe', 'This document', {
      responses: { 200: text('The document.', 'application/json') },
    }),
  },
  [reportsPath]: {
    post: open('report', 'What browsers tell that the page’s policy kept from happening', {
      requestBody: {
        required: true,
        content: {
          'application/csp-report': { schema: { type: 'object' } },
          'application/reports+json': { schema: { type: 'array', items: { type: 'object' } } },
        },
      },
      responses: { 204: { description: 'Taken.' }, 400: refused, 413: refused },
    }),
  },
  ...pathsIn[waysIn],
});
