import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleMemo } from '@/domain/document/sample';
import { toContent } from './content';
import { fontFiles } from './coverage';
import { type Job, Pool, PressError } from './pool';
import { projectRoot } from './root';

const press = join(projectRoot(), 'server', 'export', 'typst', 'press.mjs');
const endless = '#for a in range(90000) { for b in range(90000) { let c = a * b } }';
const audit = '#metadata(()) <audit>';

function jobOf(template: string): Job {
  const memo = toContent(sampleMemo(1, 1), { paper: 'a4', draft: false, attachments: [] });
  return { template, memo, standard: '1.7', createdAt: 1, attachments: [] };
}

describe('the pool', () => {
  let pool: Pool;

  beforeEach(() => {
    pool = new Pool([press, ...fontFiles()], { size: 1, patience: 1500, rest: 300 });
  });

  afterEach(() => pool.close());

  it('prints one after the other with a single press', async () => {
    const jobs = ['a', 'b', 'c'].map((text) =>
      pool.print(
        jobOf(`#set text(font: "Source Serif 4")
      ${text} ${audit}`),
      ),
    );
    expect(await Promise.all(jobs)).toMatchObject([{ pages: 1 }, { pages: 1 }, { pages: 1 }]);
    expect(pool.pids).toHaveLength(1);
  });

  it('gives up a memo that takes too long, and prints the next', async () => {
    const stuck = pool.print(jobOf(endless));
    const next = pool.print(jobOf(audit));
    await expect(stuck).rejects.toThrow('took too long');
    expect(await next).toMatchObject({ pages: 1 });
  });

  it('replaces a press that broke', async () => {
    const lost = pool.print(jobOf(endless));
    const [pid = 0] = pool.pids;
    process.kill(pid, 'SIGKILL');
    await expect(lost).rejects.toThrow(PressError);
    expect(await pool.print(jobOf(audit))).toMatchObject({ pages: 1 });
    expect(pool.pids).not.toContain(pid);
  });

  it('ends a press that has nothing to do', async () => {
    await pool.print(jobOf(audit));
    const [pid = 0] = pool.pids;
    await expect.poll(() => isAlive(pid), { timeout: 3000 }).toBe(false);
    expect(pool.pids).toEqual([]);
  });

  it('says nothing of the text in its errors', async () => {
    const error = await pool.print(jobOf('#panic("secret")')).catch(String);
    expect(error).toBe('PressError: The memo could not be set.');
    const warning = await pool.print(jobOf('#set text(font: "Nowhere Serif")\nx')).catch(String);
    expect(warning).toContain('typeface');
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
