import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { businessDaysAfter, dateInWords } from '../date';

/** A time zone by its name in the IANA database: "Europe/London". */
export const zoneSchema = z
  .string()
  .refine(isZone, 'Name a time zone as the IANA does, such as Europe/London.');

function isZone(name: string): boolean {
  try {
    Temporal.Instant.from('2026-01-01T00:00:00Z').toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant at which something is due: so many business days after the day that `now` is in the
 * zone, at the clock time `HH:MM` there. A time that the clock skips is the next one that there is.
 */
export function dueAfter(
  now: string,
  { days, time, zone }: { days: number; time: string; zone: string },
): string {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().toString();
  const day = Temporal.PlainDate.from(businessDaysAfter(today, days));
  const at = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return at.toInstant().toString();
}

/** An instant in words, in the zone and with its name: "4 May 2026, 17:00 (Europe/London)". */
export function instantInWords(instant: string, zone: string): string {
  return `${clockInWords(instant, zone)} (${zone})`;
}

/** The same where the zone is said elsewhere: "4 May 2026, 17:00". */
export function clockInWords(instant: string, zone: string): string {
  const { year, month, day, hour, minute } =
    Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const two = (n: number) => `${n}`.padStart(2, '0');
  return `${dateInWords(`${year}-${two(month)}-${two(day)}`)}, ${two(hour)}:${two(minute)}`;
}
