import { AppError } from '../errors';
import { isStamp, type Stamp, stampOf } from './suggested';

/** Somebody who acts; what of an account is needed to tell whose a suggestion is. */
type Person = { id: string; name: string };

/** Every suggestion's stamp in steps (or in any part of them) as they are stored and sent. */
export function stampsIn(json: unknown): Stamp[] {
  const found = new Map<string, Stamp>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isStamp(value)) found.set(keyOf(value), stampOf(value));
    for (const each of Object.values(value)) look(each);
  };
  look(json);
  return [...found.values()];
}

/**
 * The stamps in steps that are under another name than that of who acts. They may be so where they
 * only bring back what was there, as undoing does.
 */
export function othersStamps(steps: readonly unknown[], { id, name }: Person): Stamp[] {
  return stampsIn(steps).filter(({ account, author }) => account !== id || author !== name);
}

/** Refuses stamps that were never made by the account they name. `made` are those that were. */
export function refuseForged(stamps: readonly Stamp[], made: readonly Stamp[]): void {
  const keys = new Set(made.map(keyOf));
  if (stamps.every((stamp) => keys.has(keyOf(stamp)))) return;
  throw new AppError('invalid', 'A suggestion can be made only under one’s own name.');
}

const keyOf = (stamp: Stamp) => JSON.stringify(stampOf(stamp));
