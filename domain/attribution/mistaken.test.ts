import { describe, expect, test } from 'vitest';
import { attribute } from './attribute';

/** The last statement of a text, by its speakers' names. */
const lastOf = (text: string) => {
  const found = attribute(text).at(-1);
  return found && { ...found, who: found.speakers.map(({ name }) => name) };
};

describe('speakers who were once mistaken', () => {
  test.each([
    ['GENEVA — UPDATED - Envoy Ann Lee said a deal was near.', 'Ann Lee'],
    ['KARSOVA, May 5 — UPDATED — The port is closed, Ann Lee said.', 'Ann Lee'],
    ['BREAKING: Ann Lee said a deal was near.', 'Ann Lee'],
    ['Sen. Maren Oduya, D-Ohio, said the port would close.', 'Maren Oduya'],
    ['Oduya (R-Utah) said the port would close.', 'Oduya'],
    ['“It will,” said Rep. Carl Voss, R-Tex.', 'Carl Voss'],
    ['The opposition Democratic Front said the vote was lost.', 'Democratic Front'],
    ['Hydrologist Ann Weiss said the river was low.', 'Ann Weiss'],
    ['Lê Thị Minh Châu, an engineer, left. Châu said it was over.', 'Lê Thị Minh Châu'],
    ['Lê Thị Minh Châu, an engineer, left. Lê said it was over.', 'Lê Thị Minh Châu'],
    ['Lucie d’Arcy-Holm, a lawyer, left. It is over, d’Arcy-Holm said.', 'Lucie d’Arcy-Holm'],
    ["Lucie d’Arcy-Holm, a lawyer, left. D'Arcy-Holm said it was so.", 'Lucie d’Arcy-Holm'],
  ])('%s: %s', (text, name) => {
    expect(lastOf(text)?.who).toEqual([name]);
  });

  test('whoever the sentence before is about is “she”, whatever the given name', () => {
    const text =
      'Gen. Orlan Vesk said the line was safe.\n\nKätlin Põld waited. “It was not,” she said.';
    expect(lastOf(text)?.who).toEqual(['Kätlin Põld']);
  });

  test('a word for a trade that no list has is a role, in small letters', () => {
    expect(lastOf('Hydrologist Ann Weiss said the river was low.')?.role).toBe('hydrologist');
    expect(lastOf('Senator Ann Weiss said the river was low.')?.role).toBe('Senator');
  });

  test('of two with one surname the one named in full most recently is meant', () => {
    const text = 'Ann Lee, a mayor, left. Ann Lee slept. Peter Lee, a farmer, came.';
    expect(lastOf(`${text} Lee said it was over.`)?.who).toEqual(['Peter Lee']);
    expect(lastOf(`${text} Ann Lee woke. Lee said it was over.`)?.who).toEqual(['Ann Lee']);
  });
});

describe('several speakers', () => {
  test.each([
    ['NATO and the European Union both said it was over.', ['NATO', 'European Union']],
    ['NATO and the European Union said it was over.', ['NATO', 'European Union']],
    [
      'The European Fisheries Council and the Norland embassy both said they hoped so.',
      ['European Fisheries Council', 'the Norland embassy'],
    ],
  ])('%s', (text, names) => {
    expect(lastOf(text)?.who).toEqual(names);
  });
});

describe('somebody without a name whom a sentence is about', () => {
  test.each([
    ['General Anton Park left. A caretaker came. She said it was dark.', 'a caretaker'],
    ['Anna Park left. A nurse at the clinic came. She said it was dark.', 'a nurse at the clinic'],
    ['Anna Park left. A nurse said it was dark. She added that it was late.', 'a nurse'],
    ['Anna Park left. “It is over,” said a nurse. She said it was dark.', 'a nurse'],
    ['A caretaker came. Anna Park left. She said it was dark.', 'Anna Park'],
    ['Anton Park left. A nurse came. She wept. “It is over,” he said.', 'Anton Park'],
    ['Anna Park left. A student newspaper came out. She said it was dark.', 'Anna Park'],
  ])('%s: %s', (text, name) => {
    expect(lastOf(text)?.who).toEqual([name]);
  });
});

describe('whose view is reported', () => {
  test('is named without the “that” before it', () => {
    const text = 'Maren Oduya said that Halloran believes the deal will fail.';
    expect(lastOf(text)?.viewOf).toBe('Halloran');
  });

  test.each([
    ['Ann Lee said she believes it will rain.', null],
    ['Ann Lee said they believe it will rain.', null],
    ['The ministry said it believes the port is safe.', null],
    ['Ann Lee left. She said that Lee believes in it.', null],
    ['Ann Lee said the line had held.', null],
    ['Peter Park left. Ann Lee said he believes it will rain.', 'Peter Park'],
  ])('%s: %s', (text, view) => {
    expect(lastOf(text)?.viewOf).toBe(view);
  });
});

describe('words that say nothing', () => {
  test.each([
    'The ministry did not respond to a request for comment.',
    'Ann Lee declined to comment.',
    'Ann Lee dismissed the idea.',
    'Officials refused to comment.',
    'A nurse asked not to be named.',
    'The court rejected the appeal.',
    'Ann Lee, who has written a history of it, blames neither side.',
    'Ann Lee credits the mayor. Ann Lee faults the mayor.',
  ])('%s', (text) => {
    expect(attribute(text)).toEqual([]);
  });

  test.each([
    ['Ann Lee dismissed the idea that the port would close.', 'the idea that the port would close'],
    ['Ann Lee rejected the plan as “a joke.”', 'the plan as “a joke.”'],
    ['Ann Lee wrote a plan would fail.', 'a plan would fail'],
  ])('%s: something is said', (text, words) => {
    expect(lastOf(text)?.content.map((each) => each.text)).toEqual([words]);
  });

  test('but whoever they tell of is whom the next pronoun means', () => {
    const text =
      'Anna Holt left. Rosa Lind, who has written a history of it, blames neither. It rained.';
    expect(lastOf(`${text} “Both erred,” she said.`)?.who).toEqual(['Rosa Lind']);
  });
});

describe('single quotation marks', () => {
  test.each([
    ["'Our members' patience will end in June,' Ann Lee said.", 'direct_quote'],
    ['‘Our members’ patience will end in June,’ Ann Lee said.', 'direct_quote'],
    ["Ann Lee said they had 'no plan, no deadline' and would lose.", 'partial_quote'],
    ['Ann Lee said they had ‘no plan, no deadline’ and would lose.', 'partial_quote'],
    ["Ann Lee said the members' patience would end and it wasn't theirs.", 'paraphrase'],
  ])('%s is a %s', (text, kind) => {
    const found = lastOf(text);
    expect(found?.kind).toBe(kind);
    expect(found?.content).toHaveLength(1);
    if (kind === 'direct_quote') expect(found?.content[0]?.text).toContain('in June');
  });
});
