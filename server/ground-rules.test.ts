import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { db } from './db';
import { listIssues } from './issues';
import { createMemo, getDraft } from './memos';
import { getPositions } from './positions';
import { loadStatements } from './statements';
import { getWorkbench } from './workbench';

// A statement under the Chatham House rule may lead nobody to who said it, wherever it is shown.

let team: BuiltTeam;
let editor: Actor;
let reader: Actor;
const words = 'very anodyne';

beforeAll(async () => {
  team = await buildTeam(db());
  editor = await buildActor(db(), 'editor', [team.id]);
  reader = await buildActor(db(), 'reader', [team.id]);
  const { article, assessments } = team.demonstration;
  const said = assessments.find((each) => each.spans.some((span) => span.text.includes(words)));
  await db().assessment.update({
    where: { id: said?.id },
    data: { groundRule: 'chatham_house' },
  });
  expect(article.paragraphs.some((each) => each.text.includes(words))).toBe(true);
});

/** Whether the protected words stand in any statement of what was answered; articles have them. */
const tells = (statements: unknown) => JSON.stringify(statements).includes(words);

test('on an expert’s page and an issue’s', async () => {
  const dalton = team.demonstration.experts.find((each) => each.name === 'Toby Dalton');
  const said = await loadStatements(reader, { holders: { some: { expertId: dalton?.id } } });
  expect(said.evidence.assessments.length).toBeGreaterThan(3);
  expect(tells(said)).toBe(false);
});

test('in the matrix', async () => {
  const { matrix } = await getPositions(reader, await listIssues(reader));
  expect(tells(matrix)).toBe(false);
});

test('in what a memo and its editor are given', async () => {
  const issues = team.demonstration.issues.map((issue) => issue.id);
  const order = { article: team.articleId, template: 'policy-brief', issues, title: 'T' };
  const id = await createMemo(editor, { ...order, to: '', from: '' }, '2012-12-17');
  const { document, evidence } = await getDraft(editor, id);
  expect(tells(document)).toBe(false);
  expect(tells(evidence.assessments)).toBe(false);
});

test('on the workbench, but for those who check the article', async () => {
  const slug = team.demonstration.article.slug;
  expect(tells((await getWorkbench(reader, slug)).assessments)).toBe(false);
  expect(tells((await getWorkbench(editor, slug)).assessments)).toBe(true);
});
