import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { redline } from '../redline/redline';
import { showRedline } from '../redline/shown';
import { wordsOf } from './document';
import { footnotesIn, footnotesOf, letterAfter } from './footnotes';
import { markdown } from './markdown';
import { stepsBetween } from './restore';
import { schema } from './schema';
import { sentencesIn } from './sentences';
import { setMemo } from './set';
import { withoutSuggestions, withSuggestions } from './settle';
import { applySteps } from './steps';
import { suggest } from './suggest';
import { plainText } from './text';
import { typedQuotesIn } from './walk';

const { nodes } = schema;
const words = (text: string) => schema.text(text);
const note = (text = '') => nodes.footnote.create(null, text === '' ? [] : words(text));
const p = (id: string, ...content: Node[]) => nodes.paragraph.create({ id }, content);
const section = (name: string, ...content: Node[]) =>
  nodes.section.create({ id: name, name }, [
    nodes.heading.create(null, words(`On ${name}`)),
    ...content,
  ]);

function memo(...sections: Node[]): Node {
  const header = nodes.header.create(null, nodes.title.create(null, words('Talks')));
  const document = nodes.doc.create(null, [header, ...sections]);
  document.check();
  return document;
}

const document = memo(
  section(
    'one',
    p('p1', words('They met'), note('Twice, in fact.'), words('.')),
    nodes.bullet_list.create({ id: 'l' }, [
      nodes.list_item.create(null, p('p2', words('A point.'), note(), note('Ours [alone].'))),
    ]),
  ),
  section('two', p('p3', words('It rained.'), note('Heavily.'))),
);

const set = (doc: Node) => setMemo(doc, { articles: [], assessments: [] }, { form: '' });

describe('footnotes', () => {
  test('have letters, a to z and then two of them', () => {
    const letters = [0, 1, 25, 26, 27, 51, 52, 701, 702].map(letterAfter);
    expect(letters).toEqual(['a', 'b', 'z', 'aa', 'ab', 'az', 'ba', 'zz', 'aaa']);
  });

  test('stand under their section, lettered through the memo; an empty one is not set', () => {
    expect(set(document).sections.map((each) => footnotesOf(each.blocks))).toMatchObject([
      [
        { letter: 'a', text: 'Twice, in fact.' },
        { letter: 'b', text: 'Ours [alone].' },
      ],
      [{ letter: 'c', text: 'Heavily.' }],
    ]);
    expect(plainText(set(document)).split('\n\n').slice(1)).toEqual([
      'On one',
      'They met[a].',
      '• A point.[b]',
      'a. Twice, in fact.\nb. Ours [alone].',
      'On two',
      'It rained.[c]',
      'c. Heavily.',
    ]);
  });

  test('are GitHub’s in Markdown, and literal', () => {
    const text = markdown(set(document));
    expect(text).toContain('They met[^a].');
    expect(text).toContain('\n[^a]: Twice, in fact.\n[^b]: Ours \\[alone\\].\n');
  });

  test('are found by the search, apart from the words around them', () => {
    expect(wordsOf(document).split('\n')).toEqual([
      'On one',
      'They met Twice, in fact. .',
      'A point.   Ours [alone]. ',
      'On two',
      'It rained. Heavily.',
    ]);
  });

  test('have their typed quotations checked, in place', () => {
    const typed = memo(
      section(
        'one',
        p('p', words('He said “one two three four”.'), note('Not “five six seven eight” then.')),
      ),
    );
    const found = typedQuotesIn(typed);
    expect(found.map(({ text }) => text)).toEqual(['one two three four', 'five six seven eight']);
    for (const { text, position } of found)
      expect(typed.textBetween(position, position + text.length)).toBe(text);
  });

  test('belong to the sentence that they follow and do not part it', () => {
    const sentences = sentencesIn(document);
    expect(sentences.map(({ text }) => text)).toEqual(['They met.', 'A point.', 'It rained.']);
    const last = sentences.at(-1);
    expect(document.textBetween(last?.from ?? 0, last?.to ?? 0)).toBe('It rained.Heavily.');
  });

  test('show in a redline what changed in them; another letter is no change', () => {
    const later = memo(
      section('one', p('p1', words('They met'), note('Thrice, in fact.'), words('.'))),
      section('two', p('p3', words('It rained.'), note('Heavily.'))),
    );
    const lines = showRedline(redline(set(document), set(later)));
    expect(lines[0]).toBe('paragraph: They met^a{[-Twice-][+Thrice+], in fact.}.');
    expect(lines.at(-1)).toBe('paragraph: It rained.^b{Heavily.}');
    const steps = stepsBetween(later, document, 500);
    expect(applySteps(later, steps).toJSON()).toEqual(document.toJSON());
  });

  test('can be suggested, with what is written in them, as one', () => {
    const stamp = { id: 'i', account: 'e', author: 'Edith', at: '2026-11-24T12:00:00.000Z' };
    const plain = memo(section('one', p('p1', words('They met.'))));
    let at = 0;
    plain.descendants((node, position) => {
      if (node.isText && node.text === 'They met.') at = position + 9;
    });
    const first = new Transform(plain).insert(at, note());
    const transform = new Transform(plain);
    expect(suggest(transform, first, stamp)).not.toBeNull();
    const second = new Transform(transform.doc).insert(at + 1, words('So we think.'));
    const next = new Transform(transform.doc);
    expect(suggest(next, second, { ...stamp, id: 'j' })).not.toBeNull();
    expect(withoutSuggestions(next.doc).eq(plain)).toBe(true);
    const accepted = withSuggestions(next.doc);
    expect(plainText(set(accepted))).toContain('They met.[a]\n\na. So we think.');
    expect(JSON.stringify(next.doc.toJSON())).not.toContain('"j"');
    expect(footnotesIn(next.doc)).toEqual([{ position: at, letter: 'a' }]);
  });

  test('that are struck have no letter', () => {
    const struck = schema.marks.deletion.create({ id: 'i', author: 'E', account: 'e', at: 'now' });
    const gone = note('Twice.').mark([struck]);
    const open = memo(section('one', p('p', words('They met'), gone, note('Once.'))));
    expect(footnotesIn(open).map(({ letter }) => letter)).toEqual([null, 'a']);
    expect(set(open).sections[0]?.blocks).toMatchObject([
      { runs: [{}, { letter: 'a', text: 'Twice.' }, { letter: 'b' }] },
    ]);
  });
});
