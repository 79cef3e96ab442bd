import { db } from '../db';
import { ring } from '../notifications/ring';
import type { Notice } from './notice';
import { listen as listenTo, notify } from './others';
import { Room } from './room';

type Live = {
  rooms: Map<string, Promise<Room | null>>;
  open: Map<string, Room>;
};

// A build has this module once for each route that uses it; the rooms must be the same for all.
const kept = globalThis as { scenesetterLive?: Live };

function live(): Live {
  kept.scenesetterLive ??= start();
  return kept.scenesetterLive;
}

/** How often versions are compared with the store, in ms: no notification is trusted alone. */
const compareEvery = 3000;

function start(): Live {
  setInterval(() => void tidy().catch(() => undefined), compareEvery).unref();
  process.once('SIGTERM', closeAll);
  process.once('SIGINT', closeAll);
  return { rooms: new Map(), open: new Map() };
}

/** The room of a memo, opened at its first use; null where there is no such memo. */
export async function roomOf(id: string): Promise<Room | null> {
  const { rooms, open } = live();
  let room = rooms.get(id);
  if (!room) {
    // Who only writes here has to tell those who listen elsewhere.
    void listen();
    room = Room.open(id);
    rooms.set(id, room);
  }
  try {
    const opened = await room;
    if (opened) open.set(id, opened);
    else rooms.delete(id);
    return opened;
  } catch (fault) {
    rooms.delete(id);
    throw fault;
  }
}

/** Begins to hear the other instances, once for all rooms; resolves when it hears them. */
export function listen(): Promise<void> {
  // What was told while nobody listened is in the log.
  const catchUp = () => Promise.all([...live().open.values()].map((room) => room.catchUp()));
  const onConnected = async () => void (await catchUp());
  return listenTo({ onNotice: hear, onNotified: ring, onConnected });
}

/** Tells all who have the memo open, here and at the other instances, to ask for its comments anew. */
export function tellCommented(memo: string): void {
  void listen();
  live().open.get(memo)?.tell({ commented: true });
  notify({ memo, commented: true });
}

/** Has all streams of the memo, here and at the other instances, ask whether their reader still may read. */
export function tellRights(memo: string): void {
  void listen();
  checkRights(live().open.get(memo));
  notify({ memo, rights: true });
}

function checkRights(room: Room | undefined): void {
  // Where the store is away for a moment, the stream's own beat asks again.
  for (const listener of room?.listeners ?? []) void listener.check().catch(() => undefined);
}

function hear(notice: Notice): void {
  const room = live().open.get(notice.memo);
  if (!room) return;
  if ('to' in notice) void room.receive(notice.batches ?? [], notice.to).catch(() => drop(room));
  else if ('presence' in notice) room.meet(notice.presence);
  else if ('ended' in notice) room.part(notice.ended);
  else if ('commented' in notice) room.tell({ commented: true });
  else if ('rights' in notice) checkRights(room);
  else {
    if (notice.begun) room.meet(notice.begun);
    for (const presence of room.roll.own()) notify({ memo: room.id, presence });
  }
}

/** Compares the versions of watched memos with the store, and lets go of rooms nobody uses. */
async function tidy(): Promise<void> {
  const { open, rooms } = live();
  const now = Date.now();
  for (const room of open.values()) {
    room.forgetAbsent(now);
    if (!room.isIdle(now)) continue;
    open.delete(room.id);
    rooms.delete(room.id);
  }
  const watched = [...open.values()].filter((room) => room.listeners.size > 0);
  if (watched.length === 0) return;
  const rows = await db().memo.findMany({
    where: { id: { in: watched.map((room) => room.id) } },
    select: { id: true, version: true },
  });
  for (const { id, version } of rows) {
    const room = open.get(id);
    if (room && room.version < version) await room.catchUp().catch(() => drop(room));
  }
}

/** A room that is at odds with the log is opened anew; its browsers come back by themselves. */
function drop(room: Room): void {
  const { open, rooms } = live();
  open.delete(room.id);
  rooms.delete(room.id);
  for (const listener of room.listeners) listener.close();
}

/** An open stream would keep the server from ending. */
function closeAll(): void {
  for (const room of live().open.values()) for (const listener of room.listeners) listener.close();
}
