import { collab } from 'prosemirror-collab';
import { baseKeymap } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { search } from 'prosemirror-search';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { Presence } from '@/domain/batch';
import { readDocument } from '@/domain/document/document';
import type { Suggestion } from '@/domain/document/suggestions';
import type { Holder } from '../live/holder';
import { claimTab, forgetUnsent, keepUnsent } from '../live/outbox';
import { Sync, type SyncStatus } from '../live/sync';
import { apparatus, type OnFaults } from './apparatus/apparatus';
import { bindings, type OnChosen } from './binding/plugin';
import { blockIds, keepFrame } from './block-ids';
import { CaretMoves, carets } from './carets';
import { textKeys, typing } from './commands';
import { comments } from './comments/plugin';
import { type Draft, rememberLeaving, type Tell } from './draft';
import { type DrawerWiring, drawerLink } from './drawer/link';
import { footnotes } from './footnote/footnotes';
import { inStep, readSelection } from './in-step';
import { menus } from './menus/menu';
import { offers } from './paste/offers';
import { pasting } from './paste/paste';
import { quoteKeys } from './quote-keys';
import { sources } from './sources';
import { suggestionKeys } from './suggest/commands';
import { Mode } from './suggest/mode';
import { suggestions } from './suggest/plugin';
import { asItIs, Suggesting, unstruck, type Writer } from './suggest/suggesting';
import { watched } from './watched';

/** What the page around the text is told. */
export type Wiring = {
  memo: string;
  account: string;
  writer: Writer;
  /** Whether the writer may do nothing but suggest. */
  mayOnlySuggest: boolean;
  onFaults: OnFaults;
  onStatus: (status: SyncStatus) => void;
  onPresent: (present: Presence[]) => void;
  onSuggestions: (all: readonly Suggestion[], here: string | null) => void;
  onSuggesting: (isOn: boolean) => void;
  onChosen: OnChosen;
  /** Comments are to be asked for anew. */
  onCommented: () => void;
  tell: Tell;
  drawer: DrawerWiring;
  /** Why what was pasted was not taken in. */
  onStop: (sentence: string) => void;
};

/** The text as it is being written, from opening to leaving. */
export type Session = {
  view: EditorView;
  sync: Sync;
  /** Whether edits become suggestions. */
  mode: Mode;
  /** Leaves the page; what is unsent is sent all the same. */
  leave: () => void;
};

const announcePause = 200;
const announceEvery = 10_000;
/** A hidden tab lets its line go after this long, in ms. */
const hiddenFor = 60_000;

/** Puts the text on the page, to be written in, and joins those who write it. */
export function openSession(place: HTMLElement, draft: Draft, wiring: Wiring): Session {
  const clientId = crypto.randomUUID();
  const release = claimTab(clientId);
  const confirmed = readDocument(draft.document);
  const { version, evidence, issues } = draft;
  const { mayOnlySuggest } = wiring;
  const mode = new Mode(wiring.memo, wiring.account, wiring.onSuggesting, mayOnlySuggest);
  const suggesting = new Suggesting(wiring.writer, mayOnlySuggest);
  const state = EditorState.create({
    doc: confirmed,
    plugins: [
      inStep(),
      sources(wiring.memo, { evidence, issues }),
      pasting(wiring.onStop),
      ...menus(wiring.drawer.onAsk),
      ...offers(),
      ...drawerLink(wiring.drawer),
      quoteKeys(() => mode.isOn),
      footnotes(),
      typing(),
      ...suggestions(wiring.onSuggestions, mayOnlySuggest ? wiring.writer.id : null),
      keymap({ [suggestionKeys.toggle]: () => mode.toggle() }),
      keymap(textKeys),
      keymap(baseKeymap),
      history(),
      collab({ version, clientID: clientId }),
      keepFrame(),
      blockIds(),
      carets(),
      search(),
      watched(),
      bindings(wiring.onChosen),
      ...comments(),
      apparatus(wiring.onFaults),
    ],
  });
  let isOver = false;
  const present = new Map<string, Presence>();
  let told = '';
  const announcing = announcer(() => sync.announce());
  const view = new EditorView(place, {
    state,
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Memo text',
      spellcheck: 'true',
    },
    editable: () => !isOver,
    dispatchTransaction(made) {
      const transaction = mode.isOn ? suggesting.turn(view.state, made) : unstruck(made);
      if (!transaction) return;
      view.updateState(view.state.apply(transaction));
      moves.follow(transaction);
      // What came from others is stored already.
      if (transaction.docChanged && transaction.getMeta('rebased') === undefined) sync.changed();
      if (transaction.docChanged || transaction.selectionSet) announcing.soon();
    },
    handleDOMEvents: {
      compositionend: () => {
        setTimeout(() => sync.composed());
        return false;
      },
    },
  });
  const moves = new CaretMoves(view);
  const sync = new Sync({
    memo: wiring.memo,
    account: wiring.account,
    clientId,
    holder: holderOf(view),
    confirmed,
    version,
    keep: keepUnsent,
    onCollision: wiring.tell,
    onCommented: wiring.onCommented,
    onStatus(now) {
      isOver = now.kind === 'refused' && !now.signedOut;
      if (isOver) view.setProps({});
      wiring.onStatus(now);
    },
    onPresence(id, presence) {
      if (presence) present.set(id, presence);
      else present.delete(id);
      moves.add(id, presence);
      const all = [...present.values()];
      // The page says who is here, and not where: it need not hear of each letter.
      const now = all
        .map((each) => `${each.clientId} ${each.name} ${each.head !== null}`)
        .join('\n');
      if (now !== told) wiring.onPresent(all);
      told = now;
    },
    onRefused(words, message) {
      for (const text of words) wiring.tell({ kind: 'refused', text, by: message }, false);
      forgetUnsent({ memo: wiring.memo, clientId });
    },
  });
  sync.listen();
  const unwatch = watchPage(sync);
  const leave = () => {
    unwatch();
    announcing.stop();
    rememberLeaving(sync.leave().finally(release));
    view.destroy();
  };
  return { view, sync, mode, leave };
}

/** The view, for what comes from the server or is put back: that is never a suggestion. */
function holderOf(view: EditorView): Holder {
  return {
    get state() {
      return view.state;
    },
    get composing() {
      return view.composing;
    },
    readSelection: () => readSelection(view),
    dispatch: (transaction) => view.dispatch(transaction.setMeta(asItIs, true)),
  };
}

/** Says where the writer is a little after each move, and now and then that he is still there. */
function announcer(announce: () => Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const beat = setInterval(() => void announce(), announceEvery);
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(() => void announce(), announcePause);
    },
    stop() {
      clearTimeout(timer);
      clearInterval(beat);
    },
  };
}

/** Sends what is unsent as the page goes, comes back or finds the connection again. */
function watchPage(sync: Sync): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let hidden: ReturnType<typeof setTimeout> | undefined;
  window.addEventListener('pagehide', () => sync.sendParting(), { signal });
  window.addEventListener('online', () => void sync.flush(), { signal });
  window.addEventListener('focus', () => void sync.flush(), { signal });
  const turned = () => {
    clearTimeout(hidden);
    if (document.visibilityState === 'hidden') hidden = setTimeout(() => sync.deafen(), hiddenFor);
    else sync.listen();
  };
  document.addEventListener('visibilitychange', turned, { signal });
  return () => {
    clearTimeout(hidden);
    ended.abort();
  };
}
