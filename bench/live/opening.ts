import { median } from '../median';
import { fetchText, type Newsroom } from './newsroom';
import { Writer } from './writer';

/** Writes 10,000 edits of a letter each into a memo, in batches as a browser sends them. */
export async function fillLog(origins: string[], memo: string, { cookies }: Newsroom) {
  const [origin = '', cookie = ''] = [origins[0], cookies[0]];
  const writer = new Writer([origin], memo, cookie, await fetchText(origin, memo, cookie));
  let place = 0;
  writer.state.doc.descendants((node, position) => {
    if (node.type.name === 'paragraph' && node.attrs.prompt) place ||= position + 1;
  });
  for (let n = 0; n < 10_000; n += 1) {
    writer.write((state) => state.tr.insertText(n % 7 === 6 ? ' ' : 'a', place + (n % 2000)));
    if (n % 500 === 499) await writer.sync.flush();
  }
  await writer.sync.flush();
  writer.sync.stop();
}

/** Milliseconds until the running application has answered with the memo's text and evidence. */
export async function timeOpening(origin: string, memo: string, cookie: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const start = performance.now();
    await fetchText(origin, memo, cookie);
    times.push(performance.now() - start);
  }
  return Number(median(times, 3).toFixed(1));
}
