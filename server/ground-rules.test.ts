import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { db } from './db';
import { closePress } from './export/typst/pdf';
import { exportMemo } from './exports';
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

/** All that a PDF holds: its bytes, and those of each stream that can be inflated. */
function allOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  let all = bytes.toString('latin1');
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    try {
      all += inflateSync(bytes.subarray(at + 7, bytes.indexOf('endstream', at))).toString();
    } catch {
      // The end of a stream, or one that is not packed.
    }
  }
  return all;
}

test('in a PDF, its attachment and its proof, though its paragraph is quoted for another statement', async () => {
  const { article, assessments } = team.demonstration;
  const eight = article.paragraphs.find((each) => each.number === 8);
  const inEight = assessments.filter((each) =>
    each.spans.some((span) => span.text && eight?.text.includes(span.text)),
  );
  const [secret] = inEight;
  if (!secret || inEight.length < 2) throw new Error('Paragraph 8 has to hold two statements.');
  const issues = team.demonstration.issues.map((issue) => issue.id);
  const order = { article: team.articleId, template: 'policy-brief', issues, title: 'T' };
  const id = await createMemo(editor, { ...order, to: '', from: '' }, '2012-12-17');
  const print = async () =>
    allOf((await exportMemo(editor, id, { format: 'pdf', paper: 'a4', proof: true })).bytes);
  const told = secret.spans[0]?.text ?? '';
  expect(await print()).toContain(JSON.stringify(told).slice(1, -1));
  // Its words stand in the memo no more; of its paragraph, another statement does.
  const where = { spans: { some: { text: told } } };
  await db().assessment.updateMany({ where, data: { groundRule: 'background' } });
  const other = await createMemo(editor, { ...order, to: '', from: '' }, '2012-12-17');
  const { bytes } = await exportMemo(editor, other, { format: 'pdf', paper: 'a4', proof: true });
  const whole = allOf(bytes);
  expect(whole).toContain('"keptBack"');
  expect(whole).not.toContain(JSON.stringify(told).slice(1, -1));
});

afterAll(closePress);
