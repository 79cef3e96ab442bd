import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import JSZip from 'jszip';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ExportManifest, type ExportOrder, openMost } from '@/domain/export-job';
import type { Actor } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { db } from './db';
import { closePress } from './export/typst/pdf';
import { openBundle } from './export-bundle';
import { listExports, startExport, tidyExports } from './export-jobs';
import { workOnExport } from './jobs/export';
import { makeQueue } from './jobs/queue';
import { createMemo } from './memos';
import { resetDatabase } from './test-database';

let team: BuiltTeam;
let editor: Actor;
let memos: string[];
const begun: ChildProcess[] = [];
const never = new AbortController().signal;

beforeAll(async () => {
  // What other files left in this database may not be deleted memo by memo.
  await resetDatabase();
  team = await buildTeam(db());
  editor = await buildActor(db(), 'editor', [team.id]);
});

beforeEach(async () => {
  await db().exportJob.deleteMany();
  await db().memo.deleteMany();
  await db().$executeRaw`DELETE FROM pgboss.job`;
  memos = [];
  for (const title of ['Talks', 'Talks', 'Stalemate']) memos.push(await memoOf(title));
});

afterAll(async () => {
  for (const child of begun) child.kill('SIGKILL');
  closePress();
  await db().$disconnect();
});

function memoOf(title: string): Promise<string> {
  const issues = team.demonstration.issues.map((issue) => issue.id);
  const order = { article: team.articleId, template: 'policy-brief', issues, to: '', from: '' };
  return createMemo(editor, { ...order, title }, '2012-12-17');
}

const order = (more: Partial<ExportOrder> = {}): ExportOrder => ({
  format: 'md',
  which: 'all',
  memos: [],
  ...more,
});

async function breakQuote(id: string): Promise<void> {
  const memo = await db().memo.findUniqueOrThrow({ where: { id } });
  const text = JSON.stringify(memo.document).replace('very anodyne', 'quite anodyne');
  await db().memo.update({ where: { id }, data: { document: JSON.parse(text) } });
}

async function unzip(actor: Actor, id: string): Promise<JSZip> {
  const { stream } = await openBundle(actor, id);
  return JSZip.loadAsync(await new Response(stream).arrayBuffer());
}

/** A worker in a process of its own, as a web server has one; resolves when it takes jobs. */
async function startWorkerProcess(): Promise<ChildProcess> {
  const program = `const { startWorker } = await import('./server/jobs/worker.ts');
    const worker = await startWorker({ maintainEvery: 1 });
    process.on('SIGTERM', () => worker.stop().then(() => process.exit(0)));
    console.log('started');`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', program];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  begun.push(child);
  await once(child.stdout, 'data');
  return child;
}

async function until(is: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (await is()) return;
    await sleep(25);
  }
  throw new Error('It did not come to that in 30 seconds.');
}

const madeOf = (jobId: string) => db().exportFile.count({ where: { jobId, state: 'made' } });
const isOver = async (id: string) =>
  (await db().exportJob.findUnique({ where: { id } }))?.finishedAt !== null;

/** Every memo is made, once, whole, and was recorded once. */
async function expectEachOnce(id: string): Promise<void> {
  const files = await db().exportFile.findMany({ where: { jobId: id } });
  expect(files.map((file) => file.memoId).sort()).toEqual(memos.toSorted());
  for (const { state, bytes, sha256, size } of files) {
    expect([state, size]).toEqual(['made', bytes?.length]);
    expect(
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex'),
    ).toBe(sha256);
  }
  for (const subjectId of memos) {
    const event = 'memo.exported';
    expect(await db().auditEntry.count({ where: { event, subjectId } })).toBe(1);
    const label = { startsWith: 'As exported' };
    expect(await db().revision.count({ where: { memoId: subjectId, label } })).toBe(1);
  }
  expect(await db().auditEntry.count({ where: { event: 'export.finished', subjectId: id } })).toBe(
    1,
  );
}

test('a worker killed in the middle loses no memo and doubles none: another ends its work', async () => {
  await db().$executeRaw`UPDATE pgboss.queue SET expire_seconds = 2 WHERE name = 'export'`;
  for (let more = 0; more < 27; more += 1) memos.push(await memoOf(`Memo ${more}`));
  const id = await startExport(editor, order({ format: 'pdf' }));
  const first = await startWorkerProcess();
  await until(async () => (await madeOf(id)) >= 4);
  first.kill('SIGKILL');
  await once(first, 'exit');
  const made = await db().exportFile.findMany({ where: { jobId: id, state: 'made' } });
  expect(made.length).toBeLessThan(memos.length);
  const second = await startWorkerProcess();
  await until(() => isOver(id));
  await expectEachOnce(id);
  for (const { memoId, sha256 } of made) {
    const key = { jobId_memoId: { jobId: id, memoId } };
    expect((await db().exportFile.findUnique({ where: key }))?.sha256).toBe(sha256);
  }
  second.kill('SIGTERM');
  expect((await once(second, 'exit'))[0]).toBe(0);
});

test('a worker that is asked to stop ends in order, and the next goes on at once', async () => {
  await db().$executeRaw`UPDATE pgboss.queue SET expire_seconds = 600 WHERE name = 'export'`;
  for (let more = 0; more < 27; more += 1) memos.push(await memoOf(`Memo ${more}`));
  const id = await startExport(editor, order({ format: 'pdf' }));
  const first = await startWorkerProcess();
  await until(async () => (await madeOf(id)) >= 2);
  first.kill('SIGTERM');
  expect((await once(first, 'exit'))[0]).toBe(0);
  expect(await isOver(id)).toBe(false);
  const second = await startWorkerProcess();
  await until(() => isOver(id));
  await expectEachOnce(id);
  second.kill('SIGKILL');
});

test('two passes over one export at once make each memo once', async () => {
  const id = await startExport(editor, order());
  const ended = await Promise.all([workOnExport(id, never), workOnExport(id, never)]);
  expect(ended).toContain(true);
  await expectEachOnce(id);
  expect(await workOnExport(id, never)).toBe(true);
  await expectEachOnce(id);
});

test('the bundle has each file with its sum; one that is refused is named with its sentence', async () => {
  await breakQuote(memos[2] ?? '');
  const id = await startExport(editor, order());
  await expect(openBundle(editor, id)).rejects.toThrow('still being made');
  await workOnExport(id, never);
  const [line] = await listExports(editor);
  expect(line).toMatchObject({ id, total: 3, made: 2, leftOut: 0 });
  expect(line?.refused[0]).toMatchObject({ memo: memos[2], title: 'Stalemate' });
  expect(line?.refused[0]?.message).toContain('is not what Toby Dalton said');
  const zip = await unzip(editor, id);
  const manifest: ExportManifest = JSON.parse(
    (await zip.file('manifest.json')?.async('string')) ?? '',
  );
  expect(manifest.refused).toEqual(line?.refused);
  expect(Object.keys(zip.files)).toHaveLength(4);
  for (const { name, sha256, bytes } of manifest.files) {
    const content = (await zip.file(name)?.async('uint8array')) ?? new Uint8Array();
    expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([
      bytes,
      sha256,
    ]);
    expect(await zip.file('SHA256SUMS')?.async('string')).toContain(`${sha256}  ${name}\n`);
  }
});

test('what one may not read when it is made, or when it is fetched, is left out and not named', async () => {
  const reader = await buildActor(db(), 'reader', [team.id]);
  const left = await startExport(reader, order({ which: 'ticked', memos: memos.slice(0, 2) }));
  const fetched = await startExport(reader, order());
  await workOnExport(fetched, never);
  expect((await unzip(reader, fetched)).file('manifest.json')).not.toBeNull();
  await db().membership.deleteMany({ where: { userId: reader.id } });
  const now = { ...reader, teamIds: [] };
  await workOnExport(left, never);
  const lines = await listExports(now);
  expect(lines.find(({ id }) => id === left)).toMatchObject({ made: 0, leftOut: 2, refused: [] });
  for (const id of [left, fetched])
    await expect(openBundle(now, id)).rejects.toThrow('No memo of this export');
  await db().user.update({ where: { id: editor.id }, data: { active: false } });
  const gone = await startExport(editor, order());
  await workOnExport(gone, never);
  expect((await listExports(editor))[0]).toMatchObject({ id: gone, leftOut: 3 });
  await db().user.update({ where: { id: editor.id }, data: { active: true } });
});

test('exports are their owner’s alone, and one can’t ask for another team’s memos', async () => {
  const id = await startExport(editor, order());
  await workOnExport(id, never);
  const colleague = await buildActor(db(), 'administrator', [team.id]);
  expect(await listExports(colleague)).toEqual([]);
  await expect(openBundle(colleague, id)).rejects.toMatchObject({ code: 'not-found' });
  const stranger = await buildActor(db(), 'editor', [(await buildTeam(db())).id]);
  await expect(startExport(stranger, order({ which: 'ticked', memos }))).rejects.toThrow(
    'no longer there',
  );
  await expect(startExport(stranger, order())).rejects.toThrow('no memo to export');
});

test('so many are under way at most; old ones are deleted, and lost ones come back to the queue', async () => {
  const ids: string[] = [];
  for (let each = 0; each < openMost; each += 1) ids.push(await startExport(editor, order()));
  await expect(startExport(editor, order())).rejects.toThrow('still under way');
  await db().$executeRaw`DELETE FROM pgboss.job`;
  await tidyExports();
  await tidyExports();
  const queued = await db().$queryRaw<{ job: string }[]>`
    SELECT data ->> 'job' AS job FROM pgboss.job WHERE name = 'export'`;
  expect(queued.map(({ job }) => job).sort()).toEqual(ids.toSorted());
  await tidyExports(new Date(Date.now() + 8 * 24 * 3_600_000));
  expect(await db().exportFile.count()).toBe(0);
});

test('a memo that ended its server each time is given up, and the others are made', async () => {
  const id = await startExport(editor, order());
  await db().exportFile.updateMany({ where: { memoId: memos[0] }, data: { tries: 3 } });
  await workOnExport(id, never);
  const [line] = await listExports(editor);
  expect(line).toMatchObject({ made: 2 });
  expect(line?.refused[0]?.message).toContain('The server ended each time');
});

// pg-boss asks for its own version of its tables, and makes none itself: our migrations do.
test('the tables of the queue are those of the pg-boss that is installed', async () => {
  const queue = makeQueue();
  await queue.start();
  expect(await queue.getQueue('export')).toMatchObject({ name: 'export', retryLimit: 20 });
  await queue.stop({ graceful: false });
});
