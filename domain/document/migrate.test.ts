import { expect, test } from 'vitest';
import { readDocument } from './document';
import { documentVersion } from './schema';
import { withoutSuggestions } from './settle';
import { applySteps } from './steps';
import { suggestionsIn } from './suggestions';

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
  expect(document.attrs.version).toBe(documentVersion);
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
  const json = { ...JSON.parse(stored), attrs: { version: 5 } };
  expect(() => readDocument(json)).toThrow('it has version 5, which is newer than this');
});

// As version 2 stored it, with suggestions. Never to be changed.
const suggested =
  '{"type":"doc","attrs":{"version":2},"content":[{"type":"header","content":[{"type":"title","content":[{"type":"text","text":"Talks"}]},{"type":"field","attrs":{"name":"to","label":"To"},"content":[{"type":"text","text":"The Under Secretary"}]}]},{"type":"section","attrs":{"id":"s1","name":"summary"},"content":[{"type":"heading","content":[{"type":"text","text":"Summary"}]},{"type":"paragraph","attrs":{"id":"p1","inserted":null,"deleted":null,"split":null,"joined":null,"prompt":null},"content":[{"type":"text","marks":[{"type":"modification","attrs":{"id":"g3","author":"Edith Editor","account":"u2","at":"2026-11-24T12:00:00.000Z","added":{"type":"strong"},"removed":null}},{"type":"strong"},{"type":"sentence","attrs":{"kind":"reported","basis":["q1"]}}],"text":"Joshi sa"},{"type":"text","marks":[{"type":"sentence","attrs":{"kind":"reported","basis":["q1"]}}],"text":"id "},{"type":"quote","attrs":{"assessment":"q1"},"content":[{"type":"text","text":"it’s a stalemate"}]},{"type":"citation","attrs":{"article":"a1","paragraph":12}},{"type":"text","marks":[{"type":"strong"}],"text":" "}]},{"type":"paragraph","attrs":{"id":"p9","inserted":null,"deleted":null,"split":{"id":"g1","author":"Edith Editor","account":"u2","at":"2026-11-24T12:00:00.000Z"},"joined":null,"prompt":null},"content":[{"type":"text","marks":[{"type":"deletion","attrs":{"id":"g1","author":"Edith Editor","account":"u2","at":"2026-11-24T12:00:00.000Z"}},{"type":"strong"}],"text":"there"},{"type":"text","marks":[{"type":"strong"}],"text":"."},{"type":"text","marks":[{"type":"insertion","attrs":{"id":"g2","author":"Edith Editor","account":"u2","at":"2026-11-24T12:00:00.000Z"}}],"text":"again"}]},{"type":"bullet_list","attrs":{"id":"l1","inserted":null,"deleted":null,"split":null,"joined":null},"content":[{"type":"list_item","attrs":{"inserted":null,"deleted":null,"split":null,"joined":null},"content":[{"type":"paragraph","attrs":{"id":"p2","inserted":null,"deleted":null,"split":null,"joined":null,"prompt":"what follows"}}]}]},{"type":"table","attrs":{"id":"t1","inserted":null,"deleted":null,"split":null,"joined":null},"content":[{"type":"table_row","attrs":{"inserted":null,"deleted":null,"split":null,"joined":null},"content":[{"type":"table_header","attrs":{"colspan":1,"rowspan":1,"colwidth":null,"inserted":null,"deleted":null,"split":null,"joined":null},"content":[{"type":"paragraph","attrs":{"id":"p3","inserted":null,"deleted":null,"split":null,"joined":null,"prompt":null}}]}]}]},{"type":"endnotes","attrs":{"id":"n1","inserted":null,"deleted":null,"split":null,"joined":null}}]}]}';

const later = [
  {
    stepType: 'attr',
    pos: 92,
    attr: 'deleted',
    value: { id: 'g5', account: 'u2', author: 'Edith Editor', at: '2026-11-24T12:00:00.000Z' },
  },
  {
    stepType: 'replace',
    from: 50,
    to: 50,
    slice: {
      content: [
        {
          type: 'paragraph',
          attrs: {
            id: 'p1',
            inserted: null,
            deleted: null,
            split: null,
            joined: null,
            prompt: null,
          },
        },
        {
          type: 'paragraph',
          attrs: {
            id: 'p8',
            inserted: null,
            deleted: null,
            split: null,
            joined: null,
            prompt: null,
          },
        },
      ],
      openStart: 1,
      openEnd: 1,
    },
    structure: true,
  },
];

test('a document of version 2 is read with all that is suggested in it, and no portion marked', () => {
  const document = readDocument(JSON.parse(suggested));
  expect(document.attrs.version).toBe(documentVersion);
  expect(document.child(1).child(1).attrs).toMatchObject({ id: 'p1', portion: null });
  expect(suggestionsIn(document).map(({ id, kind }) => [id, kind])).toEqual([
    ['g3', 'formatted'],
    ['g1', 'deleted'],
    ['g2', 'inserted'],
  ]);
  const text = readDocument(JSON.parse(stored)).textContent;
  expect(withoutSuggestions(document).textContent).toBe(text);
});

test('the log of version 2 leads on from it', () => {
  const document = applySteps(readDocument(JSON.parse(suggested)), later);
  expect(document.child(1).childCount).toBe(7);
  expect(document.child(1).child(2).attrs).toMatchObject({ id: 'p8', portion: null });
  expect(suggestionsIn(document).at(-1)).toMatchObject({ id: 'g5', kind: 'deleted' });
});
