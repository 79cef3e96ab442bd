import { expect, test } from 'vitest';
import { findNames } from './names';
import { tokenizeBlock } from './tokens';

/** The names of a one-paragraph text, each with its kind. */
const namesOf = (text: string) =>
  findNames(tokenizeBlock(text, { start: 0, end: text.length }, [])).map(
    ({ kind, words }) => `${words.join(' ')}: ${kind}`,
  );

test.each([
  ['On Monday Ann Lee left.', ['Ann Lee: person']],
  ['Foreign Minister Ann Lee left.', ['Ann Lee: person']],
  ['Secretary of State Ann Lee left.', ['Ann Lee: person']],
  ['the Sydney Morning Herald wrote', ['Sydney Morning Herald: body']],
  [
    'the Department of Housing and Urban Development',
    ['Department of Housing and Urban Development: body'],
  ],
  ['the Greek Orthodox Church', ['Greek Orthodox Church: body']],
  ['Ludwig van der Berg left.', ['Ludwig van der Berg: person']],
  ['General Omar al-Amr left.', ['Omar al-Amr: person']],
  ['They met in New York.', ['New York: place']],
  ['Anna Paris met them in East London.', ['Anna Paris: person', 'East London: body']],
  ['the French said no', []],
  ['Ambassador to the United States Anna Lee left.', ['Anna Lee: person']],
  ['the ambassador to France left', ['France: place']],
])('%s', (text, names) => {
  expect(namesOf(text)).toEqual(names);
});
