import { describe, expect, test } from 'vitest';
import { attribute } from './attribute';
import { readTagged } from './tagged';

/** The first statement of the text, as far as the tags tell. */
function firstOf(text: string) {
  const [found] = attribute(text);
  return found && { text, content: found.content, cue: found.cue, source: found.source };
}

describe('what a cue says', () => {
  test.each([
    // Whole quotes.
    '<q>“It will rain,”</q> <c>said</c> <s>Ann Lee</s>.',
    '<q>"It will rain,"</q> <s>Ann Lee</s> <c>said</c>.',
    "<q>''It will rain,''</q> <s>Ann Lee</s> <c>said</c>.",
    "<q>'It will rain,'</q> <c>said</c> <s>Ann Lee</s>.",
    '<q>‘It will rain’</q>, <s>Ann Lee</s> <c>said</c>.',
    '<s>Ann Lee</s> <c>said</c>: <q>“It will rain.”</q>',
    '<q>“It will rain,”</q> <s>Ann Lee</s> <c>said</c>, <q>“and then it will snow.”</q>',
    '<q>“Will it rain?”</q> <s>Ann Lee</s> <c>asked</c> her staff.',
    '<q>“It will rain!”</q> <s>Mayor Ann Lee</s> <c>shouted</c> as she left.',
    '<q>“It will,”</q> <c>scoffed</c> <s>Ann Lee</s>.',
    '<s>Ann Lee</s> <c>shrugged</c>: <q>“It will rain.”</q>',
    'As <s>Ann Lee</s> <c>put it</c>, <q>“It will rain.”</q>',
    '<c>Said</c> <s>Ann Lee</s>: <q>“It will rain tonight.”</q>',
    'While she was in the garden, <s>Ann Lee</s> <c>said</c>, <q>“It will rain.”</q>',
    'When told of the clouds, <s>Ann Lee</s> <c>answered</c>: <q>“It will rain.”</q>',
    // Partial quotes and paraphrases.
    '<s>Ann Lee</s> <c>called</c> <q>the plan “a bad joke.”</q>',
    '<s>Ann Lee</s> <c>called</c> <q>it “a bad joke,”</q> which it was.',
    '<s>Ann Lee</s> <c>said</c> <q>that the plan would fail</q>.',
    '<s>Ann Lee</s> <c>told</c> reporters on Monday <q>that the plan would fail</q>.',
    '<s>Ann Lee</s> <c>told</c> the paper last week <q>the plan would fail</q>.',
    '<s>Ann Lee</s> <c>said</c> in an interview <q>she would resign</q>.',
    '<q>The plan would fail</q>, <s>Ann Lee</s> <c>said</c> on Monday.',
    '<q>The plan</q>, <s>Ann Lee</s> <c>said</c>, <q>would fail</q>.',
    '<c>According to</c> <s>Ann Lee</s>, <q>the plan will fail</q>.',
    '<q>The plan will fail</q>, <c>according to</c> <s>Ann Lee</s>.',
    '<c>According to</c> <s>the institute and its founder Ann Lee</s>, <q>the plan will fail</q>.',
    '<s>Ann Lee</s> <c>criticized</c> <q>the plan</q>, which was adopted on Monday.',
    '<s>Ann Lee</s> <c>called for</c> <q>an end to the talks</q>.',
    '<s>Ann Lee</s> <c>vowed</c> <q>to end the talks</q>.',
    '<s>Ann Lee</s> <c>has said</c> <q>she will run</q> and has raised money for it.',
    '<s>Ann Lee</s> <c>warned</c> <q>that the plan would fail</q>, while others kept silent.',
    '<s>Ann Lee</s> <c>was skeptical of</c> <q>the plan</q>.',
  ])('%s', (tagged) => {
    expect(firstOf(readTagged(tagged).text)).toEqual(readTagged(tagged));
  });
});

describe('what looks like a statement and is none', () => {
  test.each([
    'Ann Lee believes that the plan will fail.',
    'Ann Lee hopes to win.',
    'The report was long.',
    'Kim Park reported from Oslo.',
    'The so-called “liberation” went on for years.',
    'They read “War and Peace” in school.',
    'When asked about the plan, she left.',
  ])('%s', (text) => {
    expect(attribute(text)).toEqual([]);
  });
});

test('each cue of a sentence has a content of its own', () => {
  const found = attribute(
    'Ann Lee said the plan would fail, adding that nobody wanted it, but Kim Park told her it was sound.',
  );
  expect(found.map(({ source, content }) => [source?.text, content[0]?.text])).toEqual([
    ['Ann Lee', 'the plan would fail'],
    ['Ann Lee', 'that nobody wanted it'],
    ['Kim Park', 'it was sound'],
  ]);
});

test('a source within what is said is the one whose view is told', () => {
  const [found] = attribute('Ann Lee said that the ministry had denied the report.');
  expect(found?.viewOf).toBe('the ministry');
});
