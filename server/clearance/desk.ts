import { instantInWords } from '@/domain/clearance/due';
import { mayAnswer, type Standing, standingOf } from '@/domain/clearance/list';
import { nameOf } from '@/domain/clearance/obstacles';
import type { Actor } from '@/domain/user';
import { memosVisibleTo } from '../access';
import { db } from '../db';
import { getMemo } from '../memos';
import { answeringAs, answersForOn } from './answering';
import { addresseeOf, listOf, withList } from './load';
import { textNow } from './text';

/** A memo that waits: for whom, for what, by when (an instant), and how that stands. */
export type Waiting = {
  memo: { id: string; title: string };
  who: string;
  asked: 'clear' | 'comment' | 'information';
  due: string | null;
  /** The same in words, in the round's zone. */
  dueInWords: string | null;
  standing: Standing;
};

/** What waits for somebody, and what they wait for as action officer or author; each by due time. */
export type DeskView = { mine: Waiting[]; theirs: Waiting[] };

/** More open rounds than this are not gone through for one desk. */
const mostRounds = 60;

/**
 * What the actor is asked for and may answer now, in their own name or another's, and of whom they
 * wait for an answer themselves: as action officer, or because they wrote the memo. The overdue come first, what has no time last.
 */
export async function getDesk(actor: Actor, now = new Date()): Promise<DeskView> {
  const answersFor = await answersForOn(db(), actor, now.toISOString().slice(0, 10));
  const people = [actor.id, ...answersFor];
  const concerns = {
    addressees: {
      some: {
        state: 'listed' as const,
        OR: [
          { userId: { in: people } },
          { office: { members: { some: { userId: { in: people } } } } },
        ],
      },
    },
  };
  const rows = await db().clearance.findMany({
    where: {
      issuedAt: null,
      withdrawnAt: null,
      memo: memosVisibleTo(actor),
      OR: [{ officerId: actor.id }, { memo: { authorId: actor.id } }, concerns],
    },
    orderBy: { createdAt: 'desc' },
    take: mostRounds,
    include: withList,
  });
  const desk: DeskView = { mine: [], theirs: [] };
  for (const row of rows) {
    const { seen } = textNow(await getMemo(actor, row.memoId));
    const list = listOf(row);
    for (const each of row.addressees.filter(({ state }) => state === 'listed')) {
      const addressee = addresseeOf(each);
      const standing = standingOf(addressee, { list, seen, now: now.toISOString() });
      const { id, title } = row.memo;
      const { asked, due } = addressee;
      const dueInWords = due && instantInWords(due, row.zone);
      const waiting = {
        memo: { id, title },
        who: nameOf(addressee),
        asked,
        due,
        dueInWords,
        standing,
      };
      if (!isWaiting(standing)) continue;
      const around = { authorId: row.memo.authorId, answersFor };
      if (answeringAs(actor, each, around) && mayAnswer(addressee, { list, seen }))
        desk.mine.push(waiting);
      else if (
        [row.officerId, row.memo.authorId].includes(actor.id) &&
        asked !== 'information' &&
        standing !== 'ahead'
      )
        desk.theirs.push(waiting);
    }
  }
  return { mine: byDue(desk.mine), theirs: byDue(desk.theirs) };
}

function isWaiting(standing: Standing): boolean {
  return ['ahead', 'asked', 'overdue', 're-clear'].includes(standing);
}

const byDue = (all: Waiting[]) =>
  all.toSorted((one, other) => (one.due ?? '9').localeCompare(other.due ?? '9'));
