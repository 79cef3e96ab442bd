import { setTimeout as sleep } from 'node:timers/promises';
import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { canJoin, canSplit } from 'prosemirror-transform';
import { schema } from '@/domain/document/schema';
import type { Writer } from './writer';

type Paragraph = { node: Node; start: number };

/**
 * Writes words that can be told apart, changes the text around them as people do, and keeps
 * account: which words were typed, and which somebody took out with his eyes open.
 */
export class Ledger {
  private readonly typed = new Set<string>();
  private readonly takenOut = new Set<string>();
  private edits = 0;
  private number = 0;

  /** Lets a writer write, with a pause between two edits of `pause` ms in the mean. */
  async writeUntil(writer: Writer, name: number, until: number, pause = 400): Promise<void> {
    while (Date.now() < until) {
      await sleep(pause * (0.4 + Math.random() * 1.2));
      if (writer.write((state) => this.edit(state, name))) this.edits += 1;
    }
  }

  /** Each word typed is in the text once, or handed to its writer, or was taken out. */
  count(document: Node, writers: Writer[]) {
    const text = document.textContent;
    const handed = writers
      .flatMap((writer) => writer.collisions)
      .filter((each) => each.kind === 'lost')
      .map((each) => each.text)
      .join(' ')
      .replace(/\s/g, '');
    const times = (word: string) => text.split(word).length - 1;
    const words = [...this.typed];
    const missing = words.filter((word) => times(word) === 0 && !this.takenOut.has(word));
    const isLost = (word: string) => !handed.includes(word);
    const isTwice = (word: string) => times(word) > 1;
    for (const word of words)
      if (isTwice(word) || (missing.includes(word) && isLost(word)))
        process.stderr.write(`${word}: ${times(word)} times\n`);
    return {
      edits: this.edits,
      words: words.length,
      handed_back: missing.filter((word) => handed.includes(word)).length,
      lost: missing.filter(isLost).length,
      doubled: words.filter(isTwice).length,
    };
  }

  private edit(state: EditorState, name: number): Transaction | null {
    const paragraphs = paragraphsOf(state.doc);
    const chosen = paragraphs[Math.floor(Math.random() * paragraphs.length)];
    if (!chosen) return null;
    const at = placeIn(chosen);
    const { tr } = state;
    const dice = Math.random();
    if (dice < 0.7) {
      const word = `⟨${name}.${this.number++}⟩`;
      this.typed.add(word);
      return tr.insert(at, schema.text(word));
    }
    if (dice < 0.76) return canSplit(state.doc, at) ? tr.split(at) : null;
    if (dice < 0.82) return joinBefore(tr, chosen.start - 1);
    if (dice < 0.88) return this.takeOut(tr, chosen.start, at);
    if (dice < 0.9) return this.takeOutBlock(tr, chosen);
    if (dice < 0.95) return tr.addMark(chosen.start, at, schema.marks.strong.create());
    return wrapOrLift(tr, chosen.start);
  }

  /** Takes out the last words before a place, two at most; each whole, for it is to be counted. */
  private takeOut(tr: Transaction, from: number, to: number): Transaction {
    // As many signs as positions, also where a quote or a citation stands.
    const text = tr.doc.textBetween(from, to, '\uFFFC', '\uFFFC');
    const [tail = ''] = /(⟨[\d.]+⟩){1,2}$/.exec(text) ?? [];
    for (const [word] of tail.matchAll(/⟨[\d.]+⟩/g)) this.takenOut.add(word);
    return tail === '' ? tr : tr.delete(to - tail.length, to);
  }

  private takeOutBlock(tr: Transaction, { node, start }: Paragraph): Transaction | null {
    const $start = tr.doc.resolve(start);
    const [parent, index] = [$start.node(-1), $start.index(-1)];
    if (!parent.canReplace(index, index + 1)) return null;
    for (const [word] of node.textContent.matchAll(/⟨[\d.]+⟩/g)) this.takenOut.add(word);
    return tr.delete(start - 1, start + node.nodeSize - 1);
  }
}

/** Joins two paragraphs at the place between them. */
function joinBefore(tr: Transaction, between: number): Transaction | null {
  const { nodeBefore, nodeAfter } = tr.doc.resolve(between);
  const isBoth = nodeBefore?.type === schema.nodes.paragraph && nodeAfter?.type === nodeBefore.type;
  return isBoth && canJoin(tr.doc, between) ? tr.join(between) : null;
}

function wrapOrLift(tr: Transaction, start: number): Transaction | null {
  const range = tr.doc.resolve(start).blockRange();
  if (!range) return null;
  if (range.parent.type === schema.nodes.quotation) return tr.lift(range, range.depth - 1);
  const type = schema.nodes.quotation;
  if (!range.parent.canReplaceWith(range.startIndex, range.endIndex, type)) return null;
  return tr.wrap(range, [{ type, attrs: { id: crypto.randomUUID() } }]);
}

function paragraphsOf(document: Node): Paragraph[] {
  const found: Paragraph[] = [];
  document.descendants((node, position) => {
    if (node.type.name === 'paragraph') found.push({ node, start: position + 1 });
    return !node.isTextblock;
  });
  return found;
}

/** A place in a paragraph that is within no word of ours and in no quote. */
function placeIn({ node, start }: Paragraph): number {
  const places = [start];
  node.forEach((child, offset) => {
    const end = start + offset + child.nodeSize;
    if (!child.isText) places.push(end);
    for (const match of (child.text ?? '').matchAll(/⟩/g))
      places.push(start + offset + match.index + 1);
  });
  return places[Math.floor(Math.random() * places.length)] ?? start;
}
