import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { assemble } from './assemble';
import { paragraph, sentence, text } from './assemble/nodes';
import { derive } from './derive';
import { type DocumentJson, readDocument } from './document/document';
import { sentencesIn } from './document/sentences';
import { proposalsOf } from './reassembly/proposals';
import { take } from './reassembly/take';
import { onePageSummary, questionsAndAnswers } from './template/from-memos';
import { policyBrief } from './template/policy-brief';
import { briefingChecklist, talkingPoints } from './template/visits';
import { prepareVerifier, unsoundQuotes, verifyQuotes } from './verify';

const { article, assessments, issues } = readDemonstration((name) => name);
const evidence = { articles: [article], assessments };
const head = { title: 'Talks', to: 'The Minister', from: 'The desk', date: '2012-12-17' };

/** The demonstration brief with a judgment and a recommendation that somebody wrote. */
function brief(judgment = 'The talks will go on without result.'): Node {
  const json = assemble({ template: policyBrief, evidence, issues, ...head }) as Content;
  write(json, 'implications', 'judgment', judgment);
  write(json, 'recommendations', 'recommendation', 'Keep the dialogue and expect little of it.');
  return readDocument(json);
}

type Content = DocumentJson & { content: Content[]; attrs?: { name?: string } };

function write(json: Content, name: string, kind: 'judgment' | 'recommendation', words: string) {
  const section = json.content.find((each) => each.attrs?.name === name);
  const basis = [assessments[0]?.id ?? ''];
  section?.content.splice(
    1,
    1,
    paragraph(`own-${name}`, sentence(kind, basis, text(words))) as Content,
  );
}

const parent = brief();
const derived = (template: typeof policyBrief, from = parent) =>
  readDocument(derive({ template, parent: from, ...head }));
const sectionText = (document: Node, name: string) => {
  let found = '';
  document.forEach((section) => {
    if (section.attrs.name === name) found = section.textContent;
  });
  return found;
};

describe('a memo made of another', () => {
  test.each([talkingPoints, briefingChecklist, onePageSummary, questionsAndAnswers])(
    '$name keeps every quote verbatim and every sentence bound as it was',
    (template) => {
      const memo = derived(template);
      const findings = verifyQuotes(memo, prepareVerifier(evidence));
      expect(unsoundQuotes(findings)).toEqual([]);
      const before = new Map(sentencesIn(parent).map((each) => [each.text, each.binding]));
      const sentences = sentencesIn(memo).filter((each) => before.has(each.text));
      expect(sentences.length).toBeGreaterThan(2);
      for (const each of sentences) expect(each.binding).toEqual(before.get(each.text));
    },
  );

  test('talking points open with what we recommend and judge, and have no place left there', () => {
    const points = sectionText(derived(talkingPoints), 'points');
    expect(points).toMatch(/^PointsKeep the dialogue.*The talks will go on without result\.$/);
  });

  test('questions are asked issue by issue, and answered by the memo’s own lines', () => {
    const asked = sectionText(derived(questionsAndAnswers), 'questions');
    for (const { name } of issues)
      expect(asked).toContain(`${name.charAt(0).toUpperCase()}${name.slice(1)}`);
    expect(asked).toContain('anodyne');
  });

  test('its sources are listed where its form lists them', () => {
    const derivedForms = [talkingPoints, briefingChecklist, onePageSummary, questionsAndAnswers];
    for (const template of derivedForms) {
      const types: string[] = [];
      derived(template).descendants(({ type }) => {
        types.push(type.name);
      });
      expect(types.filter((type) => type === 'endnotes')).toHaveLength(1);
    }
  });

  test('what the parent has nothing for stays a place to write', () => {
    const bare = readDocument(assemble({ template: policyBrief, evidence, issues, ...head }));
    const prompts: string[] = [];
    derived(onePageSummary, bare).descendants((node) => {
      if (node.attrs.prompt) prompts.push(node.attrs.prompt);
    });
    expect(prompts).toContain('what the reader should do, by when');
  });
});

test('a line that changed in the parent is out of date in what was made of it, and it alone', () => {
  const base = derived(talkingPoints);
  const fresh = derived(talkingPoints, brief('The talks may yet bring a result.'));
  const found = proposalsOf({ base, mine: base, fresh });
  expect(found.map(({ kind, fresh: [line] }) => [kind, line?.textContent])).toEqual([
    ['changed', 'The talks may yet bring a result.'],
  ]);
  expect(take(base, fresh, found).eq(fresh)).toBe(true);
});
