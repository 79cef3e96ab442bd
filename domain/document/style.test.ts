import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { assemble } from '../assemble';
import { endnoteStyleIds } from '../endnote';
import type { Template } from '../template';
import { sceneSetter } from '../template/visits';
import { readDocument, writeDocument } from './document';
import { html } from './html';
import { markdown } from './markdown';
import type { Block } from './print';
import { schema } from './schema';
import { setMemo } from './set';
import { numberParagraphs } from './style';
import { plainText } from './text';

const { article, assessments, issues } = readDemonstration((name) => name);
const evidence = { articles: [article], assessments };

function made(changes: Partial<Template> = {}): Node {
  const template = { ...sceneSetter, ...changes };
  const order = {
    template,
    evidence,
    issues,
    title: 'Visit',
    to: '',
    from: '',
    date: '2012-12-17',
  };
  return readDocument(assemble(order));
}

const setOf = (document: Node) => setMemo(document, evidence, { form: 'Scene-setter' });
const paragraphsOf = (document: Node) =>
  setOf(document).sections.flatMap(({ blocks }) =>
    blocks.filter(
      (block): block is Extract<Block, { kind: 'paragraph' }> => block.kind === 'paragraph',
    ),
  );

/** Writes in the first place that is still to be written. */
function write(document: Node, words: string): Node {
  const transform = new Transform(document);
  let at = -1;
  document.descendants((node, position) => {
    if (at < 0 && node.type.name === 'paragraph' && node.attrs.prompt && node.childCount === 0)
      at = position + 1;
  });
  return transform.insert(at, schema.text(words)).doc;
}

describe('the paragraphs of a scene-setter', () => {
  test('are numbered from 1 on, through all its sections, and not where they are still to be written', () => {
    const numbers = paragraphsOf(made()).map(({ number }) => number);
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test('are counted anew when one is written before them', () => {
    const before = paragraphsOf(made());
    const after = paragraphsOf(write(made(), 'The visit matters.'));
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toMatchObject({ number: 1, runs: [{ text: 'The visit matters.' }] });
    expect(after.slice(1).map(({ id, number }) => [id, number])).toEqual(
      before.map(({ id, number = 0 }) => [id, number + 1]),
    );
  });

  test('have their numbers in text, Markdown and HTML', () => {
    const set = setOf(made());
    const [first] = paragraphsOf(made());
    const words = first?.runs
      .map((run) => ('text' in run ? run.text : ''))
      .join('')
      .slice(0, 20);
    expect(plainText(set)).toContain(`\n1. ${words}`);
    expect(markdown(set)).toContain(`\n1\\. ${words}`);
    expect(html(set)).toContain(`<span class="number">1.</span> ${words}`);
  });

  test('have none where the template has none', () => {
    expect(numberParagraphs(made({ numbered: false })).size).toBe(0);
    expect(plainText(setOf(made({ numbered: false })))).not.toMatch(/\n1\. (?!GSN|Global)/);
  });
});

describe('a document’s style', () => {
  test('is kept with it, and is plain in one from before there were styles', () => {
    const json = writeDocument(made({ endnotes: 'short' }));
    expect(json.attrs).toMatchObject({ numbered: true, endnotes: 'short' });
    const old = { ...json, attrs: { version: 3 } };
    expect(readDocument(old).attrs).toEqual({ version: 4, numbered: false, endnotes: 'icd-206' });
  });

  test.each([{ numbered: 'yes' }, { endnotes: 'mla' }, { endnotes: null }])(
    '%j is refused',
    (attrs) => {
      const json = writeDocument(made());
      const wrong = { ...json, attrs: { ...(json.attrs as object), ...attrs } };
      expect(() => readDocument(wrong)).toThrow(/not a memo's document/);
    },
  );

  test('changes how a source is written, and nothing else', () => {
    const texts = endnoteStyleIds.map((endnotes) => {
      const set = setOf(made({ endnotes }));
      const notes = set.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'endnotes' ? block.notes : [])),
      );
      const others = set.sections.filter(({ name }) => name !== 'sources');
      return { notes: notes.map(({ text }) => text), others };
    });
    const [full, short, byAuthor] = texts;
    expect(full?.others).toEqual(short?.others);
    expect(full?.others).toEqual(byAuthor?.others);
    expect(new Set(texts.map(({ notes }) => notes.join())).size).toBe(3);
  });
});

test('numbers are a row without gaps, whatever is written and taken out', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 12 }), (picks) => {
      let document = made();
      for (const pick of picks) {
        const paragraphs: { at: number; size: number }[] = [];
        document.forEach((section, start) => {
          section.forEach((block, offset) => {
            if (block.type.name === 'paragraph' && section.childCount > 2)
              paragraphs.push({ at: start + 1 + offset, size: block.nodeSize });
          });
        });
        const one = paragraphs[pick % Math.max(1, paragraphs.length)];
        if (one && pick % 2)
          document = new Transform(document).delete(one.at, one.at + one.size).doc;
        else document = write(document, 'More.');
      }
      const numbers = [...numberParagraphs(document).values()];
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(paragraphsOf(document).map(({ number }) => number)).toEqual(numbers);
    }),
    { numRuns: 40 },
  );
});
