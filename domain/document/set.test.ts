import { expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { assemble } from '../assemble';
import { policyBrief } from '../template/policy-brief';
import { readDocument } from './document';
import { setMemo, setWorkedOut } from './set';

test('what nobody writes is the same by itself as in the memo that is set', () => {
  const { article, assessments, issues } = readDemonstration((name) => name);
  const evidence = { articles: [article], assessments };
  const head = { title: 'Talks', to: '', from: '', date: '2012-12-17' };
  const document = readDocument(assemble({ template: policyBrief, evidence, issues, ...head }));
  const { sections } = setMemo(document, evidence, { form: 'Policy brief' });
  const blocks = sections.flatMap((section) => section.blocks);
  const isWorkedOut = ({ kind }: { kind: string }) => kind === 'facts' || kind === 'endnotes';
  expect(setWorkedOut(document, evidence)).toEqual(blocks.filter(isWorkedOut));
  expect(blocks.filter(isWorkedOut)).toHaveLength(2);
});
