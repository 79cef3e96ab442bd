import { useMemo, useRef, useState } from 'react';
import type { Sources } from '@/domain/evidence-list';
import type { AskedBy, DrawerWiring, SourcePlace } from './link';

/** What the drawer shows. `asked` counts how often the writer asked to be in it. */
export type DrawerState = {
  isOpen: boolean;
  sources: Sources;
  used: ReadonlySet<string>;
  source: (SourcePlace & { isFromList: boolean }) | null;
  asked: number;
};

/** The drawer's state, what the text tells it, and what it does to itself. */
export type Drawer = {
  state: DrawerState;
  wiring: DrawerWiring;
  open: () => void;
  close: () => void;
  look: (source: DrawerState['source']) => void;
  /** Who takes what is dropped in the text; the drawer says so when it is there. */
  takeDrops: (take: (assessment: string) => void) => void;
};

/** From this width on the drawer stands beside the text; below it lies over it. */
const wide = '(min-width: 64rem)';
const isWide = () => window.matchMedia(wide).matches;

const shut: DrawerState = {
  isOpen: false,
  sources: { evidence: { articles: [], assessments: [] }, issues: [] },
  used: new Set(),
  source: null,
  asked: 0,
};

/** The evidence drawer of one editor: open from the start where it stands beside the text. */
export function useDrawer(): Drawer {
  const [state, setState] = useState<DrawerState>(() => ({ ...shut, isOpen: isWide() }));
  const drop = useRef<(assessment: string) => void>(() => undefined);
  const acts = useMemo(() => {
    const change = (changed: Partial<DrawerState>) => setState((now) => ({ ...now, ...changed }));
    const open = () =>
      setState((now) => ({ ...now, isOpen: true, source: null, asked: now.asked + 1 }));
    const onSource = (place: SourcePlace, by: AskedBy) => {
      // A tap in a quote is mostly for writing there: nothing may cover the text for it.
      if (by !== 'quote' || isWide())
        change({ isOpen: true, source: { ...place, isFromList: false } });
    };
    const wiring: DrawerWiring = {
      onSources: (sources) => change({ sources }),
      onUsed: (used) => change({ used }),
      onAsk: open,
      onSource,
      onDrop: (assessment) => drop.current(assessment),
    };
    const close = () => change({ isOpen: false, source: null });
    const look = (source: DrawerState['source']) => change({ source });
    const takeDrops = (take: (assessment: string) => void) => {
      drop.current = take;
    };
    return { wiring, open, close, look, takeDrops };
  }, []);
  return { state, ...acts };
}
