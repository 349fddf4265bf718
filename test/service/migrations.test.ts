import { expect, test } from 'vitest';
import { migrate } from '../../src/server/db/migrate.ts';
import { migrations } from '../../src/server/db/migrations.ts';
import { onBothDatabases } from './world.ts';

onBothDatabases((world) => {
  test('a database of the first release keeps its sessions when it is brought up to date', async () => {
    const { db } = world();
    const me = await world().person();
    const tables = () =>
      db.query(
        `select table_name::text, column_name::text, data_type::text
         from information_schema.columns where table_schema = current_schema() order by 1, 2`,
      );
    const current = await tables();
    await db.query(`alter table sessions drop column actor_id, drop column actor_name,
      drop column api_key_hash, drop column provider_session`);
    await db.query('drop table sign_in_attempts, logout_tokens, provider_logouts');
    await db.query('delete from schema_migrations where version > 1');
    await migrate(db);
    expect(await tables()).toEqual(current);
    const { status, body } = await world().call(me, '/me');
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('executionMode');
    expect(await db.query('select version::int from schema_migrations order by 1')).toEqual(
      migrations.map(({ version }) => ({ version })),
    );
  });
});
