import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { quotedStrings } from '../assessment';
import { checkQuote, isSound, prepareSource } from './check';

const text = [
  'Ann Lee said the talks “will not fail, whatever happens … in [the] capital.” She can’t say more.',
  'The non-nuclear states – 10,000 delegates – met in the U.S. on Monday. Is it over? “No,” she said.',
].join('\n\n');
const source = prepareSource(text);
const stateOf = (quote: string) => checkQuote(quote, source).state;

describe('a quote against its source', () => {
  test.each([
    ['exact', 'the talks “will not fail'],
    ['exact', 'She can’t say more.'],
    ['exact', 'whatever happens … in [the] capital.'],
    ['typographic', 'the talks "will not fail'],
    ['typographic', "She can't say more"],
    ['typographic', 'whatever happens ... in [the] capital'],
    ['typographic', 'whatever\n  happens … in [the] capital,'],
    ['typographic', 'states — 10,000 delegates — met'],
    ['typographic', 'will not fail,  whatever\u00A0happens'],
    ['typographic', 'will not f\u00ADail'],
    ['marked', 'will not … in [the] capital'.replace('… in', '[…] in')],
    ['marked', 'The non-nuclear states … met in the U.S.'],
    ['marked', '[T]he talks “will not fail'],
    ['marked', '[They] will not fail'.replace('[They]', '[These meetings] “')],
    ['marked', 'She can’t say [anything] more'],
    ['marked', 'the talk[ing] “will not fail'],
    ['marked', '…the talks “will not fail…'],
    ['altered', 'The [n]uclear states'],
    ['altered', 'the talks “will [] fail'],
    ['altered', 'can[] say more'],
    ['altered', 'the talks “will fail'],
    ['altered', 'the talks “will not fall'],
    ['altered', 'The talks “will not fail'],
    ['altered', 'will not fail, whatever happens in [the] capital'],
    ['altered', 'whatever happens … in the capital'],
    ['altered', 'whatever happens … in [a] capital'],
    ['altered', 'whatever happens … [the] capital'],
    ['altered', '10,001 delegates met in the U.S.'],
    ['altered', 'Is it over.'],
    ['altered', 'can say more'],
    ['altered', '… will fail, whatever … happens'],
    ['not-found', 'Nobody expected the harvest'],
    ['not-found', ''],
    ['not-found', '…'],
    ['not-found', '[Everything]'],
  ])('%s: %s', (state, quote) => {
    expect(stateOf(quote)).toBe(state);
  });

  test('with a bracket in front is found as tightly as it can be', () => {
    const check = checkQuote('[These] talks “will not fail', source);
    expect(text.slice(check.at?.start, check.at?.end)).toBe('talks “will not fail');
  });

  test('keeps the sign and the unit of a number', () => {
    const prices = prepareSource('Prices moved by -5 percent to $5 million, a range of 3-5 years.');
    expect(checkQuote('5 percent', prices).state).toBe('altered');
    expect(checkQuote('5 million', prices).state).toBe('altered');
    expect(checkQuote('5 years', prices).state).toBe('exact');
  });

  test('is never cut out of the middle of a word, a number or a negation', () => {
    for (const quote of ['nuclear states', 'can', '000 delegates', 'he talks'])
      expect(isSound(stateOf(quote)), quote).toBe(false);
  });

  test('is shown the source’s own words when it was altered', () => {
    const check = checkQuote('the talks will surely fail, whatever happens', source);
    expect(check.nearest).toBe('the talks “will not fail, whatever happens');
    expect(text.slice(check.at?.start, check.at?.end)).toBe(check.nearest);
  });

  test('may not jump over a paragraph’s end with an ellipsis', () => {
    expect(stateOf('the talks … met in the U.S.')).not.toBe('marked');
  });

  test('belongs to its speaker: right words elsewhere are the wrong speaker’s', () => {
    const check = checkQuote('She can’t say more', source, () => false);
    expect(check.state).toBe('wrong-speaker');
    expect(check.nearest).toBe('She can’t say more');
  });
});

describe('over mutations of the demonstration article’s quotes', () => {
  const demonstration = readDemonstration((name) => name);
  const whole = prepareSource(demonstration.text);
  const quotes = demonstration.assessments.flatMap(quotedStrings);
  const long = quotes.filter((quote) => quote.split(' ').length > 8);
  const aQuote = fc.constantFrom(...long);

  test('no altered one passes', () => {
    const mutate = fc.tuple(aQuote, fc.nat(), fc.nat({ max: 5 })).map(([quote, at, kind]) => {
      const words = quote.split(' ');
      // Not the last word: dropping it leaves a shorter quote that is still exact; nor the first.
      const i = 1 + (at % (words.length - 2));
      const word = words[i] ?? '';
      if (kind === 0) words.splice(i, 1);
      else if (kind === 1) words.splice(i, 0, 'not');
      else if (kind === 2) words[i] = `${word}x`;
      else if (kind === 3) words[i] = word.toUpperCase() === word ? `${word}s` : word.toUpperCase();
      else if (kind === 4) [words[i], words[i - 1]] = [words[i - 1] ?? '', word];
      else words[i] = 'harvest';
      return words.join(' ');
    });
    fc.assert(
      fc.property(mutate, (quote) => {
        fc.pre(!demonstration.text.includes(quote));
        expect(isSound(checkQuote(quote, whole).state), quote).toBe(false);
      }),
      { numRuns: 1200, seed: 20121214 },
    );
  });

  /** Not beside the source's own ellipsis, and not inside its own brackets. */
  const isFree = (words: string[], i: number) =>
    !words.slice(i - 1, i + 2).includes('…') &&
    !/\[[^\]]*$/.test(words.slice(0, i + 1).join(' ')) &&
    !words[i]?.includes(']');

  test('no sound one is stopped', () => {
    const change = fc.tuple(aQuote, fc.nat(), fc.nat({ max: 5 })).map(([quote, at, kind]) => {
      const words = quote.split(' ');
      const i = 1 + (at % (words.length - 2));
      // Next to the source's own marks only "[…]" can be told from them.
      if (kind === 0) words[i] = '[…]';
      else if (kind === 1 && isFree(words, i)) words[i] = '…';
      else if (kind === 2) words.splice(i, 0, '[sic]');
      else if (kind === 3) return quote.replaceAll('’', "'").replaceAll('…', '...');
      else if (kind === 4) return `${quote.replace(/[.,]$/, '')}.`;
      else return quote.replaceAll(' ', '\u00A0');
      return words.join(' ');
    });
    fc.assert(
      fc.property(change, (quote) => {
        expect(isSound(checkQuote(quote, whole).state), quote).toBe(true);
      }),
      { numRuns: 1200, seed: 20121214 },
    );
  });

  test('any two strings are accepted', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        (quote, words) => {
          const check = checkQuote(quote, prepareSource(words));
          if (isSound(check.state)) expect(check.at).not.toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });
});
