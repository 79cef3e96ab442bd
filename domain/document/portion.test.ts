import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import type { PortionMark } from '../marking';
import { redline } from '../redline/redline';
import { showRedline } from '../redline/shown';
import { readDocument } from './document';
import { markdown } from './markdown';
import { markPortions, portionOf, portionsAt, portionsIn } from './portion';
import { stepsBetween } from './restore';
import { schema } from './schema';
import { setMemo } from './set';
import { withoutSuggestions, withSuggestions } from './settle';
import { applySteps } from './steps';
import { suggest } from './suggest';
import { suggestionsIn } from './suggestions';
import { plainText } from './text';

const { nodes } = schema;
const words = (text: string) => (text === '' ? [] : [schema.text(text)]);
const p = (id: string, text: string, portion: PortionMark | null = null) =>
  nodes.paragraph.create({ id, portion }, words(text));
const cell = (id: string, text: string) => nodes.table_cell.create(null, p(id, text));

const document = nodes.doc.create(null, [
  nodes.header.create(null, nodes.title.create(null, words('Talks'))),
  nodes.section.create({ id: 's', name: 'n' }, [
    nodes.heading.create(null, words('Summary')),
    p('p1', 'Both sides wait.', 'U'),
    nodes.subheading.create({ id: 'h', portion: 'SBU' }, words('A closer look')),
    nodes.bullet_list.create({ id: 'l' }, nodes.list_item.create(null, p('p2', 'One point', 'U'))),
    nodes.quotation.create({ id: 'q', portion: 'TLP:AMBER' }, [
      p('p3', ''),
      p('p4', 'We are here.', 'CUI'),
      p('p5', 'They are not.'),
    ]),
    nodes.table.create({ id: 't', portion: 'SBU' }, [
      nodes.table_row.create(null, [cell('c1', 'Who'), cell('c2', 'What')]),
    ]),
    p('p6', '', 'TLP:RED'),
    p('p7', 'Nothing marked.'),
  ]),
]);
document.check();

const set = (doc: Node) => setMemo(doc, { articles: [], assessments: [] }, { form: '' });

describe('a portion’s mark', () => {
  test('stands before its words in every format, and a table’s above it', () => {
    expect(plainText(set(document)).split('\n\n').slice(3)).toEqual([
      '(U) Both sides wait.',
      '(SBU) A closer look',
      '• (U) One point',
      '(CUI//TLP:AMBER) We are here.',
      'They are not.',
      '(SBU)',
      'Who\nWhat',
      'Nothing marked.',
    ]);
    const text = markdown(set(document));
    for (const line of ['(U) Both sides wait.', '### (SBU) A closer look', '- (U) One point'])
      expect(text).toContain(`\n${line}\n`);
    expect(text).toContain('\n> (CUI//TLP:AMBER) We are here.\n');
  });

  test('makes the banner, of portions with words alone', () => {
    expect(portionsIn(document)).toEqual(['U', 'SBU', 'U', 'TLP:AMBER', 'CUI', 'SBU']);
    expect(set(document).marking).toBe('CUI // TLP:AMBER');
    const bare = markPortions(new Transform(document), 0, document.content.size, null).doc;
    // A quotation is one portion; a paragraph in it may have kept a mark of its own.
    expect(set(bare).marking).toBe('CUI');
  });

  test('is set on what the selection touches: a quotation and a table as one', () => {
    const at = (from: number, to = from) =>
      portionsAt(document, from, to).map(({ block }) => block.attrs.id);
    const place = (id: string) => {
      let found = 0;
      document.descendants((node, position) => {
        if (node.attrs.id === id) found = position + 1;
      });
      return found;
    };
    expect([at(place('p1')), at(place('p2')), at(place('p5')), at(place('c2')), at(2)]).toEqual([
      ['p1'],
      ['p2'],
      ['q'],
      ['t'],
      [],
    ]);
    expect(at(place('p1'), place('p7'))).toEqual(['p1', 'h', 'p2', 'q', 't', 'p6', 'p7']);
    const { doc, steps } = markPortions(new Transform(document), place('p1'), place('p2'), 'U');
    expect(steps).toHaveLength(1);
    expect(portionOf(doc.child(1).child(2))).toBe('U');
    expect(
      applySteps(
        document,
        steps.map((step) => step.toJSON()),
      ).eq(doc),
    ).toBe(true);
  });

  test('comes back with a version, shows in a redline, and can be suggested', () => {
    const before = markPortions(new Transform(document), 10, document.content.size, null).doc;
    const steps = stepsBetween(before, document, 500);
    expect(applySteps(before, steps).toJSON()).toEqual(document.toJSON());
    expect(showRedline(redline(set(before), set(document)))[0]).toBe(
      'paragraph: [+(U) +]Both sides wait.',
    );
    const transform = new Transform(before);
    const edit = markPortions(new Transform(before), 20, 20, 'CUI');
    const stamp = { id: 'i', account: 'e', author: 'Edith', at: '2026-11-24T12:00:00.000Z' };
    expect(suggest(transform, edit, stamp)).not.toBeNull();
    expect(withoutSuggestions(transform.doc).eq(before)).toBe(true);
    expect(withSuggestions(transform.doc).toString()).toBe(edit.doc.toString());
    expect(suggestionsIn(transform.doc)).toMatchObject([
      { kind: 'replaced', before: 'Both sides wait.', after: '(CUI) Both sides wait.' },
    ]);
  });

  test('of a classified level is no document’s', () => {
    for (const mark of ['S', 'C', 'TS', 'SECRET']) {
      const json = JSON.parse(JSON.stringify(document.toJSON()).replace('"TLP:RED"', `"${mark}"`));
      expect(() => readDocument(json)).toThrow(`no scheme has the portion mark "${mark}"`);
    }
  });
});
