import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const own = join('server', 'export', 'typst', 'press.mjs');

/**
 * The project's root folder as an absolute path: the nearest folder, from the working folder
 * upwards, that holds the press. A bundler moves this module, so its own place says nothing.
 */
export function projectRoot(): string {
  let folder = process.cwd();
  for (;;) {
    if (existsSync(/* turbopackIgnore: true */ join(folder, own))) return folder;
    const above = dirname(folder);
    if (above === folder) throw new Error('The press was started outside the project’s folder.');
    folder = above;
  }
}
