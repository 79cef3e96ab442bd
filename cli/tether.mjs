import process from 'node:process';

// Loaded into the web server: its standard input is a pipe from the start, and ends with it. A
// start that is killed outright can't stop anything; so the server lets go by itself.
// What this process starts in its turn has another standard input, and must not read it: Turbopack's
// helpers would end, and the development server wait for them for ever.
process.execArgv = process.execArgv.filter(
  (argument, at, all) => argument !== '--import' && all[at - 1] !== '--import',
);

process.stdin.on('end', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 3000).unref();
});
process.stdin.on('error', () => {});
process.stdin.resume();
process.stdin.unref?.();
