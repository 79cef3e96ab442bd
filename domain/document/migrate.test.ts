import { expect, test } from 'vitest';
import { readDocument } from './document';
import { applySteps } from './steps';

// As version 1 stored it, to the letter. Never to be changed.
const stored =
  '{"type":"doc","attrs":{"version":1},"content":[{"type":"header","content":[{"type":"title","content":[{"type":"text","text":"Talks"}]},{"type":"field","attrs":{"name":"to","label":"To"},"content":[{"type":"text","text":"The Under Secretary"}]}]},{"type":"section","attrs":{"id":"s1","name":"summary"},"content":[{"type":"heading","content":[{"type":"text","text":"Summary"}]},{"type":"paragraph","attrs":{"id":"p1","prompt":null},"content":[{"type":"text","marks":[{"type":"sentence","attrs":{"kind":"reported","basis":["q1"]}}],"text":"Joshi said "},{"type":"quote","attrs":{"assessment":"q1"},"content":[{"type":"text","text":"it’s a stalemate"}]},{"type":"citation","attrs":{"article":"a1","paragraph":12}},{"type":"text","marks":[{"type":"strong"}],"text":" there."}]},{"type":"bullet_list","attrs":{"id":"l1"},"content":[{"type":"list_item","content":[{"type":"paragraph","attrs":{"id":"p2","prompt":"what follows"}}]}]},{"type":"table","attrs":{"id":"t1"},"content":[{"type":"table_row","content":[{"type":"table_header","attrs":{"colspan":1,"rowspan":1,"colwidth":null},"content":[{"type":"paragraph","attrs":{"id":"p3","prompt":null}}]}]}]},{"type":"endnotes","attrs":{"id":"n1"}}]}]}';

const steps = [
  { stepType: 'replace', from: 47, to: 47, slice: { content: [{ type: 'text', text: 'twice ' }] } },
  {
    stepType: 'replace',
    from: 42,
    to: 42,
    slice: {
      content: [
        { type: 'paragraph', attrs: { id: 'p1', prompt: null } },
        { type: 'paragraph', attrs: { id: 'p9', prompt: null } },
      ],
      openStart: 1,
      openEnd: 1,
    },
    structure: true,
  },
];

test('a document of version 1 is read with every word, mark and id, and nothing suggested', () => {
  const document = readDocument(JSON.parse(stored));
  expect(document.attrs.version).toBe(2);
  expect(document.textContent).toBe(readDocument(document.toJSON()).textContent);
  const paragraph = document.child(1).child(1);
  expect(paragraph.attrs).toMatchObject({ id: 'p1', prompt: null, inserted: null, deleted: null });
  expect(paragraph.toString()).toBe(
    'paragraph(sentence("Joshi said "), quote("it’s a stalemate"), citation, strong(" there."))',
  );
  expect(paragraph.firstChild?.marks[0]?.attrs).toEqual({ kind: 'reported', basis: ['q1'] });
});

test('the log of version 1 leads on from it', () => {
  const document = applySteps(readDocument(JSON.parse(stored)), steps);
  expect(document.child(1).childCount).toBe(6);
  expect(document.child(1).child(2).attrs.id).toBe('p9');
  expect(document.textContent).toContain('twice ');
});

test('a document newer than this Scenesetter is refused with a sentence', () => {
  const json = { ...JSON.parse(stored), attrs: { version: 3 } };
  expect(() => readDocument(json)).toThrow('it has version 3, which is newer than this');
});
