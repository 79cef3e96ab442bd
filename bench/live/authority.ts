import type { Node } from 'prosemirror-model';
import type { Batch, Collision, SaveResult } from '@/domain/batch';
import { lostWords, rebase } from '@/domain/document/rebase';
import { readSteps } from '@/domain/document/steps';
import type { Save } from '@/domain/memo';

type Listener = (batches: Batch[]) => void;

/**
 * The one that decides what a memo says, in memory: the same `rebase` as the server's and the same
 * answers, without its store, to try many histories in little time.
 */
export class Authority {
  readonly listeners = new Set<Listener>();
  private readonly log: Batch[] = [];
  private readonly texts = new Map<number, Node>();
  private readonly recovered = new Map<string, Collision[]>();

  constructor(public document: Node) {
    this.texts.set(0, document);
  }

  get version(): number {
    return this.log.at(-1)?.to ?? 0;
  }

  since(from: number): Batch[] {
    return this.log.filter((batch) => batch.from >= from);
  }

  commit(save: Save): SaveResult {
    const name = `${save.clientId} ${save.clientSeq}`;
    const between = this.since(save.from);
    const isOf = (batch: Batch) =>
      batch.clientId === save.clientId && batch.clientSeq === save.clientSeq;
    const known = between.find(isOf);
    if (known) {
      const batches = between.filter((batch) => batch.to <= known.to);
      return { version: known.to, batches, collisions: this.recovered.get(name) ?? [] };
    }
    const own = readSteps(save.steps);
    const theirs = readSteps(between.flatMap((batch) => batch.steps));
    const result = rebase(this.document, own, theirs);
    result.document.check();
    const before = this.texts.get(save.from);
    const lost = before ? lostWords(before, own, result.dropped) : [];
    const collisions: Collision[] = [
      ...result.kept.map((text) => ({ kind: 'kept' as const, text, by: 'another' })),
      ...lost.map((text) => ({ kind: 'lost' as const, text, by: 'another' })),
    ];
    this.recovered.set(name, collisions);
    const at = this.version;
    const fresh = [
      ...this.append(save, save.clientId, result.steps),
      ...this.append(save, `${save.clientId}:kept`, result.putBack),
    ];
    this.document = result.document;
    for (const listener of this.listeners) listener(fresh);
    const batches = [...between, ...fresh.filter(isOf)];
    return { version: at + result.steps.length, batches, collisions };
  }

  private append(save: Save, clientId: string, steps: ReturnType<typeof readSteps>): Batch[] {
    if (steps.length === 0) return [];
    const from = this.version;
    let text = this.texts.get(from);
    for (const step of steps) text = (text && step.apply(text).doc) ?? undefined;
    const batch: Batch = {
      from,
      to: from + steps.length,
      clientId,
      clientSeq: save.clientSeq,
      author: 'another',
      steps: steps.map((step) => step.toJSON()),
    };
    if (text) this.texts.set(batch.to, text);
    this.log.push(batch);
    return [batch];
  }
}
