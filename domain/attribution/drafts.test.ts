import { describe, expect, test } from 'vitest';
import { attribute } from './attribute';

/** Each statement as "speaker: first part | second part". */
const linesOf = (text: string) =>
  attribute(text).map(
    ({ speaker, content }) => `${speaker?.name}: ${content.map((each) => each.text).join(' | ')}`,
  );

describe('quotes that go on under the same speaker', () => {
  test('in the same paragraph', () => {
    expect(linesOf('“It is over,” Ann Lee said. “Go home.” “All of you.”')).toEqual([
      'Ann Lee: “It is over,” | “Go home.” | “All of you.”',
    ]);
  });

  test('over several paragraphs, each but the last unclosed', () => {
    expect(
      linesOf(
        '“It is over,” Ann Lee said. “Go home now, and do not come back for a month.\n\n“All of you.”',
      ),
    ).toEqual([
      'Ann Lee: “It is over,” | “Go home now, and do not come back for a month. | “All of you.”',
    ]);
  });

  test('after a paraphrase they are a statement of their own', () => {
    expect(linesOf('Ann Lee said it was over. “Go home.”')).toEqual([
      'Ann Lee: it was over',
      'Ann Lee: “Go home.”',
    ]);
  });

  test('after the reporter’s own words, in the same paragraph', () => {
    expect(linesOf('“It is over,” Ann Lee said. And so it was. “Go home.”')).toEqual([
      'Ann Lee: “It is over,” | “Go home.”',
    ]);
  });

  test('before the speaker is named', () => {
    expect(linesOf('“It is over.”\n\n“Go home,” Ann Lee said.')).toEqual([
      'Ann Lee: “It is over.” | “Go home,”',
    ]);
  });

  test('after a line that announces them', () => {
    expect(linesOf('Ann Lee wrote on Monday:\n\n“It is over.”')).toEqual([
      'Ann Lee: “It is over.”',
    ]);
  });
});

test('a quote that no cue claims is the subject’s', () => {
  expect(linesOf('Ann Lee issued a statement: “It is over, and all should go home.”')).toEqual([
    'Ann Lee: “It is over, and all should go home.”',
  ]);
});

test('a sentence that lost its verb keeps its speaker, if the article knows the name', () => {
  expect(linesOf('“No,” Ann Lee said.\n\nTalks will go on, Lee.')).toContain(
    'Ann Lee: Talks will go on',
  );
  expect(linesOf('Talks will go on, Oslo.')).toEqual([]);
});

test('a lead that is printed twice says the same thing once', () => {
  const lead = 'The talks of the two countries served to keep the lines open, Ann Lee said.';
  expect(linesOf(`${lead}\n\nIt rained.\n\n${lead}`)).toHaveLength(1);
});

test('a headline may name its speaker, and a label is none', () => {
  expect(linesOf('Lee: The talks are over\n\nAnn Lee left.')).toEqual([
    'Ann Lee: The talks are over',
  ]);
  expect(linesOf('Exclusive: The talks are over\n\nAnn Lee left.')).toEqual([]);
});
