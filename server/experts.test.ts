import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Actor, roles } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { db } from './db';
import { changeExpert, mergeExperts, splitExpert, tellExpertsApart } from './expert-changes';
import { expertsLike, getExpert, listExperts, listLikenesses } from './experts';
import { addIssue, changeIssue, getIssue, listIssues } from './issues';

let team: BuiltTeam;
let editor: Actor;
let stranger: Actor;

beforeEach(async () => {
  team = await buildTeam(db());
  editor = await buildActor(db(), 'editor', [team.id]);
  stranger = await buildActor(db(), 'administrator', [(await buildTeam(db())).id]);
});

const idOf = (name: string) => team.demonstration.experts.find((e) => e.name === name)?.id ?? '';
const joshi = () => idOf('Sharad Joshi');
const dalton = () => idOf('Toby Dalton');
const holdsOf = async (expertId: string) =>
  (await db().assessmentHolder.findMany({ where: { expertId } })).map((row) => row.assessmentId);

/** A namesake of Dalton's, as another article might bring one in, with one of his statements. */
async function namesake(name = 'T. Dalton'): Promise<string> {
  const id = v7();
  await db().expert.create({ data: { id, teamId: team.id, name } });
  await db().affiliation.create({
    data: { expertId: id, organisation: 'Carnegie', role: 'fellow', asOf: new Date('2014-01-01') },
  });
  const [first = ''] = await holdsOf(joshi());
  await db().assessmentHolder.create({ data: { assessmentId: first, expertId: id } });
  return id;
}

describe('merging two experts', () => {
  test('keeps every name, affiliation and statement under the one that stays', async () => {
    const other = await namesake();
    const held = new Set([...(await holdsOf(dalton())), ...(await holdsOf(other))]);
    const order = { id: dalton(), revision: 0, other, otherRevision: 0 };
    await mergeExperts(editor, order);
    const kept = await getExpert(editor, dalton());
    expect(kept.aliases).toContain('T. Dalton');
    expect(kept.affiliations.map((each) => each.role)).toContain('fellow');
    expect(new Set(await holdsOf(dalton()))).toEqual(held);
    await expect(getExpert(editor, other)).rejects.toMatchObject({ code: 'not-found' });
    const audit = await db().auditEntry.findMany({ where: { subjectId: dalton() } });
    expect(audit.map((entry) => entry.event)).toEqual(['expert.merged']);
  });

  test('is refused on a stale revision of either, and leaves both', async () => {
    const other = await namesake();
    const stale = { id: dalton(), revision: 0, other, otherRevision: 3 };
    await expect(mergeExperts(editor, stale)).rejects.toMatchObject({ code: 'conflict' });
    expect((await holdsOf(other)).length).toBe(1);
  });

  test('can be taken apart again', async () => {
    const other = await namesake();
    const [theirs = ''] = await holdsOf(other);
    await mergeExperts(editor, { id: dalton(), revision: 0, other, otherRevision: 0 });
    const to = v7();
    const split = { id: dalton(), revision: 1, to, name: 'T. Dalton', assessments: [theirs] };
    await splitExpert(editor, split);
    expect(await holdsOf(to)).toEqual([theirs]);
    expect(await holdsOf(dalton())).not.toContain(theirs);
    expect((await getExpert(editor, dalton())).aliases).not.toContain('T. Dalton');
  });
});

describe('the same expert over articles', () => {
  test('is proposed with its reason, and never merged by itself', async () => {
    const other = await namesake();
    const { experts } = await listExperts(editor);
    const likenesses = await listLikenesses(editor, experts);
    expect(likenesses.map(({ one, other: two, reason }) => [one.name, two.name, reason])).toEqual([
      ['T. Dalton', 'Toby Dalton', 'the same surname and initial'],
    ]);
    expect(experts.map((expert) => expert.id)).toContain(other);
  });

  test('is not proposed again once somebody has told the two apart', async () => {
    const other = await namesake();
    await tellExpertsApart(editor, { id: dalton(), other });
    const { experts } = await listExperts(editor);
    expect(await listLikenesses(editor, experts)).toEqual([]);
  });

  test('is looked for by any name that an article uses', async () => {
    const named = { name: 'Dr. Dalton', kind: 'person' as const, aliases: [] };
    const found = await expertsLike(db(), team.id, [named]);
    expect(found.get('Dr. Dalton')?.map(({ expert }) => expert.id)).toEqual([dalton()]);
  });
});

test('a name that is given up stays as an alias', async () => {
  const change = { id: dalton(), revision: 0, kind: 'person' as const, aliases: ['Toby'] };
  await changeExpert(editor, { ...change, name: 'Tobias Dalton' });
  const kept = await getExpert(editor, dalton());
  expect([kept.name, ...kept.aliases]).toEqual(['Tobias Dalton', 'Toby', 'Toby Dalton']);
});

describe('issues', () => {
  test('are added once, after the others, and changed on their revision', async () => {
    const order = {
      id: v7(),
      team: team.id,
      name: 'inspections',
      proposition: 'they should go on',
    };
    await addIssue(editor, order);
    await addIssue(editor, order);
    expect((await listIssues(editor)).at(-1)?.name).toBe('inspections');
    await changeIssue(editor, { ...order, revision: 0, name: 'site inspections' });
    expect((await getIssue(editor, order.id)).name).toBe('site inspections');
    const stale = { ...order, revision: 0, name: 'again' };
    await expect(changeIssue(editor, stale)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('of one team have different names, and the refusal names the field', async () => {
    const twice = { id: v7(), team: team.id, name: 'keep talking', proposition: 'p' };
    await expect(addIssue(editor, twice)).rejects.toMatchObject({
      code: 'invalid',
      fields: { name: expect.any(String) },
    });
  });
});

describe('who may', () => {
  const calls = (actor: Actor, other: string) => [
    () =>
      changeExpert(actor, { id: dalton(), revision: 0, name: 'X', kind: 'person', aliases: [] }),
    () => tellExpertsApart(actor, { id: joshi(), other }),
    () => addIssue(actor, { id: v7(), team: team.id, name: 'new', proposition: 'p' }),
    () =>
      splitExpert(actor, { id: joshi(), revision: 0, to: other, name: 'X', assessments: [v7()] }),
  ];

  test('nobody of another team', async () => {
    const other = await namesake();
    for (const call of calls(stranger, other))
      await expect(call()).rejects.toMatchObject({ code: 'not-found' });
    await expect(getExpert(stranger, dalton())).rejects.toMatchObject({ code: 'not-found' });
    const issue = team.demonstration.issues[0]?.id ?? '';
    await expect(getIssue(stranger, issue)).rejects.toMatchObject({ code: 'not-found' });
    expect((await listExperts(stranger)).experts.map((e) => e.id)).not.toContain(dalton());
    expect((await listIssues(stranger)).map((each) => each.id)).not.toContain(issue);
  });

  test.each(roles)('a %s of the team', async (role) => {
    const actor = await buildActor(db(), role, [team.id]);
    const other = await namesake();
    const writes = role === 'administrator' || role === 'editor';
    for (const call of calls(actor, other).slice(0, 3))
      if (writes) await expect(call()).resolves.toBeUndefined();
      else await expect(call()).rejects.toMatchObject({ code: 'forbidden' });
  });
});
