import { closeHistory } from 'prosemirror-history';
import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { describeBinding } from '@/domain/document/basis';
import { bind } from '@/domain/document/bind';
import {
  type Binding,
  type PlacedSentence,
  sentencesAt,
  sentencesIn,
} from '@/domain/document/sentences';
import { sourcesIn } from '../sources';

/** Whether the panel is open, and whether each sentence in the text says what it is. */
type Wanted = { isOpen: boolean; isLabelled: boolean };

type Shown = Wanted & { chosen: PlacedSentence[]; decorations: DecorationSet };

const key = new PluginKey<Shown>('bindings');

/** Told which sentences are chosen, as long as the panel is open, and whether all are labelled. */
export type OnChosen = (chosen: PlacedSentence[], isLabelled: boolean) => void;

/** Shows what each sentence is and which of them the panel speaks of. */
export function bindings(onChosen: OnChosen): Plugin {
  return new Plugin<Shown>({
    key,
    state: {
      init: (_config, state) => show(state, { isOpen: false, isLabelled: false }),
      apply(transaction, shown, before, state) {
        const wanted = transaction.getMeta(key) as Partial<Wanted> | undefined;
        if (wanted) return show(state, { ...shown, ...wanted });
        if (!shown.isOpen && !shown.isLabelled) return shown;
        const isSame = sourcesIn(before) === sourcesIn(state);
        if (isSame && !transaction.docChanged && !transaction.selectionSet) return shown;
        return show(state, shown);
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: () => ({
      update(view, before) {
        const shown = key.getState(view.state);
        if (shown && shown !== key.getState(before)) onChosen(shown.chosen, shown.isLabelled);
      },
    }),
  });
}

/** A transaction that opens or closes the panel's view of the text, or labels its sentences. */
export function wantBindings(state: EditorState, wanted: Partial<Wanted>): Transaction {
  return state.tr.setMeta(key, wanted).setMeta('addToHistory', false);
}

/** The sentences that the selection touches. */
export function chosenSentences({ doc, selection }: EditorState): PlacedSentence[] {
  return sentencesAt(doc, selection.from, selection.to);
}

/** A transaction that binds the chosen sentences, to be undone by itself. */
export function bindChosen(state: EditorState, binding: Binding | null): Transaction {
  return closeHistory(bind(state.tr, chosenSentences(state), binding));
}

/** Puts the caret in the next sentence that is not bound whole, round at the end; null if all are. */
export function goToUnbound(state: EditorState): Transaction | null {
  const lacking = sentencesIn(state.doc).filter((each) => !each.binding || !each.isWhole);
  const next = lacking.find(({ from }) => from > state.selection.to) ?? lacking[0];
  if (!next) return null;
  const selection = TextSelection.near(state.doc.resolve(next.from));
  return state.tr.setSelection(selection).scrollIntoView();
}

function show(state: EditorState, { isOpen, isLabelled }: Wanted): Shown {
  const chosen = isOpen ? chosenSentences(state) : [];
  const lit = chosen.map(({ from, to }) =>
    Decoration.inline(from, to, { class: 'sentence-chosen' }),
  );
  const labels = isLabelled ? sentencesIn(state.doc).map((each) => label(state, each)) : [];
  const decorations = DecorationSet.create(state.doc, [...lit, ...labels]);
  return { isOpen, isLabelled, chosen, decorations };
}

function label(state: EditorState, sentence: PlacedSentence): Decoration {
  const words = inWords(state, sentence);
  const make = () => {
    const made = document.createElement('span');
    made.className = 'sentence-label';
    made.contentEditable = 'false';
    if (!sentence.binding || !sentence.isWhole) made.dataset.lacking = '';
    made.textContent = words;
    return made;
  };
  return Decoration.widget(sentence.from, make, { key: words, side: -1, ignoreSelection: true });
}

/** What a sentence is, in words: “Partly their assessment: Joshi, ¶ 12”. */
export function inWords(state: EditorState, { binding, isWhole }: PlacedSentence): string {
  const words = describeBinding(binding, sourcesIn(state).evidence);
  return isWhole ? words : `Partly ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
