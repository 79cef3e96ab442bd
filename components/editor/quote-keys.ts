import { closeHistory } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { schema } from '@/domain/document/schema';
import { quotesIn } from '@/domain/document/walk';
import type { Range } from '@/domain/quote/check';
import { type Edited, replaceWords, type Stands, shorten } from '@/domain/quote/shorten';
import { quoteStands } from '@/domain/verify';
import { verifierIn } from './verifier';

/** A bound quote in the text, and what of its words is selected. */
type Inside = { position: number; node: Node; range: Range; stands: Stands };

/**
 * Makes the honest way the easy one inside bound quotes: what is deleted from the middle leaves an
 * ellipsis, what is typed over words stands in brackets. A quote that does not stand is written in
 * freely, so that it can be mended. What others write is never touched. Nothing is done while
 * `isAway`: a suggestion shows what it changes by its own marks.
 */
export function quoteKeys(isAway: () => boolean): Plugin {
  let composing = () => false;
  return new Plugin({
    view: (view) => {
      composing = () => view.composing;
      return {};
    },
    props: {
      handleKeyDown(view, event) {
        if (isAway() || (event.key !== 'Backspace' && event.key !== 'Delete')) return false;
        const inside = quoteAt(view.state, view.state.selection.from, view.state.selection.to);
        if (!inside || view.state.selection.empty) return false;
        return remove(view, inside, event.key === 'Delete');
      },
      handleDOMEvents: {
        beforeinput(view, event) {
          const done = !isAway() && view.editable && !event.isComposing && writeInput(view, event);
          if (done) event.preventDefault();
          return done;
        },
      },
    },
    appendTransaction(transactions, before, state) {
      const isOwn = transactions.every(
        (each) =>
          each.getMeta('rebased') === undefined &&
          each.getMeta('history$') === undefined &&
          each.getMeta(honest) === undefined,
      );
      if (isAway() || !isOwn || composing() || !transactions.some((each) => each.docChanged))
        return null;
      return mend(transactions, before, state);
    },
  });
}

/** On what was decided here already. */
const honest = 'honest';

function writeInput(view: EditorView, event: InputEvent): boolean {
  const { state } = view;
  const { from, to } = state.selection;
  if (event.inputType === 'insertText' && event.data) {
    const inside = quoteAt(state, from, to);
    if (!inside) return false;
    const words = inside.node.textContent;
    return (
      stepOut(view, inside, event.data) ||
      take(view, inside, replaceWords(words, inside.range, event.data, inside.stands))
    );
  }
  if (!event.inputType.startsWith('delete')) return false;
  const [target] = event.getTargetRanges();
  if (!target) return false;
  const start = view.posAtDOM(target.startContainer, target.startOffset);
  const end = view.posAtDOM(target.endContainer, target.endOffset);
  const inside = start < end ? quoteAt(state, start, end) : null;
  if (!inside) return false;
  return remove(view, inside, event.inputType.endsWith('Forward'));
}

/** Each deletion is undone by itself: the next one may take a word from elsewhere. */
function remove(view: EditorView, inside: Inside, forward: boolean): boolean {
  const { node, range, stands } = inside;
  view.dispatch(closeHistory(view.state.tr));
  return take(view, inside, shorten(node.textContent, { ...range, forward }, stands));
}

/** The quote that holds both places, if it stands as it is; null anywhere else. */
function quoteAt(state: EditorState, from: number, to: number): Inside | null {
  const [$from, $to] = [state.doc.resolve(from), state.doc.resolve(to)];
  const node = $from.parent;
  if (node.type !== schema.nodes.quote || !$from.sameParent($to)) return null;
  const stands = standsFor(state, node);
  if (!stands(node.textContent)) return null;
  const range = { start: $from.parentOffset, end: $to.parentOffset };
  return { position: $from.before(), node, range, stands };
}

function standsFor(state: EditorState, quote: Node): Stands {
  const verifier = verifierIn(state);
  return (words) => quoteStands(quote.attrs.assessment as string, words, verifier);
}

/** What is typed at a quote's edge is the writer's own and stands outside. */
function stepOut(view: EditorView, { position, node, range }: Inside, typed: string): boolean {
  const isEnd = range.start === node.content.size;
  if (range.start !== range.end || (!isEnd && range.start > 0)) return false;
  const at = isEnd ? position + node.nodeSize : position;
  const transaction = view.state.tr.insertText(typed, at);
  const caret = TextSelection.create(transaction.doc, at + typed.length);
  view.dispatch(transaction.setSelection(caret).scrollIntoView());
  return true;
}

function take(view: EditorView, inside: Inside, edited: Edited | null): boolean {
  if (!edited) return false;
  const transaction = rewrite(view.state.tr, inside.position, inside.node, edited);
  view.dispatch(transaction.setMeta(honest, true).scrollIntoView());
  return true;
}

/** Writes a quote's new words, changing no more of it than differs; an emptied quote goes whole. */
function rewrite(transaction: Transaction, position: number, node: Node, edited: Edited) {
  if (edited.words === '') return transaction.delete(position, position + node.nodeSize);
  const { start, end, words } = difference(node.textContent, edited.words);
  const base = position + 1;
  if (words === '') transaction.delete(base + start, base + end);
  else transaction.replaceWith(base + start, base + end, schema.text(words));
  const { selection } = edited;
  return transaction.setSelection(
    TextSelection.create(transaction.doc, base + selection.start, base + selection.end),
  );
}

/** The stretch of the first text that the second has otherwise, and what it has there. */
function difference(before: string, after: string): Range & { words: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start, end: before.length - tail, words: after.slice(start, after.length - tail) };
}

/**
 * What reached a quote by another way (a cut, a dragged word, a spelling that was put right) is
 * made honest behind it.
 */
function mend(
  transactions: readonly Transaction[],
  before: EditorState,
  state: EditorState,
): Transaction | null {
  const transaction = state.tr;
  for (const quote of quotesIn(before.doc)) {
    const place = transactions.reduce((at, each) => each.mapping.map(at), quote.position);
    const node = place < state.doc.content.size ? state.doc.nodeAt(place) : null;
    if (node?.type !== schema.nodes.quote || node.attrs.assessment !== quote.assessment) continue;
    const stands = standsFor(state, node);
    if (node.textContent === quote.text || stands(node.textContent) || !stands(quote.text))
      continue;
    const { words, ...range } = difference(quote.text, node.textContent);
    const edited = words
      ? replaceWords(quote.text, range, words, stands)
      : shorten(quote.text, range, stands);
    if (edited) rewrite(transaction, transaction.mapping.map(place), node, edited);
  }
  return transaction.docChanged ? transaction.setMeta(honest, true) : null;
}
