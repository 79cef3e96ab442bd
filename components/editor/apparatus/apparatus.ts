import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Evidence } from '@/domain/assessment';
import { setWorkedOut } from '@/domain/document/set';
import { withSuggestions } from '@/domain/document/settle';
import { sourcesIn } from '../sources';
import { verifierIn } from '../verifier';
import { DerivedView } from './derived';
import { type Check, carryOn, checker, type Findings, findIn } from './findings';

/** What was found, in which text, and the evidence that it was checked against. */
type Shown = Findings & { document: Node; evidence: Evidence; check: Check };

const key = new PluginKey<Shown>('apparatus');

/** The text is looked through no more often than this, in ms; a frame of the screen. */
const shortestPause = 16;
/** Nor does it take more than about a quarter of the time, with others typing at every moment. */
const share = 3;

function look(state: EditorState, known?: Shown): Shown {
  const { evidence } = sourcesIn(state);
  const check = known?.evidence === evidence ? known.check : checker(verifierIn(state));
  return { ...findIn(state.doc, check), document: state.doc, evidence, check };
}

/** Told what is wrong with the quotes: as the text is, and what more would be if all were accepted. */
export type OnFaults = (faults: string[], suggested: string[]) => void;

/**
 * What surrounds the text while it is written: citation numbers and footnotes' letters, the state
 * of each quote, prompts in places still to write, and the endnotes and source summary. It is
 * worked out right after a change of the text or of what it may rest on, and not within it, so that
 * no key waits for it; until then what was found moves along with the words.
 */
export function apparatus(onFaults: OnFaults): Plugin {
  const derived = new Set<DerivedView>();
  return new Plugin<Shown>({
    key,
    state: {
      init: (_config, state) => look(state),
      apply(transaction, known) {
        const fresh = transaction.getMeta(key) as Shown | undefined;
        if (fresh) return fresh;
        if (!transaction.docChanged) return known;
        return { ...known, decorations: carryOn(known, transaction) };
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      nodeViews: {
        endnotes: (node) => new DerivedView(node, derived),
        source_summary: (node) => new DerivedView(node, derived),
      },
    },
    view: (view) => keepLooking(view, derived, onFaults),
  });
}

function keepLooking(view: EditorView, derived: Set<DerivedView>, onFaults: OnFaults) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cost = 0;
  let told = '';
  const tell = () => {
    const shown = key.getState(view.state);
    if (!shown) return;
    const blocks = setWorkedOut(withSuggestions(shown.document), shown.evidence);
    for (const each of derived) each.show(blocks.find(({ id }) => id === each.id));
    const now = JSON.stringify([shown.faults, shown.suggested]);
    if (now !== told) onFaults(shown.faults, shown.suggested);
    told = now;
  };
  const lookNow = () => {
    timer = undefined;
    // A word that is being composed must be left alone until it is written.
    if (view.isDestroyed || view.composing) return lookSoon();
    const start = performance.now();
    const fresh = look(view.state, key.getState(view.state));
    view.dispatch(view.state.tr.setMeta(key, fresh).setMeta('addToHistory', false));
    tell();
    cost = performance.now() - start;
  };
  const lookSoon = () => {
    if (!view.isDestroyed) timer ??= setTimeout(lookNow, Math.max(shortestPause, share * cost));
  };
  tell();
  return {
    update() {
      const shown = key.getState(view.state);
      const isOld = shown?.document !== view.state.doc;
      if (isOld || shown?.evidence !== sourcesIn(view.state).evidence) lookSoon();
    },
    destroy: () => clearTimeout(timer),
  };
}
