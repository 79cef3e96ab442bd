'use client';

import { useEffect, useState } from 'react';

const moves = new Set(['j', 'k', 'arrowdown', 'arrowup']);

const setting = 'scenesetter.single-keys';

/** Single keys of the workbench, and whether they are on: a person may turn them off (WCAG 2.1.4). */
export type Keys = {
  on: boolean;
  turn: (on: boolean) => void;
  run: (key: string) => () => void;
};

/**
 * Runs an action for each key while nothing is being written and no other key is held. What is
 * pressed in a field, or on a button that Enter presses, is left to it.
 */
export function useKeys(active: boolean, actions: Record<string, () => unknown>): Keys {
  const [on, setOn] = useState(true);
  useEffect(() => setOn(window.localStorage.getItem(setting) !== 'off'), []);

  // No list of dependencies: the actions are those of the latest rendering.
  useEffect(() => {
    if (!active || !on) return;
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (event.key === 'Enter' && isPressed(event.target)) return;
      // Signs as they are, named keys in lower case: "a", "?", "arrowdown".
      const key = event.key.length > 1 ? event.key.toLowerCase() : event.key;
      const act = Object.hasOwn(actions, key) ? actions[key] : undefined;
      // A key that is held moves on, and decides nothing.
      if (event.repeat && !moves.has(key)) return;
      if (!act || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      act();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });

  function turn(next: boolean) {
    window.localStorage.setItem(setting, next ? 'on' : 'off');
    setOn(next);
  }
  return { on, turn, run: (key) => () => actions[key]?.() };
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

function isPressed(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('a, button, summary') !== null;
}
