import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExportManifest } from '@/domain/export-job';
import { buildActor, buildTeam } from '@/prisma/builders';
import { migrate } from '../migrate';
import { root } from '../place';
import { openTemporaryPostgres } from '../temporary';

const folder = mkdtempSync(path.join(os.tmpdir(), 'scenesetter-test-'));
const titles = ['Talks', 'Talks', 'Stalemate', 'Arsenal', 'Cut-off', 'Broken'];
let postgres: Awaited<ReturnType<typeof openTemporaryPostgres>>;

beforeAll(async () => {
  postgres = await openTemporaryPostgres();
  await migrate(postgres.url);
  process.env.DATABASE_URL = postgres.url;
  const { db } = await import('@/server/db');
  const { createMemo } = await import('@/server/memos');
  const team = await buildTeam(db());
  const editor = await buildActor(db(), 'editor', [team.id]);
  const issues = team.demonstration.issues.map((issue) => issue.id);
  const order = { article: team.articleId, template: 'policy-brief', issues, to: '', from: '' };
  for (const title of titles) await createMemo(editor, { ...order, title }, '2012-12-17');
  const broken = await db().memo.findFirstOrThrow({ where: { title: 'Broken' } });
  const document = JSON.parse(
    JSON.stringify(broken.document).replace('very anodyne', 'quite anodyne'),
  );
  await db().memo.update({ where: { id: broken.id }, data: { document } });
});

afterAll(async () => {
  await (await import('@/server/db')).db().$disconnect();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

function begin(args: string[]) {
  const command = [path.join(root, 'cli', 'bootstrap.mjs'), 'scenesetter', ...args];
  const env = { ...process.env, INIT_CWD: folder, DATABASE_URL: postgres.url };
  const child = spawn(process.execPath, command, { cwd: folder, env, detached: true });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    said.err += chunk;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, ...said }));
  });
  return { child, ended };
}

const filesIn = (name: string) =>
  readdirSync(path.join(folder, name)).filter((file) => !file.startsWith('.'));
const contentOf = (name: string) =>
  Object.fromEntries(
    filesIn(name).map((file) => [file, readFileSync(path.join(folder, name, file), 'latin1')]),
  );

test('every memo is a file with a name of its own; one that does not stand is named, the rest go on', async () => {
  const { code, err } = await begin(['export', '--all', '--format', 'md', '--out', 'md']).ended;
  expect(code).toBe(1);
  expect(err).toContain('“Broken” (');
  expect(err).toContain('is not what Toby Dalton said');
  expect(err).toContain('5 made, 0 there already and unchanged, 1 refused.');
  const manifest: ExportManifest = JSON.parse(contentOf('md')['manifest.json'] ?? '');
  expect(manifest.files.map((file) => file.title).sort()).toEqual(titles.slice(0, 5).sort());
  expect(manifest.refused.map((each) => each.title)).toEqual(['Broken']);
  for (const { name, sha256 } of manifest.files) {
    const bytes = readFileSync(path.join(folder, 'md', name));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(contentOf('md').SHA256SUMS).toContain(`${sha256}  ${name}\n`);
  }
  expect(filesIn('md')).toHaveLength(7);
});

test('a second run leaves alone what is there, and makes what is missing, changed or renamed', async () => {
  const { db } = await import('@/server/db');
  const before = contentOf('md');
  const nameOf = (start: string) => filesIn('md').find((file) => file.startsWith(start)) ?? '';
  const kept = statSync(path.join(folder, 'md', nameOf('stalemate'))).mtimeMs;
  rmSync(path.join(folder, 'md', nameOf('arsenal')));
  await db().memo.updateMany({ where: { title: 'Cut-off' }, data: { title: 'Fissile' } });
  const { err } = await begin(['export', '--all', '--format', 'md', '--out', 'md']).ended;
  expect(err).toContain('2 made, 3 there already and unchanged, 1 refused.');
  expect(statSync(path.join(folder, 'md', nameOf('stalemate'))).mtimeMs).toBe(kept);
  expect(nameOf('arsenal')).not.toBe('');
  expect(contentOf('md')[nameOf('arsenal')]).toBe(before[nameOf('arsenal')]);
  expect(nameOf('cut-off')).toBe('');
  expect(nameOf('fissile')).not.toBe('');
  expect(filesIn('md')).toHaveLength(7);
});

test('killed in the middle, the next run ends with every memo once, byte for byte', async () => {
  const args = ['export', '--all', '--format', 'pdf', '--workers', '1', '--out'];
  const killed = begin([...args, 'cut']);
  await untilThere('cut');
  kill(killed.child);
  await killed.ended;
  expect(filesIn('cut').filter((name) => name.endsWith('.pdf')).length).toBeLessThan(5);
  expect((await begin([...args, 'cut']).ended).err).toContain('1 refused.');
  await begin([...args, 'whole']).ended;
  expect(filesIn('whole').filter((name) => name.endsWith('.pdf'))).toHaveLength(5);
  expect(contentOf('cut')).toEqual(contentOf('whole'));
});

test('the register is written to standard output or to a file', async () => {
  const { code, out } = await begin(['register']).ended;
  expect(code).toBe(0);
  expect(out.split('\r\n')).toHaveLength(titles.length + 2);
  await begin(['register', '--out', 'register.csv']).ended;
  expect(readFileSync(path.join(folder, 'register.csv'), 'utf8')).toBe(out);
});

test('neither a file nor all is asked for wrongly', async () => {
  const { code, err } = await begin(['export', '--format', 'pdf', '--out', 'x']).ended;
  expect([code, err]).toEqual([2, 'Say --in with a memo file, or --all.\n']);
});

async function untilThere(name: string): Promise<void> {
  for (let tries = 0; tries < 2000; tries += 1) {
    try {
      if (filesIn(name).some((file) => file.endsWith('.pdf'))) return;
    } catch {
      // The folder is not made yet.
    }
    await sleep(10);
  }
}

/** The command runs in a child of the bootstrap: the whole group goes at once. */
function kill(child: ChildProcess): void {
  if (child.pid) process.kill(-child.pid, 'SIGKILL');
}
