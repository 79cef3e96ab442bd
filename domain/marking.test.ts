import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bannerOf,
  highestMarks,
  isPortionMark,
  markingSchemes,
  type PortionMark,
  portionText,
  schemesOf,
} from './marking';

const all: PortionMark[] = markingSchemes.flatMap(({ marks }) => [...marks]);

test('the banner is the highest of each scheme, whatever the order and however often', () => {
  expect(bannerOf([])).toBeNull();
  expect(bannerOf(['U', 'U'])).toBe('UNCLASSIFIED');
  expect(bannerOf(['CUI', 'U', 'SBU'])).toBe('CUI');
  expect(bannerOf(['OFFICIAL-SENSITIVE', 'OFFICIAL'])).toBe('OFFICIAL-SENSITIVE');
  expect(bannerOf(['TLP:RED', 'SBU', 'EMBARGOED', 'TLP:AMBER+STRICT'])).toBe(
    'SENSITIVE BUT UNCLASSIFIED // TLP:RED // EMBARGOED',
  );
});

test('a portion says its mark in brackets', () => {
  expect(portionText([])).toBe('');
  expect(portionText(['U'])).toBe('(U)');
  expect(portionText(['TLP:AMBER', 'CUI', 'U'])).toBe('(CUI//TLP:AMBER)');
});

test('more portions never lower the banner, and none is of a classified level', () => {
  const rank = (mark: PortionMark) => all.indexOf(mark);
  fc.assert(
    fc.property(fc.subarray(all), fc.constantFrom(...all), (marks, more) => {
      const [before, after] = [highestMarks(marks), highestMarks([...marks, more])];
      for (const mark of before) {
        const scheme = markingSchemes.find((each) => each.marks.some((one) => one === mark));
        const now = after.find((each) => scheme?.marks.some((one) => one === each));
        expect(now ? rank(now) : -1).toBeGreaterThanOrEqual(rank(mark));
      }
    }),
  );
  for (const mark of ['C', 'S', 'TS', 'SECRET', 'CONFIDENTIAL', '', null, 'u'])
    expect(isPortionMark(mark)).toBe(false);
  expect(all.every(isPortionMark)).toBe(true);
});

test('a template offers every scheme, none, or one of them with the embargo', () => {
  const names = (choice: Parameters<typeof schemesOf>[0]) => schemesOf(choice).map(({ id }) => id);
  expect(names('any')).toEqual(markingSchemes.map(({ id }) => id));
  expect(names('none')).toEqual([]);
  expect(names('us')).toEqual(['us', 'embargo']);
  expect(names('tlp')).toEqual(['tlp', 'embargo']);
});
