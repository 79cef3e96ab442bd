import { beforeAll, describe, expect, test } from 'vitest';
import { can } from '@/domain/policy';
import type { Template } from '@/domain/template';
import { policyBrief } from '@/domain/template/policy-brief';
import { type Actor, roles } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { db } from './db';
import { createMemo, getMemo } from './memos';
import { getTemplate, listTemplates } from './template-use';
import { changeTemplate, copyTemplate, latestTemplates, templatesVisibleTo } from './templates';

let team: BuiltTeam;
let other: BuiltTeam;
let administrator: Actor;
let editor: Actor;
let stranger: Actor;

beforeAll(async () => {
  [team, other] = [await buildTeam(db()), await buildTeam(db())];
  administrator = await buildActor(db(), 'administrator', [team.id]);
  editor = await buildActor(db(), 'editor', [team.id]);
  stranger = await buildActor(db(), 'administrator', [other.id]);
});

const copy = (name: string, slug = 'policy-brief') =>
  copyTemplate(administrator, { slug, team: team.id, name });

const order = (of: BuiltTeam, template: string) => ({
  article: of.articleId,
  template,
  issues: of.demonstration.issues.map((issue) => issue.id),
  title: 'Talks',
  to: '',
  from: '',
});

async function edit(slug: string, base: number, changes: Partial<Template>): Promise<number> {
  const { latest } = await getTemplate(administrator, slug);
  return changeTemplate(administrator, {
    slug,
    base,
    definition: { ...latest.template, ...changes },
  });
}

describe('a template of the house', () => {
  test('is copied for a team, says so, and is on offer there and nowhere else', async () => {
    const slug = await copy('Brief of ours');
    const offered = async (actor: Actor) =>
      (await latestTemplates(actor)).map(({ template }) => template.slug);
    expect(await offered(editor)).toContain(slug);
    expect(await offered(stranger)).not.toContain(slug);
    const { latest, versions } = await getTemplate(editor, slug);
    expect(latest.template).toMatchObject({
      name: 'Brief of ours',
      sections: policyBrief.sections,
    });
    expect(latest.template.origin).toMatch(/^House template of .*, copied from “Policy brief” · /);
    expect(versions).toMatchObject([{ version: 1, by: administrator.name, changes: [] }]);
    await expect(getTemplate(stranger, slug)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('is changed by nobody, and a copy by administrators of its team alone', async () => {
    const definition = { ...policyBrief, pages: 1 };
    const change = { slug: 'policy-brief', base: 1, definition };
    await expect(changeTemplate(administrator, change)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const slug = await copy('Ours alone');
    const ours = { slug, base: 1, definition };
    await expect(changeTemplate(editor, ours)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(changeTemplate(stranger, ours)).rejects.toMatchObject({ code: 'not-found' });
    const taken = { slug, team: other.id, name: 'Taken' };
    await expect(copyTemplate(stranger, taken)).rejects.toMatchObject({ code: 'not-found' });
    const byEditor = { slug: 'policy-brief', team: team.id, name: 'Mine' };
    await expect(copyTemplate(editor, byEditor)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('an edit of a template', () => {
  test('is a new version with a line in the audit; memos stay on theirs', async () => {
    const slug = await copy('In versions');
    const memo = await createMemo(editor, order(team, slug), '2012-12-17');
    expect(await edit(slug, 1, { pages: 3, paper: 'a4' })).toBe(2);
    expect((await getMemo(editor, memo)).template).toMatchObject({ pages: 2, paper: 'us-letter' });
    const later = await createMemo(editor, order(team, slug), '2012-12-17');
    expect((await getMemo(editor, later)).template).toMatchObject({ pages: 3, paper: 'a4' });
    const view = await getTemplate(editor, slug);
    expect(view.versions.map(({ version, memos }) => [version, memos])).toEqual([
      [2, 1],
      [1, 1],
    ]);
    expect(view.versions[0]?.changes).toEqual([
      'Length: at most 2 pages → at most 3 pages.',
      'Paper: US Letter → A4.',
    ]);
    expect(view.behind).toEqual([{ id: memo, title: 'Talks', version: 1 }]);
    const line = (await listTemplates(editor)).find((each) => each.slug === slug);
    expect(line).toMatchObject({ version: 2, memos: 2, behind: 1, isHouse: false });
    const entries = await db().auditEntry.findMany({
      where: { subjectType: 'template', actorId: administrator.id, event: 'template.changed' },
    });
    expect(entries.map(({ detail }) => detail)).toContainEqual({ version: 2 });
  });

  test('on top of a version that is not the latest any more is refused, and says which is', async () => {
    const slug = await copy('Twice at once');
    await edit(slug, 1, { pages: 3 });
    const late = edit(slug, 1, { pages: 4 });
    await expect(late).rejects.toMatchObject({ code: 'conflict', fields: { latest: '2' } });
    expect((await getTemplate(editor, slug)).latest.template.pages).toBe(3);
  });

  test('by two at the same moment keeps one, and tells the other', async () => {
    const slug = await copy('At the same moment');
    const both = await Promise.allSettled([3, 4].map((pages) => edit(slug, 1, { pages })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await getTemplate(editor, slug)).versions).toHaveLength(2);
  });

  test('that changes nothing makes no version, and neither name in addresses nor origin is given away', async () => {
    const slug = await copy('The same');
    await expect(edit(slug, 1, {})).rejects.toMatchObject({ code: 'invalid' });
    await edit(slug, 1, { slug: 'policy-brief', origin: 'Official form', pages: 1 });
    const { latest } = await getTemplate(editor, slug);
    expect(latest.template).toMatchObject({ slug, pages: 1 });
    expect(latest.template.origin).toContain('House template of');
  });
});

test('a memo of one team is not made from another’s template', async () => {
  const slug = await copy('Not theirs');
  const both = await buildActor(db(), 'editor', [team.id, other.id]);
  await expect(createMemo(both, order(other, slug), '2012-12-17')).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('a stored version is refused every change', async () => {
  await copy('As it is');
  const refused = /versions of a template are kept as they are/;
  await expect(db().$executeRaw`UPDATE template SET name = 'X'`).rejects.toThrow(refused);
  await expect(db().$executeRaw`DELETE FROM template`).rejects.toThrow(refused);
  await expect(db().$executeRaw`TRUNCATE template CASCADE`).rejects.toThrow(refused);
});

test('a template that an earlier release stored goes on: its memos stay, and the newer version is offered', async () => {
  const { paper, scale, type, marking, endnotes, numbered, ...old } = policyBrief;
  await db().template.create({
    data: {
      slug: 'read-ahead',
      version: 1,
      name: 'Old',
      definition: { ...old, slug: 'read-ahead' },
    },
  });
  const { latest, versions } = await getTemplate(editor, 'read-ahead');
  expect(versions.map(({ version, at }) => [version, at === null])).toEqual([
    [2, true],
    [1, false],
  ]);
  expect(versions[1]?.template).toMatchObject({ paper, scale, type, marking, endnotes, numbered });
  expect(latest.template.name).toBe('Read-ahead');
  await createMemo(editor, order(team, 'read-ahead'), '2012-12-17');
  expect((await getTemplate(editor, 'read-ahead')).versions[0]).toMatchObject({
    version: 2,
    memos: 1,
  });
});

test('lists show the templates that the policy lets each role read', async () => {
  for (const each of [team, other])
    await copyTemplate(await buildActor(db(), 'administrator', [each.id]), {
      slug: 'policy-brief',
      team: each.id,
      name: 'Seen',
    });
  const all = await db().template.findMany();
  for (const role of roles)
    for (const teamIds of [[], [team.id], [team.id, other.id]]) {
      const actor = await buildActor(db(), role, teamIds);
      const visible = await db().template.findMany({ where: templatesVisibleTo(actor) });
      const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
      expect(ids(visible)).toEqual(ids(all.filter((row) => can(actor, 'template.read', row))));
    }
});
