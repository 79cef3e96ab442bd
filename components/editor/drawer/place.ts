import { closeHistory } from 'prosemirror-history';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type Placing, placed } from '@/domain/assemble/placing';
import { schema } from '@/domain/document/schema';
import { type EvidenceLine, lineOf } from '@/domain/evidence-list';
import { fetchSources, sourcesIn, takeSources } from '../sources';

/** Why nothing was placed, where the caret is in a title, a field or a heading. */
export const noRoom = 'A quote needs a paragraph around it. Put the caret in one first.';

/**
 * Places the assessment after the caret or the selected words, never inside a quote or a footnote,
 * and puts the caret behind it. Null where the block takes no quotes and citations.
 */
export function placeLine(
  state: EditorState,
  placing: Placing,
  { assessment, article }: EvidenceLine,
): Transaction | null {
  const at = placeFor(state);
  const $at = state.doc.resolve(at);
  const { parent } = $at;
  if (!parent.inlineContent || !parent.type.contentMatch.matchType(schema.nodes.citation))
    return null;
  const told = state.doc.textBetween(0, at, ' ', ' ');
  const introduced = new Set(
    assessment.holders.filter(({ name }) => told.includes(name)).map(({ id }) => id),
  );
  const content = placed(placing, assessment, article, introduced).map((each) =>
    schema.nodeFromJSON(each),
  );
  if (content.length === 0) return null;
  if (placing !== 'citation' && /[^\s([“‘—]$/.test(before(state, at)))
    content.unshift(schema.text(' '));
  if (/^[\p{L}\p{N}]/u.test($at.nodeAfter?.text ?? '')) content.push(schema.text(' '));
  const transaction = state.tr.insert(at, content);
  const end = at + content.reduce((size, node) => size + node.nodeSize, 0);
  transaction.setSelection(TextSelection.create(transaction.doc, end)).scrollIntoView();
  // Each is undone by itself.
  return closeHistory(transaction);
}

/**
 * Places an assessment in the text; one from an article that the memo does not rest on yet adds
 * that article first. Throws a sentence where it can't be placed.
 */
export async function placeInText(
  view: EditorView,
  memo: string,
  placing: Placing,
  line: EvidenceLine,
): Promise<void> {
  const known = sourcesIn(view.state).evidence.assessments;
  let chosen = line;
  if (!known.some((each) => each.id === line.assessment.id)) {
    const grown = await fetchSources(memo, line.assessment.id);
    if (view.isDestroyed) return;
    view.dispatch(takeSources(view.state, grown));
    const { evidence } = grown;
    const stored = evidence.assessments.find((each) => each.id === line.assessment.id);
    chosen = (stored && lineOf(stored, evidence)) ?? line;
  }
  const transaction = placeLine(view.state, placing, chosen);
  if (!transaction) throw new Error(noRoom);
  view.dispatch(transaction);
  view.focus();
}

function placeFor(state: EditorState): number {
  const { $to } = state.selection;
  const { quote, footnote } = schema.nodes;
  return [quote, footnote].includes($to.parent.type) ? $to.after() : $to.pos;
}

function before(state: EditorState, at: number): string {
  const $at = state.doc.resolve(at);
  return $at.parent.textBetween(0, $at.parentOffset, ' ', '”');
}
