import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { assemble } from './assemble';
import { readDocument } from './document/document';
import { schema } from './document/schema';
import { quotesIn } from './document/walk';
import { policyBrief } from './template/policy-brief';
import {
  brokenCitations,
  prepareVerifier,
  quoteStands,
  speakerOf,
  unsoundQuotes,
  verifyQuote,
  verifyQuotes,
} from './verify';

const { article, assessments, issues } = readDemonstration((name) => name);
const evidence = { articles: [article], assessments };
const verifier = prepareVerifier(evidence);
const order = { template: policyBrief, evidence, issues, to: '', from: '' };
const brief = readDocument(assemble({ ...order, title: 'Talks', date: '2012-12-17' }));

/** The brief with these words typed into its first place to write. */
function withTyped(words: string) {
  let at = -1;
  brief.descendants((node, position) => {
    if (at < 0 && node.type.name === 'paragraph' && node.attrs.prompt) at = position + 1;
  });
  return new Transform(brief).insert(at, schema.text(words)).doc;
}

describe('a bound quote', () => {
  const dalton = 'assessment-4';

  test('stands where its speaker says it', () => {
    const quote = { assessment: dalton, text: 'The public statement … was very anodyne' };
    expect(verifyQuote(quote, verifier)).toMatchObject({ state: 'marked', message: null });
  });

  test.each([
    ['another’s words', 'It’s a stalemate'],
    ['the reporter’s words', 'Reporting from Pakistan indicated that both issues were raised'],
    ['words that run on into the reporter’s', 'very anodyne,” said Toby Dalton'],
  ])('is the wrong speaker’s where it is %s', (_what, text) => {
    expect(verifyQuote({ assessment: dalton, text }, verifier)?.state).toBe('wrong-speaker');
  });

  test('of a paraphrase is the reporter’s words in a speaker’s mouth', () => {
    const text = 'Talks will and should continue';
    expect(verifyQuote({ assessment: 'assessment-14', text }, verifier)?.state).toBe(
      'wrong-speaker',
    );
  });

  test('of an assessment that is not among the sources is not found', () => {
    const quote = { assessment: 'nobody', text: 'anything' };
    expect(verifyQuote(quote, verifier)?.message).toContain('not in this memo');
  });

  test('may be shortened from one stretch of a split statement to the next', () => {
    const text = 'It’s pretty bad now from what I can see … Not just on nonproliferation matters';
    expect(verifyQuote({ assessment: 'assessment-1', text }, verifier)?.state).toBe('marked');
  });
});

describe('words typed between quotation marks', () => {
  test('are stopped where they were taken from the source and changed', () => {
    const document = withTyped('Joshi: “It’s pretty good now from what I can see,” he said.');
    const [finding] = unsoundQuotes(verifyQuotes(document, verifier));
    expect(finding?.message).toContain('It’s pretty bad now from what I can see');
    const at = finding?.position ?? 0;
    expect(document.textBetween(at, at + (finding?.text.length ?? 0))).toBe(finding?.text);
  });

  test.each([
    ['single marks', '‘It’s pretty good now from what I can see’'],
    ['guillemets', '«It’s pretty good now from what I can see»'],
    ['straight marks', '"It’s pretty good now from what I can see"'],
    ['marks inside marks', '“It’s “pretty good” now from what I can see”'],
    ['a mark left open', '“It’s pretty good now from what I can see'],
    ['a mark that only closes', 'It’s pretty good now from what I can see”'],
  ])('are stopped in %s', (_what, words) => {
    expect(unsoundQuotes(verifyQuotes(withTyped(words), verifier))).toHaveLength(1);
  });

  test('are stopped in a block set as a quotation, and in a subheading', () => {
    const words = schema.text('It’s pretty good now from what I can see');
    const section = brief.child(1);
    const end = (brief.firstChild?.nodeSize ?? 0) + section.nodeSize - 1;
    const { quotation, paragraph, subheading } = schema.nodes;
    for (const block of [
      quotation?.create({}, paragraph?.create({}, words)),
      subheading?.create({}, schema.text(`“${words.text}”`)),
    ]) {
      if (!block) throw new Error('No such block in the schema');
      const document = new Transform(brief).insert(end, block).doc;
      expect(unsoundQuotes(verifyQuotes(document, verifier))).toHaveLength(1);
    }
  });

  test.each([
    ['verbatim', '“It’s pretty bad now from what I can see”'],
    ['from elsewhere', '"We hold these truths to be self-evident"'],
    ['too short to tell', '“pretty good now”'],
  ])('are let be where they are %s', (_what, words) => {
    expect(unsoundQuotes(verifyQuotes(withTyped(words), verifier))).toEqual([]);
  });
});

test('a citation that leads nowhere is told, and the brief’s own all lead somewhere', () => {
  expect(brokenCitations(brief, evidence)).toEqual([]);
  const citation = schema.nodes.citation?.create({ article: 'nope', paragraph: 3 });
  let at = -1;
  brief.descendants((node, position) => {
    if (at < 0 && node.type.name === 'paragraph') at = position + 1;
  });
  const document = citation ? new Transform(brief).insert(at, citation).doc : brief;
  expect(brokenCitations(document, evidence)).toEqual([
    'Citation 1 leads to no paragraph of this memo’s sources.'.replace('’', "'"),
  ]);
});

test('the brief’s own quotes are all found, each once', () => {
  expect(verifyQuotes(brief, verifier)).toHaveLength(quotesIn(brief).length);
});

describe('words that somebody typed between quotation marks', () => {
  test.each([
    ['The public statement that was put out was very anodyne', 'Toby Dalton'],
    ["It's a stalemate,", 'Sharad Joshi'],
    ['Just because there’s no progress', 'Sharad Joshi'],
    ['Washington is not likely to gain any traction', undefined],
    ['The public statement … was very anodyne', undefined],
    ['The public statement that was put out was quite anodyne', undefined],
  ])('%s are %s', (words, name) => {
    expect(speakerOf(words, verifier)?.holders[0]?.name).toBe(name);
  });

  test('stand for an assessment exactly where the check finds them sound', () => {
    for (const { id } of assessments)
      for (const quote of quotesIn(brief)) {
        const { state } = verifyQuote({ assessment: id, text: quote.text }, verifier) ?? {};
        const isSound = state === 'exact' || state === 'typographic' || state === 'marked';
        expect(quoteStands(id, quote.text, verifier)).toBe(isSound);
      }
  });
});
