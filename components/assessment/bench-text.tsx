'use client';

import { type PointerEvent, useEffect, useRef } from 'react';
import type { Article, Paragraph } from '@/domain/article';
import type { Chosen } from '@/domain/span';
import { nearestEdge } from '@/domain/words';
import { type Item, segmentsOf } from '@/domain/workbench';
import { offsetAt } from './selection';

type Props = {
  article: Article;
  items: Item[];
  selected: string | null;
  /** The spans being edited, which get handles at their ends; null while none are. */
  draft: Chosen[] | null;
  onSelect: (key: string) => void;
  onDraft: (spans: Chosen[]) => void;
};

/**
 * The article's numbered paragraphs with every statement marked where it stands. A click on a mark
 * selects its statement; while one is edited, the ends of its spans can be dragged.
 */
export function BenchText({ article, items, selected, draft, onSelect, onDraft }: Props) {
  const body = article.paragraphs.filter((paragraph) => paragraph.number !== null);
  const shown = items.filter((item) => item.state !== 'rejected' || item.key === selected);
  const marked = draft ? withDraft(shown, selected, draft) : shown;
  return (
    <ol className="grid gap-4">
      {body.map((paragraph) => (
        <li
          key={paragraph.id}
          id={`p${paragraph.number}`}
          className="grid scroll-mt-6 grid-cols-[2.2rem_minmax(0,1fr)]"
        >
          <span className="pt-0.5 text-sm text-quiet">
            <span className="sr-only">Paragraph </span>
            {paragraph.number}
          </span>
          <ParagraphText
            paragraph={paragraph}
            items={marked}
            selected={selected ?? (draft ? draftKey : null)}
            draft={draft}
            onSelect={onSelect}
            onDraft={onDraft}
          />
        </li>
      ))}
    </ol>
  );
}

const draftKey = 'draft';

/** The edited statement's spans as they are being drawn, in place of those that are stored. */
function withDraft(items: Item[], selected: string | null, draft: Chosen[]): Item[] {
  const spans = draft.map((each) => ({ ...each, text: '', quoted: false }));
  if (selected && items.some((item) => item.key === selected))
    return items.map((item) => (item.key === selected ? { ...item, spans } : item));
  return [
    ...items,
    { key: draftKey, state: 'added', proposal: null, assessment: null, spans } satisfies Item,
  ];
}

const looks = {
  open: 'decoration-dashed decoration-accent',
  accepted: 'decoration-good',
  corrected: 'decoration-good',
  added: 'decoration-good',
  rejected: 'decoration-transparent',
};

type PartProps = Omit<Props, 'article'> & { paragraph: Paragraph };

function ParagraphText({ paragraph, items, selected, draft, onSelect, onDraft }: PartProps) {
  const here = items.filter((i) => i.spans.some((span) => span.paragraphId === paragraph.id));
  const handles = (draft ?? [])
    .map((span, index) => ({ ...span, index }))
    .filter((span) => span.paragraphId === paragraph.id);
  const stops = handles.flatMap(({ start, end, index }) => [
    { at: start, edge: 'start' as const, index },
    { at: end, edge: 'end' as const, index },
  ]);
  const handleAt = (at: number, edge: 'start' | 'end') =>
    stops
      .filter((stop) => stop.at === at && stop.edge === edge)
      .map((stop) => (
        <Handle
          key={`${stop.index} ${edge}`}
          edge={edge}
          paragraph={paragraph}
          onMove={(to) =>
            onDraft(
              (draft ?? []).map((span, index) =>
                index === stop.index ? moveEdge(span, edge, to) : span,
              ),
            )
          }
        />
      ));
  return (
    <p data-paragraph={paragraph.id} className="font-serif text-[1.09rem] leading-relaxed">
      {segmentsOf(paragraph, here).map(({ start, end, keys }) => {
        const words = paragraph.text.slice(start, end);
        const key = keys.find((each) => each === selected) ?? keys[0];
        const item = here.find((each) => each.key === key);
        return (
          <span key={start}>
            {handleAt(start, 'start')}
            {item ? (
              <mark
                data-key={item.key}
                data-selected={item.key === selected || undefined}
                onPointerUp={() => choose(() => onSelect(item.key))}
                className={`cursor-pointer rounded-sm bg-transparent text-ink underline decoration-1 underline-offset-4 data-selected:bg-lit data-selected:decoration-2 ${looks[item.state]}`}
              >
                {words}
              </mark>
            ) : (
              words
            )}
            {handleAt(end, 'end')}
          </span>
        );
      })}
    </p>
  );
}

/** A press that ends a selection of words does not choose the mark. Keys go by the list beside it. */
function choose(select: () => void) {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed) select();
}

function moveEdge(span: Chosen, edge: 'start' | 'end', to: number): Chosen {
  if (edge === 'start') return { ...span, start: Math.min(to, span.end - 1) };
  return { ...span, end: Math.max(to, span.start + 1) };
}

type HandleProps = {
  edge: 'start' | 'end';
  paragraph: Paragraph;
  onMove: (to: number) => void;
};

/** The end of a span, to drag; it catches at words, and at letters while Alt is held. */
function Handle({ edge, paragraph, onMove }: HandleProps) {
  const moved = useRef(onMove);
  useEffect(() => {
    moved.current = onMove;
  });

  /** Followed on the whole page: the handle itself is set anew wherever the words end meanwhile. */
  function drag(event: PointerEvent<HTMLSpanElement>) {
    event.preventDefault();
    const move = ({ clientX, clientY, altKey }: globalThis.PointerEvent) => {
      const at = offsetAt(clientX, clientY, paragraph.id);
      if (at !== null) moved.current(altKey ? at : nearestEdge(paragraph.text, at, edge));
    };
    const ended = new AbortController();
    const { signal } = ended;
    document.addEventListener('pointermove', move, { signal });
    for (const end of ['pointerup', 'pointercancel'] as const)
      document.addEventListener(end, () => ended.abort(), { signal });
  }
  return (
    <span
      aria-hidden="true"
      data-handle={edge}
      onPointerDown={drag}
      className="relative inline-block h-[1.1em] w-0 cursor-ew-resize touch-none select-none align-text-bottom before:absolute before:inset-y-[-0.15em] data-[handle=start]:before:-left-1 data-[handle=end]:before:left-0 before:w-1 before:rounded-full before:bg-accent after:absolute after:-inset-y-2 after:-left-3 after:w-6"
    />
  );
}
