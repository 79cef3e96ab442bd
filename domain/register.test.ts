import { expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { assemble } from './assemble';
import { readDocument } from './document/document';
import { type Registered, registerOf } from './register';
import { builtInTemplates } from './template/built-in';

const { article, assessments, issues } = readDemonstration((name) => name);

function memo(slug: string, changed: Partial<Registered> = {}, to = 'The Minister'): Registered {
  const template = builtInTemplates.find((each) => each.slug === slug);
  if (!template) throw new Error(slug);
  const evidence = { articles: [article], assessments };
  const order = { template, evidence, issues, title: 'Talks', to, from: 'South Asia desk' };
  const document = readDocument(assemble({ ...order, date: '2012-12-17' }));
  const rest = { team: 'Desk', title: 'Talks', author: 'Edith', received: '2012-12-17' };
  return { ...rest, template, document, ...changed };
}

test('each memo has what its head says, and a number by team and year', () => {
  const lines = registerOf([
    memo('policy-brief'),
    memo('policy-brief', { team: 'Other' }),
    memo('ministerial-submission'),
    memo('policy-brief', { received: '2013-01-02' }, ''),
  ]);
  expect(lines.map(({ team, number }) => [team, number])).toEqual([
    ['Desk', '2012-001'],
    ['Other', '2012-001'],
    ['Desk', '2012-002'],
    ['Desk', '2013-001'],
  ]);
  expect(lines[0]).toMatchObject({
    originator: 'South Asia desk',
    addressee: 'The Minister',
    action: 'For decision',
  });
  expect(lines[2]?.action).toBe('For decision by 24 December 2012');
  expect(lines[3]?.addressee).toBe('');
});

test.each([
  ['briefing-note', 'For decision'],
  ['ministerial-brief', 'For action'],
  ['information-memo', 'For information'],
  ['talking-points', 'For information'],
])('of a %s it says: %s', (slug, action) => {
  expect(registerOf([memo(slug)])[0]?.action).toBe(action);
});

test('a number that the memo’s own head has goes before that of the register', () => {
  const { document, ...rest } = memo('briefing-note');
  const json = document.toJSON();
  const field = json.content[0].content.find(
    (each: { attrs?: { name?: string } }) => each.attrs?.name === 'number',
  );
  field.content = [{ type: 'text', text: 'GAC-77' }];
  expect(registerOf([{ ...rest, document: readDocument(json) }])[0]?.number).toBe('GAC-77');
});

test('a memo that says of nobody that it is from them is its author’s', () => {
  const { fields, ...template } = memo('policy-brief').template;
  const less = { ...template, fields: fields.filter(({ fill }) => fill !== 'from') };
  expect(registerOf([memo('policy-brief', { template: less })])[0]?.originator).toBe('Edith');
});
