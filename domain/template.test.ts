import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { assemble } from './assemble';
import { readDocument } from './document/document';
import { markdown } from './document/markdown';
import { sentencesIn, tallyOf } from './document/sentences';
import { setMemo } from './document/set';
import { quotesIn } from './document/walk';
import { type TemplateDefinition, templateSchema } from './template';
import { builtInTemplates } from './template/built-in';
import { prepareVerifier, verifyQuotes } from './verify';

const demonstration = readDemonstration((name) => name);
const evidence = {
  articles: [demonstration.article],
  assessments: demonstration.assessments,
};
const order = {
  evidence,
  issues: demonstration.issues,
  title: 'U.S.-Pakistani talks',
  to: 'The Under Secretary',
  from: 'South Asia desk',
  // A Thursday, with a weekend before the fifth business day.
  date: '2012-12-20',
};

const made = (slug: string) => {
  const template = builtInTemplates.find((each) => each.slug === slug);
  if (!template) throw new Error(`There is no template ${slug}.`);
  const document = readDocument(assemble({ ...order, template }));
  return markdown(setMemo(document, evidence, { form: template.name }));
};

describe.each(builtInTemplates.map((template) => [template.slug, template] as const))(
  'the template %s',
  (_slug, template) => {
    const document = readDocument(assemble({ ...order, template }));

    test('gives a memo with its head and its sections, in its order', () => {
      const printed = setMemo(document, evidence, { form: template.name });
      expect(printed.fields.map((field) => field.label)).toEqual(
        template.fields.map((field) => field.label),
      );
      expect(printed.sections.map((section) => section.name)).toEqual(
        template.sections.map((section) => section.name),
      );
    });

    test('quotes nothing that does not stand, and leaves no sentence unbound', () => {
      const findings = verifyQuotes(document, prepareVerifier(evidence));
      expect(findings).toHaveLength(quotesIn(document).length);
      expect(findings.filter((finding) => finding.state !== 'exact')).toEqual([]);
      expect(tallyOf(sentencesIn(document)).unbound).toBe(0);
    });

    test('says what it is for and who published its layout, in words of its own', () => {
      expect(template.purpose).toMatch(/\.$/);
      expect(template.origin).toMatch(/^(House style|After the style of)/);
    });
  },
);

describe('the templates of the house', () => {
  test('are the eleven formats, each under a name of its own', () => {
    expect(new Set(builtInTemplates.map((each) => each.slug)).size).toBe(11);
    expect(new Set(builtInTemplates.map((each) => each.name)).size).toBe(11);
  });

  test('ask for a decision five business days ahead, in the words of the form', () => {
    const memo = made('action-memo');
    expect(memo).toContain('Approve / Disapprove by December 27, 2012');
    expect(memo).toMatch(/Decision by:?\W+December 27, 2012/);
    expect(made('ministerial-submission')).toMatch(/Deadline:?\W+27 December 2012/);
  });

  test('leave a place to write under each issue where the form asks for one', () => {
    const places = made('scene-setter').split('what to say on this').length - 1;
    expect(places).toBe(order.issues.length);
  });

  test('write the words that the form gives', () => {
    expect(made('ministerial-brief')).toContain('Agreed / Not agreed');
    expect(made('ministerial-brief')).toMatch(/Critical date and reason:?\W+Routine/);
  });
});

describe('a template', () => {
  const plain = {
    slug: 'plain',
    name: 'Plain',
    origin: 'House style',
    fields: [{ name: 'to', label: 'To', fill: 'to' }],
    sections: [{ name: 'sources', heading: 'Sources', fill: 'endnotes' }],
  } satisfies TemplateDefinition;
  const faultOf = (definition: TemplateDefinition) =>
    templateSchema.safeParse(definition).error?.issues[0]?.message ?? null;

  test('is sound with a head, and a section for its endnotes', () => {
    expect(faultOf(plain)).toBeNull();
  });

  test('is refused with a sentence where citations would lead nowhere', () => {
    const sections = [{ name: 'body', heading: 'Body', fill: 'place' as const }];
    expect(faultOf({ ...plain, sections })).toContain('one section for the endnotes');
  });

  test('is refused where two parts have one name', () => {
    expect(faultOf({ ...plain, fields: [...plain.fields, ...plain.fields] })).toContain('“to”');
    expect(faultOf({ ...plain, sections: [...plain.sections, ...plain.sections] })).toContain(
      '“sources”',
    );
  });

  test('is refused where it names a decision date and says no number of days', () => {
    const fields = [{ name: 'by', label: 'By', fill: 'decision' as const }];
    expect(faultOf({ ...plain, fields })).toContain('how many business days');
    expect(faultOf({ ...plain, fields, decisionDays: 5 })).toBeNull();
  });
});
