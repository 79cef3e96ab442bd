import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { attribute } from './attribute';

const { text } = readDemonstration((name) => name);
const found = attribute(text);

/** Who is said to have spoken these words of the demonstration article. */
function speakerOf(words: string): string | undefined {
  const at = text.indexOf(words);
  return found.find((each) =>
    each.content.some(({ start, end }) => start <= at && at + words.length <= end),
  )?.speaker?.name;
}

describe('in the demonstration article', () => {
  test.each([
    ['It’s pretty bad now', 'Sharad Joshi'],
    ['Not just on nonproliferation matters', 'Sharad Joshi'],
    ['very anodyne', 'Toby Dalton'],
    ['I’ve seen a little bit of reporting', 'Toby Dalton'],
    ['we would ask the Pakistanis', 'Toby Dalton'],
    ['It’s a stalemate', 'Sharad Joshi'],
    ['The Pakistani position is', 'Sharad Joshi'],
    ['unshackled', 'Toby Dalton'],
    ['There’s very little we can do', 'Toby Dalton'],
    ['strategic partnership', 'Toby Dalton'],
    ['The underlying advantage', 'Sharad Joshi'],
    ['Just because there’s no progress', 'Sharad Joshi'],
  ])('“%s” is %s’s', (words, name) => {
    expect(speakerOf(words)).toBe(name);
  });

  test('every stretch is of the text, and says by which rule it was found', () => {
    expect(found.length).toBeGreaterThan(15);
    for (const { content, rule } of found) {
      expect(rule).not.toBe('');
      for (const { start, end, text: words } of content) expect(text.slice(start, end)).toBe(words);
    }
  });

  test('the same text gives the same proposals', () => {
    expect(attribute(text)).toEqual(found);
  });
});
