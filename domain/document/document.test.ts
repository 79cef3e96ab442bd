import { expect, test } from 'vitest';
import { readDocument, titleOf, wordsOf } from './document';
import { schema } from './schema';

test('what a memo says has its quotes’ words, no title, no ids, and a line to a block', () => {
  const { doc, header, title, field, section, heading, paragraph, quote, citation } = schema.nodes;
  if (!doc || !header || !title || !field || !section || !heading || !paragraph || !quote)
    throw new Error('The schema lacks a node.');
  const words = schema.text.bind(schema);
  const document = readDocument(
    doc
      .create(null, [
        header.create(null, [
          title.create(null, words('Talks')),
          field.create({ name: 'to', label: 'To' }, words('The Under Secretary')),
        ]),
        section.create({ id: 's', name: 'n' }, [
          heading.create(null, words('Summary')),
          paragraph.create({ id: 'p' }, [
            words('Joshi said '),
            quote.create({ assessment: 'secret-id' }, words('it’s a stalemate')),
            citation?.create({ article: 'a', paragraph: 12 }) ?? words(''),
            words('here.'),
          ]),
        ]),
      ])
      .toJSON(),
  );
  expect(titleOf(document)).toBe('Talks');
  expect(wordsOf(document)).toBe('The Under Secretary\nSummary\nJoshi said it’s a stalemate here.');
});
