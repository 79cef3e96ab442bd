import { setTimeout as sleep } from 'node:timers/promises';
import { fetchText, type Newsroom } from './newsroom';
import { percentile } from './percentile';
import { Writer } from './writer';

/** How many write in each memo, how long each waits between two keys (ms, mean), and for how long. */
export type Load = { writers: number; pause: number; seconds: number };

/**
 * What came of it: milliseconds from a key to every other writer's text, how many such, keys that
 * somebody's text lacked in the end, and when each key was pressed (ms since 1970, by its text).
 */
export type Typed = {
  p50: number;
  p99: number;
  n: number;
  keys: number;
  keysASecond: number;
  lost: number;
  keyed: Map<string, number>;
};

/** People come one after the other, so far apart, in ms: what is timed is writing, not opening. */
const between = 20;

/**
 * Lets people write in memos together, each in a paragraph of his own choice and at his own pace,
 * by turns at one instance and the other. Throws where two texts differ in the end.
 */
export async function typeTogether(
  origins: string[],
  { cookies }: Newsroom,
  memos: string[],
  load: Load,
): Promise<Typed> {
  const keyed = new Map<string, number>();
  const times: number[] = [];
  const teams: Writer[][] = [];
  for (const memo of memos) {
    const start = await fetchText(origins[0] ?? '', memo, cookies[0] ?? '');
    teams.push(
      Array.from({ length: load.writers }, (_, n) => {
        const cookie = cookies[n % cookies.length] ?? '';
        return new Writer(turned(origins, n), memo, cookie, start);
      }),
    );
  }
  const all = teams.flat();
  for (const writer of all) {
    writer.onOthers = (text) => {
      const now = performance.now() + performance.timeOrigin;
      for (const [key] of text.matchAll(/k\d+x/g)) {
        const at = keyed.get(key);
        if (at !== undefined) times.push(now - at);
      }
    };
    writer.sync.listen();
    await sleep(between);
  }
  while (all.some((writer) => !writer.status?.live)) await sleep(50);
  const until = Date.now() + load.seconds * 1000;
  const number = { last: 0 };
  await Promise.all(all.map((writer) => typeUntil(writer, until, load.pause, keyed, number)));
  await Promise.all(all.map((writer) => writer.sync.flush()));
  await settle(teams);
  const lost = await compare(teams, origins, cookies[0] ?? '', keyed);
  for (const writer of all) writer.sync.stop();
  return {
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    n: times.length,
    keys: keyed.size,
    keysASecond: Number((keyed.size / load.seconds).toFixed(1)),
    lost,
    keyed,
  };
}

async function typeUntil(
  writer: Writer,
  until: number,
  pause: number,
  keyed: Map<string, number>,
  number: { last: number },
): Promise<void> {
  await sleep(Math.random() * pause);
  while (Date.now() < until) {
    const key = `k${number.last++}x`;
    keyed.set(key, performance.now() + performance.timeOrigin);
    writer.write((state) => state.tr.insertText(key, randomPlace(state.doc)));
    await sleep(pause * (0.5 + Math.random()));
  }
}

function randomPlace(document: Writer['state']['doc']): number {
  const places: number[] = [];
  document.descendants((node, position) => {
    if (node.type.name === 'paragraph') places.push(position + 1);
    return !node.isTextblock;
  });
  return places[Math.floor(Math.random() * places.length)] ?? 0;
}

async function settle(teams: Writer[][]): Promise<void> {
  const until = Date.now() + 20_000;
  const isSettled = (team: Writer[]) =>
    team.every(
      (writer) => writer.sync.pending() === 0 && writer.sync.version === team[0]?.sync.version,
    );
  while (!teams.every(isSettled)) {
    if (Date.now() > until) throw new Error(`Not one text: ${JSON.stringify(teams.map(inShort))}`);
    await sleep(50);
  }
}

async function compare(
  teams: Writer[][],
  origins: string[],
  cookie: string,
  keyed: Map<string, number>,
): Promise<number> {
  let text = '';
  for (const team of teams) {
    const [first] = team;
    if (!first) continue;
    const { document } = await fetchText(origins[0] ?? '', first.memo, cookie);
    for (const writer of team)
      if (!writer.state.doc.eq(document)) throw new Error('A writer’s text is not the stored one.');
    text += document.textContent;
  }
  return [...keyed.keys()].filter((key) => text.split(key).length !== 2).length;
}

/** By turns at one instance and the other. */
function turned(origins: string[], n: number): string[] {
  const first = n % origins.length;
  return [...origins.slice(first), ...origins.slice(0, first)];
}

function inShort(team: Writer[]): string[] {
  return team.map(
    ({ sync, status }) => `${sync.version}+${sync.pending()} ${status?.kind} ${status?.message}`,
  );
}
