import { dropCursor } from 'prosemirror-dropcursor';
import { closeHistory } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node, ResolvedPos } from 'prosemirror-model';
import { type EditorState, Plugin, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { basesIn } from '@/domain/document/walk';
import { lineOf, type Sources } from '@/domain/evidence-list';
import { nearestEdge } from '@/domain/words';
import { sourcesIn } from '../sources';

/** A paragraph of an article to look at, and the assessment that led there, if one did. */
export type SourcePlace = { article: string; paragraph: number; assessment: string | null };

/** How a place is asked for: by a mark that leads there, by the caret's key, or only in passing. */
export type AskedBy = 'citation' | 'key' | 'quote';

/** What the drawer beside the text is told. */
export type DrawerWiring = {
  onSources: (sources: Sources) => void;
  /** The ids of the assessments that the text rests on, whenever they change. */
  onUsed: (ids: Set<string>) => void;
  /** The writer wants to be in the drawer. */
  onAsk: () => void;
  /** The writer wants to see a source. */
  onSource: (place: SourcePlace, by: AskedBy) => void;
  /** An assessment of this id was dropped where the caret is now. */
  onDrop: (assessment: string) => void;
};

/** What a dragged assessment is carried as. */
export const draggedType = 'application/x-scenesetter-assessment';

/** The keys to the drawer and to the source at the caret. */
export const drawerKeys = { ask: 'Mod-Shift-e', source: 'Mod-Enter' };

/** Ties the text to the drawer beside it: clicks, keys and drops one way, changes the other. */
export function drawerLink(wiring: DrawerWiring): Plugin[] {
  return [
    keymap({
      [drawerKeys.ask]: () => {
        wiring.onAsk();
        return true;
      },
      [drawerKeys.source]: (state) => {
        const place = placeAtCaret(state);
        if (place) wiring.onSource(place, 'key');
        return place !== null;
      },
    }),
    // Where it will come to stand is seen before it is let go.
    dropCursor({ color: false, class: 'drop-caret', width: 2 }),
    new Plugin({
      props: {
        handleClickOn(view, _position, node, _at, event) {
          if (event.button !== 0) return false;
          const place = placeOf(node, view.state);
          if (place) wiring.onSource(place, place.assessment ? 'quote' : 'citation');
          // A click in a quote puts the caret there as well.
          return place !== null && place.assessment === null;
        },
        handleDrop(view, event) {
          // Whatever is dropped is undone by itself.
          view.dispatch(closeHistory(view.state.tr));
          return dropAssessment(view, event, wiring);
        },
      },
      view: (view) => watch(view, wiring),
    }),
  ];
}

function watch(view: EditorView, wiring: DrawerWiring) {
  let known: Sources | null = null;
  let usedBefore = '';
  const tell = () => {
    const now = sourcesIn(view.state);
    if (now !== known) wiring.onSources(now);
    known = now;
    const used = basesIn(view.state.doc);
    const usedNow = [...used].sort().join(' ');
    if (usedNow !== usedBefore) wiring.onUsed(used);
    usedBefore = usedNow;
  };
  tell();
  return { update: tell };
}

/** Where a citation or a quote leads; null for anything else, or where it leads nowhere. */
function placeOf(node: Node, state: EditorState): SourcePlace | null {
  const { evidence } = sourcesIn(state);
  if (node.type.name === 'citation') {
    const { article, paragraph } = node.attrs as { article: string; paragraph: number };
    const known = evidence.articles.some((each) => each.id === article);
    return known ? { article, paragraph, assessment: null } : null;
  }
  if (node.type.name !== 'quote') return null;
  const assessment = evidence.assessments.find((each) => each.id === node.attrs.assessment);
  const line = assessment && lineOf(assessment, evidence);
  const paragraph = line?.paragraphs[0];
  if (!line || paragraph === undefined) return null;
  return { article: line.article.id, paragraph, assessment: line.assessment.id };
}

/** The source of the quote that the caret is in, or of the citation beside it. */
function placeAtCaret(state: EditorState): SourcePlace | null {
  const { $from, $to } = state.selection;
  for (const node of [$from.parent, $to.nodeBefore, $to.nodeAfter]) {
    const place = node && placeOf(node, state);
    if (place) return place;
  }
  return null;
}

function dropAssessment(view: EditorView, event: DragEvent, wiring: DrawerWiring): boolean {
  const id = event.dataTransfer?.getData(draggedType);
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (!id || !at) return false;
  event.preventDefault();
  const place = betweenWords(view.state.doc.resolve(at.pos));
  const near = TextSelection.near(view.state.doc.resolve(place));
  view.dispatch(view.state.tr.setSelection(near));
  wiring.onDrop(id);
  return true;
}

/** Nobody aims between two letters: what falls into a word comes to stand beside it. */
function betweenWords($at: ResolvedPos): number {
  const { textOffset, nodeAfter, nodeBefore } = $at;
  if (textOffset === 0) return $at.pos;
  const text = `${nodeBefore?.text ?? ''}${nodeAfter?.text ?? ''}`;
  return $at.pos - textOffset + nearestEdge(text, textOffset, 'end');
}
