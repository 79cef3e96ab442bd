import { expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { assemble } from './assemble';
import { describeCoverage } from './coverage';
import { readDocument } from './document/document';
import { sentencesIn } from './document/sentences';
import { policyBrief } from './template/policy-brief';
import { traceOf } from './trace';

const { article, assessments, issues } = readDemonstration((name) => name);
const evidence = { articles: [article], assessments };
const document = readDocument(
  assemble({
    template: policyBrief,
    evidence,
    issues,
    title: 'Talks',
    to: 'The Under Secretary',
    from: 'The desk',
    date: '2012-12-17',
  }),
);
const { tally, sections } = traceOf(document, evidence, 'icd-203');
const sentences = sections.flatMap((section) => section.sentences);

test('every sentence of an assembled brief is there, bound, and leads to paragraphs', () => {
  expect(sentences.map(({ text }) => text)).toEqual(sentencesIn(document).map(({ text }) => text));
  expect(sentences.length).toBeGreaterThan(20);
  expect(describeCoverage(tally)).toBe(`${tally.total} of ${tally.total} sentences bound.`);
  for (const { kind, leads, missing, text } of sentences) {
    expect(missing, text).toBe(0);
    expect(leads.length > 0, text).toBe(kind !== 'boilerplate');
  }
});

test('a quote’s sentence leads to the paragraph that has its words, and to who says them', () => {
  const spoken = sentences.find(({ text }) => text.includes('It’s pretty bad now'));
  expect(spoken?.leads).toEqual([{ article: article.id, paragraph: 3, speaker: 'Joshi' }]);
});

test('what rests on a statement that is gone says that it is missing', () => {
  const [first] = assessments;
  const fewer = { ...evidence, assessments: assessments.filter((each) => each !== first) };
  const lost = traceOf(document, fewer, 'none').sections.flatMap((each) => each.sentences);
  expect(lost.some(({ missing }) => missing > 0)).toBe(true);
});

test('an unbound sentence counts as one', () => {
  const tallied = { ...tally, total: 33, unbound: 1, partly: 1 };
  expect(describeCoverage(tallied)).toBe('31 of 33 sentences bound; 1 unbound, 1 in part.');
});
