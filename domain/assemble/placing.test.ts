import { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { schema } from '../document/schema';
import { prepareVerifier, unsoundQuotes, verifyQuotes } from '../verify';
import { node, paragraph, text } from './nodes';
import { naturalPlacing, type Placing, placed, placingsOf } from './placing';

const { article, assessments } = readDemonstration((name) => name);
const evidence = { articles: [article], assessments };
const verifier = prepareVerifier(evidence);

function memoWith(content: Record<string, unknown>[]): Node {
  const section = node('section', {}, [node('heading'), paragraph('p', content)]);
  const memo = Node.fromJSON(
    schema,
    node('doc', {}, [node('header', {}, [node('title')]), section]),
  );
  memo.check();
  return memo;
}

describe('an assessment placed in a line', () => {
  test('stands in every way that it can be placed', () => {
    for (const assessment of assessments)
      for (const placing of placingsOf(assessment)) {
        const memo = memoWith([...text('They differ. '), ...placed(placing, assessment, article)]);
        expect(unsoundQuotes(verifyQuotes(memo, verifier))).toEqual([]);
        expect(memo.textBetween(0, memo.content.size)).toContain('They differ.');
      }
  });

  const by = (kind: string) => assessments.find((each) => each.kind === kind);
  test.each<[string, Placing]>([
    ['direct_quote', 'quote'],
    ['paraphrase', 'sentence'],
    ['group_paraphrase', 'sentence'],
  ])('%s is a %s by nature', (kind, placing) => {
    const assessment = by(kind);
    expect(assessment && naturalPlacing(assessment)).toBe(placing);
  });

  test('rests on the assessment and leads to its paragraph', () => {
    const assessment = assessments.find((each) => each.spans[0]?.text.includes('anodyne'));
    if (!assessment) throw new Error('The fixture has changed.');
    const marks = [{ type: 'sentence', attrs: { kind: 'assessment', basis: [assessment.id] } }];
    expect(placed('citation', assessment, article)).toEqual([
      { type: 'citation', attrs: { article: article.id, paragraph: 7 }, marks },
    ]);
    expect(placed('quote', assessment, article).map((each) => each.type)).toEqual([
      'quote',
      'citation',
    ]);
  });

  test('that has no quoted words is no quote', () => {
    const silent = assessments.find((each) => placingsOf(each).length === 2);
    expect(silent && placed('quote', silent, article)).toEqual([]);
  });
});
