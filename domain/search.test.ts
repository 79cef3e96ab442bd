import { describe, expect, test } from 'vitest';
import { countInWords, describeCut, readDays, searchAddress, searchSchema } from './search';

describe('a search’s address', () => {
  test('is read whatever it holds', () => {
    const hostile = { q: ['a', 'b'], kind: '__proto__', page: '-5', expert: 'x', from: ['\u0000'] };
    expect(searchSchema.parse(hostile)).toEqual({
      q: 'a',
      kind: null,
      from: '',
      to: '',
      outlet: '',
      expert: '',
      issue: '',
      page: 1,
    });
    expect(searchSchema.parse({}).q).toBe('');
  });

  test('carries what is set and nothing else', () => {
    const search = searchSchema.parse({ q: 'civil & nuclear', page: '3', outlet: 'GSN' });
    expect(searchAddress(search)).toBe('/search?q=civil+%26+nuclear&outlet=GSN');
    expect(searchAddress(search, { kind: 'memos', page: 2 })).toBe(
      '/search?q=civil+%26+nuclear&kind=memos&outlet=GSN&page=2',
    );
  });
});

describe('the days of a search', () => {
  const days = (from: string, to: string) => readDays(searchSchema.parse({ from, to }));
  test.each([
    ['2012-12-14', '2013', '2012-12-14', '2013-12-31'],
    ['2012', '2012-02', '2012-01-01', '2012-02-29'],
    ['14 December 2012', '', '2012-12-14', null],
  ])('%s to %s', (from, to, first, last) => {
    expect(days(from, to)).toEqual({ from: first, to: last, fault: '' });
  });
  test('that are none are refused in a sentence', () => {
    expect(days('2012-13-01', '').fault).toContain('“2012-13-01” is no day.');
    expect(days('', 'soon').fault).toContain('“soon” is no day.');
    expect(days('2013', '2012').fault).toContain('after the last');
  });
});

test('counts are said as far as they were counted', () => {
  expect([0, 1, 1000, 1001].map(countInWords)).toEqual(['0', '1', '1,000', 'more than 1,000']);
});

test('a search that was cut says so', () => {
  expect(describeCut(searchSchema.parse({ q: 'word '.repeat(100) }))).toContain('first 300');
  expect(describeCut(searchSchema.parse({ q: 'word' }))).toBe('');
});
