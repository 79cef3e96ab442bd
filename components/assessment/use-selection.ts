'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { Item } from '@/domain/workbench';

/**
 * Which statement one is at, and the ways on: the next or the one before, and after a decision the
 * next that is still to be checked. Its card and its words are brought into view.
 */
export function useSelection(items: Item[], list: RefObject<HTMLElement | null>) {
  const [selected, select] = useState<string | null>(
    () => (items.find((item) => item.state === 'open') ?? items[0])?.key ?? null,
  );

  useEffect(() => {
    if (!selected) return;
    const card = document.getElementById(`statement-${selected}`);
    const active = document.activeElement;
    if (active === document.body || list.current?.contains(active))
      card?.focus({ preventScroll: true });
    reveal(card, 'nearest');
    reveal(document.querySelector(`mark[data-key="${selected}"]`), 'center');
  }, [selected, list]);

  function go(step: 1 | -1) {
    const at = items.findIndex((item) => item.key === selected);
    const next = items[Math.min(items.length - 1, Math.max(0, at + step))];
    if (next) select(next.key);
  }

  function goOn(from: Item) {
    const at = items.indexOf(from);
    const ahead = [...items.slice(at + 1), ...items.slice(0, at)];
    const next = ahead.find((item) => item.state === 'open') ?? items[at + 1];
    if (next) select(next.key);
  }

  /** Puts the keyboard back on the statement, once the form that stood in its place has gone. */
  function focus() {
    if (!selected) return;
    requestAnimationFrame(() =>
      document.getElementById(`statement-${selected}`)?.focus({ preventScroll: true }),
    );
  }

  return {
    selected,
    select,
    go,
    goOn,
    focus,
    current: items.find((i) => i.key === selected) ?? null,
  };
}

/** Scrolls the column that holds the element, and never the page where the columns stand abreast. */
function reveal(element: Element | null, block: 'nearest' | 'center') {
  const column = element?.closest<HTMLElement>('[data-column]');
  if (!element || !column || column.scrollHeight <= column.clientHeight) return;
  const [box, frame] = [element.getBoundingClientRect(), column.getBoundingClientRect()];
  const margin = 12;
  if (block === 'nearest' && box.top >= frame.top + margin && box.bottom <= frame.bottom - margin)
    return;
  const space = block === 'center' ? (frame.height - box.height) / 2 : margin;
  column.scrollBy({ top: box.top - frame.top - Math.max(margin, space) });
}
