import { Transform } from 'prosemirror-transform';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDocument } from '@/domain/document/document';
import { schema } from '@/domain/document/schema';
import type { Template } from '@/domain/template';
import { newSection } from '@/domain/template/edit';
import type { Actor } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { db } from './db';
import { createMemo, getMemo, saveMemo } from './memos';
import { countOutdated, planReassembly } from './reassembly';
import { restoreVersion } from './restore';
import { takeProposals } from './take';
import { moveMemo, proposeMove } from './template-moves';
import { getTemplate } from './template-use';
import { changeTemplate, copyTemplate } from './templates';

const today = '2012-12-18';
let team: BuiltTeam;
let administrator: Actor;
let editor: Actor;
let stranger: Actor;

beforeAll(async () => {
  team = await buildTeam(db());
  administrator = await buildActor(db(), 'administrator', [team.id]);
  editor = await buildActor(db(), 'editor', [team.id]);
  stranger = await buildActor(db(), 'editor', [(await buildTeam(db())).id]);
});

/** A memo on version 1 of a template that has a version 2, changed so. */
async function arrange(changes: (template: Template) => Partial<Template>) {
  const slug = await copyTemplate(administrator, {
    slug: 'policy-brief',
    team: team.id,
    name: 'B',
  });
  const order = { article: team.articleId, template: slug, title: 'Talks', to: '', from: '' };
  const issues = team.demonstration.issues.map((issue) => issue.id);
  const memo = await createMemo(editor, { ...order, issues }, '2012-12-17');
  const { template } = (await getTemplate(administrator, slug)).latest;
  const definition = { ...template, ...changes(template) };
  await changeTemplate(administrator, { slug, base: 1, definition });
  return { memo, slug };
}

const withoutImplications = ({ sections }: Template) => ({
  sections: [newSection('Outlook', []), ...sections.filter(({ name }) => name !== 'implications')],
  numbered: true,
});

/** Writes words in the place that asks for what follows. */
async function write(memo: string, words: string, clientId: string) {
  const view = await getMemo(editor, memo);
  const transform = new Transform(readDocument(view.document));
  let at = -1;
  transform.doc.descendants((node, position) => {
    if (String(node.attrs.prompt).startsWith('what follows')) at = position + 1;
  });
  const steps = transform.insert(at, schema.text(words)).steps.map((step) => step.toJSON());
  return { memo, from: view.version, clientId, clientSeq: 1, steps };
}

const headingsOf = async (memo: string) =>
  readDocument((await getMemo(editor, memo)).document)
    .children.slice(1)
    .map((section) => section.firstChild?.textContent);

describe('a memo on an older version of its template', () => {
  test('is proposed the newer one, moved to it, and keeps its text; both texts are kept', async () => {
    const { memo } = await arrange(withoutImplications);
    await saveMemo(editor, await write(memo, 'The channel matters.', 'tab-of-one'));
    const proposal = await proposeMove(editor, memo, today);
    expect(proposal).toMatchObject({ from: 1, to: 2, base: 1 });
    expect(proposal?.changes).toContain('Section added: “Outlook”.');
    expect(proposal?.notes).toEqual([expect.stringContaining('“Implications” is not in the new')]);
    await moveMemo(editor, { memo, base: 1, to: 2 }, today);
    const after = await getMemo(editor, memo);
    expect(after.templateVersion).toBe(2);
    expect(readDocument(after.document).attrs.numbered).toBe(true);
    expect(JSON.stringify(after.document)).toContain('The channel matters.');
    expect((await headingsOf(memo)).slice(0, 5)).toEqual([
      'Outlook',
      'Bottom line',
      'What happened',
      'What the experts say',
      'Implications',
    ]);
    expect(await proposeMove(editor, memo, today)).toBeNull();
    const labels = await db().revision.findMany({
      where: { memoId: memo },
      select: { label: true },
    });
    expect(labels.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        'Before moving to version 2 of its template',
        'Moved to version 2 of its template',
      ]),
    );
    const [entry] = await db().auditEntry.findMany({
      where: { subjectId: memo, event: 'memo.moved' },
    });
    expect(entry?.detail).toEqual({ from: 1, to: 2, at: after.version });
  });

  test('is not moved on top of what somebody wrote meanwhile, nor to what is not the latest', async () => {
    const { memo, slug } = await arrange(withoutImplications);
    await saveMemo(editor, await write(memo, 'New.', 'tab-of-two'));
    const refused = { code: 'conflict' };
    await expect(moveMemo(editor, { memo, base: 0, to: 2 }, today)).rejects.toMatchObject(refused);
    const { template } = (await getTemplate(administrator, slug)).latest;
    await changeTemplate(administrator, { slug, base: 2, definition: { ...template, pages: 1 } });
    await expect(moveMemo(editor, { memo, base: 1, to: 2 }, today)).rejects.toMatchObject(refused);
    expect((await getMemo(editor, memo)).templateVersion).toBe(1);
    await moveMemo(editor, { memo, base: 1, to: 3 }, today);
    expect((await getMemo(editor, memo)).template.pages).toBe(1);
  });

  test('takes what was typed at the same time, in a section that stays', async () => {
    const { memo } = await arrange(({ sections }) => ({
      sections: [newSection('Outlook', []), ...sections],
    }));
    const late = await write(memo, 'Typed meanwhile.', 'tab-of-three');
    await moveMemo(editor, { memo, base: 0, to: 2 }, today);
    await saveMemo(editor, late);
    expect(JSON.stringify((await getMemo(editor, memo)).document)).toContain('Typed meanwhile.');
    expect((await headingsOf(memo))[0]).toBe('Outlook');
  });

  test('is moved by writers of its team alone', async () => {
    const { memo } = await arrange(withoutImplications);
    const reader = await buildActor(db(), 'reader', [team.id]);
    const move = { memo, base: 0, to: 2 };
    await expect(moveMemo(reader, move, today)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(moveMemo(stranger, move, today)).rejects.toMatchObject({ code: 'not-found' });
    await expect(proposeMove(stranger, memo, today)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('goes on where a move was cut off after its text was stored', async () => {
    const { memo } = await arrange(withoutImplications);
    const was = await db().memo.findUniqueOrThrow({ where: { id: memo } });
    await moveMemo(editor, { memo, base: 0, to: 2 }, today);
    await db().memo.update({ where: { id: memo }, data: { templateId: was.templateId } });
    const { version } = await getMemo(editor, memo);
    await moveMemo(editor, { memo, base: version, to: 2 }, today);
    expect(await getMemo(editor, memo)).toMatchObject({ version, templateVersion: 2 });
  });

  test('brings back a text from before it was moved, in the sections it has now', async () => {
    const { memo } = await arrange(withoutImplications);
    await saveMemo(editor, await write(memo, 'The channel matters.', 'tab-of-four'));
    await moveMemo(editor, { memo, base: 1, to: 2 }, today);
    const { version: base } = await getMemo(editor, memo);
    await restoreVersion(editor, { memo, version: 0, base });
    const after = await getMemo(editor, memo);
    expect(JSON.stringify(after.document)).not.toContain('The channel matters.');
    expect(readDocument(after.document).attrs.numbered).toBe(true);
    expect((await headingsOf(memo))[0]).toBe('Outlook');
    await restoreVersion(editor, { memo, version: 1, base: after.version });
    const again = JSON.stringify((await getMemo(editor, memo)).document);
    expect(again).toContain('The channel matters.');
  });
});

test('a new assembly of a memo that was moved proposes what the new sections would hold, and loses nothing', async () => {
  const { memo } = await arrange(({ sections }) => ({
    sections: [
      { ...newSection('Again', []), fill: 'bottom-line', prompts: [] },
      ...sections.filter(({ name }) => name !== 'implications'),
    ],
  }));
  await saveMemo(editor, await write(memo, 'The channel matters.', 'tab-of-six'));
  await moveMemo(editor, { memo, base: 1, to: 2 }, today);
  const ask = { add: [], issues: [] };
  const plan = await planReassembly(editor, memo, ask);
  expect(plan.proposals.length).toBeGreaterThan(0);
  const { version: base, digest } = plan;
  await takeProposals(editor, {
    memo,
    base,
    digest,
    take: plan.proposals.map(({ key }) => key),
    ...ask,
  });
  const after = JSON.stringify((await getMemo(editor, memo)).document);
  expect(after).toContain('The channel matters.');
  expect(await countOutdated(editor, memo)).toBe(0);
});

test('nobody’s own save changes a memo’s sections, numbering or style of endnotes', async () => {
  const { memo } = await arrange(withoutImplications);
  const save = (steps: unknown[]) =>
    saveMemo(editor, {
      memo,
      from: 0,
      clientId: 'tab-of-five',
      clientSeq: 1,
      steps: steps as Record<string, unknown>[],
    });
  for (const [attr, value] of [
    ['version', 99],
    ['numbered', true],
    ['endnotes', 'short'],
  ])
    await expect(save([{ stepType: 'docAttr', attr, value }])).rejects.toMatchObject({
      code: 'invalid',
    });
});
