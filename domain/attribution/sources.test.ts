import { describe, expect, test } from 'vitest';
import { attribute } from './attribute';
import { readTagged } from './tagged';

describe('the source beside a cue, with its description', () => {
  test.each([
    '<s>Ann Lee, an analyst at the Oslo Institute</s>, said it was over.',
    '<s>Ann Lee, 54, of Bergen</s>, said it was over.',
    '<s>Ann Lee, who lost her job in May</s>, said it was over.',
    '“It is over,” said <s>Ann Lee, an analyst at the Oslo Institute</s>.',
    '“It is over,” said <s>Will Park, a lawyer</s>.',
    '“It is over,” <s>Ann Lee (a lawyer)</s> said.',
    '<s>A spokesman for the ministry</s> said it was over.',
    '<s>Two officials in the capital</s> said it was over.',
    '<s>The joint statement</s> said it was over.',
    '<s>The minister’s office</s> said it was over.',
    '<s>Officials</s> for years have said it was over.',
    'It was over, said <s>three people</s> in the room.',
    'The talks in a large, divided town were over, said <s>Ann Lee, a lawyer</s>.',
    'It was denied by <s>the ministry</s> that the talks were over.',
    '<s>Nearly half of the voters</s> said it was over.',
    '<s>Ann Lee and Kim Park</s> said it was over.',
    'According to <s>Ann Lee, a lawyer</s>, it was over.',
    'The meeting ended with <s>the mayor</s> saying it was over.',
  ])('%s', (tagged) => {
    const { text, source } = readTagged(tagged);
    expect(attribute(text).map((each) => each.source)).toEqual([source]);
  });
});

test('a cue without a source of its own has that of the cue before it', () => {
  const found = attribute('Ann Lee said it was over, adding: “Go home.”');
  expect(found.map(({ source }) => source?.text)).toEqual(['Ann Lee', 'Ann Lee']);
});

test('after a semicolon the subject is another', () => {
  const found = attribute('Ann Lee said it was over; Kim Park left the room, saying it was not.');
  expect(found[1]?.speaker?.name).toBe('Kim Park');
});
