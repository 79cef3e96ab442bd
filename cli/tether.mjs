import process from 'node:process';

// Loaded into the web server: its standard input is a pipe from the start, and ends with it. A
// start that is killed outright can't stop anything; so the server lets go by itself.
process.stdin.on('end', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 3000).unref();
});
process.stdin.on('error', () => {});
process.stdin.resume();
process.stdin.unref?.();
