'use client';

import { ChevronDown, ChevronUp, GripVertical, Trash2 } from 'lucide-react';
import { type DragEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { moveItem } from '@/domain/template/edit';

type Item = { name: string };

type Props<Each extends Item> = {
  items: Each[];
  /** What an item is called now. */
  call: (item: Each) => string;
  /** The item in a few words, beside what it is called. */
  sum: (item: Each) => string;
  onChange: (items: Each[]) => void;
  /** The form of one item, shown when it is opened. */
  children: (item: Each, change: (part: Partial<Each>) => void) => ReactNode;
};

type Press = { name: string; to: 'up' | 'down' };

/**
 * A list that is put in order by its buttons, by Alt and the arrows, or by dragging; each item opens
 * to its form. The focus goes along with what is moved, and where it is now is announced.
 */
export function Arrange<Each extends Item>(props: Props<Each>) {
  const { items, call, sum, onChange, children } = props;
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<Press | null>(null);
  const [told, setTold] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);

  // The browser lets go of what it moves; the next press is meant for it again.
  useLayoutEffect(() => {
    if (!pressed.current) return;
    const { name, to } = pressed.current;
    pressed.current = null;
    const row = list.current?.querySelector(`[data-name="${name}"]`);
    const other = to === 'up' ? 'down' : 'up';
    const button =
      row?.querySelector<HTMLButtonElement>(`[data-move="${to}"]:not(:disabled)`) ??
      row?.querySelector<HTMLButtonElement>(`[data-move="${other}"]`);
    button?.focus();
  });

  const move = (from: number, to: number) => {
    const item = items[from];
    if (!item || to < 0 || to >= items.length) return;
    onChange(moveItem(items, from, to));
    setTold(`“${call(item)}” is now ${to + 1} of ${items.length}.`);
  };
  const step = (index: number, to: 'up' | 'down') => {
    const item = items[index];
    if (item) pressed.current = { name: item.name, to };
    move(index, index + (to === 'up' ? -1 : 1));
  };
  const remove = (index: number) => {
    const item = items[index];
    onChange(items.filter((_, at) => at !== index));
    if (item) setTold(`“${call(item)}” is taken out.`);
  };
  const over = (event: DragEvent, index: number) => {
    if (dragged === null) return;
    event.preventDefault();
    const from = items.findIndex(({ name }) => name === dragged);
    if (from !== index && from >= 0) move(from, index);
  };

  return (
    <>
      <ol ref={list} className="grid gap-2">
        {items.map((item, index) => (
          <li
            key={item.name}
            data-name={item.name}
            className={`rounded-md border bg-sheet ${dragged === item.name ? 'border-accent' : 'border-rule'}`}
            onDragOver={(event) => over(event, index)}
            onDrop={(event) => event.preventDefault()}
          >
            <div className="flex items-start gap-1 py-1 pr-1 pl-2">
              <span
                draggable
                title="Drag to put it elsewhere"
                aria-hidden="true"
                className="mt-3 cursor-grab text-quiet max-sm:hidden"
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', call(item));
                  setDragged(item.name);
                }}
                onDragEnd={() => setDragged(null)}
              >
                <GripVertical size={18} />
              </span>
              <details className="min-w-0 flex-1">
                {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button of the browser's own. */}
                <summary
                  className="cursor-pointer rounded px-1 py-2.5"
                  onKeyDown={(event) => {
                    if (!event.altKey || !/^Arrow(Up|Down)$/.test(event.key)) return;
                    event.preventDefault();
                    move(index, index + (event.key === 'ArrowUp' ? -1 : 1));
                  }}
                >
                  <span className="font-semibold font-serif">{call(item) || '…'}</span>{' '}
                  <span className="text-quiet text-sm">· {sum(item)}</span>
                </summary>
                <div className="grid gap-4 px-1 pt-2 pb-4">
                  {children(item, (part) =>
                    onChange(items.map((each) => (each === item ? { ...each, ...part } : each))),
                  )}
                </div>
              </details>
              <Tool
                label={`Move “${call(item)}” up`}
                move="up"
                disabled={index === 0}
                onClick={() => step(index, 'up')}
              >
                <ChevronUp size={18} />
              </Tool>
              <Tool
                label={`Move “${call(item)}” down`}
                move="down"
                disabled={index === items.length - 1}
                onClick={() => step(index, 'down')}
              >
                <ChevronDown size={18} />
              </Tool>
              <Tool label={`Take out “${call(item)}”`} onClick={() => remove(index)}>
                <Trash2 size={17} />
              </Tool>
            </div>
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  );
}

function Tool(props: {
  label: string;
  move?: 'up' | 'down';
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      data-move={props.move}
      disabled={props.disabled}
      onClick={props.onClick}
      className="grid min-h-11 min-w-9 cursor-pointer place-items-center rounded text-quiet hover:bg-wash hover:text-accent disabled:cursor-default disabled:opacity-30 disabled:hover:bg-transparent"
    >
      <span aria-hidden="true">{props.children}</span>
    </button>
  );
}
