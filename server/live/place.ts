import type { Node } from 'prosemirror-model';
import type { Batch, Collision, Reach, SaveResult } from '@/domain/batch';
import { othersStamps, refuseForged } from '@/domain/document/authorship';
import { keepsFrame } from '@/domain/document/frame';
import { lostWords, type Rebased, rebase } from '@/domain/document/rebase';
import { checkChanged, orRefuse, readSteps } from '@/domain/document/steps';
import { refuseAllButSuggestions } from '@/domain/document/suggest-only';
import { AppError } from '@/domain/errors';
import type { Save } from '@/domain/memo';
import type { Actor } from '@/domain/user';
import { db } from '../db';
import { documentAt } from '../versions';
import { asSent, type LoggedBatch, type Recovered } from './commit';
import { stampsMade } from './log';

type Asked = {
  actor: Actor;
  save: Save;
  reach: Reach;
  whence: string | null;
  resolve: (result: SaveResult) => void;
  reject: (fault: unknown) => void;
};

/**
 * What a group of saves comes to on top of version `from`, whose text was `before`; `settle`
 * answers each once it is written.
 */
export type Placed = {
  from: number;
  before: Node;
  document: Node;
  batches: LoggedBatch[];
  recovered: Recovered[];
  settle: () => void;
};

/** The memo as the room has it now, and the log of what led there. */
type Current = {
  id: string;
  version: number;
  document: Node;
  since(from: number): Promise<Batch[]>;
};

/**
 * Puts each save of a group on top of the memo's text and of those before it. One that does not
 * fit is answered with why and leaves the others as they are; one that is in the log already is
 * answered with what became of it.
 */
export async function place(current: Current, group: Asked[]): Promise<Placed> {
  // Others' batches may come in while this is worked out; then the write is turned down.
  const { version: from, document } = current;
  const placed: Placed = {
    from,
    before: document,
    document,
    batches: [],
    recovered: [],
    settle: () => undefined,
  };
  const answers: (() => void)[] = [];
  for (const asked of group)
    try {
      answers.push(await placeOne(current, placed, asked));
    } catch (fault) {
      answers.push(() => asked.reject(fault));
    }
  placed.settle = () => {
    for (const answer of answers) answer();
  };
  return placed;
}

async function placeOne(current: Current, placed: Placed, asked: Asked): Promise<() => void> {
  const { save, actor } = asked;
  const logged = (await current.since(save.from)).filter((batch) => batch.to <= placed.from);
  const between = [...logged, ...placed.batches.filter((batch) => batch.from >= save.from)];
  const version = placed.batches.at(-1)?.to ?? placed.from;
  if (save.from > version)
    throw new AppError(
      'conflict',
      'This text is newer than the stored memo. Reload the page; your text is kept here.',
    );
  const known = between.find(isOf(save));
  // It did arrive: its answer was lost on the way back.
  if (known) {
    const batches = between.filter((batch) => batch.to <= known.to).map(asSent);
    const collisions = await collisionsKept(current.id, save);
    return () => asked.resolve({ version: known.to, batches, collisions });
  }
  // Under another's name stands only what he did make: undoing brings it back.
  const others = othersStamps(save.steps, actor);
  if (others.length > 0) refuseForged(others, await stampsMade(db(), current, others));
  const own = readSteps(save.steps);
  const theirs = readSteps(between.flatMap((batch) => batch.steps));
  const result = orRefuse(() => {
    const rebased = rebase(placed.document, own, theirs);
    checkChanged(placed.document, rebased.document);
    return rebased;
  });
  if (asked.reach !== 'reframe' && !keepsFrame(placed.document, result.document))
    throw new AppError(
      'invalid',
      'A memo keeps its header fields, its sections, its source summary and its endnotes.',
    );
  if (asked.reach === 'suggest')
    refuseAllButSuggestions(placed.document, result.document, actor.id);
  const collisions = await collisionsOf(current.id, save, result, between);
  const batches = batchesOf(asked, result, version);
  placed.document = result.document;
  placed.batches.push(...batches);
  placed.recovered.push(
    ...collisions.map((each, index) => ({
      ...each,
      authorId: actor.id,
      clientId: save.clientId,
      clientSeq: save.clientSeq,
      place: index,
    })),
  );
  const answer: SaveResult = {
    version: version + result.steps.length,
    batches: [...between, ...batches.filter(isOf(save))].map(asSent),
    collisions,
  };
  return () => asked.resolve(answer);
}

const isOf =
  ({ clientId, clientSeq }: Save) =>
  (batch: Batch) =>
    batch.clientId === clientId && batch.clientSeq === clientSeq;

/** The writer's steps, and after them, under a name of their own, those that put others' back. */
function batchesOf({ save, actor, whence }: Asked, result: Rebased, from: number): LoggedBatch[] {
  const one = (clientId: string, at: number, steps: Rebased['steps']): LoggedBatch[] =>
    steps.length === 0
      ? []
      : [
          {
            from: at,
            to: at + steps.length,
            clientId,
            clientSeq: save.clientSeq,
            author: actor.name,
            authorId: actor.id,
            whence,
            steps: steps.map((step) => step.toJSON()),
          },
        ];
  return [
    ...one(save.clientId, from, result.steps),
    ...one(`${save.clientId}:kept`, from + result.steps.length, result.putBack),
  ];
}

async function collisionsOf(
  memoId: string,
  save: Save,
  { dropped, kept }: Rebased,
  between: Batch[],
): Promise<Collision[]> {
  const by = between.at(-1)?.author ?? 'somebody';
  const collisions: Collision[] = kept.map((text) => ({ kind: 'kept', text, by }));
  if (dropped.length === 0) return collisions;
  const before = await documentAt(db(), memoId, save.from);
  for (const text of lostWords(before, readSteps(save.steps), dropped))
    collisions.push({ kind: 'lost', text, by });
  return collisions;
}

/** What was kept when the batch arrived: its writer may not have been told. */
async function collisionsKept(memoId: string, { clientId, clientSeq }: Save): Promise<Collision[]> {
  const rows = await db().recoveredText.findMany({
    where: { memoId, clientId, clientSeq },
    orderBy: { place: 'asc' },
  });
  return rows.map(({ kind, text, by }) => ({ kind, text, by }));
}
