import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessDaysAfter, dateInWords } from './date';

test('a day is written with the day or with the month first', () => {
  expect(dateInWords('2012-12-14')).toBe('14 December 2012');
  expect(dateInWords('2012-12-04', 'month-first')).toBe('December 4, 2012');
});

test('business days leave weekends out', () => {
  expect(businessDaysAfter('2012-12-14', 1)).toBe('2012-12-17');
  expect(businessDaysAfter('2012-12-15', 1)).toBe('2012-12-17');
  expect(businessDaysAfter('2012-12-16', 1)).toBe('2012-12-17');
  expect(businessDaysAfter('2012-12-28', 5)).toBe('2013-01-04');
});

test('so many business days on, so many Mondays to Fridays have passed', () => {
  const day = fc.date({
    min: new Date('2000-01-01'),
    max: new Date('2090-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (date, days) => {
      const from = date.toISOString().slice(0, 10);
      const due = new Date(businessDaysAfter(from, days));
      let counted = 0;
      for (const each = new Date(from); each < due; ) {
        each.setUTCDate(each.getUTCDate() + 1);
        if (![0, 6].includes(each.getUTCDay())) counted += 1;
      }
      expect(counted).toBe(days);
      expect([0, 6]).not.toContain(due.getUTCDay());
    }),
  );
});
