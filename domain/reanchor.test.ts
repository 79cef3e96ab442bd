import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { type Paragraph, readArticle } from './article';
import { type Anchored, reanchor } from './reanchor';
import { resolves, type Span } from './span';

const { article, assessments, text } = readDemonstration((name) => name);

const read = (words: string, prefix = 'new'): Paragraph[] =>
  readArticle(words).paragraphs.map((each, index) => ({ id: `${prefix}-${index}`, ...each }));

const expectToResolve = (carried: Anchored[], paragraphs: Paragraph[]) => {
  for (const [index, span] of carried.flatMap((each) => each.spans).entries()) {
    const paragraph = paragraphs.find((each) => each.id === span.paragraphId);
    expect(paragraph && resolves({ id: `${index}`, ...span } as Span, paragraph)).toBe(true);
    expect(paragraph?.number).not.toBeNull();
  }
};

test('in the unchanged text every assessment stands where it stood', () => {
  const after = read(text);
  const { carried, lost } = reanchor(article.paragraphs, after, assessments);
  expect(lost).toEqual([]);
  expect(carried.map((each) => each.id)).toEqual(assessments.map((each) => each.id));
  expectToResolve(carried, after);
  for (const [index, each] of carried.entries())
    expect(each.spans.map((span) => [span.start, span.text])).toEqual(
      assessments[index]?.spans.map((span) => [span.start, span.text]),
    );
});

test('other quotation marks and dashes lose nothing; the span takes the new text’s words', () => {
  const after = read(text.replace(/[“”]/g, '"').replace(/’/g, "'").replace(/–/g, '-'));
  const { carried, lost } = reanchor(article.paragraphs, after, assessments);
  expect(lost).toEqual([]);
  expectToResolve(carried, after);
  expect(carried.flatMap((each) => each.spans.map((span) => span.text))).toContain(
    "It's a stalemate,",
  );
});

test('a changed word loses its assessment whole, and says which words are gone', () => {
  const after = read(text.replace('It’s pretty bad now', 'It’s rather bad now'));
  const { carried, lost } = reanchor(article.paragraphs, after, assessments);
  expect(lost).toHaveLength(1);
  expect(lost[0]?.words[0]).toMatch(/^It’s pretty bad now/);
  expect(carried).toHaveLength(assessments.length - 1);
});

test('words that stand more than once are looked for where they stood', () => {
  const old = read('“No comment,” said Lee.\n\nA pause.\n\n“No comment,” said Chen.', 'old');
  const anchor = (paragraph?: Paragraph): Anchored => ({
    id: paragraph?.id ?? '',
    spans: [
      { paragraphId: paragraph?.id ?? '', start: 1, end: 12, text: 'No comment,', quoted: true },
    ],
  });
  const after = read(
    'Something new.\n\nAnd more.\n\n“No comment,” said Lee.\n\nA pause.\n\n“No comment,” said Ms. Chen.',
  );
  const { carried } = reanchor(old, after, [anchor(old[0]), anchor(old[2])]);
  expect(carried.map((each) => each.spans[0]?.paragraphId)).toEqual(['new-2', 'new-4']);
});

test('what was left out of the numbering carries nothing', () => {
  const old = read('Lee said no.\n\nChen said yes.', 'old');
  const after = old.map((each, index) =>
    index === 0 ? { ...each, number: null, leftOut: 'by hand' as const } : { ...each, number: 1 },
  );
  const span = { paragraphId: 'old-0', start: 0, end: 12, text: 'Lee said no.', quoted: false };
  expect(reanchor(old, after, [{ id: 'a', spans: [span] }]).lost).toEqual([
    { id: 'a', words: ['Lee said no.'] },
  ]);
});

test('whatever becomes of the paragraphs, a carried span resolves, and nothing is forgotten', () => {
  const pieces = text.split('\n\n');
  const edit = fc.record({
    drop: fc.array(fc.nat(pieces.length - 1), { maxLength: 6 }),
    straighten: fc.boolean(),
    swap: fc.tuple(fc.nat(pieces.length - 1), fc.nat(pieces.length - 1)),
    add: fc.tuple(fc.nat(pieces.length), fc.lorem({ maxCount: 8 })),
  });
  fc.assert(
    fc.property(edit, ({ drop, straighten, swap: [a, b], add: [at, words] }) => {
      const changed = [...pieces];
      [changed[a], changed[b]] = [changed[b] ?? '', changed[a] ?? ''];
      changed.splice(at, 0, words);
      const kept = changed.filter((_, index) => !drop.includes(index)).join('\n\n');
      const after = read(straighten ? kept.replace(/[“”]/g, '"') : kept);
      const { carried, lost } = reanchor(article.paragraphs, after, assessments);
      expectToResolve(carried, after);
      expect([...carried, ...lost].map((each) => each.id).sort()).toEqual(
        assessments.map((each) => each.id).sort(),
      );
    }),
    { numRuns: 60 },
  );
});
