import { describe, expect, test } from 'vitest';
import { onBothDatabases } from './world.ts';

onBothDatabases((world, on) => {
  describe('If-Match', () => {
    test('refuses a change of what somebody else changed', async () => {
      const me = await world().person();
      const { etag } = await world().call(me, '/me');
      const patch = (name: string, tag: string) =>
        world().call(me, '/me', { method: 'PATCH', json: { name }, headers: { 'If-Match': tag } });
      expect((await patch('First', etag)).status).toBe(200);
      const stale = await patch('Second', etag);
      expect(stale.status).toBe(412);
      expect(stale.body.code).toBe('PreconditionFailed');
      expect((await world().call(me, '/me')).body.name).toBe('First');
      expect((await patch('Any', '*')).status).toBe(200);
      for (const malformed of ['nonsense', '"open', `W/${etag}`, '']) {
        expect((await patch('Never', malformed)).status).toBe(412);
      }
      const { etag: now } = await world().call(me, '/me');
      expect((await patch('Listed', `"other", ${now}`)).status).toBe(200);
    });

    test('never takes another person’s tag, nor that of the preferences', async () => {
      const me = await world().person();
      const other = await world().person();
      const theirs = (await world().call(other, '/me')).etag;
      const preferences = (await world().call(me, '/me/preferences')).etag;
      for (const tag of [theirs, preferences]) {
        const refused = await world().call(me, '/me', {
          method: 'PATCH',
          json: { name: 'Never' },
          headers: { 'If-Match': tag },
        });
        expect(refused.status).toBe(412);
      }
    });

    test('If-None-Match answers 304 until something changes, a new device included', async () => {
      const me = await world().person();
      const { etag } = await world().call(me, '/me');
      const again = () => world().call(me, '/me', { headers: { 'If-None-Match': `W/${etag}` } });
      const unchanged = await again();
      expect(unchanged.status).toBe(304);
      expect(unchanged.text).toBe('');
      await world().signIn(me);
      expect((await again()).status).toBe(200);
    });

    // On its one connection the embedded database runs a race as a queue.
    const races = on === 'PostgreSQL' ? 1000 : 200;
    test(`loses none of ${races} races of two writers`, { timeout: 120_000 }, async () => {
      const me = await world().person({ bio: '' });
      let { etag } = await world().call(me, '/me');
      let lost = 0;
      for (let race = 0; race < races; race += 1) {
        const replies = await Promise.all(
          ['a', 'b'].map((writer) =>
            world().call(me, '/me', {
              method: 'PATCH',
              json: { name: `${writer} ${race}` },
              headers: { 'If-Match': etag },
            }),
          ),
        );
        const winners = replies.filter(({ status }) => status === 200);
        const refused = replies.filter(({ status }) => status === 412);
        if (winners.length !== 1 || refused.length !== 1) lost += 1;
        etag = winners[0]?.etag ?? etag;
      }
      expect(lost).toBe(0);
      expect((await world().call(me, '/me')).etag).toBe(etag);
    });
  });

  describe('Idempotency-Key', () => {
    const keyed = (key: string, json: unknown) => ({
      method: 'PATCH',
      json,
      headers: { 'Idempotency-Key': key },
    });

    test('answers a repeated request as the first time, without a second effect', async () => {
      const me = await world().person();
      const first = await world().call(me, '/me', keyed('k1', { name: 'Once' }));
      await world().call(me, '/me', { method: 'PATCH', json: { name: 'Later' } });
      const again = await world().call(me, '/me', keyed('k1', { name: 'Once' }));
      expect([again.status, again.text, again.etag]).toEqual([200, first.text, first.etag]);
      expect((await world().call(me, '/me')).body.name).toBe('Later');
    });

    test('refuses a key used for another request, and takes it from another person', async () => {
      const me = await world().person();
      const other = await world().person();
      await world().call(me, '/me', keyed('k1', { name: 'Once' }));
      const reused = await world().call(me, '/me', keyed('k1', { name: 'Twice' }));
      expect([reused.status, reused.body.code]).toEqual([422, 'IdempotencyKeyReused']);
      expect((await world().call(other, '/me', keyed('k1', { name: 'Twice' }))).status).toBe(200);
    });

    test('has one effect when the same request arrives many times at once', async () => {
      const me = await world().person();
      for (let device = 0; device < 5; device += 1) await world().signIn(me);
      const replies = await Promise.all(
        Array.from({ length: 6 }, () =>
          world().call(me, '/me/sessions?except=current', {
            method: 'DELETE',
            headers: { 'Idempotency-Key': 'out' },
          }),
        ),
      );
      expect(replies.map(({ text }) => text)).toEqual(
        Array.from({ length: 6 }, () => '{"revoked":5}'),
      );
    });

    test('repeats an answer without a body too', async () => {
      const me = await world().person();
      const token = await world().signIn(me);
      const { body } = await world().call(token, '/me/sessions?limit=1');
      const revoke = () =>
        world().call(me, `/me/sessions/${body.results[0].id}`, {
          method: 'DELETE',
          headers: { 'Idempotency-Key': 'one' },
        });
      expect((await revoke()).status).toBe(204);
      expect((await revoke()).status).toBe(204);
    });

    test('a refusal is not kept: the corrected request may use the key', async () => {
      const me = await world().person();
      expect((await world().call(me, '/me', keyed('k1', { name: '' }))).status).toBe(422);
      expect((await world().call(me, '/me', keyed('k1', { name: 'Good' }))).status).toBe(200);
    });

    test('is forgotten after a day', async () => {
      const me = await world().person();
      await world().call(me, '/me', keyed('k1', { name: 'Once' }));
      await world().db.query(
        `update idempotency_keys set created_at = now() - interval '25 hours'`,
      );
      expect((await world().call(me, '/me', keyed('k1', { name: 'Twice' }))).status).toBe(200);
    });

    test.each(['', 'with space', 'ü', 'x'.repeat(256)])('refuses the key %j', async (key) => {
      const me = await world().person();
      expect((await world().call(me, '/me', keyed(key, { name: 'No' }))).status).toBe(400);
    });
  });
});
