import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeInline, markdown } from './markdown';
import type { Block, Printed, Run } from './print';
import { toLine } from './text';

const words = (text: string, strong = false, emphasis = false): Run => ({
  kind: 'text',
  text,
  strong,
  emphasis,
});
const paragraph = (...runs: Run[]): Block => ({ kind: 'paragraph', id: 'p', runs });

function bodyOf(...blocks: Block[]): string {
  const memo: Printed = {
    language: 'en',
    title: 'T',
    form: '',
    fields: [],
    marking: null,
    sections: [{ id: 's', name: 's', heading: '', blocks }],
  };
  return markdown(memo)
    .replace(/^# T\s*/, '')
    .trimEnd();
}

/** What CommonMark shows for text in which every sign that means something is escaped. */
function shown(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

describe('a memo in Markdown', () => {
  it.each([
    ['# x', '\\# x'],
    ['*', '\\*'],
    ['<script>', '\\<script\\>'],
    ['a | b', 'a \\| b'],
    ['1. x', '1\\. x'],
    ['23) x', '23\\) x'],
    ['- x', '\\- x'],
    ['+ x', '\\+ x'],
    ['---', '\\---'],
    ['===', '\\==='],
    ['> x', '\\> x'],
    ['    code', 'code'],
    ['[a](b) ![c](d)', '\\[a\\](b) \\!\\[c\\](d)'],
    ['&lt; a\\b `c` $d$', '\\&lt; a\\\\b \\`c\\` \\$d\\$'],
    ['two\n\nlines', 'two lines'],
  ])('keeps %j literal', (text, expected) => {
    expect(bodyOf(paragraph(words(text)))).toBe(expected);
  });

  it('keeps any text literal, wherever it stands', () => {
    const marked = /(?<!\\)(?:\\\\)*[`*_{}[\]<>&!#|~$]/;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = bodyOf(paragraph(words('x '), words(text)));
        expect(line).not.toMatch(marked);
        expect(shown(line)).toBe(`x ${toLine(text).replaceAll('\0', '').toWellFormed()}`.trim());
        expect(escapeInline(text)).not.toMatch(/[\n\r]/);
      }),
    );
  });

  it('begins no line with a sign that means something', () => {
    const sign = fc.constantFrom('#', '-', '+', '*', '=', '1.', '9)', '>', '`', '~', '|', ':', ' ');
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1 }), (signs) => {
        const hostile = words(signs.join(''));
        for (const line of bodyOf(paragraph(words('a'), { kind: 'break' }, hostile)).split('\n')) {
          expect(line).toMatch(/^(a|\\|\d+\\|$)/);
        }
      }),
    );
  });

  it('marks emphasis so that it is always read as such', () => {
    const runs = [words('a '), words('bold ', true), words('both', true, true), words('.')];
    expect(bodyOf(paragraph(...runs))).toBe('a **bold** ***both***.');
    expect(bodyOf(paragraph(words('“so”', true), words('x')))).toBe('<strong>“so”</strong>x');
    expect(bodyOf(paragraph(words('a', true), words('b', false, true)))).toBe('**a**<em>b</em>');
    expect(bodyOf(paragraph(words(' ', true)))).toBe('');
  });

  it('sets quotes, citations, breaks and places', () => {
    const runs: Run[] = [
      { kind: 'quote', text: 'so [it] is', assessment: 'a' },
      { kind: 'citation', note: 2, article: 'a', paragraph: 1 },
      { kind: 'break' },
      words('- next'),
    ];
    const place: Block = { kind: 'place', id: 'w', prompt: 'why' };
    expect(bodyOf(paragraph(...runs), place)).toBe(
      '“so \\[it\\] is”\\[2\\]\\\n\\- next\n\n*\\[To write: why\\]*',
    );
  });

  it('sets lists in lists, two lists in a row, quotations, facts and notes', () => {
    const list = (ordered: boolean, ...items: Block[][]): Block => ({
      kind: 'list',
      id: 'l',
      ordered,
      items,
    });
    const one = paragraph(words('one'));
    expect(bodyOf(list(true, [one], [one, list(false, [one])]), list(true, [one]))).toBe(
      '1. one\n\n2. one\n\n   - one\n\n1) one',
    );
    expect(bodyOf({ kind: 'quotation', id: 'q', blocks: [one, one] })).toBe('> one\n>\n> one');
    const rows = [{ label: 'Press:', text: '*none*' }];
    expect(bodyOf({ kind: 'facts', id: 'f', rows })).toBe('- **Press::** \\*none\\*');
    const note = { article: 'a', paragraph: 1, text: '# Wire' };
    const notes = (...numbers: number[]): Block => ({
      kind: 'endnotes',
      id: 'n',
      notes: numbers.map((number) => ({ ...note, number })),
    });
    expect(bodyOf(notes(1, 2))).toBe('1. \\# Wire\n2. \\# Wire');
    expect(bodyOf(notes(1, 3))).toBe('1\\. \\# Wire\n\n3\\. \\# Wire');
  });
});
