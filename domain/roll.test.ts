import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Presence } from './batch';
import { Roll } from './roll';

const edith = (line: number, head: number | null = 5): Presence => ({
  clientId: 'tab-of-edith',
  line,
  name: 'Edith',
  version: 0,
  anchor: head,
  head,
});

const tab = (line: number) => ({ clientId: 'tab-of-edith', line });

describe('who has a memo open', () => {
  test('is who came and has not gone', () => {
    const roll = new Roll();
    expect(roll.meet(edith(1), 0)).toBe(true);
    expect(roll.all()).toEqual([edith(1)]);
    expect(roll.part(tab(1))).toBe(true);
    expect(roll.all()).toEqual([]);
    expect(roll.part(tab(1))).toBe(false);
  });

  test('is not who was heard of only after the line had ended', () => {
    const roll = new Roll();
    roll.part(tab(1));
    expect(roll.meet(edith(1), 0)).toBe(false);
    expect(roll.all()).toEqual([]);
  });

  test('is who came back by a new line, though the end of the old one is heard later', () => {
    const roll = new Roll();
    roll.meet(edith(1), 0);
    roll.meet(edith(2, 9), 0);
    expect(roll.part(tab(1))).toBe(false);
    expect(roll.meet(edith(1), 0)).toBe(false);
    expect(roll.all()).toEqual([edith(2, 9)]);
  });

  test('is not who was not heard of for long, until he is', () => {
    const roll = new Roll();
    roll.meet(edith(1), 0);
    expect(roll.forgetAbsent(25_000)).toEqual([]);
    expect(roll.forgetAbsent(25_001)).toEqual(['tab-of-edith']);
    expect(roll.all()).toEqual([]);
    expect(roll.meet(edith(1), 30_000)).toBe(true);
  });

  test('tells those with a line to this instance from the others', () => {
    const roll = new Roll();
    roll.meet(edith(1, null), 0, true);
    roll.meet({ ...edith(1), clientId: 'tab-of-ron' }, 0);
    roll.meet(edith(1, 7), 1);
    expect(roll.own()).toEqual([edith(1, 7)]);
    roll.meet(edith(2), 2);
    expect(roll.own()).toEqual([]);
  });

  test('comes to the same, in whatever order it is heard', () => {
    const met = [edith(1), edith(2), edith(3)];
    const ended = [tab(1), tab(2)];
    const said = [...met.map((presence) => ({ presence })), ...ended.map((line) => ({ line }))];
    fc.assert(
      fc.property(fc.shuffledSubarray(said, { minLength: said.length }), (heard) => {
        const roll = new Roll();
        for (const each of heard)
          if ('presence' in each) roll.meet(each.presence, 0);
          else roll.part(each.line);
        expect(roll.all()).toEqual([edith(3)]);
        roll.part(tab(3));
        for (const presence of met) roll.meet(presence, 0);
        expect(roll.all()).toEqual([]);
      }),
    );
  });
});
