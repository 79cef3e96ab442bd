import fc from 'fast-check';
import { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { assemble } from '../assemble';
import { type DocumentJson, readDocument, writeDocument } from '../document/document';
import { keyOf, partsOf } from '../document/parts';
import { type Edit, editKinds, makeEdit } from '../document/random-edits';
import { schema } from '../document/schema';
import { policyBrief } from '../template/policy-brief';
import { type Proposal, proposalsOf } from './proposals';
import { take } from './take';

const { article, assessments, issues } = readDemonstration((name) => name);

function assembled(left: { assessments?: string[]; issues?: string[] }, matrix = false): Node {
  const kept = assessments.filter(({ id }) => !left.assessments?.includes(id));
  const evidence = { articles: [article], assessments: kept };
  const covered = issues.filter(({ id }) => !left.issues?.includes(id));
  const head = { title: 'Talks', to: '', from: '', date: '2012-12-17' };
  return readDocument(
    assemble({ template: policyBrief, evidence, issues: covered, matrix, ...head }),
  );
}

/** The editor gives every block an id of its own; a block that is split off gets a new one. */
function withOwnIds(document: Node): Node {
  const seen = new Set<string>();
  const visit = (json: { attrs?: { id?: string }; content?: unknown[] }): unknown => {
    const id = json.attrs?.id;
    const own = id !== undefined && seen.has(id) ? `own-${seen.size}` : id;
    if (own !== undefined) seen.add(own);
    return {
      ...json,
      ...(json.attrs
        ? { attrs: { ...json.attrs, ...(own === undefined ? {} : { id: own }) } }
        : {}),
      ...(json.content ? { content: json.content.map((each) => visit(each as typeof json)) } : {}),
    };
  };
  return Node.fromJSON(schema, visit(writeDocument(document) as DocumentJson) as DocumentJson);
}

const words = (nodes: readonly Node[]) => nodes.map((each) => each.textContent).join(' ');
const kinds = (found: Proposal[]) => found.map(({ kind }) => kind);

describe('what a new assembly proposes', () => {
  const [, anodyne] = ['', assessments.find(({ spans }) => spans[0]?.text.includes('anodyne'))];
  const id = anodyne?.id ?? '';
  const base = assembled({ assessments: [id] });
  const fresh = assembled({});

  test('nothing where nothing is new', () => {
    expect(proposalsOf({ base, mine: base, fresh: base })).toEqual([]);
  });

  test('a new statement, and the sentences that count it, each in its section', () => {
    const found = proposalsOf({ base, mine: base, fresh });
    const come = found.filter(({ kind }) => kind === 'new');
    expect(come.map(({ fresh: nodes }) => words(nodes)).join()).toContain('anodyne');
    expect(kinds(found)).toContain('changed');
    expect(found.every(({ isWritten }) => !isWritten)).toBe(true);
    expect(take(base, fresh, found).eq(fresh)).toBe(true);
  });

  test('a statement that is gone, which the text keeps until it is taken out', () => {
    const found = proposalsOf({ base: fresh, mine: fresh, fresh: base });
    expect(kinds(found)).toContain('gone');
    expect(take(fresh, base, found).eq(base)).toBe(true);
    expect(take(fresh, base, []).eq(fresh)).toBe(true);
  });

  test('a new issue as one, with all that stands under it', () => {
    const before = assembled({ issues: [issues[1]?.id ?? ''] });
    const found = proposalsOf({ base: before, mine: before, fresh });
    const heads = found.filter(({ fresh: [first] }) => first?.type.name === 'subheading');
    expect(heads).toHaveLength(1);
    expect(heads[0]?.parts.length).toBeGreaterThan(3);
    expect(take(before, fresh, found).eq(fresh)).toBe(true);
  });

  test('the matrix as one, where it stands in the form', () => {
    const drawn = assembled({}, true);
    const found = proposalsOf({ base: fresh, mine: fresh, fresh: drawn });
    expect(found.map(({ kind, fresh: [first] }) => [kind, first?.type.name])).toEqual([
      ['new', 'table'],
    ]);
    expect(take(fresh, drawn, found).eq(drawn)).toBe(true);
  });

  test('a part that was taken out does not come back', () => {
    const gone = proposalsOf({ base: fresh, mine: fresh, fresh: base });
    const without = take(fresh, base, gone);
    expect(proposalsOf({ base: fresh, mine: without, fresh })).toEqual([]);
  });
});

const edits = fc.array(
  fc.record<Edit>({
    kind: fc.constantFrom(...editKinds),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme-ascii' }),
  }),
  { maxLength: 12 },
);
const left = fc.record({
  assessments: fc.subarray(assessments.map(({ id }) => id)),
  issues: fc.subarray(issues.slice(1).map(({ id }) => id)),
});

describe('over random evidence and random writing', () => {
  const histories = fc.tuple(left, left, fc.boolean(), fc.boolean(), edits);
  const check = (law: (base: Node, mine: Node, fresh: Node) => void) =>
    fc.assert(
      fc.property(histories, ([one, other, had, has, made]) => {
        const base = assembled(one, had);
        let state = EditorState.create({ doc: base });
        for (const edit of made) state = makeEdit(state, edit);
        law(base, withOwnIds(state.doc), assembled(other, has));
      }),
      { numRuns: 300 },
    );

  test('nothing that a person wrote is touched by what is proposed as unwritten', () => {
    check((base, mine, fresh) => {
      const made = new Map(partsOf(base).map(({ key, node }) => [key, node]));
      const written = partsOf(mine).filter(({ key, node }) => !made.get(key)?.eq(node));
      const unwritten = proposalsOf({ base, mine, fresh }).filter(({ isWritten }) => !isWritten);
      const result = partsOf(take(mine, fresh, unwritten));
      for (const { key, node } of written)
        expect(result.some((each) => each.key === key && each.node.eq(node))).toBe(true);
    });
  });

  test('what was taken is not proposed again, and what was left is not once it was shown', () => {
    check((base, mine, fresh) => {
      const found = proposalsOf({ base, mine, fresh });
      expect(proposalsOf({ base, mine: take(mine, fresh, found), fresh })).toEqual([]);
      const some = found.filter((_, index) => index % 2 === 0);
      expect(proposalsOf({ base: fresh, mine: take(mine, fresh, some), fresh })).toEqual([]);
      expect(take(mine, fresh, []).eq(mine)).toBe(true);
    });
  });

  test('a key is of one part, and the result is a whole document', () => {
    check((base, mine, fresh) => {
      const result = take(mine, fresh, proposalsOf({ base, mine, fresh }));
      expect(() => readDocument(writeDocument(result))).not.toThrow();
      const keys = partsOf(result).map(({ node }) => keyOf(node));
      expect(new Set(keys).size).toBe(keys.length);
    });
  });
});
