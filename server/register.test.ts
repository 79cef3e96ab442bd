import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { db } from './db';
import { createMemo } from './memos';
import { exportRegister } from './register';

let team: BuiltTeam;
let editor: Actor;

beforeAll(async () => {
  team = await buildTeam(db());
  editor = await buildActor(db(), 'editor', [team.id]);
});

function memoOf(title: string, to: string): Promise<string> {
  const issues = team.demonstration.issues.map((issue) => issue.id);
  const order = { article: team.articleId, template: 'policy-brief', issues, title, to };
  return createMemo(editor, { ...order, from: 'Desk, South Asia' }, '2012-12-17');
}

test('the register is CSV in which no cell is a formula, and what was taken is recorded', async () => {
  await memoOf('=1+1', '@Minister');
  await memoOf('He said “no”; "no"', 'The Minister');
  const text = await exportRegister(await buildActor(db(), 'reader', [team.id]));
  expect(text.startsWith('\uFEFFNumber,Title,Originator,')).toBe(true);
  const [, first, second, end] = text.split('\r\n');
  const year = new Date().getUTCFullYear();
  expect(first).toContain(`${year}-001,'=1+1,"Desk, South Asia",'@Minister,`);
  expect(second).toContain(`${year}-002,"He said “no”; ""no""","Desk, South Asia",The Minister,`);
  expect(second).toContain(',For decision,');
  expect(end).toBe('');
  expect(await db().auditEntry.count({ where: { event: 'register.exported' } })).toBe(1);
});

test('another team’s memos are not in it', async () => {
  const stranger = await buildActor(db(), 'administrator', [(await buildTeam(db())).id]);
  expect((await exportRegister(stranger)).split('\r\n')).toHaveLength(2);
});
