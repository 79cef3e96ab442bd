import { describe, expect, test } from 'vitest';
import type { Run } from '../document/print';
import { redlineLines, redlineText } from './lines';
import { showLine } from './shown';

test.each([
  [
    'one word',
    'Talks will resume soon.',
    'Talks may resume soon.',
    'Talks [-will-][+may+] resume soon.',
  ],
  [
    'a word more',
    'The talks resume.',
    'The stalled talks resume.',
    'The [+stalled +]talks resume.',
  ],
  ['a sign', 'They met, and left.', 'They met and left.', 'They met[-,-] and left.'],
  [
    'neighbouring words are one change',
    'Both sides left early.',
    'Both delegations stayed early.',
    'Both [-sides left-][+delegations stayed+] early.',
  ],
  [
    'small words between large changes go with them',
    'The minister of foreign affairs and his deputy resigned yesterday.',
    'The committee on arms control and its chairman convened yesterday.',
    'The [-minister of foreign affairs and his deputy resigned-][+committee on arms control and its chairman convened+] yesterday.',
  ],
  [
    'what was written anew is not pieced together',
    'Nothing moved in Geneva, and nobody expects the round to be the last.',
    'A smaller agreement on shipping is within reach of both governments.',
    '[-Nothing moved in Geneva, and nobody expects the round to be the last.-][+A smaller agreement on shipping is within reach of both governments.+]',
  ],
  ['a space that was missing', 'A break.Soon.', 'A break. Soon.', 'A break.[+ +]Soon.'],
  [
    'a number',
    'It cost 1,200.5 once.',
    'It cost 1,300.5 once.',
    'It cost [-1,200.5-][+1,300.5+] once.',
  ],
  ['nothing', 'Same.', 'Same.', 'Same.'],
  ['from nothing', '', 'New.', '[+New.+]'],
  ['to nothing', 'Old.', '', '[-Old.-]'],
  ['signs that write no spaces', '会談は続く', '会談が続く', '会談[-は-][+が+]続く'],
])('%s', (_name, before, after, shown) => {
  expect(showLine(redlineText(before, after))).toBe(shown);
});

const plain = (text: string): Run => ({ kind: 'text', text, strong: false, emphasis: false });
const bold = (text: string): Run => ({ kind: 'text', text, strong: true, emphasis: false });
const quote = (text: string, assessment = 'a'): Run => ({ kind: 'quote', text, assessment });
const note = (number: number, paragraph: number): Run => {
  return { kind: 'citation', note: number, article: 'x', paragraph };
};

/** One line held against another. */
function line(before: Run[], after: Run[]): string {
  const [only] = redlineLines([before], [after]);
  return showLine(only?.runs ?? []);
}

describe('in a line', () => {
  test('a changed word is shown inside its quotation', () => {
    const before = [plain('He said '), quote('it is a stalemate'), plain('.')];
    const after = [plain('He said '), quote('it is a disaster'), plain('.')];
    expect(line(before, after)).toBe('He said ‹it is a [-stalemate-][+disaster+]›.');
  });

  test('a quote never becomes text of the same words', () => {
    const after = [plain('He said it is a stalemate.')];
    const before = [plain('He said '), quote('it is a stalemate'), plain('.')];
    expect(line(before, after)).toBe('He said [-‹it is a stalemate›-][+it is a stalemate+].');
  });

  test('of two quotes of one statement the one that is left is known by its words', () => {
    expect(line([quote('first'), plain(' '), quote('second')], [quote('second')])).toBe(
      '[-‹first›-][- -]‹second›',
    );
  });

  test('the same words from another statement are another quote', () => {
    expect(line([quote('stalemate', 'a')], [quote('stalemate', 'b')])).toBe(
      '[-‹stalemate›-][+‹stalemate›+]',
    );
  });

  test('a citation’s new number is no change, and another paragraph is one', () => {
    expect(line([plain('So.'), note(1, 4)], [plain('So.'), note(2, 4)])).toBe('So.[2]');
    expect(line([plain('So.'), note(1, 4)], [plain('So.'), note(1, 5)])).toBe('So.[-[1]-][+[1]+]');
  });

  test('letters that look otherwise are the same letters', () => {
    const before = [plain('It is very likely.')];
    const after = [plain('It is '), bold('very likely'), plain('.')];
    expect(line(before, after)).toBe('It is [~very likely~].');
  });
  // A run ends where a sentence ends, too, and half a word was taken for another word.
  test('a word is one, wherever its runs part', () => {
    expect(line([plain('stalemates')], [plain('stale'), plain('mates')])).toBe('stalemates');
    expect(line([plain('stalemates')], [bold('stale'), plain('mates')])).toBe('[~stale~]mates');
    expect(line([bold('sta'), plain('lemates')], [plain('stalemate')])).toBe(
      '[-sta-][-lemates-][+stalemate+]',
    );
  });
});
