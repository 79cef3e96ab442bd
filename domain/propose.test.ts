import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { readArticle } from './article';
import { countChecking, matchAssessments, type Proposal } from './proposal';
import { directnessOf, propose } from './propose';
import { resolves } from './span';

const { text, article, assessments } = readDemonstration((name) => name);
const proposals = propose(text, article.paragraphs);

describe('proposals for the demonstration article', () => {
  test('every span resolves to its words in a numbered paragraph', () => {
    expect(proposals.length).toBeGreaterThan(14);
    for (const { spans } of proposals)
      for (const span of spans) {
        const paragraph = article.paragraphs.find((each) => each.id === span.paragraphId);
        expect(paragraph?.number).not.toBeNull();
        expect(paragraph && resolves({ ...span, id: 's' }, paragraph)).toBe(true);
      }
  });

  test('every direct quote that was marked by hand is proposed with the same words and speaker', () => {
    const direct = assessments.filter((each) => each.kind === 'direct_quote');
    for (const wanted of direct)
      for (const span of wanted.spans) {
        const found = proposals.find((each) => each.spans.some((one) => one.text === span.text));
        expect(found, span.text).toBeDefined();
        if (wanted.holders[0]?.kind === 'person')
          expect(found?.speakers[0]?.name).toBe(wanted.holders[0].name);
      }
  });

  test('the lead that is repeated at the end is not proposed twice', () => {
    const words = proposals.map((each) => each.spans.map((span) => span.text).join(' '));
    expect(new Set(words).size).toBe(words.length);
  });
});

test('a quote that runs over two paragraphs is one proposal with a span in each', () => {
  const words = [
    'The harbour plan moves on',
    'Maren Oduya, a harbour economist, was blunt.',
    '“The first berth will be late,” Oduya said. “Everybody on the quay knows it, from the pilots to the port authority.',
    '“And the second one will never be built.”',
  ].join('\n\n');
  const { paragraphs } = readArticle(words);
  const placed = paragraphs.map((each, index) => ({ ...each, id: `p${index}` }));
  const found = propose(words, placed).find((each) => each.spans.length > 2);
  expect(found?.spans.map((span) => span.paragraphId)).toEqual(['p2', 'p2', 'p3']);
  expect(found?.speakers[0]?.name).toBe('Maren Oduya');
});

test.each([
  [null, 'I would imagine they said no', 'speculative'],
  [null, 'I have heard that they asked', 'reported'],
  [null, 'I have seen the pictures', 'first_hand'],
  [null, 'I’ve read the treaty twice', 'first_hand'],
  [null, 'I’ve seen some reports of it', 'reported'],
  [null, 'I have read a paper that said so', 'reported'],
  ['Pakistani officials', 'a deal could ease things', 'reported'],
  [null, 'talks should continue', 'first_hand'],
] as const)('whose view %s, “%s” is %s', (viewOf, words, wanted) => {
  expect(directnessOf(viewOf, words)).toBe(wanted);
});

describe('what an assessment says already', () => {
  const span = (start: number, end: number) => ({ paragraphId: 'p', start, end });
  const proposed = (...spans: ReturnType<typeof span>[]) => ({
    spans: spans.map((each) => ({ ...each, text: 'x', quoted: false })),
  });

  test('is matched to the proposal that it shares at least half its words with', () => {
    const proposals = [proposed(span(0, 40)), proposed(span(50, 90)), proposed(span(100, 140))];
    const said = [
      { id: 'same', spans: [span(50, 90)] },
      { id: 'near', spans: [span(0, 60)] },
      { id: 'far', spans: [span(130, 240)] },
    ];
    expect(matchAssessments(proposals, said)).toEqual(['near', 'same', null]);
  });

  test('answers to one proposal alone', () => {
    const twice = [proposed(span(0, 40)), proposed(span(0, 40))];
    expect(matchAssessments(twice, [{ id: 'one', spans: [span(0, 40)] }])).toEqual(['one', null]);
  });
});

test('checking is counted by decision, and what no proposal led to as added', () => {
  const proposal = (state: Proposal['state'], assessmentId: string | null): Proposal => ({
    id: state,
    articleId: 'a',
    state,
    revision: 0,
    assessmentId,
    statement: proposals[0] as Proposal['statement'],
  });
  const all = [proposal('open', null), proposal('corrected', 'one'), proposal('rejected', null)];
  expect(countChecking(all, ['one', 'two'])).toEqual({
    open: 1,
    accepted: 0,
    corrected: 1,
    rejected: 1,
    added: 1,
  });
});
