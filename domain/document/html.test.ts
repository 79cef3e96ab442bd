import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { html } from './html';
import type { Block, Printed, Run } from './print';
import { sampleMemo } from './sample';
import { plainText, toLine } from './text';

const words = (text: string): Run => ({ kind: 'text', text, strong: false, emphasis: false });
const paragraph = (...runs: Run[]): Block => ({ kind: 'paragraph', id: 'p', runs });
const memoOf = (...blocks: Block[]): Printed => ({
  ...sampleMemo(1, 1),
  sections: [{ id: 's', name: 's', heading: 'Findings', blocks }],
});
const open = (memo: Printed) => new JSDOM(html(memo)).window.document;

/** Letters, digits and signs in order; a list counts by itself, and brackets around notes are the text's. */
function squash(text: string): string {
  return text.replace(/[\s•:[\]]/g, '');
}

function expected(memo: Printed): string {
  const counted = JSON.stringify(memo).replaceAll('"ordered":true', '"ordered":false');
  return squash(plainText(JSON.parse(counted)));
}

describe('a memo in HTML', () => {
  it.each([2, 3, 5, 8])('says what the page says, in the same order (memo %i)', (seed) => {
    const memo = { ...sampleMemo(seed, 30), marking: null };
    expect(squash(open(memo).body.textContent)).toBe(expected(memo));
  });

  it('is in the memo’s language, titled, and asks for nothing from anywhere', () => {
    const memo = { ...sampleMemo(3, 20), language: 'fr', title: 'Talks & <terms>' };
    const page = open(memo);
    expect(page.documentElement.lang).toBe('fr');
    expect(page.title).toBe('Talks & <terms>');
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(page.querySelectorAll('script, link, img, iframe, form, [src], [style]')).toHaveLength(
      0,
    );
    expect(html(memo)).not.toMatch(/url\(|@import/);
    for (const link of page.querySelectorAll('a'))
      expect(page.querySelector(link.getAttribute('href') ?? ''), link.outerHTML).not.toBeNull();
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has its marking before everything and after it', () => {
    const { body } = open({ ...sampleMemo(3, 1), marking: 'CUI // TLP:AMBER' });
    expect(body.firstElementChild?.textContent).toBe('CUI // TLP:AMBER');
    expect(body.lastElementChild?.textContent).toBe('CUI // TLP:AMBER');
    expect(open({ ...sampleMemo(3, 1), marking: null }).querySelector('.marking')).toBeNull();
  });

  it('sets tables with heads, footnotes with ways back, lists in lists', () => {
    const cell = (header: boolean, text: string) => ({ header, blocks: [paragraph(words(text))] });
    const inner: Block = {
      kind: 'list',
      id: 'm',
      ordered: false,
      items: [[paragraph(words('b'))]],
    };
    const page = open(
      memoOf(
        {
          kind: 'table',
          id: 't',
          rows: [
            [cell(true, 'Issue'), cell(true, 'Lee')],
            [cell(true, 'Talks'), cell(false, 'Silent')],
          ],
        },
        paragraph(words('x'), { kind: 'footnote', letter: 'a', text: 'As of May.' }),
        { kind: 'list', id: 'l', ordered: true, items: [[paragraph(words('a')), inner]] },
      ),
    );
    const scopes = [...page.querySelectorAll('th')].map((each) => each.scope);
    expect(scopes).toEqual(['col', 'col', 'row']);
    expect(page.querySelector('td')?.textContent).toBe('Silent');
    expect(page.querySelector('#footnote-a a')?.getAttribute('href')).toBe('#at-footnote-a');
    expect(page.querySelector('ol > li > ul > li')?.textContent).toBe('b');
  });

  it('keeps any text literal, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = toLine(text)
          .toWellFormed()
          .replace(/\p{Cc}/gu, '');
        const memo = memoOf(paragraph(words('x'), { kind: 'quote', text, assessment: 'a' }));
        const page = open({ ...memo, language: text, title: `T${text}` });
        expect(page.querySelector('q')?.textContent).toBe(`“${shown}”`);
        expect(page.querySelector('h1')?.textContent).toBe(`T${shown}`);
        expect(page.documentElement.lang).toBe(shown);
      }),
      { numRuns: 60 },
    );
  });
});
