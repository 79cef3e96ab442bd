import { describe, expect, it } from 'vitest';
import type { Block, Printed, Run } from './print';
import { sampleMemo } from './sample';
import { plainText } from './text';

const words = (text: string): Run => ({ kind: 'text', text, strong: false, emphasis: true });
const paragraph = (...runs: Run[]): Block => ({ kind: 'paragraph', id: 'p', runs });

const memo: Printed = {
  language: 'en',
  title: 'Talks',
  form: 'Policy brief',
  marking: 'SBU',
  fields: [{ name: 'to', label: 'To', value: 'The Deputy\nSecretary' }],
  sections: [
    {
      id: 's',
      name: 'findings',
      heading: 'Findings',
      blocks: [
        paragraph(
          words('She said '),
          { kind: 'quote', text: 'no “deal,”', assessment: 'a' },
          { kind: 'citation', note: 1, article: 'a', paragraph: 3 },
          { kind: 'citation', note: 2, article: 'a', paragraph: 4 },
          { kind: 'break' },
          words('and left.'),
        ),
        paragraph(),
        { kind: 'place', id: 'w', prompt: 'our judgment' },
        {
          kind: 'list',
          id: 'l',
          ordered: true,
          items: [
            [paragraph(words('One'))],
            [],
            [
              paragraph(words('Two')),
              { kind: 'list', id: 'm', ordered: false, items: [[paragraph(words('within'))]] },
            ],
          ],
        },
        { kind: 'quotation', id: 'q', blocks: [paragraph(words('Reaffirmed.'))] },
        { kind: 'facts', id: 'f', rows: [{ label: 'Press', text: 'None' }] },
      ],
    },
    { id: 't', name: 'empty', heading: '', blocks: [{ kind: 'heading', id: 'h', text: 'Inner' }] },
    {
      id: 'e',
      name: 'sources',
      heading: 'Sources',
      blocks: [
        {
          kind: 'endnotes',
          id: 'n',
          notes: [{ number: 1, article: 'a', paragraph: 3, text: 'Wire, ¶ 3.' }],
        },
      ],
    },
  ],
};

describe('the plain text of a memo', () => {
  it('is what a reader sees, line by line', () => {
    expect(plainText(memo).split('\n')).toEqual([
      'SBU',
      '',
      'Policy brief',
      '',
      'Talks',
      '',
      'To: The Deputy Secretary',
      '',
      'Findings',
      '',
      'She said “no “deal,””[1][2]',
      'and left.',
      '',
      '[To write: our judgment]',
      '',
      '1. One',
      '2. Two',
      '   • within',
      '',
      'Reaffirmed.',
      '',
      'Press: None',
      '',
      'Inner',
      '',
      'Sources',
      '',
      '1. Wire, ¶ 3.',
    ]);
  });

  it('has every quote and every endnote of a memo, word for word', () => {
    const sample = sampleMemo(11, 20);
    const text = plainText(sample);
    const notes = sample.sections.at(-1)?.blocks[0];
    expect(notes?.kind === 'endnotes' && notes.notes.length).toBeGreaterThan(5);
    if (notes?.kind !== 'endnotes') return;
    for (const note of notes.notes) expect(text).toContain(`${note.number}. ${note.text}`);
    for (const quote of JSON.stringify(sample).matchAll(/"kind":"quote","text":"([^"]*)"/g)) {
      expect(text).toContain(`“${quote[1]}”`);
    }
  });

  it('calls a memo without a title untitled', () => {
    expect(plainText({ ...memo, title: ' ' })).toContain('\nUntitled memo\n');
  });
});
