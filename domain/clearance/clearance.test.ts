import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { assemble } from '../assemble';
import { readDocument } from '../document/document';
import { type Edit, editKinds, makeEdit } from '../document/random-edits';
import { schema } from '../document/schema';
import { sentencesIn } from '../document/sentences';
import { policyBrief } from '../template/policy-brief';
import {
  type Addressee,
  answersTo,
  isSettled,
  mayAnswer,
  type Outcome,
  openStage,
  type Response,
  standingOf,
} from './list';
import { obstaclesTo } from './obstacles';
import { changedSince, type Seen, seenIn } from './seen';
import { clearanceSheet, type SheetInput } from './sheet';

const { article, assessments, issues } = readDemonstration((name) => name);
const evidence = { articles: [article], assessments };
const head = { title: 'Talks', to: 'The Minister', from: 'The desk', date: '2012-12-17' };
const memo = readDocument(assemble({ template: policyBrief, evidence, issues, ...head }));
const now = '2026-05-04T09:00:00Z';

function clearer(over: Partial<Addressee> = {}): Addressee {
  const base = { id: 'one', stage: 1, asked: 'clear', office: 'Treasury', person: null } as const;
  return { ...base, sections: [], due: null, dissent: 'open', response: null, ...over };
}

function answer(outcome: Outcome, document: Node = memo, text = ''): Response {
  const at = '2026-05-03T16:30:00Z';
  return { outcome, text, by: 'Ann', for: null, at, version: 3, seen: seenIn(document) };
}

/** The memo with words put before others, or a change of looks there. */
function edit(words: string, change: (t: Transform, at: number) => Transform, of = memo): Node {
  const transform = new Transform(of);
  let place = -1;
  transform.doc.descendants((node, position) => {
    if (place < 0 && node.isText && node.text?.includes(words))
      place = position + node.text.indexOf(words);
  });
  if (place < 0) throw new Error(`The memo does not say “${words}”.`);
  return change(transform, place).doc;
}

const standing = (one: Addressee, document: Node = memo, list = [one]) =>
  standingOf(one, { list, seen: seenIn(document), now });

describe('what was cleared is this text', () => {
  const cleared = clearer({ response: answer('clear') });

  test('the same text is cleared, another one is to be cleared again', () => {
    expect(standing(cleared)).toBe('clear');
    const other = edit('Joshi', (t, at) => t.insert(at, schema.text('not ')));
    expect(standing(cleared, other)).toBe('re-clear');
    expect(isSettled(cleared, seenIn(other))).toBe(false);
  });

  test.each<[string, Node]>([
    [
      'a straight apostrophe',
      edit('Pakistan’s', (t, at) => t.replaceWith(at + 8, at + 9, schema.text("'"))),
    ],
    ['a bold word', edit('Joshi', (t, at) => t.addMark(at, at + 5, schema.marks.strong.create()))],
    ['a second space', edit(' Joshi', (t, at) => t.insert(at, schema.text(' ')))],
  ])('%s is typography, and clears on', (_, other) => {
    expect(other.eq(memo)).toBe(false);
    expect(standing(cleared, other)).toBe('clear');
  });

  test.each<[string, Node]>([
    ['a comma', edit('Joshi', (t, at) => t.insert(at, schema.text(',')))],
    ['a number', edit('Joshi', (t, at) => t.insert(at, schema.text('10 ')))],
    ['the title', edit('Talks', (t, at) => t.insert(at, schema.text('No ')))],
  ])('%s is none', (_, other) => {
    expect(standing(cleared, other)).toBe('re-clear');
  });
});

describe('sections that concern an office', () => {
  const changed = edit('Toby Dalton', (t, at) => t.insert(at, schema.text('Mr ')));
  const where = changedSince(seenIn(memo), seenIn(changed), []);

  test('an edit changes one section’s hash', () => {
    expect(where).toHaveLength(1);
  });

  test('only the office concerned is asked again', () => {
    const response = answer('clear');
    const other = Object.keys(seenIn(memo)).find((name) => !where.includes(name)) ?? '';
    expect(standing(clearer({ response, sections: where }), changed)).toBe('re-clear');
    expect(standing(clearer({ response, sections: [other] }), changed)).toBe('clear');
    expect(standing(clearer({ response }), changed)).toBe('re-clear');
  });
});

describe('stages', () => {
  const first = clearer({ id: 'first' });
  const second = clearer({ id: 'second', stage: 2, office: 'Legal' });
  const list = (...all: Addressee[]) => all;
  const seen = seenIn(memo);

  test('run in order, those of a stage at once', () => {
    const beside = clearer({ id: 'beside', office: 'Press' });
    expect(openStage([first, beside, second], seen)).toBe(1);
    expect(standing(second, memo, [first, beside, second])).toBe('ahead');
    const done = { ...first, response: answer('clear') };
    expect(openStage([done, beside, second], seen)).toBe(1);
    expect(openStage([done, { ...beside, response: answer('no-response') }, second], seen)).toBe(2);
    expect(mayAnswer(second, { list: list(first, second), seen })).toBe(false);
    expect(mayAnswer(second, { list: list(done, second), seen })).toBe(true);
  });

  test('go back to an office whose text changed', () => {
    const other = edit('Joshi', (t, at) => t.insert(at, schema.text('not ')));
    const done = { ...first, response: answer('clear') };
    expect(openStage([done, second], seenIn(other))).toBe(1);
  });

  test('those who comment or are informed hold nothing up', () => {
    const comment = clearer({ id: 'c', asked: 'comment' });
    const informed = clearer({ id: 'i', asked: 'information' });
    expect(openStage([comment, informed], seen)).toBe(null);
    expect(mayAnswer(comment, { list: [first, comment], seen })).toBe(true);
    expect(answersTo('comment')).toEqual(['commented', 'nil-return']);
  });
});

describe('a memo is issued', () => {
  const base = { seen: seenIn(memo), now, mustFix: 0, unsound: 0 };
  const saying = (list: Addressee[], over = {}) => obstaclesTo({ ...base, list, ...over });

  test('once all have cleared, objected on record, or did not respond in time', () => {
    const list = [
      clearer({ response: answer('clear') }),
      clearer({ id: 'b', response: answer('object', memo, 'Too soft.'), dissent: 'recorded' }),
      clearer({ id: 'c', response: answer('no-response'), due: '2026-05-01T16:00:00Z' }),
    ];
    expect(saying(list)).toEqual([]);
  });

  test.each<[string, Addressee[], object, RegExp]>([
    ['nobody was asked', [], {}, /^Nobody is asked/],
    ['one has not answered', [clearer()], {}, /^Treasury has not answered yet/],
    ['one is late', [clearer({ due: '2026-05-01T16:00:00Z' })], {}, /not answered in time/],
    ['one objects', [clearer({ response: answer('object') })], {}, /^Treasury objects/],
    ['a must-fix is open', [clearer({ response: answer('clear') })], { mustFix: 1 }, /must fix/],
    [
      'a quote does not stand',
      [clearer({ response: answer('clear') })],
      { unsound: 2 },
      /2 quotes/,
    ],
  ])('and not while %s', (_, list, over, sentence) => {
    expect(saying(list, over)).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('the clearance page', () => {
  const text = { version: 9, sha256: 'b'.repeat(64) };
  const issued = { version: 9, sha256: 'b'.repeat(64), by: 'Eve', at: now };
  const list = [
    clearer({ response: answer('clear') }),
    clearer({ id: 'l', office: 'Legal', response: answer('object', memo, 'It is\ntoo soft') }),
    clearer({
      id: 'n',
      office: 'Press',
      due: '2026-05-02T16:00:00Z',
      response: answer('no-response'),
    }),
    clearer({ id: 'i', office: 'Archive', asked: 'information' }),
  ];
  const input: SheetInput = {
    list,
    seen: seenIn(memo),
    now,
    text,
    issued,
    drafted: 'The desk, Dan, dan@example.org',
    zone: 'Europe/London',
    inWords: (instant) => instant.slice(0, 10),
  };

  test('has each office with its outcome, dissent and silence in words', () => {
    const { lines, remarks, isCleared, approved } = clearanceSheet(input);
    expect(isCleared).toBe(true);
    expect(approved).toBe('Eve, 2026-05-04');
    expect(lines.map(({ office, outcome, at }) => [office, outcome, at])).toEqual([
      ['Treasury', 'Cleared', '2026-05-03'],
      ['Legal', 'Objects', '2026-05-03'],
      ['Press', 'No response by 2026-05-02', '–'],
      ['Archive', 'For information', '–'],
    ]);
    expect(remarks).toEqual([
      'Legal objects: It is too soft.',
      'Without clearance of Press (no response by 2026-05-02).',
    ]);
  });

  test('never says that a text is cleared which is not the one that was', () => {
    const other = clearanceSheet({ ...input, text: { version: 10, sha256: 'c'.repeat(64) } });
    expect(other.isCleared).toBe(false);
    expect(other.headline).toMatch(/^Not cleared\. This text differs from version 9/);
    expect(other.approved).toBe('Not approved');
    expect(clearanceSheet({ ...input, issued: null }).headline).toMatch(/^Not cleared yet/);
  });
});

/** What a text says, letter by letter and sentence by sentence, by its section: no hash is asked. */
function sentencesBySection(document: Node): Map<string, string[]> {
  const all = new Map<string, string[]>();
  document.forEach((section, offset) => {
    if (section.type.name !== 'section') return;
    const end = offset + section.nodeSize;
    const inside = sentencesIn(document).filter(({ from }) => from >= offset && from < end);
    const fold = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    all.set(section.attrs.name as string, inside.map(({ text }) => fold(text)).filter(Boolean));
  });
  return all;
}

test('over random histories nobody is shown as having cleared a sentence that they did not see', () => {
  const names = Object.keys(seenIn(memo));
  const happening = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record<Edit>({
        kind: fc.constantFrom(...editKinds),
        at: fc.double({ min: 0, max: 0.999, noNaN: true }),
        to: fc.double({ min: 0, max: 1, noNaN: true }),
        text: fc.constantFrom('not ', 'x', ' ', '’', '"', '1', '.', '—'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        clears: fc.nat({ max: 2 }),
        how: fc.constantFrom<Outcome>('clear', 'clear-with-edits'),
      }),
    },
  );
  let shown = 0;
  fc.assert(
    fc.property(
      fc.array(fc.subarray(names), { minLength: 3, maxLength: 3 }),
      fc.array(happening, { maxLength: 25 }),
      (concerns, history) => {
        let state = EditorState.create({ doc: memo });
        const list = concerns.map((sections, at) =>
          clearer({ id: `${at}`, stage: at + 1, sections }),
        );
        const saw: (Map<string, string[]> | null)[] = [null, null, null];
        for (const event of history) {
          if (!('clears' in event)) state = makeEdit(state, event);
          else {
            const one = list[event.clears];
            if (!one || !mayAnswer(one, { list, seen: seenIn(state.doc) })) continue;
            one.response = answer(event.how, state.doc);
            saw[event.clears] = sentencesBySection(state.doc);
          }
          const seen: Seen = seenIn(state.doc);
          for (const [at, one] of list.entries()) {
            if (!['clear', 'clear-with-edits'].includes(standingOf(one, { list, seen, now })))
              continue;
            shown += 1;
            const before = saw[at];
            for (const [name, sentences] of sentencesBySection(state.doc))
              if (one.sections.length === 0 || one.sections.includes(name))
                expect(sentences).toEqual(before?.get(name));
          }
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(shown).toBeGreaterThan(100);
});
