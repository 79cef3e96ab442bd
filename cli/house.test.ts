import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './place';

// Which folder may import which: each rule of biome.json is shown to fire, and to let pass what
// it should.

const refused: [file: string, imported: string][] = [
  ['domain/memo.ts', 'node:fs'],
  ['domain/memo.ts', 'react'],
  ['domain/memo.ts', '@prisma/client'],
  ['domain/memo.ts', '@/server/memos'],
  ['domain/memo.ts', '../server/memos'],
  ['domain/document/walk.ts', '@/components/ui/button'],
  ['domain/memo.test.ts', '@/server/memos'],
  ['domain/memo.test.ts', '@/prisma/client/client'],
  ['components/memo/list.tsx', '@/server/memos'],
  ['components/memo/list.tsx', '@/prisma/client/client'],
  ['components/memo/list.tsx', '@/app/layout'],
  ['components/memo/list.tsx', 'node:path'],
  ['components/memo/list.tsx', '../../domain/memo'],
  ['server/memos.ts', '@/app/memos/actions'],
  ['server/memos.ts', '@/components/ui/button'],
  ['server/memos.ts', '@/cli/place'],
  ['server/memos.ts', 'next/headers'],
  ['server/memos.ts', 'server-only'],
  ['server/session.ts', '@/app/layout'],
  ['app/memos/page.tsx', '@/prisma/client/client'],
  ['app/memos/page.tsx', '@prisma/client'],
  ['app/memos/page.tsx', '@/cli/place'],
  ['cli/scenesetter.ts', '@/app/layout'],
  ['cli/scenesetter.ts', '@/components/ui/button'],
  ['cli/scenesetter.ts', 'next/server'],
  ['prisma/seed.ts', '@/server/memos'],
  ['prisma/seed.ts', '../server/memos'],
];

const allowed: [file: string, imported: string][] = [
  ['domain/memo.ts', 'zod'],
  ['domain/memo.ts', 'prosemirror-model'],
  ['domain/memo.ts', 'diff'],
  ['domain/memo.ts', './span'],
  ['domain/document/walk.ts', '../span'],
  ['domain/memo.ts', '@/domain/span'],
  ['domain/memo.test.ts', 'fast-check'],
  ['domain/memo.test.ts', '@/prisma/seed/demonstration'],
  ['components/memo/list.tsx', '@/domain/memo'],
  ['components/memo/list.tsx', 'react-dom/client'],
  ['components/memo/list.tsx', 'next/link'],
  ['server/memos.ts', '@/prisma/client/client'],
  ['server/session.ts', 'next/headers'],
  ['app/memos/page.tsx', '@/server/memos'],
  ['cli/scenesetter.ts', '@/server/memos'],
  ['prisma/seed.ts', '@/domain/memo'],
];

interface Report {
  diagnostics: { location: { path: string; start: { line: number } } }[];
}

let folder: string;
const found = new Set<string>();

// One run over one file a name, an import a line: a run for each pair would take a minute.
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'scenesetter-house-'));
  const {
    vcs: _,
    $schema: __,
    ...rules
  } = JSON.parse(await readFile(path.join(root, 'biome.json'), 'utf8'));
  await writeFile(path.join(folder, 'biome.json'), JSON.stringify(rules));
  const files = new Map<string, string[]>();
  for (const [file, imported] of [...refused, ...allowed]) {
    files.set(file, [...(files.get(file) ?? []), imported]);
  }
  for (const [file, imports] of files) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    const lines = imports.map((name) => `import '${name}';`);
    await writeFile(path.join(folder, file), `${lines.join('\n')}\n`);
  }
  const program = path.join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const only = ['--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none'];
  const { stdout } = spawnSync(process.execPath, [program, 'lint', ...only, '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  for (const { location } of (JSON.parse(stdout) as Report).diagnostics) {
    const imported = files.get(location.path.replaceAll('\\', '/'))?.[location.start.line - 1];
    found.add(`${location.path.replaceAll('\\', '/')} ${imported}`);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(refused)('%s may not import %s', (file, imported) => {
  expect(found).toContain(`${file} ${imported}`);
});

test.each(allowed)('%s may import %s', (file, imported) => {
  expect(found).not.toContain(`${file} ${imported}`);
});
