import './tools.css';
import { Keyboard, Link2, ListTree, Search, ShieldCheck } from 'lucide-react';
import type { EditorView } from 'prosemirror-view';
import { useEffect, useRef, useState } from 'react';
import type { MarkingChoice } from '@/domain/marking';
import { BindingPanel, type Chosen } from '../binding/binding-panel';
import { PortionPanel } from '../portion/portion-panel';
import { FindBar } from './find-bar';
import { KeyList } from './key-list';
import { OutlinePanel } from './outline-panel';

type Panel = 'find' | 'outline' | 'binding' | 'portion' | 'keys';

const tools = [
  { panel: 'find', name: 'Find and replace', keys: 'Ctrl+F', icon: Search },
  { panel: 'outline', name: 'Outline', keys: 'Ctrl+Shift+O', icon: ListTree },
  { panel: 'binding', name: 'Sentence binding', keys: 'Ctrl+Shift+B', icon: Link2 },
  { panel: 'portion', name: 'Portion mark', keys: 'Ctrl+Shift+M', icon: ShieldCheck },
  { panel: 'keys', name: 'Keys', keys: 'Ctrl+/', icon: Keyboard },
] as const;

const forWriters = new Set<Panel>(['binding', 'portion']);

type Props = {
  view: EditorView | null;
  /** What the text says of its sentences. */
  sentences: Chosen;
  isSuggesting: boolean;
  /** Bindings and portion marks are for those who write the memo. */
  mayOnlySuggest: boolean;
  /** What the memo’s template lets it be marked by. */
  marking: MarkingChoice;
};

/** What helps one find one's way in the text, one panel at a time, by button or by key. */
export function Tools({ view, sentences, isSuggesting, mayOnlySuggest, marking }: Props) {
  const [panel, setPanel] = useState<Panel | null>(null);
  const [asked, setAsked] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const wanted = panelOf(event);
      if (!wanted || (mayOnlySuggest && forWriters.has(wanted))) return;
      event.preventDefault();
      setPanel((now) => (now === wanted && wanted !== 'find' ? null : wanted));
      setAsked((times) => times + 1);
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [mayOnlySuggest]);
  useEffect(() => {
    // The text takes every Escape; one that something there made use of has changed its state.
    let before = view?.state;
    const look = () => {
      before = view?.state;
    };
    // Escape leaves the text, where Tab would go on from one list item to the next.
    const leave = (event: KeyboardEvent) => {
      const { key, isComposing, target } = event;
      if (key !== 'Escape' || isComposing || !(target instanceof Element)) return;
      if (view?.dom.contains(target)) {
        if (view.state === before) bar.current?.querySelector('button')?.focus();
      } else if (panel && bar.current?.contains(target)) {
        setPanel(null);
        view?.focus();
      }
    };
    document.addEventListener('keydown', look, { capture: true });
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('keydown', look, { capture: true });
      document.removeEventListener('keydown', leave);
    };
  }, [view, panel]);
  const shown = tools.filter((each) => !mayOnlySuggest || !forWriters.has(each.panel));
  const close = () => setPanel(null);
  const backToText = () => {
    close();
    view?.focus();
  };
  return (
    <div ref={bar} className="contents">
      <fieldset aria-label="Find one’s way" className="flex">
        {shown.map(({ panel: each, name, keys, icon: Icon }) => (
          <button
            key={each}
            type="button"
            aria-label={name}
            aria-expanded={panel === each}
            title={`${name} (${keys})`}
            disabled={!view}
            className="grid size-10 cursor-pointer place-items-center rounded-md hover:bg-wash disabled:opacity-50 aria-expanded:bg-wash"
            onClick={() => setPanel(panel === each ? null : each)}
          >
            <Icon size={18} aria-hidden="true" />
          </button>
        ))}
      </fieldset>
      {view && panel ? (
        <div className="basis-full">
          {panel === 'find' ? <FindBar view={view} asked={asked} onClose={close} /> : null}
          {panel === 'outline' ? <OutlinePanel view={view} onClose={close} /> : null}
          {panel === 'binding' ? (
            <BindingPanel
              {...sentences}
              view={view}
              isSuggesting={isSuggesting}
              onClose={backToText}
            />
          ) : null}
          {panel === 'portion' ? (
            <PortionPanel view={view} marking={marking} onClose={backToText} />
          ) : null}
          {panel === 'keys' ? <KeyList /> : null}
        </div>
      ) : null}
    </div>
  );
}

function panelOf(event: KeyboardEvent): Panel | null {
  const modified = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (modified && !event.altKey && !event.shiftKey && key === 'f') return 'find';
  if (modified && event.shiftKey && key === 'o') return 'outline';
  if (modified && event.shiftKey && key === 'b') return 'binding';
  if (modified && event.shiftKey && key === 'm') return 'portion';
  if (modified && key === '/') return 'keys';
  return key === '?' && !modified && !isWriting(event.target) ? 'keys' : null;
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
