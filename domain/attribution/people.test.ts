import { describe, expect, test } from 'vitest';
import { Register, sexOf } from './people';

/** A register that knows these people, each given by a full name. */
function registerOf(...names: string[]): Register {
  const register = new Register();
  for (const name of names) register.add('person', name.split(' '), '');
  return register;
}

describe('the people of an article are found again', () => {
  test.each([
    ['Lee', 'Ann Lee'],
    ['Ann', 'Ann Lee'],
    ['lee', 'Ann Lee'],
    ['van Berg', 'Kim van Berg'],
    ['Doe', undefined],
  ])('by “%s”', (name, whole) => {
    expect(registerOf('Ann Lee', 'Kim van Berg').find(name)?.name).toBe(whole);
  });

  test('with a middle initial or without, or with a “Jr.”', () => {
    const register = registerOf('John Lee');
    const first = register.find('Lee');
    expect(register.add('person', ['John', 'Q.', 'Lee'], '')).toBe(first);
    expect(register.add('person', ['John', 'Lee', 'Jr.'], '')).toBe(first);
  });

  test('of two namesakes the one who is named more', () => {
    const register = registerOf('Ann Lee', 'Peter Lee', 'Peter Lee');
    expect(register.find('Lee')?.name).toBe('Peter Lee');
  });

  test('of two namesakes the one of the title’s sex', () => {
    const register = registerOf('Ann Lee', 'Peter Lee', 'Peter Lee');
    expect(register.add('person', ['Lee'], 'Ms.').name).toBe('Ann Lee');
  });

  test('and bodies by their initials', () => {
    const register = new Register();
    register.add('body', ['World', 'Trade', 'Office'], '');
    expect(register.find('WTO')?.name).toBe('World Trade Office');
  });
});

test.each([
  ['Mrs.', 'female'],
  ['former congressman', 'male'],
  ['the spokeswoman', 'female'],
  ['analyst', null],
])('“%s” is %s', (words, sex) => {
  expect(sexOf(words)).toBe(sex);
});
