import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

// The one door to every command. It is plain JavaScript and needs no package, because it is what
// installs them: `npm start` has to work on a fresh clone, before there is a node_modules.

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const commands = new Set(['start', 'dev', 'test', 'scenesetter', 'bench', 'mail']);

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  refuse(`Scenesetter needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
}

const [command, ...rest] = process.argv.slice(2);
if (!commands.has(command)) {
  refuse(`Usage: node cli/bootstrap.mjs <${[...commands].join('|')}> [arguments]`);
}
checkNode();

// Paths given to a command are relative to where it was typed: npm keeps that in INIT_CWD.
process.env.INIT_CWD ??= process.cwd();
process.chdir(root);

const { prepare } = await import('./install.mjs');
try {
  await prepare(root);
} catch (error) {
  refuse(error instanceof Error ? error.message : String(error));
}

// The tests must never meet the database that an .env names.
if (command !== 'test') {
  try {
    process.loadEnvFile(path.join(root, '.env'));
  } catch (error) {
    if (error.code !== 'ENOENT') refuse(`The file .env can't be read: ${error.message}`);
  }
}

// In this process, not in a child: signals, exit codes and standard input then need no passing on.
const script = path.join(root, 'cli', `${command === 'dev' ? 'start' : command}.ts`);
process.argv = [process.argv[0], script, ...(command === 'dev' ? ['--dev'] : []), ...rest];
const { register } = await import('tsx/esm/api');
register();
await import(new URL(`./${path.basename(script)}`, import.meta.url).href);
