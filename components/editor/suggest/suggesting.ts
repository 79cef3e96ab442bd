import { isHistoryTransaction } from 'prosemirror-history';
import { type EditorState, Selection, TextSelection, type Transaction } from 'prosemirror-state';
import { ReplaceStep } from 'prosemirror-transform';
import { frameFault } from '@/domain/document/frame';
import { schema } from '@/domain/document/schema';
import { suggest } from '@/domain/document/suggest';
import type { Stamp } from '@/domain/document/suggested';
import { refuse } from '../refusal';

/** Who writes: the account's id, and the name that others see. */
export type Writer = { id: string; name: string };

/** What a whole cut and paste is known again by, so that it becomes one suggestion: a move. */
type Cut = { id: string; text: string };

const noSuggestion = 'This can’t be made a suggestion as one edit. Make it in smaller ones';

/** Transactions with this meta are never made suggestions: others' words, and what settles one. */
export const asItIs = 'asItIs';

/** Makes suggestions of a writer's own transactions; remembers what was cut, for a paste. */
export class Suggesting {
  private cut: Cut | null = null;

  constructor(
    private readonly writer: Writer,
    private readonly isForced: boolean,
  ) {}

  /**
   * The transaction as a suggestion. As it is where it changes nothing, came from others, undoes or
   * redoes, or says so itself. Where it can't be suggested, one that says why and changes nothing.
   */
  turn(state: EditorState, edit: Transaction): Transaction {
    if (!edit.docChanged || isNoEdit(edit)) return edit;
    const fault = frameFault(edit.before, edit.doc);
    if (fault !== null) return refuse(state, fault);
    const stamp = this.stampFor(edit);
    const { tr } = state;
    const isCarried = /^(cut|paste|drop)$/.test(String(edit.getMeta('uiEvent')));
    const find = suggest(tr, edit, stamp, isCarried);
    if (!find)
      return refuse(state, `${noSuggestion}${this.isForced ? '' : ', or turn suggesting off'}.`);
    select(tr, state, edit, find);
    for (const name of ['uiEvent', 'paste', 'composition', 'addToHistory'])
      if (edit.getMeta(name) !== undefined) tr.setMeta(name, edit.getMeta(name));
    if (edit.storedMarksSet) tr.setStoredMarks(edit.storedMarks);
    return edit.scrolledIntoView ? tr.scrollIntoView() : tr;
  }

  private stampFor(edit: Transaction): Stamp {
    const { id: account, name: author } = this.writer;
    const event = edit.getMeta('uiEvent') as string | undefined;
    const at = new Date().toISOString();
    const isMove = event === 'paste' && this.cut !== null && this.cut.text === insertedText(edit);
    const id = (isMove && this.cut?.id) || crypto.randomUUID();
    if (event === 'cut') this.cut = { id, text: cutText(edit) };
    else if (isMove) this.cut = null;
    return { id, author, account, at };
  }
}

/**
 * An ordinary edit, kept out of what is suggested around it: words typed into struck ones are not
 * struck, and a block parted from one that was parted by suggestion is no suggestion.
 */
export function unstruck(edit: Transaction): Transaction {
  if (!edit.docChanged || isNoEdit(edit)) return edit;
  for (const [index, step] of [...edit.steps].entries()) {
    if (!(step instanceof ReplaceStep) || step.slice.size === 0) continue;
    const later = edit.mapping.slice(index + 1);
    const end = later.map(step.from + step.slice.size, -1);
    if (step.slice.content.firstChild?.isInline)
      edit.removeMark(later.map(step.from, 1), end, schema.marks.deletion);
    const $end = edit.doc.resolve(end);
    for (let depth = $end.depth; depth > $end.depth - step.slice.openEnd; depth -= 1)
      for (const kind of ['split', 'joined'])
        if ($end.node(depth).attrs[kind]) edit.setNodeAttribute($end.before(depth), kind, null);
  }
  return edit;
}

function isNoEdit(edit: Transaction): boolean {
  return (
    edit.getMeta('rebased') !== undefined ||
    edit.getMeta(asItIs) !== undefined ||
    isHistoryTransaction(edit)
  );
}

function cutText(edit: Transaction): string {
  const { from, to } = edit.steps[0] as { from?: number; to?: number };
  return edit.before.textBetween(from ?? 0, to ?? 0, '\n', ' ').trim();
}

function insertedText(edit: Transaction): string {
  const step = edit.steps[0];
  if (!(step instanceof ReplaceStep)) return '';
  return step.slice.content.textBetween(0, step.slice.content.size, '\n', ' ').trim();
}

/** Deleting backwards leaves the caret before what is struck, forwards after it. */
function select(
  tr: Transaction,
  state: EditorState,
  edit: Transaction,
  find: (place: number, side?: number) => number,
): void {
  const { selection } = edit;
  const [first] = edit.steps;
  const goesForward =
    first instanceof ReplaceStep && state.selection.empty && state.selection.head === first.from;
  const side = goesForward ? 1 : -1;
  if (selection instanceof TextSelection)
    tr.setSelection(
      TextSelection.between(
        tr.doc.resolve(find(selection.anchor, side)),
        tr.doc.resolve(find(selection.head, side)),
      ),
    );
  else tr.setSelection(Selection.near(tr.doc.resolve(find(selection.head, side))));
}
