import { InvalidArgumentError } from 'commander';
import { parseDate } from '@/domain/date';

/** Reads an option that is a day, `YYYY-MM-DD`. */
export function readDate(text: string): string {
  if (parseDate(text) === text) return text;
  throw new InvalidArgumentError('Write a day as YYYY-MM-DD, such as 2012-12-17.');
}

/** The day it is here, not in Greenwich. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => `${number}`.padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
