import { randomUUID } from 'node:crypto';
import type { Batch, Presence } from '@/domain/batch';
import type { Line } from '@/domain/roll';

/** This process, among those that serve one store. */
export const instance = randomUUID();

/**
 * What instances tell each other of a memo: what was committed, up to `to` (without the batches
 * where they are too long: then the log has them), who is there, that a line has ended, that something
 * was said of the text or that who may see it has changed; one that has just begun (of somebody, or of a tab without a name) asks who else is there.
 */
export type Notice = { memo: string } & (
  | { to: number; batches: Batch[] | null }
  | { presence: Presence }
  | { ended: Line }
  | { commented: true }
  | { rights: true }
  | { begun: Presence | null }
);

/** PostgreSQL carries at most 7,999 bytes in a notification. */
const largest = 7900;

/** A notice as `NOTIFY` carries it, with the instance that it comes from. */
export function noticeOf(notice: Notice): string {
  const text = JSON.stringify({ instance, ...notice });
  if (Buffer.byteLength(text) <= largest || !('batches' in notice)) return text;
  return JSON.stringify({ instance, ...notice, batches: null });
}

/** Reads another instance's notice; null where it is one's own. */
export function readNotice(text: string): Notice | null {
  const { instance: sender, ...notice } = JSON.parse(text) as Notice & { instance: string };
  return sender === instance ? null : notice;
}
