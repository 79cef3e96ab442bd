import { expect, test } from 'vitest';
import { bareSubject, dayOfMail, newestPart } from './mail';

const own = { from: 'Bo', subject: 'Own', date: 'Thu, 4 Dec 2025 08:00:00 +0100' };

test('of a mail that forwards an article, the article and its header are taken', () => {
  const { paragraphs, head } = newestPart(
    [
      'Look at this.',
      '---------- Forwarded message ---------\nFrom: Reuters <a@b.c>\nDate: Wed, Dec 3, 2025\nSubject: Talks',
      'One.',
      'Two.',
    ],
    own,
  );
  expect(paragraphs).toEqual(['One.', 'Two.']);
  expect(head).toEqual({ from: 'Reuters <a@b.c>', date: 'Wed, Dec 3, 2025', subject: 'Talks' });
});

test('of a reply, what is new is taken, without what it answers or the signature', () => {
  const reply = ['New.', '> Old.\nAlso new.', '-- \nBo Chen', 'more'];
  expect(newestPart(reply, own)).toEqual({ paragraphs: ['New.', 'Also new.'], head: own });
  const quoted = ['New.', 'On Wed, Dec 3, 2025 at 9:00 AM, Ann Lee wrote:', 'Old.'];
  expect(newestPart(quoted, own).paragraphs).toEqual(['New.']);
});

test.each([
  ['Wed, 03 Dec 2025 23:30:00 -0500', '2025-12-03'],
  ['Wed, Dec 3, 2025 at 11:40 PM', '2025-12-03'],
  ['2025-12-03 10:00', '2025-12-03'],
  ['soon', null],
  [null, null],
])('%s was %s where it was sent', (date, day) => expect(dayOfMail(date)).toBe(day));

test.each([
  ['Fwd: Re: Talks stall', 'Talks stall'],
  ['RE[2]: Talks stall', 'Talks stall'],
  ['Regarding talks', 'Regarding talks'],
  ['Re: ', null],
  [null, null],
])('%s is about %s', (subject, bare) => expect(bareSubject(subject)).toBe(bare));
