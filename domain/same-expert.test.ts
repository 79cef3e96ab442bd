import { expect, test } from 'vitest';
import { foldName, lookupWord, resemblance } from './same-expert';

const person = (name: string, ...aliases: string[]) => ({ name, kind: 'person' as const, aliases });

test.each([
  ['Toby Dalton', 'Toby Dalton', 'the same name'],
  ['Dr. Toby Dalton', 'Toby Dalton', 'the same name'],
  ['José Núñez', 'Jose Nunez', 'the same name'],
  ['T. Dalton', 'Toby Dalton', 'the same surname and initial'],
  ['Dalton', 'Toby Dalton', 'the same surname'],
  ['Toby J. Dalton', 'Toby Dalton', 'the same first name and surname'],
  ['Chris Dalton', 'Christopher Dalton', 'the same surname, and a short first name'],
  ['Timothy Dalton', 'Toby Dalton', null],
  ['Toby Young', 'Toby Dalton', null],
])('%s and %s: %s', (one, other, reason) => {
  expect(resemblance(person(one), person(other))).toBe(reason);
  expect(resemblance(person(other), person(one))).toBe(reason);
});

test('an alias is a name, a description is none', () => {
  expect(resemblance(person('Cicero', 'Marcus Tullius'), person('Marcus Tullius'))).toBe(
    'a name they share',
  );
  const [one, other] = [person('Ann Lee', 'the analyst'), person('Bo Day', 'the analyst')];
  expect(resemblance(one, other)).toBeNull();
});

test('a group is no person', () => {
  expect(resemblance({ name: 'Dalton', kind: 'group', aliases: [] }, person('Dalton'))).toBeNull();
});

test('names are compared without titles, accents and generations, and never become empty', () => {
  expect(foldName('Sen. Ångström, Jr.')).toBe('angstrom');
  expect(foldName('The President')).toBe('the');
  expect(lookupWord('Prof. Maren Oduya')).toBe('oduya');
});
