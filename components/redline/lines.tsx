import type { ReactNode } from 'react';
import { groupChanges } from '@/domain/redline/count';
import type { Piece, RedRun } from '@/domain/redline/redlined';

/** Addresses of articles by version id, for citations to lead to. */
export type Addresses = Record<string, string>;

/** A stop for the reader who goes from change to change. `open` says that it is not in one already. */
export function stop(open: boolean) {
  return open ? { 'data-change': '', tabIndex: -1 } : {};
}

/** A plain text with what came and went in it. */
export function Pieces({ pieces, open }: { pieces: Piece[]; open: boolean }) {
  return groupChanges(pieces).map(({ changed, parts }, index) => {
    const key = `${index}`;
    return (
      <Group key={key} changed={changed} open={open}>
        {joinPieces(parts).map((piece) => (
          <Changed key={piece.change} change={piece.change}>
            {piece.text}
          </Changed>
        ))}
      </Group>
    );
  });
}

/** In a group each kind of change stands once. */
function joinPieces(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.change === piece.change) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

/** A line with what came, went and looks otherwise in it. */
export function Runs({
  runs,
  open,
  addresses,
}: {
  runs: RedRun[];
  open: boolean;
  addresses: Addresses;
}) {
  return groupChanges(runs).map(({ changed, parts }, index) => {
    const group = `${index}`;
    return (
      <Group key={group} changed={changed} open={open}>
        {parts.map((run, at) => {
          const key = `${at}`;
          return (
            <Changed key={key} change={run.change}>
              <OneRun run={run} open={open && !changed} addresses={addresses} />
            </Changed>
          );
        })}
      </Group>
    );
  });
}

function Group({
  changed,
  open,
  children,
}: {
  changed: boolean;
  open: boolean;
  children: ReactNode;
}) {
  return changed ? <span {...stop(open)}>{children}</span> : children;
}

function Changed({ change, children }: { change: RedRun['change']; children: ReactNode }) {
  if (change === 'inserted') return <ins>{children}</ins>;
  if (change === 'deleted') return <del>{children}</del>;
  if (change === 'formatted') return <span className="formatted">{children}</span>;
  return children;
}

function OneRun({ run, open, addresses }: { run: RedRun; open: boolean; addresses: Addresses }) {
  switch (run.kind) {
    case 'break':
      return <br />;
    case 'quote':
      return (
        <q>
          “
          {run.change === 'kept' ? (
            <Pieces pieces={run.pieces} open={open} />
          ) : (
            run.pieces.map((piece) => piece.text).join('')
          )}
          ”
        </q>
      );
    case 'footnote':
      return (
        <span className="footnote">
          <sup>{run.letter}</sup>[
          {run.change === 'kept' ? (
            <Pieces pieces={run.pieces} open={open} />
          ) : (
            run.pieces.map((piece) => piece.text).join('')
          )}
          ]
        </span>
      );
    case 'citation':
      return (
        <sup>
          <a
            href={`${addresses[run.article] ?? ''}#p${run.paragraph}`}
            aria-label={`Source ${run.note}: paragraph ${run.paragraph}`}
          >
            {run.note}
          </a>
        </sup>
      );
    default: {
      const words = run.emphasis ? <em>{run.text}</em> : run.text;
      return run.strong ? <strong>{words}</strong> : words;
    }
  }
}
