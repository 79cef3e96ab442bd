import { expect, test } from 'vitest';
import type { Printed } from '../document/print';
import type { ShownPage } from './pages';
import { differenceIn } from './shown';

const printed: Printed = {
  language: 'en',
  title: 'Talks',
  form: 'Policy brief',
  fields: [],
  sections: [
    {
      id: 's',
      name: 'body',
      heading: 'Findings',
      blocks: [
        {
          kind: 'paragraph',
          id: 'p',
          runs: [
            { kind: 'text', text: 'Rates will fall', strong: false, emphasis: false },
            { kind: 'citation', note: 1, article: 'a', paragraph: 1 },
            { kind: 'footnote', letter: 'a', text: 'Or so she said.' },
          ],
        },
      ],
    },
  ],
  marking: 'OFFICIAL',
};

const page: ShownPage = {
  body: 'Policy brief\nTalks\nFindings\nRates will\nfall1,a',
  notes: 'a Or so she said.',
  margins: 'OFFICIAL\nDRAFT\n1\n2\nTalks Page 1 of 1\nOFFICIAL',
  overlays: 0,
  pictures: 0,
};

test('a page that says what the memo says has no difference, wherever its lines break', () => {
  expect(differenceIn([page], printed)).toBeNull();
});

test.each([
  [{ body: page.body.replace('will', 'may') }, 'Page 1 shows “may fall1,a”, where'],
  [{ body: page.body.replace('fall1,a', '') }, 'Page 1 shows nothing more, where'],
  [{ notes: 'a Or so he said.' }, 'Page 1 shows “he said.”, where the attached memo has “she said'],
  [{ margins: page.margins.replace('OFFICIAL', 'SECRET') }, 'lacks the memo’s title'],
  [{ margins: `${page.margins}\nNot for Ann` }, 'shows “NotforAnn”, which is not the memo’s'],
  [{ overlays: 1 }, 'Something was laid over page 1'],
  [{ pictures: 1 }, 'Page 1 shows a picture'],
])('a page with %o does', (change, sentence) => {
  expect(differenceIn([{ ...page, ...change }], printed)).toContain(sentence);
});
