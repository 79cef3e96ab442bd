import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { templateSchema } from '../template';
import { builtInTemplates } from './built-in';
import { decideChange, decideCopy, definitionSchema } from './change';
import { changesBetween } from './compare';
import { freeName, moveItem, newField, newSection } from './edit';
import { policyBrief } from './policy-brief';

describe('the order of a list', () => {
  test('after a move is the same items, the moved one at its new place', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), fc.nat(), fc.nat(), (list, a, b) => {
        const [from, to] = [a % list.length, b % list.length];
        const after = moveItem(list, from, to);
        expect(after[to]).toBe(list[from]);
        expect(after.filter((each) => each !== list[from])).toEqual(
          list.filter((each) => each !== list[from]),
        );
        expect(moveItem(after, to, from)).toEqual(list);
      }),
    );
  });

  test.each([
    [0, -1],
    [2, 3],
    [7, 0],
  ])('is as it was where there is no such place: %i to %i', (from, to) => {
    expect(moveItem(['a', 'b', 'c'], from, to)).toEqual(['a', 'b', 'c']);
  });
});

describe('a new part', () => {
  test('is known by a name that no other has and a template takes, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(3), (called, others) => {
        const taken: string[] = [];
        for (let count = 0; count <= others; count += 1) taken.push(freeName(called, taken));
        expect(new Set(taken).size).toBe(taken.length);
        for (const name of taken) {
          const fields = [{ ...newField('Line', []), name }];
          expect(templateSchema.safeParse({ ...policyBrief, fields }).success).toBe(true);
        }
      }),
    );
  });

  test.each([
    ['What’s the outlook?', 'what-s-the-outlook'],
    ['3rd point', 'rd-point'],
    ['Überblick', 'uberblick'],
    ['展望', 'part'],
  ])('called %s is known as %s', (called, name) => {
    expect(freeName(called, [])).toBe(name);
  });
});

describe('what changed between two versions', () => {
  const [summary, happened, ...others] = policyBrief.sections;
  if (!summary || !happened) throw new Error('The fixture has changed.');

  test.each(builtInTemplates.map((each) => [each.name, each] as const))(
    'of %s is nothing where both are alike',
    (_name, template) => {
      expect(changesBetween(template, structuredClone(template))).toEqual([]);
    },
  );

  test('is a sentence each, by what the parts are called', () => {
    const renamed = { ...happened, heading: 'Events', mostLines: 4, prompts: ['what else'] };
    const sections = [renamed, summary, newSection('Outlook', []), ...others.slice(1)];
    const type = { face: 'times', body: 12, head: 10 } as const;
    const to = {
      ...policyBrief,
      sections,
      type,
      pages: null,
      marking: 'uk',
      numbered: true,
    } as const;
    expect(changesBetween(policyBrief, to)).toEqual([
      'Length: at most 2 pages → no limit.',
      'Type: Source Serif, body 11 pt, head 10 pt → Tinos, body 12 pt, head 10 pt.',
      'Marking: every scheme → United Kingdom.',
      'Paragraphs: not numbered → numbered.',
      'Section renamed: “What happened” → “Events”.',
      'Section added: “Outlook”.',
      'Section taken out: “What the experts say”.',
      'Sections in another order: “Events”, “Bottom line”, “Outlook”, “Implications”, “Recommendations”, “Source summary”, “Sources”.',
      '“Events”, places to write: none → “what else”.',
      '“Events”, lines: no limit → at most 4 lines.',
    ]);
  });
});

describe('a definition that is sent', () => {
  test.each([
    ['{', /no template/],
    ['[]', /expected object/i],
    [JSON.stringify({ ...policyBrief, sections: [] }), /./],
    [JSON.stringify({ ...policyBrief, type: { face: 'serif', body: 40, head: 10 } }), /9 to 14/],
    [JSON.stringify({ ...policyBrief, endnotes: 'mla' }), /./],
    [JSON.stringify({ ...policyBrief, name: ' ' }), /Write the template’s name/],
  ])('is refused where it is none: %s', (sent, why) => {
    expect(definitionSchema.safeParse(sent).error?.issues[0]?.message).toMatch(why);
  });

  test('comes back as it is', () => {
    for (const template of builtInTemplates)
      expect(definitionSchema.parse(JSON.stringify(template))).toEqual(template);
  });
});

test('a copy of a copy names the template it was copied from, and where the layout came from at first', () => {
  const first = decideCopy(policyBrief, { name: 'One', slug: 'one', team: 'Desk' });
  const second = decideCopy(first, { name: 'Two', slug: 'two', team: 'Bureau' });
  expect(second.origin).toBe(`House template of Bureau, copied from “One” · ${policyBrief.origin}`);
  const definition = { ...second, pages: 9, origin: 'Official' };
  const latest = { version: 1, template: second };
  expect(decideChange(latest, { slug: 'two', base: 1, definition }).origin).toBe(second.origin);
});
