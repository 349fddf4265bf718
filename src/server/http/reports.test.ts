import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from './reports.ts';

const csp = (report: object) => ({ 'csp-report': report });

test('a report by report-uri is a directive, an origin and a route', () => {
  expect(
    linesOf(
      csp({
        'document-uri': 'https://account.example/embed/usage?client=acme&canary=1#canary',
        referrer: 'https://canary.example/',
        'effective-directive': 'img-src',
        'blocked-uri': 'https://cdn.example/canary/ada.png?canary',
        'script-sample': 'canary',
      }),
    ),
  ).toEqual([{ directive: 'img-src', blocked: 'https://cdn.example', route: '/embed/usage' }]);
});

test('a report of the Reporting API is the same', () => {
  const report = {
    type: 'csp-violation',
    url: 'https://account.example/profile?canary',
    body: {
      effectiveDirective: 'require-trusted-types-for',
      blockedURL: 'trusted-types-sink',
      sample: 'canary',
    },
  };
  expect(linesOf([report])).toEqual([
    { directive: 'require-trusted-types-for', blocked: 'trusted-types-sink', route: '/profile' },
  ]);
});

test.each([
  [{ 'blocked-uri': 'data:text/html,canary' }, 'unknown'],
  [{ 'blocked-uri': 'canary@example.org' }, 'unknown'],
  [{ 'blocked-uri': 7 }, 'unknown'],
  [{}, 'unknown'],
])('of %j nothing is told but that it was %s', (report, blocked) => {
  expect(linesOf(csp(report))).toEqual([{ directive: 'unknown', blocked, route: 'other' }]);
});

test('whatever is posted, a line is of words, an origin and a known route', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.record({ 'csp-report': fc.dictionary(fc.string(), fc.anything()) }),
    fc.record({
      'csp-report': fc.record({
        'effective-directive': fc.string(),
        'blocked-uri': fc.oneof(fc.string(), fc.webUrl()),
        'document-uri': fc.oneof(fc.string(), fc.webUrl()),
      }),
    }),
    fc.array(
      fc.record({
        type: fc.string(),
        url: fc.webUrl({ withQueryParameters: true }),
        body: fc.record({ effectiveDirective: fc.string(), blockedURL: fc.string() }),
      }),
    ),
  );
  fc.assert(
    fc.property(anything, (body) => {
      for (const { directive, blocked, route } of linesOf(body)) {
        expect(directive).toMatch(/^[a-z][a-z-]{0,40}$/);
        expect(blocked).toMatch(/^([a-z-]{1,40}|[a-z][a-z\d+.-]*:\/\/[^/?#]*)$/);
        expect(route).toMatch(
          /^(other|(\/embed)?\/(profile|preferences|usage|sessions|danger-zone))$/,
        );
      }
    }),
    { numRuns: 2000 },
  );
});
