import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { footnotesOf } from '@/domain/document/footnotes';
import type { Block, Printed, Run } from '@/domain/document/print';
import { makeDice, sampleMemo } from '@/domain/document/sample';
import { plainText } from '@/domain/document/text';
import { withFootnotes } from '@/domain/redline/edits';
import { faces } from '@/domain/type';
import { closePress, exportPdf } from './pdf';
import { type Reopened, reopen } from './reopen';

const createdAt = new Date('2024-05-06T07:08:09Z');

afterAll(closePress);

async function print(memo: Printed, options = {}): Promise<Reopened> {
  return reopen((await exportPdf(memo, { createdAt, ...options })).pdf);
}

/** Letters alone: on paper lines break, words are hyphenated and labels stand without a colon. */
function letters(text: string): string {
  return text.replace(/[\s:•–\u00ad-]/g, '');
}

function bodyOf({ pages }: Reopened): string {
  return letters(pages.flatMap(({ lines }) => lines).join('\n'));
}

/** Citations are superscript on paper, a comma between two that meet. */
function saidBy(memo: Printed): string {
  const text = plainText({ ...memo, marking: null });
  return letters(text.replace(/(\[\d+\])+/g, (all) => all.slice(1, -1).replaceAll('][', ',')));
}

function memoOf(...blocks: Block[]): Printed {
  const section = { id: 's', name: 'body', heading: 'Findings', blocks };
  return { ...sampleMemo(1, 1), sections: [section] };
}

function paragraphOf(text: string): Block {
  return {
    kind: 'paragraph',
    id: 'p',
    runs: [{ kind: 'text', text, strong: false, emphasis: false }],
  };
}

describe('the PDF', () => {
  it('says what the plain text says, in the same order', async () => {
    for (const seed of [1, 2, 3, 4]) {
      const memo = sampleMemo(seed, 4 * seed);
      expect(bodyOf(await print(memo))).toBe(saidBy(memo));
    }
  });

  it('numbers the paragraphs that are numbered, as the plain text does', async () => {
    const memo = memoOf(
      { ...paragraphOf('The first.'), number: 9 } as Block,
      { ...paragraphOf('The second.'), number: 10 } as Block,
    );
    const pdf = await print(memo);
    expect(bodyOf(pdf)).toBe(saidBy(memo));
    expect(pdf.pages[0]?.lines.join('\n')).toMatch(/9\. +The first\.\n10\. +The second\./);
  });

  it.each(faces.map(({ id }) => id))(
    'says the same in the typeface %s, small and large',
    async (face) => {
      const memo = sampleMemo(4, 12);
      const lengths: number[] = [];
      for (const body of [9, 14]) {
        const pdf = await print(memo, { type: { face, body, head: 12 } });
        expect(bodyOf(pdf)).toBe(saidBy(memo));
        lengths.push(pdf.pages.length);
      }
      expect(lengths[1]).toBeGreaterThan(lengths[0] ?? 0);
    },
  );

  it('is tagged and knows its title, language, date and sections', async () => {
    const memo = sampleMemo(3, 6);
    const pdf = await print(memo);
    expect(pdf).toMatchObject({ title: memo.title, language: 'en-US', marked: true });
    expect(pdf.created).toBe('D:20240506070809Z');
    const tags = pdf.pages.map((page) => page.tags).join();
    for (const tag of ['H1', 'H2', 'P', 'Quote', 'Link']) expect(tags).toContain(`"role":"${tag}"`);
    expect(pdf.outline).toHaveLength(1);
    expect(pdf.pages[0]?.links).toBeGreaterThan(0);
  });

  it('carries page numbers, the title and the marking on every page', async () => {
    const memo = { ...sampleMemo(5, 12), marking: 'SENSITIVE BUT UNCLASSIFIED' };
    const { pages } = await print(memo);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach(({ margins }, index) => {
      expect(margins).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(margins).toContain(memo.title);
      expect(margins.split(memo.marking)).toHaveLength(3);
      expect(margins).not.toContain('DRAFT');
    });
  });

  it('says DRAFT across every page of a draft', async () => {
    const { pages } = await print(sampleMemo(6, 6), { draft: true });
    for (const { margins } of pages) expect(margins).toContain('DRAFT');
  });

  it('has the same bytes for the same memo', async () => {
    const first = await exportPdf(sampleMemo(7, 5), { createdAt });
    const other = await exportPdf(sampleMemo(8, 5), { createdAt });
    const again = await exportPdf(sampleMemo(7, 5), { createdAt });
    expect(Buffer.compare(first.pdf, again.pdf)).toBe(0);
    expect(Buffer.compare(first.pdf, other.pdf)).not.toBe(0);
  });

  it.each(['a-3a', 'ua-1', '1.7'])('meets %s, with an empty memo too', async (standard) => {
    const empty = { ...memoOf(), title: ' ', form: '', fields: [], language: 'not a language' };
    expect((await print(empty, { standard, paper: 'a4' })).title).toBe('Untitled memo');
    expect((await print(sampleMemo(9, 8), { standard })).marked).toBe(true);
  });

  it.each(['a-3a', 'ua-1'])(
    'has every footnote at the foot of a page, and meets %s',
    async (standard) => {
      const memo = withFootnotes(sampleMemo(12, 14), makeDice(5));
      const notes = memo.sections.flatMap((section) => footnotesOf(section.blocks));
      expect(notes.length).toBeGreaterThan(3);
      const pdf = await print(memo, { standard });
      const body = bodyOf(pdf);
      for (const { letter, text } of notes) expect(body).toContain(letters(`${letter}${text}`));
      expect(pdf.pages.map((page) => page.tags).join()).toContain('"role":"Note"');
      // What they were made on is whole without them.
      const bare = letters(
        plainText({ ...memo, marking: null })
          .split('\n')
          .at(-1) ?? '',
      );
      expect(body).toContain(bare);
    },
  );

  it('carries the files it is given', async () => {
    const bytes = Buffer.from('{"memo": true}');
    const file = { name: 'memo.json', mediaType: 'application/json', bytes, description: 'Memo' };
    const twice = { ...file, description: 'The same name again' };
    const pdf = await print(sampleMemo(10, 2), { attachments: [file, twice] });
    expect(pdf.attachments.sort()).toEqual(['2-memo.json', 'memo.json']);
  });
});

describe('what people write', () => {
  const hostile = [
    '#panic("x") $x$ *bold* _it_ `raw` <label> @ref // no comment /* nor this */',
    '= Heading',
    '#import "@preview/x:1.0.0"; #read("/etc/passwd") #link("")[x] \\u{41} ~ -- --- ...',
    '"straight" \'single\' {"json": [x]} ]]> </script> %PDF-1.7 (\\) \\n',
  ];

  it.each(hostile)('stays literal: %s', async (text) => {
    const memo: Printed = {
      ...memoOf(
        { kind: 'heading', id: 'h', text },
        paragraphOf(text),
        { kind: 'paragraph', id: 'q', runs: [{ kind: 'quote', text, assessment: 'a' }] },
        { kind: 'place', id: 'w', prompt: text },
        { kind: 'facts', id: 'f', rows: [{ label: text, text }] },
        { kind: 'list', id: 'l', ordered: true, items: [[paragraphOf(text)]] },
        { kind: 'endnotes', id: 'e', notes: [{ number: 1, article: 'a', paragraph: 1, text }] },
      ),
      title: text,
      form: text,
      fields: [{ name: 'to', label: text, value: text }],
      marking: text,
    };
    expect(bodyOf(await print(memo))).toBe(saidBy(memo));
  });

  it('is changed only where it cannot be printed, and the change is told', async () => {
    const text = `a\u0000b\uFEFFc\uE000d\uD800e த\u202E \u200Bz\u{1F642}`;
    const { pdf, changed } = await exportPdf(memoOf(paragraphOf(text)), { createdAt });
    expect(bodyOf(await reopen(pdf))).toContain('abc[?]d[?]e[?]');
    expect(changed.join('\n')).toMatch(/U\+0000.*U\+FEFF.*U\+E000.*U\+D800.*த.*U\+202E.*U\+1F642/s);
  });

  it('has Chinese names beside Latin, Arabic and Cyrillic ones', async () => {
    const names = 'Wang Yi (王毅), Ma Ying-jeou (馬英九), たなか, Лавров and ظریف';
    const memo = memoOf(paragraphOf(names), { kind: 'heading', id: 'h', text: '习近平' });
    const { pdf, changed } = await exportPdf(memo, { createdAt });
    const again = await exportPdf(memo, { createdAt });
    expect(changed).toEqual([]);
    expect(Buffer.from(again.pdf).equals(pdf)).toBe(true);
    const body = bodyOf(await reopen(pdf));
    for (const name of ['王毅', '馬英九', 'たなか', 'Лавров', '习近平'])
      expect(body).toContain(name);
  });

  it('may be nested without end and cite notes that are not there', async () => {
    let block = paragraphOf('At the bottom.');
    for (let i = 0; i < 150; i++) block = { kind: 'quotation', id: `q${i}`, blocks: [block] };
    const cite: Block = {
      kind: 'paragraph',
      id: 'c',
      runs: [{ kind: 'citation', note: 99, article: 'a', paragraph: 1 }],
    };
    const { pdf, changed } = await exportPdf(memoOf(block, cite), { createdAt });
    expect(bodyOf(await reopen(pdf))).toContain('Atthebottom.99');
    expect(changed.join()).toContain('144 times');
  });

  it('keeps long tokens within the margins and whole when read back', async () => {
    const address = `https://www.example.org/${'path-of_words/'.repeat(20)}?a=b&c=d#e`;
    const quote: Run = { kind: 'quote', text: `See ${'x'.repeat(300)}.`, assessment: 'a' };
    const quoted: Block = { kind: 'paragraph', id: 'q', runs: [quote] };
    const memo = memoOf(paragraphOf(`At ${address}.`), { kind: 'heading', id: 'h', text: address });
    const pdf = await print({ ...memo, sections: [...memo.sections, ...memoOf(quoted).sections] });
    expect(bodyOf(pdf)).toContain(letters(`At ${address}.${address}`));
    expect(bodyOf(pdf)).toContain(letters(`“See ${'x'.repeat(300)}.”`));
    for (const page of pdf.pages) expect(page.right).toBeLessThan(612 - 66);
    expect(pdf.pages[0]?.lines.length).toBeGreaterThan(12);
  });

  it('never stops the export, whatever its characters', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    await fc.assert(
      fc.asyncProperty(text, text, async (one, other) => {
        const memo = { ...memoOf(paragraphOf(one), { kind: 'heading', id: 'h', text: other }) };
        const { pages } = await exportPdf({ ...memo, title: other, marking: one }, { createdAt });
        expect(pages).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
