import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestSearch, readWords, tidySearch } from './words';

test('a search as it was sent becomes one line of plain marks', () => {
  expect(tidySearch('  “civil\u0000 nuclear”\n\tdeal\u200b \ud800 ')).toBe('"civil nuclear" deal');
});

describe('what is read of a search', () => {
  test.each([
    ['civil nuclear', 'civil nuclear', 'civil OR nuclear'],
    ['"civil nuclear" deal', '"civil nuclear" deal', '"civil nuclear" OR deal'],
    ['deal -civil', 'deal -civil', 'deal'],
    ['deal -"civil nuclear"', 'deal -"civil nuclear"', 'deal'],
    ['talks OR deal', 'talks OR deal', 'talks OR deal'],
    ['talks or deal', 'talks "or" deal', 'talks OR "or" OR deal'],
    ['"unbalanced quote', 'unbalanced quote', 'unbalanced OR quote'],
    ['-only', '', ''],
    ['OR', '', ''],
    ['-- " & | ! <->', '', ''],
    ['', '', ''],
  ])('%s', (text, web, any) => {
    expect(readWords(tidySearch(text))).toMatchObject({ web, any });
  });

  test('phrases are of two words or more, and none where an OR leaves the choice', () => {
    expect(readWords('"civil nuclear" "deal"').phrases).toEqual(['"civil nuclear"']);
    expect(readWords('"civil nuclear" OR deal').phrases).toEqual([]);
  });

  test('the last word may go on, and a star says that it does', () => {
    expect(readWords('civil nucl').prefix).toEqual({ before: 'civil', word: 'nucl' });
    expect(readWords('civil nucl*')).toMatchObject({ starred: true, prefix: { word: 'nucl' } });
    expect(readWords('civil -nucl').prefix).toBeNull();
    expect(readWords('"civil nuclear"').prefix).toBeNull();
  });

  test('anything can be read, and no more than the first characters of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (sent) => {
        const words = readWords(tidySearch(sent));
        expect(words.name.length).toBeLessThanOrEqual(longestSearch);
        expect(words.web === '').toBe(words.any === '');
      }),
    );
  });
});
