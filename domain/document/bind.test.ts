import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { assemble } from '../assemble';
import { policyBrief } from '../template/policy-brief';
import { basisChoices, describeBinding, searchChoices } from './basis';
import { bind, refusalOf } from './bind';
import { readDocument } from './document';
import { schema } from './schema';
import { type Binding, sentencesAt, sentencesIn, tallyOf } from './sentences';
import { applySteps } from './steps';
import { basesIn, usedEvidence } from './walk';

const { article, assessments, issues } = readDemonstration((name) => name);
const evidence = { articles: [article], assessments };
const order = { template: policyBrief, evidence, issues, to: '', from: '' };
const brief = readDocument(assemble({ ...order, title: 'Talks', date: '2012-12-17' }));

const { nodes, marks } = schema;
const words = (text: string, binding?: Binding) =>
  schema.text(text, binding ? [marks.sentence.create(binding)] : []);
const quote = (text: string, binding?: Binding) =>
  nodes.quote.create(
    { assessment: 'a1' },
    schema.text(text),
    binding && [marks.sentence.create(binding)],
  );
const cited = (paragraph: number) => nodes.citation.create({ article: 'v1', paragraph });
const struck = (text: string) =>
  schema.text(text, [marks.deletion.create({ id: 'i', author: 'E', account: 'e', at: 'now' })]);

function memo(...content: Node[]): Node {
  const document = nodes.doc.create(null, [
    nodes.header.create(null, nodes.title.create(null, schema.text('Talks'))),
    nodes.section.create({ id: 's', name: 'n' }, [
      nodes.heading.create(null, schema.text('A heading. Two of them.')),
      nodes.paragraph.create({ id: 'p' }, content),
    ]),
  ]);
  document.check();
  return document;
}

const theirs: Binding = { kind: 'assessment', basis: ['a1'] };
const ours: Binding = { kind: 'judgment', basis: ['a1', 'p3'] };

/** Sentences as "kind: text", with "partly" where not all of it is bound so. */
const show = (document: Node) =>
  sentencesIn(document).map(({ text, binding, isWhole }) =>
    `${isWhole ? '' : 'partly '}${binding?.kind ?? 'none'}: ${text}`.trim(),
  );

describe('the sentences of a memo', () => {
  test.each([
    [[words('It rained. It snowed.')], ['none: It rained.', 'none: It snowed.']],
    [[words('Mr. Lee left the U.S. Senate.', ours)], ['judgment: Mr. Lee left the U.S. Senate.']],
    [
      [words('Joshi: ', theirs), quote('It is bad. It was.', theirs), words(' Typed after.')],
      ['assessment: Joshi: “It is bad. It was.”', 'none: Typed after.'],
    ],
    [[words('Today, '), words('they met.', theirs)], ['partly assessment: Today, they met.']],
    [[words('They met', theirs), words('.')], ['assessment: They met.']],
    [[words('They met'), struck('. It rained'), words(' again.')], ['none: They met again.']],
    [[cited(3)], []],
    [[], []],
  ])('%#', (content, expected) => {
    expect(show(memo(...content))).toEqual(expected);
  });

  test('a citation behind the full stop goes with its sentence', () => {
    const document = memo(words('They met. '), cited(3), words(' It rained.'));
    const [first, second] = sentencesIn(document);
    expect(document.textBetween(first?.from ?? 0, first?.to ?? 0, '', '[]')).toBe('They met. []');
    expect(document.textBetween(second?.from ?? 0, second?.to ?? 0, '', '[]')).toBe('It rained.');
  });

  test('a caret is in one of them, a selection in those that it touches', () => {
    const document = memo(words('One is. Two is. Three is. '));
    const { from = 0 } = sentencesIn(document)[0] ?? {};
    const at = (a: number, b?: number) =>
      sentencesAt(document, from + a, b === undefined ? undefined : from + b).map((s) => s.text);
    expect([at(0), at(7), at(8), at(26)]).toEqual([
      ['One is.'],
      ['One is.'],
      ['Two is.'],
      ['Three is.'],
    ]);
    expect(at(3, 10)).toEqual(['One is.', 'Two is.']);
    expect(sentencesAt(document, 2)).toEqual([]);
  });

  test('are counted by kind; every one of an assembled brief is bound whole', () => {
    const tally = tallyOf(sentencesIn(brief));
    expect(tally.total).toBeGreaterThan(25);
    expect(tally).toMatchObject({ unbound: 0, partly: 0, judgment: 0 });
    expect(tally.assessment + tally.reported + tally.boilerplate).toBe(tally.total);
    const mixed = memo(
      words('One is. '),
      words('Two is.', ours),
      words(' Now '),
      words('x.', ours),
    );
    expect(tallyOf(sentencesIn(mixed))).toMatchObject({
      total: 3,
      unbound: 1,
      judgment: 1,
      partly: 1,
    });
  });
});

describe('binding a sentence', () => {
  const typed = memo(
    words('Joshi: '),
    quote('It is bad.'),
    cited(3),
    words(' What follows is ours.'),
  );

  test('reaches words, quotes and citations of that sentence alone, and says nothing else', () => {
    const [first] = sentencesIn(typed);
    const { doc } = bind(new Transform(typed), first ? [first] : [], theirs);
    expect(show(doc)).toEqual(['assessment: Joshi: “It is bad.”', 'none: What follows is ours.']);
    const line = doc.child(1).child(1);
    expect(line.content.content.map((each) => each.marks.length)).toEqual([1, 1, 1, 0]);
    expect(doc.textContent).toBe(typed.textContent);
    doc.check();
  });

  test('can be changed, taken away, sent as steps, and undone to the letter', () => {
    const kinds = fc.constantFrom<Binding | null>(
      theirs,
      ours,
      { kind: 'boilerplate', basis: [] },
      null,
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, fc.nat(1)), { maxLength: 6 }), (changes) => {
        const transform = new Transform(typed);
        for (const [binding, which] of changes) {
          const chosen = sentencesIn(transform.doc)[which];
          if (!chosen) throw new Error('The sample lacks a sentence.');
          bind(transform, [chosen], binding);
          const is = sentencesIn(transform.doc)[which];
          expect(is).toMatchObject({ isWhole: true });
          expect(is?.binding ?? null).toEqual(binding);
        }
        const sent = transform.steps.map((step) => step.toJSON());
        expect(applySteps(typed, sent).eq(transform.doc)).toBe(true);
        const back = new Transform(transform.doc);
        for (const [index, step] of [...transform.steps.entries()].toReversed())
          back.step(step.invert(transform.docs[index] as Node));
        expect(back.doc.eq(typed)).toBe(true);
      }),
    );
  });

  test('takes no step where it is so already', () => {
    const chosen = sentencesIn(typed);
    const { doc } = bind(new Transform(typed), chosen, ours);
    expect(bind(new Transform(doc), sentencesIn(doc), ours).steps).toEqual([]);
    expect(bind(new Transform(typed), chosen, null).steps).toEqual([]);
  });

  test('names a basis where the kind needs one', () => {
    expect(refusalOf(null)).toBeNull();
    expect(refusalOf({ kind: 'boilerplate', basis: [] })).toBeNull();
    expect(refusalOf({ kind: 'recommendation', basis: [] })).toBeNull();
    expect(refusalOf({ kind: 'judgment', basis: [] })).toMatch(/at least one/);
    expect(refusalOf({ kind: 'reported', basis: [] })).toMatch(/paragraph/);
    expect(refusalOf({ kind: 'assessment', basis: [] })).toMatch(/whose/);
    expect(refusalOf(ours)).toBeNull();
  });

  test('counts what it rests on as used, a paragraph’s article too', () => {
    const third = article.paragraphs.find(({ number }) => number === 3)?.id ?? '';
    const [chosen] = sentencesIn(typed);
    const basis = [third, 'assessment-4'];
    const { doc } = bind(new Transform(typed), chosen ? [chosen] : [], { kind: 'judgment', basis });
    expect([...basesIn(doc)].sort()).toEqual(['a1', 'assessment-4', third].sort());
    const used = usedEvidence(doc, evidence);
    expect(used.articles).toEqual([article]);
    expect(used.assessments.map(({ id }) => id)).toEqual(['assessment-4']);
  });

  test('of a kind that there is not is refused', () => {
    const json = JSON.parse(
      JSON.stringify(memo(words('It is.', ours)).toJSON()).replace('judgment', 'guess'),
    );
    expect(() => readDocument(json)).toThrow('guess');
  });
});

describe('what a sentence may rest on', () => {
  const paragraph = memo(cited(3)).child(1).child(1);
  const near = nodes.paragraph.create({ id: 'x' }, [
    nodes.citation.create({ article: article.id, paragraph: 12 }),
  ]);

  test('is a paragraph for what is reported, a statement for an assessment, both for ours', () => {
    const of = (kind: Binding['kind']) => basisChoices(kind, evidence, [paragraph]);
    expect(of('reported')).toHaveLength(22);
    expect(of('assessment')).toHaveLength(assessments.length);
    expect(of('judgment')).toHaveLength(22 + assessments.length);
    expect(of('boilerplate')).toEqual([]);
    expect(of('reported')[2]).toMatchObject({ place: '¶ 3', speaker: null });
  });

  test('begins with what the paragraph around it cites', () => {
    expect(basisChoices('reported', evidence, [near])[0]?.place).toBe('¶ 12');
    expect(basisChoices('assessment', evidence, [near])[0]).toMatchObject({
      speaker: 'Joshi',
      place: '¶ 12',
    });
  });

  test('is found by its words, speaker or number', () => {
    const all = basisChoices('judgment', evidence, []);
    expect(searchChoices(all, 'joshi stalemate').map((each) => each.speaker)).toEqual([
      'Joshi',
      null,
    ]);
    expect(searchChoices(all, '¶21').every((each) => each.place.includes('21'))).toBe(true);
    expect(searchChoices(all, 'nobody said this')).toEqual([]);
  });

  test('is said in words', () => {
    const stalemate = basisChoices('assessment', evidence, [near])[0]?.id ?? '';
    const say = (binding: Binding | null) => describeBinding(binding, evidence);
    expect(say({ kind: 'assessment', basis: [stalemate] })).toBe('Their assessment: Joshi, ¶ 12');
    expect(say({ kind: 'boilerplate', basis: [] })).toBe('Boilerplate');
    expect(say({ kind: 'reported', basis: ['gone'] })).toBe(
      'Reported: a source that is not in this memo',
    );
    expect(say(null)).toBe('No binding');
  });
});
