import { expect } from 'vitest';
import { fixture } from './fixture.ts';
import type { Suite } from './harness.ts';

export function surroundingTests({ cases, client }: Suite): void {
  cases.group('the availability of a username', () => {
    cases.each(
      [
        ['new-name', true, undefined],
        ['ada', true, undefined],
        ['ADA', true, undefined],
        ['grace', false, 'username_taken'],
        [fixture.taken, false, 'username_taken'],
        ['Admin', false, 'username_reserved'],
        ['a', false, 'username_length'],
        ['a&username=new-name', false, 'username_characters'],
        ['', false, 'username_length'],
      ],
      ['usernameAvailability'],
    )('%j: %s %s', async (username, available, reason) => {
      const answer = await client().checkUsername(username);
      expect(answer.available).toBe(available);
      expect(answer.reason).toBe(reason);
    });
  });

  cases.group('the export', () => {
    cases.it(
      ['exportData'],
      'is one JSON document of the person, with a name for the file',
      async () => {
        const { blob, filename } = await client().exportData();
        const text = await blob.text();
        expect(JSON.parse(text)).toBeTypeOf('object');
        expect(text).toContain(fixture.name);
        expect(text).toContain('countess@example.org');
        expect(filename).toMatch(/^[\w-]+\.json$/);
      },
    );
  });
}
