import { expect, test } from 'vitest';
import { dueAfter, instantInWords, zoneSchema } from './due';

test.each([
  ['over a weekend', '2026-05-01T10:00:00Z', 1, 'Europe/London', '2026-05-04T16:00:00Z'],
  ['on the day', '2026-05-01T10:00:00Z', 0, 'Europe/London', '2026-05-01T16:00:00Z'],
  [
    'from the day that it is there',
    '2026-05-01T02:00:00Z',
    1,
    'America/New_York',
    '2026-05-01T21:00:00Z',
  ],
  [
    'over the change of the clocks',
    '2026-10-23T10:00:00Z',
    1,
    'Europe/London',
    '2026-10-26T17:00:00Z',
  ],
])('five o’clock, %s', (_, now, days, zone, due) => {
  expect(dueAfter(now, { days, time: '17:00', zone })).toBe(due);
});

test('a time that the clock skips is the next one', () => {
  // In Berlin the clock goes from 2:00 to 3:00 on 29 March 2026, a Sunday: counted from Friday, day 0.
  const due = dueAfter('2026-03-29T00:30:00Z', { days: 0, time: '02:30', zone: 'Europe/Berlin' });
  expect(due).toBe('2026-03-29T01:30:00Z');
});

test('an instant is said in the zone of those who read it', () => {
  expect(instantInWords('2026-05-04T16:00:00Z', 'Europe/London')).toBe(
    '4 May 2026, 17:00 (Europe/London)',
  );
  expect(instantInWords('2026-05-04T16:00:00Z', 'Asia/Karachi')).toBe(
    '4 May 2026, 21:00 (Asia/Karachi)',
  );
});

test('a zone that is none is refused with a sentence', () => {
  expect(zoneSchema.safeParse('Europe/London').success).toBe(true);
  expect(zoneSchema.safeParse('Middle/Earth').error?.issues[0]?.message).toContain('IANA');
});
