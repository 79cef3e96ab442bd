import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { hashText, type Paragraph } from './article';
import { assemble } from './assemble';
import { changedWords, touchedSentences } from './correction';
import { readDocument } from './document/document';
import { policyBrief } from './template/policy-brief';

const { article, assessments, issues } = readDemonstration((name) => name);
const evidence = { articles: [article], assessments };
const document = readDocument(
  assemble({
    template: policyBrief,
    evidence,
    issues,
    title: 'Talks',
    to: '',
    from: '',
    date: '2012-12-17',
  }),
);

/** The paragraphs of a newer version, in which this one reads otherwise, or is gone. */
function corrected(number: number, change: (text: string) => string | null) {
  const paragraphs = article.paragraphs.flatMap((each): Paragraph[] => {
    const text = each.number === number ? change(each.text) : each.text;
    return text === null ? [] : [{ ...each, id: `new-${each.id}`, text, sha256: hashText(text) }];
  });
  return touchedSentences(document, evidence, new Map([[article.id, paragraphs]]));
}

describe('a correction of a source', () => {
  test('touches nothing where each word stands, though every paragraph has a new id', () => {
    expect(corrected(3, (text) => text)).toEqual([]);
    expect(touchedSentences(document, evidence, new Map())).toEqual([]);
  });

  test('of quoted words names each sentence that rests on them, and shows what stands there now', () => {
    const found = corrected(7, (text) => text.replace('very anodyne', 'rather anodyne'));
    expect(found.length).toBeGreaterThan(1);
    const quote = found.find(({ text }) => text.includes('very anodyne'));
    expect(quote?.touches).toMatchObject([{ how: 'gone', was: { number: 7 } }]);
    expect(quote?.touches[0]?.is?.text).toContain('rather anodyne');
    for (const { touches } of found) expect(touches.map(({ was }) => was.number)).toEqual([7]);
  });

  test('beside quoted words leaves the quote standing, and says that the text around it changed', () => {
    const found = corrected(7, (text) => text.replace('anodyne,”', 'anodyne,” a former official,'));
    const quote = found.find(({ text }) => text.includes('very anodyne'));
    expect(quote?.touches).toMatchObject([{ how: 'around', was: { number: 7 } }]);
  });

  test('that takes a reported paragraph out has nothing to show in its place', () => {
    const found = corrected(1, () => null);
    expect(found).toHaveLength(1);
    expect(found[0]?.touches).toMatchObject([{ how: 'gone', was: { number: 1 }, is: null }]);
  });
});

test('what a correction changed gives both texts back, word by word', () => {
  const [was, is] = ['“Very anodyne,” he said.', '“Rather anodyne,” he said then.'];
  const pieces = changedWords(was, is);
  const without = (change: string) =>
    pieces.map((each) => (each.change === change ? '' : each.text)).join('');
  expect(without('new')).toBe(was);
  expect(without('gone')).toBe(is);
  expect(pieces.filter(({ change }) => change !== 'kept').map(({ text }) => text.trim())).toEqual([
    'Very',
    'Rather',
    'then',
  ]);
});
