import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { assemble } from '../assemble';
import type { Template, TemplateSection } from '../template';
import { builtInTemplates } from '../template/built-in';
import { newField, newSection } from '../template/edit';
import { policyBrief } from '../template/policy-brief';
import { actionMemo } from '../template/united-states';
import { readDocument, writeDocument } from './document';
import { keepsFrame } from './frame';
import { moveDocument } from './move';
import { stepsBetween } from './restore';
import { schema } from './schema';
import { applySteps } from './steps';

const { article, assessments, issues } = readDemonstration((name) => name);
const date = '2012-12-18';

function made(template: Template): Node {
  const evidence = { articles: [article], assessments };
  const order = { template, evidence, issues, title: 'Talks', to: 'The Secretary', from: 'Desk' };
  return readDocument(assemble({ ...order, date: '2012-12-17' }));
}

const sectionsOf = (document: Node) => document.children.slice(1);
const headingsOf = (document: Node) =>
  sectionsOf(document).map((section) => section.firstChild?.textContent);
const fieldsOf = (document: Node) =>
  (document.firstChild?.children ?? [])
    .slice(1)
    .map(({ attrs, textContent }) => [attrs.label, textContent]);
const without = (template: Template, ...names: string[]): Template => ({
  ...template,
  sections: template.sections.filter(({ name }) => !names.includes(name)),
});

/** Writes words into the section’s first place to write. */
function write(document: Node, section: string, words: string): Node {
  let at = -1;
  document.forEach((each, start) => {
    if (each.attrs.name !== section) return;
    each.descendants((node, position) => {
      if (at < 0 && node.attrs.prompt && node.childCount === 0) at = start + position + 2;
    });
  });
  if (at < 0) throw new Error(`There is no place in ${section}.`);
  return new Transform(document).insert(at, schema.text(words)).doc;
}

describe('a memo moved to another version of its template', () => {
  test('has new sections, empty, in the new order, and the text of the others as it was', () => {
    const outlook: TemplateSection = newSection('Outlook', []);
    const [first, second, ...others] = policyBrief.sections as [TemplateSection, TemplateSection];
    const to = { ...policyBrief, sections: [second, outlook, first, ...others] };
    const before = write(made(policyBrief), 'implications', 'The channel matters.');
    const { document, notes } = moveDocument(before, { from: policyBrief, to, date });
    expect(headingsOf(document)).toEqual(to.sections.map(({ heading }) => heading));
    expect(notes).toEqual([]);
    const named = (whole: Node, name: string) =>
      sectionsOf(whole).find(({ attrs }) => attrs.name === name);
    for (const { name } of policyBrief.sections)
      expect(named(document, name)?.toJSON()).toEqual(named(before, name)?.toJSON());
    expect(named(document, 'outlook')?.textContent).toBe('Outlook');
  });

  test('takes a new heading, but not in place of one that was changed in it', () => {
    const to = {
      ...policyBrief,
      sections: policyBrief.sections.map((section) =>
        section.name === 'implications' || section.name === 'recommendations'
          ? { ...section, heading: `New ${section.heading}` }
          : section,
      ),
    };
    const before = made(policyBrief);
    let at = 0;
    before.descendants((node, position) => {
      if (node.type.name === 'heading' && node.textContent === 'Recommendations') at = position + 1;
    });
    const own = new Transform(before).insert(at, schema.text('My ')).doc;
    const { document, notes } = moveDocument(own, { from: policyBrief, to, date });
    expect(headingsOf(document)).toContain('New Implications');
    expect(headingsOf(document)).toContain('My Recommendations');
    expect(notes).toEqual([
      expect.stringContaining('“My Recommendations” was changed here and stays'),
    ]);
  });

  test('keeps a section that is not in it any more while something is written in it, and names both kinds', () => {
    const to = without(policyBrief, 'implications', 'recommendations');
    const before = write(made(policyBrief), 'implications', 'The channel matters.');
    const { document, notes } = moveDocument(before, { from: policyBrief, to, date });
    const headings = headingsOf(document);
    expect(headings.slice(2, 4)).toEqual(['What the experts say', 'Implications']);
    expect(headings).not.toContain('Recommendations');
    expect(document.textContent).toContain('The channel matters.');
    expect(notes).toEqual([
      expect.stringMatching(/^“Implications” .*stays/),
      expect.stringMatching(/^“Recommendations” goes/),
    ]);
  });

  test('takes what was assembled for text, and the form’s own words for none', () => {
    const to = without(actionMemo, 'recommendations', 'positions');
    const { document } = moveDocument(made(actionMemo), { from: actionMemo, to, date });
    expect(headingsOf(document)).toContain('Where the experts stand');
    expect(headingsOf(document)).not.toContain('Recommendations');
  });

  test('has one section of endnotes still, where the version has them elsewhere', () => {
    const to: Template = {
      ...policyBrief,
      sections: [
        ...policyBrief.sections.filter(({ name }) => name !== 'sources'),
        { ...newSection('Notes', []), fill: 'endnotes', prompts: [] },
      ],
    };
    const { document } = moveDocument(made(policyBrief), { from: policyBrief, to, date });
    const count = sectionsOf(document).flatMap(({ children }) =>
      children.filter(({ type }) => type.name === 'endnotes'),
    );
    expect(count).toHaveLength(1);
    expect(headingsOf(document).at(-1)).toBe('Notes');
  });

  test('has the lines of the new head, with what was in theirs or in those they replace', () => {
    const [to, from] = policyBrief.fields;
    if (!to || !from) throw new Error('The fixture has changed.');
    const now: Template = {
      ...policyBrief,
      fields: [
        { ...newField('Cleared by', []) },
        { ...to, label: 'Memo for' },
        { name: 'author', label: 'Drafted by', fill: 'from', words: '' },
        { name: 'for', label: 'For', fill: 'given', words: 'Action' },
      ],
    };
    const { document, notes } = moveDocument(made(policyBrief), {
      from: policyBrief,
      to: now,
      date,
    });
    expect(fieldsOf(document)).toEqual([
      ['Cleared by', ''],
      ['Memo for', 'The Secretary'],
      ['Drafted by', 'Desk'],
      ['For', 'Action'],
      ['Date', '17 December 2012'],
    ]);
    expect(notes).toEqual([expect.stringContaining('“Date” is not in the new version')]);
  });

  test('offers new places to write, and takes back those nobody wrote in', () => {
    const to = {
      ...policyBrief,
      sections: policyBrief.sections.map((section) =>
        section.name === 'implications' ? { ...section, prompts: ['what it costs'] } : section,
      ),
    };
    const prompts = (document: Node) => {
      const found: string[] = [];
      document.descendants((node) => {
        if (node.attrs.prompt && node.childCount === 0) found.push(node.attrs.prompt);
      });
      return found;
    };
    const untouched = moveDocument(made(policyBrief), { from: policyBrief, to, date }).document;
    expect(prompts(untouched)).toContain('what it costs');
    expect(prompts(untouched).join()).not.toContain('what follows from this for the reader');
    const written = write(made(policyBrief), 'implications', 'The channel matters.');
    const after = moveDocument(written, { from: policyBrief, to, date }).document;
    expect(after.textContent).toContain('The channel matters.');
    expect(prompts(after)).toContain('what it costs');
  });

  test('is numbered and cites as the version says', () => {
    const to = { ...policyBrief, numbered: true, endnotes: 'short' } as const;
    const { document } = moveDocument(made(policyBrief), { from: policyBrief, to, date });
    expect(document.attrs).toMatchObject({ numbered: true, endnotes: 'short' });
    const back = moveDocument(document, { from: to, to: policyBrief, date });
    expect(back.document.eq(made(policyBrief))).toBe(true);
  });
});

const template = fc.constantFrom(...builtInTemplates);

test('nothing that people wrote is lost, whatever the two versions are, and steps lead there', () => {
  fc.assert(
    fc.property(template, template, fc.infiniteStream(fc.boolean()), (from, to, coins) => {
      let document = made(from);
      const written: string[] = [];
      for (const { name, prompts } of from.sections)
        if (prompts.length > 0 && coins.next().value) {
          written.push(`Words of ${name}.`);
          document = write(document, name, `Words of ${name}.`);
        }
      const moved = moveDocument(document, { from, to, date }).document;
      moved.check();
      expect(readDocument(writeDocument(moved)).eq(moved)).toBe(true);
      for (const words of written) expect(moved.textContent).toContain(words);
      const inText = (node: Node) => {
        const quotes: string[] = [];
        node.descendants((child) => {
          if (child.type.name === 'quote')
            quotes.push(`${child.attrs.assessment} ${child.textContent}`);
        });
        return quotes.sort();
      };
      expect(inText(moved)).toEqual(inText(document));
      const ids: string[] = [];
      moved.descendants((node) => {
        if (node.attrs.id) ids.push(node.attrs.id);
      });
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      const names = sectionsOf(moved).map(({ attrs }) => attrs.name);
      for (const { name } of to.sections) expect(names).toContain(name);
      expect(applySteps(document, stepsBetween(document, moved, 2000)).eq(moved)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a writer’s own steps change neither the numbering nor the style of endnotes', () => {
  const document = made(policyBrief);
  const other = new Transform(document).setDocAttribute('numbered', true).doc;
  expect(keepsFrame(document, other)).toBe(false);
});
