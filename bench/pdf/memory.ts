import { readdirSync, readFileSync } from 'node:fs';

/** A process and those that it started, as Linux lists them; none elsewhere. */
function familyOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each)))
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      parents.set(Number(name), Number(fields[1]));
    } catch {
      // It has ended meanwhile.
    }
  const family = [root];
  for (const pid of family)
    family.push(...[...parents].flatMap(([child, parent]) => (parent === pid ? [child] : [])));
  return family;
}

/** The memory of a process and those that it started, in MB, what they share counted once. */
export function memoryOf(root: number): number {
  const pss = familyOf(root).map((pid) => {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return pss.reduce((sum, each) => sum + each, 0) / 1024;
}

/** The processes that this one started and that are named so. */
export function startedHere(name: string): number[] {
  return familyOf(process.pid).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(name);
    } catch {
      return false;
    }
  });
}
