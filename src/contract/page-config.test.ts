import { expect, it, test } from 'vitest';
import { ConfigError, parsePageConfig } from './read-page-config.ts';

const read = (config: unknown) => parsePageConfig(JSON.stringify(config));

function problems(config: unknown) {
  try {
    read(config);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

it('may be empty', () => {
  expect(read({})).toEqual({});
});

it('may say everything at once', () => {
  const whole = {
    backend: { kind: 'mirra', baseUrl: 'https://api.example.com/v1' },
    auth: 'proxy',
    signInUrl: 'https://id.example.com/login?brand=a',
    pages: ['profile', 'danger-zone'],
    can: {
      user: { email: 'read', phoneNumber: 'none' },
      preferences: { socials: 'none' },
      clear: { bio: false },
      usage: { history: false },
      sessions: { revoke: false },
      usernameAvailability: false,
      exportData: false,
      deletion: { available: false, graceDays: 14 },
    },
    locale: 'ar-EG',
    brand: {
      name: 'Analytical Engines',
      logoUrl: '/logo.svg',
      accent: { light: '#005f73', dark: '#94d2bd' },
    },
    clients: {
      acme: { origins: ['https://app.acme.example', 'https://acme.example:8443'] },
      'local-1': { origins: ['http://localhost:4000'] },
    },
  };
  expect(read(whole)).toEqual(whole);
});

test.each(['/api', '/', 'https://api.bird.com', 'http://127.0.0.1:3000', 'http://localhost'])(
  'a backend may stand at %s',
  (baseUrl) => {
    expect(problems({ backend: { baseUrl } })).toEqual([]);
  },
);

test.each([
  '//evil.example',
  '/\\evil.example',
  'http://api.example.com',
  'ftp://api.example.com',
  '/api?x=1',
  '/api#a',
  '/.//evil.example',
  'https://api.example.com?key=1',
  'https://api.example.com#a',
  'api.example.com',
  'javascript:alert(1)',
  '',
])('a backend may not stand at %j', (baseUrl) => {
  expect(problems({ backend: { baseUrl } })).toEqual([
    { key: 'backend.baseUrl', rule: 'address', value: JSON.stringify(baseUrl) },
  ]);
});

test.each([
  [{ backend: { kind: 'soap' } }, 'backend.kind', 'one_of'],
  [{ backend: 'rest' }, 'backend', 'type'],
  [{ auth: 'apiKey' }, 'auth', 'one_of'],
  [{ signInUrl: 'javascript:alert(1)' }, 'signInUrl', 'page_address'],
  [{ pages: [] }, 'pages', 'pages'],
  [{ pages: ['usage', 'usage'] }, 'pages', 'pages'],
  [{ pages: ['billing'] }, 'pages.0', 'one_of'],
  [{ can: { user: { email: 'write' } } }, 'can.user.email', 'one_of'],
  [{ can: { usage: { history: 'no' } } }, 'can.usage.history', 'type'],
  [{ can: { deletion: { graceDays: 0 } } }, 'can.deletion.graceDays', 'type'],
  [{ locale: 'text' }, 'locale', 'locale'],
  [{ brand: { name: ' ' } }, 'brand.name', 'name'],
  [{ brand: { accent: { light: 'red', dark: '#fff000' } } }, 'brand.accent.light', 'colour'],
  [{ brand: { accent: { light: '#005f73' } } }, 'brand.accent.dark', 'type'],
  [{ clients: [] }, 'clients', 'type'],
  [{ clients: { Acme: { origins: ['https://a.example'] } } }, 'clients', 'client'],
  [{ clients: { a: {} } }, 'clients.a.origins', 'type'],
  [{ clients: { a: { origins: [] } } }, 'clients.a.origins', 'origins'],
  [
    { clients: { a: { origins: ['https://a.example', 'https://a.example'] } } },
    'clients.a.origins',
    'origins',
  ],
  [[], '', 'type'],
])('%j is wrong at %j: %s', (config, key, rule) => {
  expect(problems(config)).toMatchObject([{ key, rule }]);
});

test.each([
  '*',
  'null',
  'https://*.acme.example',
  'https://acme.example/',
  'https://acme.example/page',
  'https://acme.example:443',
  'https://ACME.example',
  'http://acme.example',
  'https://ada:secret@acme.example',
  'acme.example',
  "https://acme.example'; script-src *",
  'https://acme.example https://evil.example',
  'file:///',
])('%j is no origin that may show the page', (origin) => {
  expect(problems({ clients: { a: { origins: [origin] } } })).toMatchObject([
    { key: 'clients.a.origins.0', rule: 'origin' },
  ]);
});

it('says what stands there and what may stand there', () => {
  expect(problems({ backend: { kind: 'soap' } })).toEqual([
    {
      key: 'backend.kind',
      rule: 'one_of',
      value: '"soap"',
      allowed: ['rest', 'bird', 'mirra'],
    },
  ]);
});

it('names every key that is unknown, and never what stood there: it may be a secret', () => {
  expect(problems({ apiKey: 'secret', backend: { key: 'secret' } })).toEqual([
    { key: 'backend.key', rule: 'unknown_key' },
    { key: 'apiKey', rule: 'unknown_key' },
  ]);
});

it('never repeats credentials', () => {
  const [problem] = problems({ backend: { baseUrl: 'https://ada:secret@api.example.com' } });
  expect(problem).toEqual({
    key: 'backend.baseUrl',
    rule: 'address',
    value: '"https://***@api.example.com"',
  });
});

it.each(['/.//evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'sends nobody to %s to sign in',
  (signInUrl) => {
    expect(problems({ signInUrl })).toMatchObject([{ key: 'signInUrl', rule: 'page_address' }]);
  },
);

it('may begin with a byte order mark', () => {
  expect(parsePageConfig('\uFEFF{"locale":"ar"}')).toEqual({ locale: 'ar' });
});

it('refuses what is no JSON', () => {
  expect(() => parsePageConfig('{')).toThrow(ConfigError);
});
