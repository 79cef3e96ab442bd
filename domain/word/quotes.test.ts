import { expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { node, paragraph, text } from '../assemble/nodes';
import { readDocument } from '../document/document';
import { documentVersion } from '../document/schema';
import { bindDraft } from './quotes';

const { article, assessments } = readDemonstration((name) => name);
const evidence = { articles: [article], assessments };
const anodyne = '“The public statement that was put out was very anodyne,”';

function bound(line: string) {
  const section = node('section', { id: 'body', name: 'body' }, [
    node('heading', {}, text('Body')),
    paragraph('p', text(line)),
  ]);
  const head = node('header', {}, [node('title', {}, text('Talks'))]);
  const draft = readDocument(node('doc', { version: documentVersion }, [head, section]));
  return bindDraft(draft, evidence).quotes;
}

test('a quotation is bound to who said it, where the draft names them or nobody', () => {
  expect(bound(`${anodyne} Dalton said.`)).toMatchObject([{ state: 'bound' }]);
  expect(bound(`${anodyne} an analyst said.`)).toMatchObject([{ state: 'bound' }]);
});

test('words that the draft gives to somebody else are not bound, and it says whose they are', () => {
  const [quote] = bound(`${anodyne} Joshi said.`);
  expect(quote?.state).toBe('wrong-speaker');
  expect(quote?.source).toContain('Toby Dalton');
});

test('words that the source does not have are shown with those that it has', () => {
  const [quote] = bound(anodyne.replace('very', 'rather'));
  expect(quote?.state).toBe('altered');
  expect(quote?.source).toContain('very anodyne');
});
