import { expect, test } from 'vitest';
import { outletOfDateline, outletSpokenTo, readByline, readDateLine } from './head';

test.each([
  ['December 14, 2012', '2012-12-14'],
  ['Dec. 14, 2012', '2012-12-14'],
  ['14 December 2012', '2012-12-14'],
  ['14th December 2012', '2012-12-14'],
  ['Friday, 14 December 2012', '2012-12-14'],
  ['Fri, Dec 14, 2012', '2012-12-14'],
  ['Published December 14, 2012', '2012-12-14'],
  ['Published: 14 December 2012 at 10:30', '2012-12-14'],
  ['Updated on Dec 14, 2012, 3:45 PM ET', '2012-12-14'],
  ['December 14, 2012 | 4 min read', '2012-12-14'],
  ['2012-12-14', '2012-12-14'],
  ['2012-12-14T23:30:00-05:00', '2012-12-14'],
  ['2012/12/14', '2012-12-14'],
  ['14/12/2012', '2012-12-14'],
  ['12/14/2012', '2012-12-14'],
  ['14.12.2012', '2012-12-14'],
  ['3.12.2012', '2012-12-03'],
  ['12/03/2012', null],
  ['30 February 2012', null],
  ['On December 14, 2012, the ministers met.', null],
  ['The talks of December 14, 2012', null],
  ['', null],
])('%s is the date %s', (line, date) => expect(readDateLine(line)).toBe(date));

test.each([
  ['By Ann Lee', 'Ann Lee', null],
  ['BY ANN LEE AND BO CHEN', 'Ann Lee and Bo Chen', null],
  ['By Ann Lee, Bo Chen and Cy de la Cruz', 'Ann Lee, Bo Chen and Cy de la Cruz', null],
  ['By Ann Lee | Reuters', 'Ann Lee', 'Reuters'],
  ['By Ann Lee – Example Daily', 'Ann Lee', 'Example Daily'],
  ['By Ann Lee, AP', 'Ann Lee', 'Associated Press'],
  ['By Ann Lee, Coastal Courier', 'Ann Lee', 'Coastal Courier'],
  ['By Ann Lee, Bo Post Chen', 'Ann Lee, Bo Post Chen', null],
  ['By Ann Lee in Oslo', 'Ann Lee', null],
  ['Ann Lee, AP', 'Ann Lee', 'Associated Press'],
  ['Ann O’Hara, Global Security Newswire', 'Ann O’Hara', 'Global Security Newswire'],
])('%s is a byline', (line, byline, outlet) =>
  expect(readByline(line)).toEqual({ byline, outlet }),
);

test.each([
  'By all accounts the talks went well.',
  'By Monday the ministers had left',
  'Ann Lee, Bo Chen',
  'By',
])('%s is none', (line) => expect(readByline(line)).toBeNull());

test.each([
  ['(Reuters) - The ministers met.', 'Reuters'],
  ['WASHINGTON (AP) — The ministers met.', 'Associated Press'],
  ['NEW YORK, Dec 3 (Reuters) - The ministers met.', 'Reuters'],
  ['PARIS, France (AFP) – The ministers met.', 'Agence France-Presse'],
  ['OSLO (Example Wire) -- The ministers met.', 'Example Wire'],
  ['WASHINGTON – The ministers met.', null],
  ['The International Atomic Energy Agency (IAEA) met.', null],
])('%s comes from %s', (lead, outlet) => expect(outletOfDateline(lead)).toBe(outlet));

test('a known outlet that people told something is a hint', () => {
  expect(outletSpokenTo('the analysts told Global Security Newswire.')).toBe(
    'Global Security Newswire',
  );
  expect(outletSpokenTo('Lee told the AP.')).toBeNull();
  expect(outletSpokenTo('Lee told Reuters on Monday.')).toBe('Reuters');
  expect(outletSpokenTo('Lee told Congress.')).toBeNull();
});
