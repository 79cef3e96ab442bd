'use client';

import { useEffect, useRef } from 'react';
import type { Issue } from '@/domain/issue';
import { Button } from '../ui/button';
import type { Keys } from './use-keys';

type Props = { issues: Issue[]; keys: Keys; onClose: () => void };

const rows: [string, string][] = [
  ['j, ↓', 'the next statement'],
  ['k, ↑', 'the one before'],
  ['a', 'accept it as it was found'],
  ['e, Enter', 'correct or edit it'],
  ['x', 'reject it, or open it again'],
  ['n', 'add a statement, of the words selected'],
  ['s, d', 'the speaker is the one in the store, or somebody new'],
  ['u', 'undo'],
  ['Ctrl+Enter', 'keep what is in the form'],
  ['Escape', 'leave the form'],
];

/** The list of keys, and the switch that turns the single ones off. */
export function KeysHelp({ issues, keys, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="keys-title"
      onClose={onClose}
      className="m-auto w-full max-w-lg rounded-xl border border-rule bg-sheet p-6 text-ink backdrop:bg-black/40"
    >
      <h2 id="keys-title" className="mb-3 font-serif text-xl font-semibold">
        Keys
      </h2>
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-y-1">
        {rows.map(([key, words]) => (
          <div key={key} className="contents">
            <dt className="font-semibold">{key}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        {issues.slice(0, 9).map((issue, index) => (
          <div key={issue.id} className="contents">
            <dt className="font-semibold">{index + 1}</dt>
            <dd>“{issue.name}”: agrees, disagrees, both ways, takes no side, off</dd>
          </div>
        ))}
      </dl>
      <label className="mt-4 flex items-center gap-2">
        <input
          type="checkbox"
          checked={keys.on}
          onChange={(event) => keys.turn(event.target.checked)}
          className="size-4 accent-(--color-accent)"
        />
        Single keys are on
      </label>
      <div className="mt-4">
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </div>
    </dialog>
  );
}
