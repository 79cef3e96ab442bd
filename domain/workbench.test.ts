import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { type AssessmentInput, inputOf } from './assessment-input';
import type { Proposal } from './proposal';
import { propose } from './propose';
import { nearestEdge, nextEdge } from './words';
import { applyDecision, type Bench, type Decision, itemsOf, segmentsOf, undoOf } from './workbench';

const { text, article } = readDemonstration((name) => name);
const proposals = propose(text, article.paragraphs).map(
  (statement, index): Proposal => ({
    id: `proposal-${index}`,
    articleId: article.id,
    state: 'open',
    revision: 0,
    assessmentId: null,
    statement,
  }),
);
const bench: Bench = { article, proposals, assessments: [] };

function inputFor(proposal: Proposal): AssessmentInput {
  const { kind, viewOf, directness, speakers, spans } = proposal.statement;
  const named = speakers.length > 0 ? speakers : [{ name: 'Somebody', kind: 'person' as const }];
  return {
    kind,
    viewOf,
    directness,
    groundRule: 'on_the_record',
    note: '',
    issues: [],
    holders: named.map((each) => ({ ...each, id: each.name, role: 'r', organisation: 'o' })),
    spans: spans.map(({ paragraphId, start, end }) => ({ paragraphId, start, end })),
  };
}

const accept = (proposal: Proposal): Decision => ({
  type: 'accept',
  proposal: proposal.id,
  revision: proposal.revision,
  assessment: `assessment-of-${proposal.id}`,
  input: inputFor(proposal),
});

describe('the statements of the workbench', () => {
  test('come in the order of the text, whatever order they were kept in', () => {
    const order = itemsOf(bench).map((item) => item.key);
    const turned = { ...bench, proposals: [...proposals].reverse() };
    expect(itemsOf(turned).map((item) => item.key)).toEqual(order);
  });

  test('of a paragraph that was left out are not shown', () => {
    const [first] = itemsOf(bench);
    const gone = first?.spans[0]?.paragraphId;
    const paragraphs = article.paragraphs.map((each) =>
      each.id === gone ? { ...each, number: null } : each,
    );
    const items = itemsOf({ ...bench, article: { ...article, paragraphs } });
    expect(items.map((item) => item.key)).not.toContain(first?.key);
  });
});

describe('a decision', () => {
  test('accepts as found, or as corrected, and counts on the revision', () => {
    const [first] = proposals as [Proposal];
    const plain = applyDecision(bench, accept(first));
    expect(plain.proposals[0]).toMatchObject({ state: 'accepted', revision: 1 });
    const corrected = accept(first) as Extract<Decision, { type: 'accept' }>;
    corrected.input = { ...corrected.input, viewOf: 'somebody else' };
    expect(applyDecision(bench, corrected).proposals[0]?.state).toBe('corrected');
  });

  test('and its undo leave every statement as it was', () => {
    const anyDecision = fc.record({
      at: fc.nat(proposals.length - 1),
      type: fc.constantFrom('accept' as const, 'reject' as const),
    });
    fc.assert(
      fc.property(fc.array(anyDecision, { maxLength: 12 }), (steps) => {
        let now = bench;
        const undos: ((after: Bench) => Decision | null)[] = [];
        for (const { at, type } of steps) {
          const proposal = now.proposals[at] as Proposal;
          if (proposal.state !== 'open') continue;
          const decision: Decision =
            type === 'accept'
              ? accept(proposal)
              : { type, proposal: proposal.id, revision: proposal.revision };
          undos.push(undoOf(now, decision, (each) => inputOf(each, article.publishedOn)));
          now = applyDecision(now, decision);
        }
        for (const undo of undos.reverse()) {
          const back = undo(now);
          if (back) now = applyDecision(now, back);
        }
        expect(now.proposals.map((each) => each.state)).toEqual(proposals.map(() => 'open'));
        expect(now.assessments).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('to change or remove a statement is undone to what it was', () => {
    const [first] = proposals as [Proposal];
    const input = inputFor(first);
    const added = applyDecision(bench, { type: 'add', version: 'v', assessment: 'a', input });
    const changed: Decision = {
      type: 'change',
      assessment: 'a',
      revision: 0,
      input: { ...input, viewOf: 'Islamabad' },
    };
    const after = applyDecision(added, changed);
    expect(after.assessments[0]?.viewOf).toBe('Islamabad');
    const undo = undoOf(added, changed, (each) => inputOf(each, article.publishedOn))(after);
    const back = applyDecision(after, undo as Decision);
    expect(back.assessments[0]).toMatchObject({ viewOf: input.viewOf, revision: 2 });
    const removal: Decision = { type: 'remove', assessment: 'a', revision: 2 };
    const gone = applyDecision(back, removal);
    const again = undoOf(back, removal, (each) => inputOf(each, article.publishedOn))(gone);
    expect(applyDecision(gone, again as Decision).assessments).toHaveLength(1);
  });
});

test('segments join up to the whole paragraph, and name every statement that lies on each', () => {
  const [one] = article.paragraphs.filter((each) => each.number === 12);
  if (!one) throw new Error('There is no paragraph 12.');
  const span = fc.tuple(fc.nat(one.text.length), fc.nat(one.text.length)).map(([a, b]) => ({
    paragraphId: one.id,
    start: Math.min(a, b),
    end: Math.max(a, b),
    text: '',
    quoted: false,
  }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
      const items = spans.map((each, index) => ({ key: `${index}`, spans: [each] }));
      const segments = segmentsOf(one, items);
      expect(segments.map((s) => one.text.slice(s.start, s.end)).join('')).toBe(one.text);
      for (const { start, end, keys } of segments)
        for (const { key, spans: own } of items)
          expect(keys.includes(key)).toBe(own.some((s) => s.start <= start && s.end >= end));
    }),
  );
});

describe('the end of a span', () => {
  const words = 'He said “the plan is dead,” and left.';

  test.each([
    [26, 1, 'end', 'He said “the plan is dead,” '.length - 1],
    [13, 1, 'start', 'He said “the plan '.length],
    [13, -1, 'start', 'He said '.length],
    [0, -1, 'start', 0],
  ] as const)('from %i moves by %i', (from, step, edge, to) => {
    expect(nextEdge(words, from, step, edge)).toBe(to);
  });

  test('is drawn to the nearest word', () => {
    expect(words.slice(nearestEdge(words, 14, 'start'))).toMatch(/^plan/);
    expect(words.slice(0, nearestEdge(words, 16, 'end'))).toMatch(/plan$/);
  });
});
