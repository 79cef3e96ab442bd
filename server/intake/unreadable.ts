/** A file that can't be brought in, in one sentence or two: what is wrong, and what to do. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
