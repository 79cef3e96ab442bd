import { beforeEach, describe, expect, test } from 'vitest';
import { type Entity, Register } from './people';
import { Salience } from './salience';
import { tokenizeBlock } from './tokens';

const tokensOf = (text: string) => tokenizeBlock(text, { start: 0, end: text.length }, []);

describe('who is most likely meant', () => {
  let salience: Salience;
  let ann: Entity;
  let peter: Entity;
  let office: Entity;

  beforeEach(() => {
    const register = new Register();
    salience = new Salience();
    ann = register.add('person', ['Ann', 'Lee'], '');
    peter = register.add('person', ['Peter', 'Park'], '');
    office = register.add('body', ['Oslo', 'Office'], '');
    for (const entity of [ann, peter]) entity.sure = true;
    salience.note({ entity: ann, sentence: 0, subject: true, spoke: true });
    salience.note({ entity: peter, sentence: 1, subject: false, spoke: false });
    salience.note({ entity: office, sentence: 1, subject: false, spoke: false });
  });

  test('by sex', () => {
    expect(salience.person(2, 'female')).toBe(ann);
    expect(salience.person(2, 'male')).toBe(peter);
  });

  test('nobody who was named too long ago', () => {
    expect(salience.person(40, 'female')).toBeNull();
    expect(salience.body(40)).toBeNull();
  });

  test('the body that is called so', () => {
    expect(salience.bodyCalled('office', 30)).toBe(office);
    expect(salience.bodyCalled('company', 2)).toBe(office);
  });

  test('by what was said of the person', () => {
    peter.words.add('analyst');
    expect(salience.called(tokensOf('the analyst'), 'analyst', 2)).toBe(peter);
    expect(salience.called(tokensOf('the woman'), 'woman', 2)).toBe(ann);
  });
});
