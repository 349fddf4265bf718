import { expect } from 'vitest';
import type { UserField, UserPatch } from '../../src/contract/user.ts';
import { fixture } from './fixture.ts';
import { failure, once, type Suite } from './harness.ts';

export function profileTests({ cases, client, signIn, some }: Suite): void {
  const edit = (value: string) => ({ [some]: value });

  cases.group('reading the account', () => {
    cases.it([], 'shows who is signed in, by all that the backend knows', async () => {
      const { value } = await client().getUser();
      const known = {
        name: fixture.name,
        username: fixture.username,
        bio: fixture.bio,
        locale: fixture.locale,
        timezone: fixture.timezone,
        email: 'ada@example.com',
        phoneNumber: '+442079460123',
      };
      const shown = Object.entries(known).filter(([field]) =>
        cases.meets(`shows.${field as UserField}`),
      );
      expect(value).toMatchObject(Object.fromEntries(shown));
      expect(value.name).not.toBe('');
      expect(value.deletion).toBeUndefined();
      expect(value.executionMode).toBeUndefined();
      expect(value.actor).toBeUndefined();
    });

    cases.it(['sessions.count'], 'says how many devices are signed in', async () => {
      expect((await client().getUser()).value.activeSessions).toBe(fixture.otherDevices.length + 1);
    });

    cases.it([], 'shows the same as long as nothing changes', async () => {
      expect(await client().getUser()).toEqual(await client().getUser());
    });

    cases.it(['versions'], 'has a strong version that stays while nothing changes', async () => {
      const first = await client().getUser();
      expect(first.etag).toMatch(/^"[^"]+"$/);
      expect((await client().getUser()).etag).toBe(first.etag);
    });
  });

  cases.group('saving the profile', () => {
    const hostile = '<img src=x onerror=alert(1)> \u202eabc 😀 \\u0000 %00 ";--';
    const values: readonly (readonly [keyof UserPatch, string])[] = [
      ['name', 'Augusta Ada King'],
      ['name', hostile],
      ['name', '😀'.repeat(100)],
      ['username', 'Countess_of-Lovelace'],
      ['username', '-_-'],
      ['bio', `Two\nlines, ${hostile}`],
      ['bio', ''],
      ['bio', '漢'.repeat(500)],
      ['avatarUrl', 'https://example.com/ada.png?size=2&x=%20'],
      ['locale', 'ar-u-nu-latn'],
      ['timezone', 'Asia/Calcutta'],
      ['timezone', 'US/Pacific'],
    ];

    cases.each(values, (field) => [`user.${field}`])(
      'keeps a new %s exactly: %j',
      async (field, value) => {
        const before = await client().getUser();
        const saved = await client().updateUser({ [field]: value }, once());
        expect(saved.value[field]).toBe(value);
        expect(saved.etag !== before.etag).toBe(cases.meets('versions'));
        const now = (await client().getUser()).value;
        expect(now[field]).toBe(value);
        // Where nobody has a display name, the username stands for it.
        const hidden = new Set<string>([field, 'updatedAt']);
        if (!cases.meets('shows.name')) hidden.add('name');
        const others = (of: object) => Object.entries(of).filter(([key]) => !hidden.has(key));
        expect(others(now)).toEqual(others(before.value));
      },
    );

    const cleared = [
      ['bio', 'Notes'],
      ['avatarUrl', 'https://example.com/a.png'],
      ['locale', 'fr'],
      ['timezone', 'Asia/Tokyo'],
    ] as const;
    cases.each(cleared, (field) => [`user.${field}`, `clear.${field}`])(
      'clears the %s',
      async (field, value) => {
        await client().updateUser({ [field]: value }, once());
        const saved = await client().updateUser({ [field]: null }, once());
        expect(saved.value[field]).toBeUndefined();
        expect((await client().getUser()).value[field]).toBeUndefined();
      },
    );

    cases.it([], 'changes nothing when nothing is asked', async () => {
      const before = await client().getUser();
      expect(await client().updateUser({}, once(before.etag))).toEqual(before);
      const same = edit(fixture[some]);
      expect(await client().updateUser(same, once(before.etag))).toEqual(before);
    });

    cases.it([], 'overwrites what it names, and nothing that another device changed', async () => {
      const elsewhere = await signIn();
      await elsewhere.updateUser({ timezone: 'Asia/Tokyo' }, once());
      const saved = await client().updateUser(edit('mine'), once());
      expect(saved.value).toMatchObject({ timezone: 'Asia/Tokyo', [some]: 'mine' });
      expect((await elsewhere.getUser()).value).toMatchObject({
        timezone: 'Asia/Tokyo',
        [some]: 'mine',
      });
    });

    cases.it(['versions'], 'refuses to save over a change the person has not seen', async () => {
      const seen = await client().getUser();
      const theirs = await client().updateUser(edit('theirs'), once(seen.etag));
      const error = await failure(client().updateUser(edit('mine'), once(seen.etag)));
      expect(error).toMatchObject({ code: 'PreconditionFailed', status: 412 });
      expect(await client().getUser()).toEqual(theirs);
      const mine = await client().updateUser(edit('mine'), once(theirs.etag));
      expect(mine.value[some]).toBe('mine');
    });

    cases.it(['versions'], 'lets one of two writers through who saw the same version', async () => {
      const seen = await client().getUser();
      const writes = ['one', 'two'].map((text) => client().updateUser(edit(text), once(seen.etag)));
      const settled = await Promise.allSettled(writes);
      expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    });

    cases.it(
      ['intents'],
      'answers a repeated intent as the first time, without a second effect',
      async () => {
        const seen = await client().getUser();
        const mine = once(seen.etag);
        const first = await client().updateUser(edit('mine'), mine);
        expect(await client().updateUser(edit('mine'), mine)).toEqual(first);
        const theirs = await client().updateUser(edit('theirs'), once(first.etag));
        await client().updateUser(edit('mine'), mine);
        expect(await client().getUser()).toEqual(theirs);
      },
    );

    cases.it(['intents'], 'refuses an intent that now asks for something else', async () => {
      const intent = once();
      await client().updateUser(edit('one'), intent);
      const error = await failure(client().updateUser(edit('two'), intent));
      expect(error).toMatchObject({ code: 'IdempotencyKeyReused', status: 422 });
      expect((await client().getUser()).value[some]).toBe('one');
    });
  });

  cases.group('a call the caller gave up', () => {
    cases.it([], 'ends with the reason, before or after it was sent', async () => {
      const reason = new Error('the page was left');
      await expect(client().getUser({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      const controller = new AbortController();
      const call = client().getUser({ signal: controller.signal });
      controller.abort(reason);
      await expect(call).rejects.toBe(reason);
    });
  });
}
