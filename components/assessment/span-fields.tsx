'use client';

import type { Article } from '@/domain/article';
import type { Chosen } from '@/domain/span';
import { nextEdge } from '@/domain/words';
import { Button } from '../ui/button';
import { selectedWords } from './selection';

type Props = { article: Article; spans: Chosen[]; onChange: (spans: Chosen[]) => void };

/**
 * The words of a statement: the ends of each stretch moved word by word (or dragged in the
 * article), stretches added from what is selected there or from a whole paragraph, or taken out.
 */
export function SpanFields({ article, spans, onChange }: Props) {
  const body = article.paragraphs.filter((paragraph) => paragraph.number !== null);
  const swap = (index: number, span: Chosen) =>
    onChange(spans.map((each, at) => (at === index ? span : each)));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">Words</legend>
      <ol className="grid grid-cols-1 gap-2">
        {spans.map((span, index) => {
          const paragraph = body.find((each) => each.id === span.paragraphId);
          if (!paragraph) return null;
          const { text } = paragraph;
          const move = (edge: 'start' | 'end', step: 1 | -1) => {
            const to = nextEdge(text, span[edge], step, edge);
            const moved = { ...span, [edge]: to };
            if (moved.end > moved.start) swap(index, moved);
          };
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is known by its place alone.
              key={index}
              className="rounded-md border border-rule px-3 py-2"
            >
              <p className="font-serif">
                <span className="mr-2 font-sans text-sm text-quiet">¶ {paragraph.number}</span>
                {text.slice(span.start, span.end)}
              </p>
              <div className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
                <Mover name="Beginning" onMove={(step) => move('start', step)} />
                <Mover name="End" onMove={(step) => move('end', step)} />
                {spans.length > 1 ? (
                  <button
                    type="button"
                    className="ml-auto cursor-pointer px-2 text-accent hover:underline"
                    onClick={() => onChange(spans.filter((_, at) => at !== index))}
                  >
                    Take out
                  </button>
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button
          // The selection has to live until the click.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChange([...spans, ...selectedWords()])}
        >
          Add the words selected in the article
        </Button>
        <select
          aria-label="Add a whole paragraph"
          value=""
          onChange={(event) => {
            const chosen = body.find((each) => each.id === event.target.value);
            if (chosen)
              onChange([...spans, { paragraphId: chosen.id, start: 0, end: chosen.text.length }]);
          }}
          className="min-h-11 w-60 max-w-full rounded-md border border-rule bg-sheet px-3"
        >
          <option value="">Add a whole paragraph …</option>
          {body.map((paragraph) => (
            <option key={paragraph.id} value={paragraph.id}>
              ¶ {paragraph.number} {paragraph.text.slice(0, 60)}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  );
}

function Mover({ name, onMove }: { name: string; onMove: (step: 1 | -1) => void }) {
  const look =
    'inline-grid size-8 cursor-pointer place-items-center rounded border border-rule hover:border-accent';
  return (
    <span className="flex items-center gap-1">
      {name}
      <button
        type="button"
        className={look}
        aria-label={`${name} a word earlier`}
        onClick={() => onMove(-1)}
      >
        ←
      </button>
      <button
        type="button"
        className={look}
        aria-label={`${name} a word later`}
        onClick={() => onMove(1)}
      >
        →
      </button>
    </span>
  );
}
