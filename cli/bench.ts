import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { root } from './place';

// `npm run -s bench -- NAME [arguments]` runs bench/NAME.ts, which prints its figures; without a
// name it lists what there is.

const folder = path.join(root, 'bench');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => path.basename(file, '.ts'));
const [name = '', ...rest] = process.argv.slice(2);

if (names.includes(name)) {
  const file = path.join(folder, `${name}.ts`);
  process.argv = [process.argv[0] ?? 'node', file, ...rest];
  await import(pathToFileURL(file).href);
} else {
  console.error(`Name a benchmark: npm run -s bench -- <${names.join('|')}> [arguments]`);
  process.exitCode = 1;
}
