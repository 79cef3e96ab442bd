import process from 'node:process';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { resetDatabase } from './test-database';

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
beforeAll(() => client.connect());
afterAll(() => client.end());
beforeEach(resetDatabase);

const insert = `INSERT INTO audit_entry (id, event, subject_type)
  VALUES (gen_random_uuid(), 'memo.edited', 'memo')`;

test.each([
  `UPDATE audit_entry SET event = 'memo.read'`,
  'DELETE FROM audit_entry',
  'TRUNCATE audit_entry',
])('the audit refuses: %s', async (sql) => {
  await client.query(insert);
  await expect(client.query(sql)).rejects.toThrow('The audit is append-only');
  expect((await client.query('SELECT event FROM audit_entry')).rows).toEqual([
    { event: 'memo.edited' },
  ]);
});

test('each test begins with empty tables, and the application is no superuser', async () => {
  expect((await client.query('SELECT 1 FROM audit_entry')).rowCount).toBe(0);
  const { rows } = await client.query(`SELECT current_setting('is_superuser') AS is`);
  expect(rows).toEqual([{ is: process.env.TEST_DATABASE_URL ? 'on' : 'off' }]);
});
