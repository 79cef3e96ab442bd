import http from 'node:http';
import type { Desk } from './desk';
import type { Site } from './site';

/** One connection that is kept, as a browser keeps it: what is timed is the page alone. */
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

/** A page by its path, and the heading by which it is known to be that page. */
export type Asked = { path: string; title: string };

/**
 * Fetches a page as someone signed in, and returns the milliseconds to the first byte of it.
 * Throws where it is another page.
 */
export function timeFirstByte(site: Site, desk: Desk, asked: Asked): Promise<number> {
  const headers = { Cookie: `${desk.cookie.name}=${desk.cookie.value}`, Accept: 'text/html' };
  // By number: a name would be looked up anew at each request.
  const address = `${site.origin.replace('localhost', '127.0.0.1')}${asked.path}`;
  return new Promise((resolve, reject) => {
    const start = performance.now();
    let first = 0;
    let page = '';
    const request = http.get(address, { agent, headers }, (response) => {
      response.setEncoding('utf8').on('data', (chunk: string) => {
        first ||= performance.now() - start;
        page += chunk;
      });
      response.once('end', () => {
        const isIt = response.statusCode === 200 && page.includes(`>${asked.title}</h1>`);
        if (isIt) resolve(first);
        else reject(new Error(`${address} answered ${response.statusCode}, and not that page.`));
      });
    });
    request.once('error', reject);
  });
}

/** Lets go of the connections. */
export function closeConnections(): void {
  agent.destroy();
}
