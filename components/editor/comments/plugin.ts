import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import {
  type Command,
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { type Anchor, anchorOn, follow } from '@/domain/comment/anchor';
import type { Grade } from '@/domain/comment/comment';
import { lettersOfLine } from '@/domain/comment/letters';
import type { Stretch } from '@/domain/document/stretches';
import { refuse } from '../refusal';

/** A thread as the text needs it. */
export type Anchored = { id: string; grade: Grade; isResolved: boolean; anchor: Anchor };

/**
 * The comments in the text on the page: where each stands, the words that a new one is being written
 * on, and the one that the caret is in.
 */
export type CommentsHere = {
  threads: readonly Anchored[];
  draft: Anchor | null;
  here: string | null;
};

type Shown = CommentsHere & { set: DecorationSet };
type Told = { threads: readonly Anchored[] } | { draft: Anchor | null };

const key = new PluginKey<Shown>('comments');

const none: CommentsHere = { threads: [], draft: null, here: null };

/** The comments in an editor's state; the same thing for the same state. */
export function commentsIn(state: EditorState): CommentsHere {
  return key.getState(state) ?? none;
}

/** The key that begins a comment, as the browser's other writing programs have it. */
export const commentKey = 'Mod-Alt-m';

/** Shows comments at their words, which they follow through every change, and begins new ones. */
export function comments(): Plugin[] {
  const plugin = new Plugin<Shown>({
    key,
    state: {
      init: () => ({ ...none, set: DecorationSet.empty }),
      apply: (transaction, shown, _before, state) => next(transaction, shown, state),
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });
  return [plugin, keymap({ [commentKey]: beginComment })];
}

/** Puts threads where they stand in the text. */
export function placeThreads(state: EditorState, threads: readonly Anchored[]): Transaction {
  return tell(state, { threads });
}

/** Begins a comment on the chosen words, or on the line that the caret is in. */
export const beginComment: Command = (state, dispatch) => {
  const at = chosenIn(state);
  if (!at) {
    dispatch?.(refuse(state, 'There are no words here to comment on. Choose some.'));
    return true;
  }
  dispatch?.(tell(state, { draft: anchorOn(state.doc, at) }));
  return true;
};

/** Ends it, sent or not. */
export function endComment(state: EditorState): Transaction {
  return tell(state, { draft: null });
}

/** Chooses the words of a thread, and brings them into sight. */
export function goToThread(state: EditorState, { anchor }: Anchored): Transaction {
  if ('lost' in anchor) return state.tr;
  const { from, to } = anchor.at;
  return state.tr.setSelection(TextSelection.create(state.doc, from, to)).scrollIntoView();
}

function tell(state: EditorState, told: Told): Transaction {
  return state.tr.setMeta(key, told).setMeta('addToHistory', false);
}

function next(transaction: Transaction, shown: Shown, state: EditorState): Shown {
  const told = transaction.getMeta(key) as Told | undefined;
  const { docChanged, selectionSet } = transaction;
  if (!told && !docChanged && !selectionSet) return shown;
  const followed = docChanged ? followAll(transaction, shown) : shown;
  const now = { ...followed, ...told };
  const here = threadAt(now.threads, state);
  if (!told && !docChanged && here === shown.here) return shown;
  return { ...now, here, set: decorate(state.doc, { ...now, here }) };
}

function followAll(transaction: Transaction, shown: Shown): Shown {
  const { steps, docs, doc } = transaction;
  const run = {
    maps: steps.map((step) => step.getMap()),
    before: (step: number) => docs[step] ?? doc,
    after: doc,
  };
  const threads = shown.threads.map((each) => ({ ...each, anchor: follow(each.anchor, run) }));
  return { ...shown, threads, draft: shown.draft && follow(shown.draft, run) };
}

/** The open thread whose words the caret is in; of several, the one on the fewest. */
function threadAt(threads: readonly Anchored[], { selection }: EditorState): string | null {
  let found: { id: string; size: number } | null = null;
  for (const { id, isResolved, anchor } of threads) {
    if (isResolved || 'lost' in anchor) continue;
    const { from, to } = anchor.at;
    const isIn = from <= selection.from && selection.to <= to;
    if (isIn && (!found || to - from < found.size)) found = { id, size: to - from };
  }
  return found?.id ?? null;
}

function decorate(doc: Node, { threads, draft, here }: CommentsHere): DecorationSet {
  const decorations = threads.flatMap(({ id, grade, isResolved, anchor }) => {
    if (isResolved || 'lost' in anchor) return [];
    const attributes = {
      class: id === here ? 'commented commented-here' : 'commented',
      'data-grade': grade,
    };
    return [Decoration.inline(anchor.at.from, anchor.at.to, attributes)];
  });
  if (draft && 'at' in draft)
    decorations.push(Decoration.inline(draft.at.from, draft.at.to, { class: 'comment-draft' }));
  return DecorationSet.create(doc, decorations);
}

/** What is chosen; else the whole line of text around the caret. Null where that has no letter. */
function chosenIn({ selection, doc }: EditorState): Stretch | null {
  const { from, to, empty } = selection;
  if (!empty) return doc.textBetween(from, to, ' ', ' ').trim() === '' ? null : { from, to };
  const { $from } = selection;
  let depth = $from.depth;
  while (depth > 0 && !$from.node(depth).isTextblock) depth -= 1;
  if (depth === 0 || lettersOfLine($from.node(depth)).text.trim() === '') return null;
  return { from: $from.start(depth), to: $from.end(depth) };
}
