import net from 'node:net';

/** Whether a server can be opened at 127.0.0.1 on this port, and nothing answers for localhost. */
export async function isFree(port: number): Promise<boolean> {
  // A browser asks ::1 first for "localhost", so that whoever listens there would be met instead.
  const answers = await Promise.all([canConnect('127.0.0.1', port), canConnect('::1', port)]);
  return !answers.includes(true) && (await canListen(port));
}

/** A free port at 127.0.0.1, chosen by the system. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

/** The first free port from `port` on. */
export async function nextFreePort(port: number): Promise<number> {
  for (let next = port; next < port + 100; next += 1) {
    if (await isFree(next)) return next;
  }
  return freePort();
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 500 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
