import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { quotedStrings } from '../assessment';
import { checkQuote, isSound, prepareSource, standsIn } from './check';
import { replaceWords, shorten } from './shorten';

const said =
  'The public statement, that was put out, was non-nuclear … and [very] anodyne. It can’t last.';
const source = prepareSource(`She said: “${said}”`);
const stands = (words: string) => standsIn(words, source, () => true);

/** The words between the bars of a text, as a range of it without the bars. */
function read(marked: string) {
  const [start = 0, end = start] = [...marked.matchAll(/\|/g)].map((match, n) => match.index - n);
  return { words: marked.replaceAll('|', ''), range: { start, end } };
}

const deleted = (marked: string) => {
  const { words, range } = read(marked);
  return shorten(words, range, stands)?.words;
};

describe('words deleted from a quote', () => {
  test.each([
    // At its start and end plainly.
    ['|The public |statement, that was put out', 'statement, that was put out'],
    ['The public statement, |that was put out|', 'The public statement'],
    ['The public statement|.|', 'The public statement'],
    // In the middle with an ellipsis, whole words at a time.
    ['The |public |statement', 'The … statement'],
    ['The pu|bl|ic statement', 'The … statement'],
    ['The public statement, |that was |put out', 'The public statement, … put out'],
    ['The public| statement|, that was', 'The public … that was'],
    ['that was put out, was |non-|nuclear … and', 'that was put out, was […] and'],
    // A second one beside it is one with the first.
    ['The … |statement|, that was put out', 'The … that was put out'],
    ['The public … |that |was put out', 'The public … was put out'],
    ['The |public |… that was', 'The … that was'],
    // No ellipsis opens or closes it.
    ['|The |… that was put out', 'that was put out'],
    ['The public … |out|', 'The public'],
    // Beside the source's own marks it is told apart from them.
    ['was |non-nuclear| … and [very] anodyne', 'was […] and [very] anodyne'],
    ['and |[ver|y] anodyne', 'and […] anodyne'],
    ['anodyne|.| It can’t last', 'anodyne … It can’t last'],
    // Blanks alone are stepped over; all of it is all of it.
    ['The| |public statement', 'The public statement'],
    ['|The public statement|', ''],
  ])('%s', (before, after) => {
    expect(deleted(before)).toBe(after);
  });

  test('leave the caret where they were, so that the next key takes the next word', () => {
    const { words, range } = read('The public |statement|, that was put out');
    const once = shorten(words, range, stands);
    expect(once).toEqual({ words: 'The public … that was put out', selection: at(10) });
    const twice = shorten(once?.words ?? '', { start: 9, end: 10 }, stands);
    expect(twice).toEqual({ words: 'The … that was put out', selection: at(3) });
  });
});

test('words deleted forward leave the caret before what follows', () => {
  const { words, range } = read('The |public |statement, that was put out');
  const once = shorten(words, { ...range, forward: true }, stands);
  expect(once).toEqual({ words: 'The … statement, that was put out', selection: at(6) });
  const twice = shorten(once?.words ?? '', { start: 6, end: 7, forward: true }, stands);
  expect(twice).toEqual({ words: 'The … that was put out', selection: at(6) });
  const gap = { start: 4, end: 5, forward: true };
  expect(shorten(twice?.words ?? '', gap, stands)?.selection).toEqual(at(5));
});

const at = (place: number) => ({ start: place, end: place });

describe('words typed into a quote', () => {
  test.each([
    ['|The| public statement', 'This', '[This] public statement'],
    ['|T|he public statement', 't', '[t]he public statement'],
    ['The |public statement|, that', 'x', 'The [x], that'],
    ['The |public |statement', 'x', 'The [x] statement'],
    ['The public| |statement', 'x', 'The public [x] statement'],
    ['The public|| statement', 'x', 'The public [x] statement'],
    ['The pub||lic statement', 'x', 'The public [x] statement'],
    ['[Thi||] public statement', 's', '[This] public statement'],
    ['[Thi||] public statement', ' ', '[Thi ] public statement'],
    ['|The| public statement', '[', '[The] public statement'],
    ['The public|| statement', '[', 'The public [] statement'],
    ['The pub||lic statement', '[', 'The public [] statement'],
    ['The public|| statement', ']', 'The public statement'],
    ['[The||] public statement', ']', '[The] public statement'],
    ['The public|| statement', ' ', 'The public statement'],
  ])('%s with %s', (before, typed, after) => {
    const { words, range } = read(before);
    expect(replaceWords(words, range, typed, stands)?.words).toBe(after);
  });

  test('do not change what the source has in brackets itself', () => {
    const { words, range } = read('and [ve||ry] anodyne');
    expect(replaceWords(words, range, 'x', stands)?.words).not.toContain('[vexry]');
  });
});

describe('over the demonstration article’s quotes', () => {
  const demonstration = readDemonstration((name) => name);
  const whole = prepareSource(demonstration.text);
  const quotes = demonstration.assessments.flatMap(quotedStrings);
  const sound = (words: string) => standsIn(words, whole, () => true);
  const change = fc.record({
    from: fc.nat(),
    length: fc.nat({ max: 40 }),
    typed: fc.constantFrom('', '', 'x', 'the', ' ', '[', ']', '7', 'not'),
  });

  test('whatever is deleted and typed this way, the quote stands, and opens and ends in words', () => {
    let made = 0;
    fc.assert(
      fc.property(fc.constantFrom(...quotes), fc.array(change, { maxLength: 5 }), (quote, all) => {
        let words = quote;
        for (const { from, length, typed } of all) {
          const start = from % (words.length + 1);
          const range = { start, end: Math.min(words.length, start + length) };
          const edited = typed
            ? replaceWords(words, range, typed, sound)
            : shorten(words, range, sound);
          // "[" leaves brackets open for a moment, until something stands in them.
          if (!edited || edited.words === '' || edited.words.includes('[]')) continue;
          made += 1;
          const { state } = checkQuote(edited.words, whole);
          expect(isSound(state), `${words} → ${edited.words}`).toBe(true);
          expect(edited.words).not.toMatch(/^(\[?…)|…\]?$/);
          expect(edited.selection.end).toBeLessThanOrEqual(edited.words.length);
          words = edited.words;
        }
      }),
      { numRuns: 1500, seed: 20121214 },
    );
    expect(made).toBeGreaterThan(1200);
  });

  test('nearly nothing is refused', () => {
    let [tried, refused] = [0, 0];
    for (const quote of quotes)
      for (let start = 0; start < quote.length; start += 7)
        for (const length of [1, 9, 30]) {
          const range = { start, end: Math.min(quote.length, start + length) };
          tried += 1;
          if (!shorten(quote, range, sound)) refused += 1;
        }
    expect(refused / tried).toBeLessThan(0.03);
  });
});
