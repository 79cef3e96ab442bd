import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { assemble } from '@/domain/assemble';
import { readDocument } from '@/domain/document/document';
import { footnotesOf } from '@/domain/document/footnotes';
import type { Block, Printed, Run } from '@/domain/document/print';
import { makeDice, sampleMemo } from '@/domain/document/sample';
import { setMemo } from '@/domain/document/set';
import { plainText } from '@/domain/document/text';
import { withFootnotes, withTable } from '@/domain/redline/edits';
import { policyBrief } from '@/domain/template/policy-brief';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { exportDocx } from './docx';
import { type Reopened, reopen } from './reopen';

const createdAt = new Date('2024-05-06T07:08:09Z');

async function write(memo: Printed, options = {}): Promise<Reopened> {
  return reopen(await exportDocx(memo, { createdAt, ...options }));
}

/** Words without what separates them: a label's colon, and the marks of notes, which are raised. */
function words(text: string): string {
  return text
    .replace(/(\[\w+\])+/g, (all) => all.slice(1, -1).replaceAll('][', ','))
    .replace(/[\s:]/g, '');
}

/** What a memo says in reading order, footnotes after it. */
function saidBy(memo: Printed): string {
  const bare = { ...memo, marking: null, sections: withoutFootnotes(memo) };
  return words(plainText(bare));
}

/** Plain text has footnotes at their section's end: without their words only their marks are left. */
function withoutFootnotes(memo: Printed): Printed['sections'] {
  const copy = structuredClone(memo.sections);
  const notes = copy.flatMap((section) => footnotesOf(section.blocks));
  for (const note of notes as Run[])
    Object.assign(note, {
      kind: 'text',
      text: `[${'letter' in note ? note.letter : ''}]`,
      strong: false,
      emphasis: false,
    });
  return copy;
}

function saidIn({ text, endnotes }: Reopened): string {
  return words(`${text}\n${endnotes}`);
}

function demonstration(): Printed {
  const { article, assessments, issues } = readDemonstration((name) => name);
  const evidence = { articles: [article], assessments };
  const order = {
    template: policyBrief,
    issues,
    title: 'Talks',
    to: 'The Secretary',
    from: 'Desk',
  };
  const document = assemble({ ...order, evidence, date: '2012-12-17', matrix: true });
  return setMemo(readDocument(document), evidence, { form: 'Policy brief' });
}

function rich(seed = 12): Printed {
  return withFootnotes(withTable(sampleMemo(seed, 14)), makeDice(5));
}

function memoOf(...blocks: Block[]): Printed {
  return {
    ...sampleMemo(1, 1),
    sections: [{ id: 's', name: 'body', heading: 'Findings', blocks }],
  };
}

function paragraphOf(text: string, id = 'p'): Block {
  return { kind: 'paragraph', id, runs: [{ kind: 'text', text, strong: false, emphasis: false }] };
}

describe('the Word file', () => {
  it('numbers paragraphs by itself, on through sections and lists', async () => {
    const numbered = (text: string, number: number): Block =>
      ({ ...paragraphOf(text, `p${number}`), number }) as Block;
    const list: Block = { kind: 'list', id: 'l', ordered: true, items: [[paragraphOf('Item.')]] };
    const memo = memoOf(numbered('One.', 1), list, numbered('Two.', 2), numbered('Three.', 3));
    const docx = await write(memo);
    expect(saidIn(docx)).toBe(saidBy(memo));
    expect(docx.text).toMatch(/1\. One\.\n1\. Item\.\n2\. Two\.\n3\. Three\./);
  });

  it('is set in the type that is asked for', async () => {
    const type = { face: 'times', body: 12, head: 10 } as const;
    const styles = (await write(memoOf(paragraphOf('Words.')), { type })).xml('word/styles.xml');
    expect(styles).toMatch(/<w:docDefaults>.*"Times New Roman".*<w:sz w:val="24"/s);
  });

  it('says what the demonstration memo says, in the same order', async () => {
    const memo = demonstration();
    const docx = await write(memo);
    expect(saidIn(docx)).toBe(saidBy(memo));
    expect(docx.xml('word/document.xml')).toContain('NOTEREF _Source');
    expect(docx.xml('word/document.xml')).toContain('<w:tblHeader/>');
  });

  it('says what memos with lists, tables, facts, quotations and footnotes say', async () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const memo = rich(seed);
      const notes = memo.sections.flatMap((section) => footnotesOf(section.blocks));
      const docx = await write(memo);
      expect(saidIn(docx)).toBe(saidBy(memo));
      const marked = notes.map(({ letter, text }) => `${letter} ${text}`).join('\n');
      expect(words(docx.footnotes)).toBe(words(marked));
    }
  });

  it('says the marks of portions, and the marking above and below every page', async () => {
    const memo = memoOf(paragraphOf('(SBU) Both sides wait.'), {
      kind: 'quotation',
      id: 'q',
      blocks: [paragraphOf('(U) We are here.')],
    });
    const docx = await write({ ...memo, marking: 'SENSITIVE BUT UNCLASSIFIED' });
    expect(docx.text).toContain('(SBU) Both sides wait.\n(U) We are here.');
    expect(docx.header).toBe('SENSITIVE BUT UNCLASSIFIED');
    expect(docx.footer).toBe(`${memo.title}Page  of \nSENSITIVE BUT UNCLASSIFIED`);
    for (const field of ['PAGE', 'NUMPAGES'])
      expect(docx.xml('word/footer1.xml')).toMatch(new RegExp(`instrText[^>]*>${field}<`));
  });

  it('has Word’s own headings, so that its navigation shows them', async () => {
    const memo = memoOf({ kind: 'heading', id: 'h', text: 'A closer look' }, paragraphOf('Words.'));
    const { styles } = await write({ ...memo, fields: [] });
    expect(styles).toEqual([
      ['Subtitle', 'Policy brief'],
      ['Title', memo.title],
      ['Heading 1', 'Findings'],
      ['Heading 2', 'A closer look'],
      ['Normal', 'Words.'],
    ]);
  });

  it('counts each ordered list from one, and lists within lists', async () => {
    const item = (text: string, ...more: Block[]): Block[] => [paragraphOf(text), ...more];
    const list = (ordered: boolean, ...items: Block[][]): Block => ({
      kind: 'list',
      id: 'l',
      ordered,
      items,
    });
    const memo = memoOf(
      list(true, item('a', list(true, item('b'), item('c')), paragraphOf('more of a')), item('d')),
      list(true, item('e'), [], item('f')),
      list(false, item('g', list(false, item('h'))), [list(true, item('i'))]),
    );
    const { text } = await write({ ...memo, fields: [] });
    expect(text.split('\n').slice(3)).toEqual([
      '1. a',
      '1. b',
      '2. c',
      'more of a',
      '2. d',
      '1. e',
      '2. f',
      '• g',
      '• h',
      '• ',
      '1. i',
    ]);
  });

  it('sets sources as a list of links where Word’s endnotes would say otherwise', async () => {
    const memo = demonstration();
    const first = { ...memo, sections: memo.sections.toReversed() };
    for (const other of [first, { ...memo, marking: 'SBU' }]) {
      const docx = await write(other);
      expect(docx.endnotes).toBe('');
      expect(saidIn(docx)).toBe(saidBy(other));
      expect(docx.xml('word/document.xml')).toContain(
        '<w:hyperlink w:history="1" w:anchor="_Source1"',
      );
    }
  });

  it('knows its title, author, language and date, and its paper', async () => {
    const memo = { ...demonstration(), language: 'en' };
    const docx = await write(memo, { paper: 'a4' });
    const time = '2024-05-06T07:08:09Z';
    expect(docx.properties).toMatchObject({ title: 'Talks', creator: 'Desk', language: 'en-US' });
    expect(docx.properties).toMatchObject({ created: time, modified: time });
    expect(docx.xml('word/styles.xml')).toContain('<w:lang w:val="en-US"/>');
    expect(docx.xml('word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838"');
    const letter = await write({ ...memo, language: 'not a language' });
    expect(letter.xml('word/document.xml')).toContain('<w:pgSz w:w="12240" w:h="15840"');
  });

  it('has the same bytes for the same memo, whatever was made between', async () => {
    const made = await exportDocx(rich(), { createdAt });
    const other = await exportDocx(rich(13), { createdAt });
    const again = await exportDocx(rich(), { createdAt });
    expect(Buffer.compare(made, again)).toBe(0);
    expect(Buffer.compare(made, other)).not.toBe(0);
  });

  it('is read by another program as it was written', async () => {
    const memo = rich();
    const buffer = Buffer.from(await exportDocx(memo, { createdAt }));
    const { value } = await mammoth.convertToHtml({ buffer });
    expect(value).toContain(`<h1>${memo.sections[0]?.heading}</h1>`);
    for (const tag of ['<table>', '<thead>', '<ol>', 'id="footnote-1"'])
      expect(value).toContain(tag);
  });
});

describe('what people write', () => {
  it('stays literal, whatever its characters', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constant('</w:t> & ]]> <w:r> "x"'),
    );
    await fc.assert(
      fc.asyncProperty(text, text, async (one, other) => {
        const memo = {
          ...memoOf(paragraphOf(`a${one}z`), paragraphOf(`a${other}z`)),
          title: `t${other}`,
          marking: one,
        };
        const shown = (value: string) =>
          words(value.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, ''));
        const docx = await write(memo);
        expect(shown(docx.text)).toBe(shown(saidBy(memo)));
        expect(shown(docx.properties.title ?? '')).toBe(shown(memo.title));
      }),
      { numRuns: 30 },
    );
  });

  it('may be nested without end, be empty, and cite notes that are not there', async () => {
    let block = paragraphOf('At the bottom.');
    for (let i = 0; i < 150; i++)
      block =
        i % 2
          ? { kind: 'quotation', id: `q${i}`, blocks: [block] }
          : { kind: 'list', id: `l${i}`, ordered: true, items: [[block]] };
    const cite: Block = {
      kind: 'paragraph',
      id: 'c',
      runs: [{ kind: 'citation', note: 99, article: 'a', paragraph: 1 }],
    };
    const cells: Block = {
      kind: 'table',
      id: 't',
      rows: [
        [{ header: true, blocks: [] }],
        [
          { header: false, blocks: [paragraphOf('In a cell')] },
          { header: false, blocks: [] },
        ],
      ],
    };
    const docx = await write({ ...memoOf(block, cite, cells), title: ' ', form: '', fields: [] });
    expect(docx.text).toMatch(/^Untitled memo\nFindings\n(1\. \n)*1\. At the bottom\.\n99\n/);
    expect(docx.text).toContain('In a cell');
  });
});
