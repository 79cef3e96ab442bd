import { createHmac, hkdfSync } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { buildActor, buildTeam } from '@/prisma/builders';
import { record } from '../audit';
import { db } from '../db';
import { resetDatabase } from '../test-database';
import { doFrom } from '../whence';
import { auditFilterSchema, exportAudit, listAudit } from './list';
import { checkAudit, sealAudit } from './seal';

beforeEach(async () => {
  process.env.NEXTAUTH_SECRET = 'a secret of sixteen letters or more';
  await resetDatabase();
});

async function write(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1)
    await record(db(), {
      actorId: null,
      event: 'memo.exported',
      subjectType: 'memo',
      subjectId: null,
      detail: { n, format: 'pdf' },
    });
}

/** As whoever owns the database could, past every trigger. */
async function byForce(sql: string): Promise<void> {
  await db().$transaction(async (tx) => {
    for (const table of ['audit_entry', 'audit_seal', 'audit_sealed'])
      await tx.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await tx.$executeRawUnsafe(sql);
    for (const table of ['audit_entry', 'audit_seal', 'audit_sealed'])
      await tx.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  });
}

async function sealed(): Promise<string> {
  await write(3);
  expect(await sealAudit()).toBe(3);
  await write(2);
  const { faults, head, ...counts } = await checkAudit();
  expect({ faults, ...counts }).toEqual({ faults: [], entries: 5, seals: 2, unsealed: 0 });
  return head;
}

test('by which way something was done is kept, sealed and told; older entries stand without it', async () => {
  await write(1);
  await doFrom('web 203.0.113.7', () => write(1));
  await sealAudit();
  expect((await checkAudit()).faults).toEqual([]);
  const administrator = await buildActor(db(), 'administrator', []);
  const filter = auditFilterSchema.parse({});
  const { lines } = await listAudit(administrator, filter);
  expect(lines.map(({ whence }) => whence)).toEqual(['web 203.0.113.7', null]);
  expect(await exportAudit(administrator, filter)).toContain('web 203.0.113.7');
  await byForce(`UPDATE audit_entry SET whence = 'web 203.0.113.8' WHERE whence IS NOT NULL`);
  expect((await checkAudit()).faults).toEqual([expect.stringMatching(/^What is under seal 1/)]);
});

test('a seal of before it was kept is the same bytes', async () => {
  await write(2);
  await sealAudit();
  const [seal] = await db().auditSeal.findMany();
  const rows = await db().auditEntry.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  const key = hkdfSync(
    'sha256',
    process.env.NEXTAUTH_SECRET ?? '',
    '',
    'scenesetter audit seal',
    32,
  );
  const mac = createHmac('sha256', Buffer.from(key));
  for (const { id, at, event, detail } of rows) {
    const details = Object.entries(detail as object).sort(([a], [b]) => (a < b ? -1 : 1));
    mac.update(`\n${JSON.stringify([id, at.toISOString(), null, event, 'memo', null, details])}`);
  }
  expect(seal?.mac).toBe(mac.digest('hex'));
});

test('an untouched log is sealed whole, and two who seal at once seal nothing twice', async () => {
  await write(5);
  const both = await Promise.all([sealAudit(), sealAudit()]);
  expect(both.sort()).toEqual([0, 5]);
  expect((await checkAudit()).faults).toEqual([]);
});

test.each([
  [
    'an entry that was changed',
    `UPDATE audit_entry SET detail = '{"n": 9}'`,
    /^What is under seal 1/,
  ],
  [
    'one whose time was changed',
    `UPDATE audit_entry SET at = at - interval '1 s'`,
    /^What is under/,
  ],
  ['entries that are gone', 'DELETE FROM audit_entry', /^3 entries are under seal 1 gone/],
  ['a seal that is gone', 'DELETE FROM audit_seal WHERE number = 1', /^Seal 1 is missing/],
  [
    'an entry that was slipped in',
    `INSERT INTO audit_entry (id, at, event, subject_type) VALUES (gen_random_uuid(), now() - interval '2 h', 'memo.exported', 'memo')`,
    /slipped in/,
  ],
])('%s is found', async (_, sql, sentence) => {
  await sealed();
  await byForce(sql);
  expect((await checkAudit()).faults).toEqual(
    expect.arrayContaining([expect.stringMatching(sentence)]),
  );
});

test('a log whose end was cut off is found by a seal that was kept elsewhere', async () => {
  const head = await sealed();
  await byForce(
    'DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_sealed WHERE seal = 2)',
  );
  await byForce('DELETE FROM audit_sealed WHERE seal = 2');
  await byForce('DELETE FROM audit_seal WHERE number = 2');
  expect((await checkAudit()).faults).toEqual([]);
  expect((await checkAudit(head)).faults).toEqual([expect.stringContaining('cut off')]);
});

test('is never changed by the application, seals included', async () => {
  await sealed();
  await expect(db().auditSeal.updateMany({ data: { mac: '' } })).rejects.toThrow();
  await expect(db().auditSealed.deleteMany()).rejects.toThrow();
  await expect(db().auditEntry.deleteMany()).rejects.toThrow();
});

test('is read, filtered and exported by administrators alone', async () => {
  const team = await buildTeam(db());
  const admin = await buildActor(db(), 'administrator', [team.id]);
  const editor = await buildActor(db(), 'editor', [team.id]);
  await write(2);
  const filter = auditFilterSchema.parse({ about: 'memo', from: 'no day' });
  await expect(listAudit(editor, filter)).rejects.toMatchObject({ code: 'not-found' });
  await expect(exportAudit(editor, filter)).rejects.toMatchObject({ code: 'not-found' });
  expect((await listAudit(admin, filter)).total).toBe(2);
  const csv = await exportAudit(admin, filter);
  expect(csv.split('\r\n')).toHaveLength(4);
  const own = auditFilterSchema.parse({ person: admin.id });
  expect((await listAudit(admin, own)).lines).toMatchObject([
    { who: admin.name, event: 'audit.exported', subjectType: 'audit' },
  ]);
});
