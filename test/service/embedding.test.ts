import { beforeEach, describe, expect, test } from 'vitest';
import type { Hono } from 'hono';
import type { AppEnv } from '../../src/server/http/app-env.ts';
import { configuredSite } from '../../src/server/page/page-config.ts';
import { emptySite, type Site } from '../../src/server/page/site.ts';
import { onBothDatabases } from './world.ts';

const file = (type: string, text: string) => ({
  type,
  tag: text.slice(0, 5),
  bytes: new TextEncoder().encode(text),
  compressed: {},
});

const site: Site = {
  ...emptySite,
  files: new Map([
    ['/index.html', file('text/html', '<!-- config: x --><!-- /config -->')],
    ['/embed.js', file('text/javascript', 'export {}')],
    ['/embed-words.js', file('text/javascript', 'export {}')],
  ]),
};

const clients = {
  acme: { origins: ['https://app.acme.example', 'https://beta.acme.example'] },
  other: { origins: ['https://other.example'] },
};

const directive = (policy: string | null, name: string) =>
  policy
    ?.split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1);

onBothDatabases((world) => {
  let app: Hono<AppEnv>;
  beforeEach(() => {
    app = world().remake({ site: configuredSite(site, { clients, locale: 'ar' }) });
  });
  const open = (path: string) => app.request(path, { headers: { Accept: 'text/html' } });
  const policyOf = async (path: string) =>
    (await open(path)).headers.get('Content-Security-Policy');

  describe('who may frame the page', () => {
    test.each(['profile', 'preferences', 'usage', 'sessions', 'danger-zone'])(
      '/embed/%s is for exactly the origins of its client',
      async (page) => {
        const answer = await open(`/embed/${page}?client=acme`);
        expect(answer.status).toBe(200);
        expect(directive(answer.headers.get('Content-Security-Policy'), 'frame-ancestors')).toBe(
          'https://app.acme.example https://beta.acme.example',
        );
      },
    );

    test.each([
      '/profile',
      '/danger-zone',
      '/danger-zone?client=acme',
      '/embed',
      '/embed/',
      '/embed/profile',
      '/embed/profile?client=',
      '/embed/profile?client=nobody',
      '/embed/profile?client=__proto__',
      '/embed/profile?client=other&client=acme&x=/embed/',
      '/embed/unknown?client=acme',
      '/embed/profile/?client=acme',
      '/embed//profile?client=acme',
      '/embed.js',
      '/me',
      '/sign-in',
      '/healthz',
    ])('nobody may frame %s for acme', async (path) => {
      const ancestors = directive(await policyOf(path), 'frame-ancestors');
      expect(ancestors).toBe(path.includes('client=other') ? 'https://other.example' : "'none'");
    });

    test('a client that is not known gets no page', async () => {
      const answer = await open('/embed/profile?client=nobody');
      expect([answer.status, await answer.text()]).toEqual([404, 'There is no such client\n']);
    });

    test('a client’s document knows of no other client, and asks for no account by cookie', async () => {
      const text = await (await open('/embed/profile?client=acme')).text();
      expect(text).toContain('app.acme.example');
      expect(text).toContain('"locale":"ar"');
      expect(text).not.toContain('other');
      expect(text).not.toContain('/me');
    });

    test('the page of its own knows of no client', async () => {
      const answer = await app.request('/profile', {
        headers: { Accept: 'text/html', Cookie: 'account_session=x' },
      });
      expect(await answer.text()).not.toContain('acme');
    });
  });

  test.each(['/embed.js', '/embed-words.js'])('any origin may load %s', async (path) => {
    const { headers } = await open(path);
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    expect((await open('/profile')).headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  test('no text becomes code, and what is kept from happening is told', async () => {
    for (const path of ['/profile', '/embed/profile?client=acme', '/sign-in']) {
      const policy = await policyOf(path);
      expect(directive(policy, 'require-trusted-types-for')).toBe("'script'");
      expect(directive(policy, 'trusted-types')).toBe("'none'");
      expect(directive(policy, 'report-uri')).toBe('/reports');
      expect((await open(path)).headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    }
  });

  describe('a report', () => {
    const report = (body: string, type = 'application/csp-report') =>
      app.request('/reports', { method: 'POST', body, headers: { 'Content-Type': type } });
    const lines = () =>
      world()
        .logged.map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter(({ msg }) => msg === 'policy report');
    beforeEach(() => void (world().logged.length = 0));

    test('is one line of the log, with nothing of the person', async () => {
      const answer = await report(
        JSON.stringify({
          'csp-report': {
            'document-uri': 'https://a.example/profile?canary',
            'effective-directive': 'script-src-elem',
            'blocked-uri': 'https://evil.example/canary.js',
            'script-sample': 'canary',
            referrer: 'https://canary.example/',
          },
        }),
      );
      expect(answer.status).toBe(204);
      expect(lines()).toMatchObject([
        { directive: 'script-src-elem', blocked: 'https://evil.example', route: '/profile' },
      ]);
      expect(world().logged.join()).not.toContain('canary');
    });

    test('that is none is refused, or says nothing', async () => {
      expect((await report('{')).status).toBe(400);
      expect((await report('7')).status).toBe(204);
      expect((await report(`"${'x'.repeat(70_000)}"`)).status).toBe(413);
      expect(lines()).toEqual([]);
    });

    test('floods no log', async () => {
      const many = JSON.stringify(Array.from({ length: 50 }, () => ({ type: 'csp-violation' })));
      for (let times = 0; times < 10; times += 1) await report(many, 'application/reports+json');
      // Two minutes at most, whenever the clock turned.
      expect(lines().length).toBeLessThanOrEqual(120);
      expect(lines().length).toBeGreaterThanOrEqual(60);
    });
  });
});
