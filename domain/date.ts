const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * Reads a line that is nothing but a date ("December 14, 2012", "14 December 2012" or
 * "2012-12-14") as `YYYY-MM-DD`; null where it is anything else or no day of the calendar.
 */
export function parseDate(line: string): string | null {
  const text = line.trim().replace(/\s+/g, ' ');
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return toIso(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const us = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/.exec(text);
  if (us) return toIso(Number(us[3]), monthNumber(us[1]), Number(us[2]));
  const uk = /^(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})$/.exec(text);
  if (uk) return toIso(Number(uk[3]), monthNumber(uk[2]), Number(uk[1]));
  return null;
}

/** How days are written: "14 December 2012", or "December 14, 2012". */
export type DateStyle = 'day-first' | 'month-first';

/** A `YYYY-MM-DD` date in words, e.g. "14 December 2012"; it knows no time zone. */
export function dateInWords(iso: string, style: DateStyle = 'day-first'): string {
  const [year, month, day] = iso.split('-').map(Number);
  const name = months[(month ?? 1) - 1];
  return style === 'day-first' ? `${day} ${name} ${year}` : `${name} ${day}, ${year}`;
}

/**
 * The `YYYY-MM-DD` date that is so many business days after another: Mondays to Fridays, for each
 * country keeps holidays of its own.
 */
export function businessDaysAfter(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  for (let left = days; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (date.getUTCDay() % 6 !== 0) left -= 1;
  }
  return date.toISOString().slice(0, 10);
}

function monthNumber(name = ''): number {
  return months.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase())) + 1;
}

function toIso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return month > 0 && real ? date.toISOString().slice(0, 10) : null;
}
