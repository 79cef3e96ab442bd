/**
 * The reader: a process of its own that reads one file after the other. A hostile file can hang it,
 * fill its memory or end it, and then nothing but this process is lost; so nothing but `readers.ts`
 * may start this file, which runs as it lies here, beside the bundled server.
 *
 * In: `{ id, order }`. Out: first `{ ready: true }`; then `{ id, received }`, `{ id, refused: sentence }` or `{ id, failed: true }`;
 * other programs' messages may quote the file and are therefore kept in here.
 */
import { type ReadingOrder, readFile } from './read';
import { Unreadable } from './unreadable';

process.on('message', async ({ id, order }: { id: number; order: ReadingOrder }) => {
  try {
    answer({ id, received: await readFile(order) });
  } catch (error) {
    answer(error instanceof Unreadable ? { id, refused: error.message } : { id, failed: true });
  }
});

process.on('disconnect', () => process.exit(0));

function answer(message: object): void {
  if (process.connected) process.send?.(message);
}

answer({ ready: true });
