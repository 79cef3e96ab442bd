import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Notice, notificationKinds, sentenceOf, withoutRepeats } from './notification';
import { lastDigest, mailOf } from './notification-mail';

test.each([
  ['2026-05-04T06:59:00Z', 8, 'Europe/London', '2026-05-03T07:00:00Z'],
  ['2026-05-04T07:00:00Z', 8, 'Europe/London', '2026-05-04T07:00:00Z'],
  ['2026-12-04T07:30:00Z', 8, 'Europe/London', '2026-12-03T08:00:00Z'],
  ['2026-05-04T00:30:00Z', 8, 'Asia/Tokyo', '2026-05-03T23:00:00Z'],
  // The hour that the clock skips is the next one that there is.
  ['2026-03-29T05:00:00Z', 1, 'Europe/London', '2026-03-29T01:00:00Z'],
])('at %s the daily mail of %i o’clock in %s was due at %s', (now, hour, zone, due) => {
  expect(lastDigest(now, hour, zone)).toBe(due);
});

test('a daily mail was due within the last 25 hours, whatever the zone', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 23 }),
      fc.constantFrom('UTC', 'Europe/London', 'America/New_York', 'Asia/Kathmandu'),
      (now, hour, zone) => {
        const ago = now.getTime() - new Date(lastDigest(now.toISOString(), hour, zone)).getTime();
        expect(ago).toBeGreaterThanOrEqual(0);
        expect(ago).toBeLessThanOrEqual(25 * 3_600_000);
      },
    ),
  );
});

test('no kind of mail is longer than a line in its subject, whatever a title holds', () => {
  fc.assert(
    fc.property(fc.constantFrom(...notificationKinds), fc.string(), (kind, title) => {
      const told = { kind, by: 'Ann', title, hasMemo: true, address: 'https://x.example/n/1' };
      const { subject, html } = mailOf('Bo', [told], 'https://x.example/account');
      expect(subject).not.toMatch(/[\r\n]/);
      expect(html).not.toMatch(/<script/i);
    }),
  );
});

test('every kind has a sentence of its own', () => {
  const all = notificationKinds.map((kind) => sentenceOf({ kind, by: 'Ann', memo: '“Talks”' }));
  expect(new Set(all).size).toBe(notificationKinds.length);
  for (const sentence of all) expect(sentence).toMatch(/^[A-Z].*\.$/);
});

test('nobody is told twice, or of what they did', () => {
  const notice = (userId: string, byId: string | null): Notice => ({
    userId,
    byId,
    kind: 'comment.answered',
    memoId: 'm',
    place: 'comments',
  });
  expect(
    withoutRepeats([notice('a', 'b'), notice('a', 'b'), notice('b', 'b'), notice('b', null)]),
  ).toEqual([notice('a', 'b'), notice('b', null)]);
});
