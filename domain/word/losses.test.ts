import { expect, test } from 'vitest';
import { lossesIn } from './losses';

const run = (marks: string, words: string) =>
  `<w:p><w:r><w:rPr>${marks}</w:rPr><w:t>${words}</w:t></w:r></w:p>`;
const heading = '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Talks</w:t></w:r></w:p>';
const cell = (content: string, marks = '') => `<w:tc><w:tcPr>${marks}</w:tcPr>${content}</w:tc>`;
const table = (content: string) => `<w:tbl><w:tr>${content}</w:tr></w:tbl>`;
const losses = (xml: string) => lossesIn(heading + xml, new Set(['H1']));

test.each([
  ['struck-through words', run('<w:strike/>', 'gone'), 'struck-through words were left out'],
  ['hidden words', run('<w:vanish/>', 'unseen'), 'hidden words were taken in'],
  [
    'a merged cell',
    table(cell(run('', 'a'), '<w:gridSpan w:val="2"/>')),
    'a merged cell came apart',
  ],
  [
    'a table in a table',
    table(cell(table(cell(run('', 'a'))))),
    'a table within a table was taken apart',
  ],
  [
    'a link',
    `<w:hyperlink r:id="rId4">${run('', 'there')}</w:hyperlink>`,
    'a link’s address was dropped',
  ],
  ['a colour', run('<w:color w:val="FF0000"/>', 'red'), 'a colour was dropped'],
])('%s is reported, with the heading that it stands under', (_, xml, words) => {
  expect(losses(xml)).toEqual([`Under “Talks”: ${words}.`]);
});

test.each([
  ['plain words', run('', 'plain')],
  ['a strike that is switched off', run('<w:strike w:val="0"/>', 'stays')],
  ['two tables behind each other', table(cell(run('', 'a'))) + table(cell(run('', 'b')))],
  ['a link within the file', `<w:hyperlink w:anchor="x">${run('', 'there')}</w:hyperlink>`],
])('%s is no loss', (_, xml) => {
  expect(losses(xml)).toEqual([]);
});
