import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { boilerplateRule } from './boilerplate';

describe('lines that nobody wrote as part of the article', () => {
  test.each([
    ['Advertisement', 'advertisement'],
    ['ADVERTISEMENT', 'advertisement'],
    ['Story continues below advertisement', 'advertisement'],
    ['Sign up for our daily briefing.', 'sign up'],
    ['Click here to create an account', 'sign up'],
    ['Subscribe', 'subscribe'],
    ['Subscribe to our weekly newsletter', 'subscribe'],
    ['Get the day’s top stories in your inbox', 'newsletter'],
    ['Read more: What the treaty says', 'read more'],
    ['Read also', 'read more'],
    ['Related: Talks stall again', 'read more'],
    ['RELATED STORIES', 'read more'],
    ['Follow us on Twitter', 'follow us'],
    ['Follow Example News on X', 'follow us'],
    ['Share this article', 'share'],
    ['Share', 'share'],
    ['Email this', 'share'],
    ['© 2025 Example News', 'copyright'],
    ['Copyright 2025 The Associated Press. All rights reserved.', 'copyright'],
    ['Example News. All rights reserved', 'copyright'],
    ['We use cookies to improve your experience.', 'cookies'],
    ['Accept all cookies', 'cookies'],
    ['Photo: Ann Lee', 'photo credit'],
    ['Photo by Ann Lee/Getty', 'photo credit'],
    ['A tanker leaves port. ', null],
    ['The port at dawn Ann Lee/Getty Images', 'photo credit'],
    ['(Reporting by Ann Lee in Oslo; Editing by Cy Dow)', 'desk credit'],
    ['Our Standards: The Thomson Reuters Trust Principles.', 'standards'],
    ['4 min read', 'reading time'],
    ['Skip to main content', 'jump link'],
    ['Leave a comment', 'comments'],
  ])('%s: %s', (line, rule) => expect(boilerplateRule(line)).toBe(rule));
});

describe('what stays, though it begins alike', () => {
  test.each([
    'Subscribe to that view, said Lee, “and you will be surprised by the result.”',
    '"Sign up for nothing," she told the committee.',
    'Copyright law was not discussed.',
    'Sharing intelligence with allies remains hard, officials said.',
    'Related talks in Vienna ended on Monday without a statement.',
    'Advertising budgets fell, the ministry reported.',
    'Read the treaty and you will see, the ambassador said.',
    'Getting the inspectors back is the newsletter’s old theme.',
    'Follow the money, the report advised.',
    'The image by which the ministry wishes to be known is changing.',
    `Sign up for nothing ${'and read on '.repeat(30)}`,
  ])('%s', (line) => expect(boilerplateRule(line)).toBeNull());

  test('every paragraph of the demonstration article', () => {
    const text = readFileSync('prisma/seed/pakistan-us-talks-2012-12-14.txt', 'utf8');
    for (const paragraph of text.split('\n\n')) expect(boilerplateRule(paragraph)).toBeNull();
  });
});
