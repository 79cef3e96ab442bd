import type { ReactNode } from 'react';
import type { Gone, Piece, RedBlock, RedCell, RedItem, RedRow } from '@/domain/redline/redlined';
import { type Addresses, Pieces, Runs, stop } from './lines';

type Props = { open: boolean; addresses: Addresses };
type Whole = Exclude<RedBlock, Gone>;
type Red = RedBlock | RedItem | RedRow;

/** The blocks of one parent with what came, went and moved. `open`: they lie in no change already. */
export function Blocks({ blocks, ...props }: Props & { blocks: RedBlock[] }) {
  return blocks.map((block, index) => {
    const key = `${index}`;
    if (block.kind === 'gone') return <GoneNote key={key} gone={block} />;
    const inside = isOpen(block, props.open);
    return (
      <div key={key} className="block" {...mark(block, props.open)}>
        <Origin red={block} />
        <Content block={block} open={inside} addresses={props.addresses} />
      </div>
    );
  });
}

function Content({ block, ...props }: Props & { block: Whole }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3>
          <Pieces pieces={block.pieces} open={props.open} />
        </h3>
      );
    case 'place':
      return (
        <p className="place">
          <Pieces pieces={promptOf(block)} open={props.open} />
        </p>
      );
    case 'paragraph':
      return (
        <p>
          <Runs {...props} runs={block.runs} />
          <End end={block.end} open={props.open} />
        </p>
      );
    case 'quotation':
      return (
        <blockquote>
          <Blocks {...props} blocks={block.blocks} />
        </blockquote>
      );
    case 'list':
      return <List {...props} list={block} />;
    case 'table':
      return <Table {...props} rows={block.rows} />;
    case 'facts':
      return (
        <dl className="facts">
          {block.rows.map((row) => (
            <div key={`${row.label} ${row.change}`} {...mark(row, props.open)}>
              <dt>{row.label}</dt>
              <dd>
                <Pieces pieces={row.pieces} open={isOpen(row, props.open)} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'endnotes':
      return (
        <ol className="endnotes">
          {block.notes.map((note) => (
            <li key={`${note.article} ${note.paragraph}`} {...mark(note, props.open)}>
              <span>{note.number}.</span>
              <span>
                <Pieces pieces={note.pieces} open={isOpen(note, props.open)} />
              </span>
            </li>
          ))}
        </ol>
      );
  }
}

/** A prompt as the memo shows it, which goes or comes with its words. */
function promptOf(block: Extract<Whole, { kind: 'place' }>): Piece[] {
  const change = block.change === 'moved' ? 'kept' : block.change;
  return [{ change, text: '[To write: ' }, ...block.pieces, { change, text: ']' }];
}

/** A paragraph's end that came with a split, or went when two were joined. */
function End({ end, open }: { end: string; open: boolean }) {
  if (end === 'kept') return null;
  const words = end === 'inserted' ? 'Split here' : 'Joined with the next paragraph';
  return (
    <span {...stop(open)} className="label">
      {end === 'inserted' ? <ins aria-hidden="true">¶</ins> : <del aria-hidden="true">¶</del>}{' '}
      {words}
    </span>
  );
}

function List({ list, ...props }: Props & { list: Extract<Whole, { kind: 'list' }> }) {
  const Tag = list.ordered ? 'ol' : 'ul';
  return (
    <>
      {list.ordered === list.orderedBefore ? null : (
        <p {...stop(props.open)} className="label">
          {list.ordered ? 'Numbered now; it had bullets' : 'Bullets now; it was numbered'}
        </p>
      )}
      <Tag>
        {list.items.map((item, index) => {
          const key = `${index}`;
          return (
            <li key={key} {...mark(item, props.open)}>
              <Item {...props} item={item} />
            </li>
          );
        })}
      </Tag>
    </>
  );
}

function Item({ item, ...props }: Props & { item: RedItem }) {
  if (item.kind === 'gone') return <GoneNote gone={item} />;
  return (
    <>
      <Origin red={item} />
      <Blocks {...props} open={isOpen(item, props.open)} blocks={item.blocks} />
    </>
  );
}

function Table({ rows, ...props }: Props & { rows: RedRow[] }) {
  return (
    // A wide table scrolls by itself, so that the page does not.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section className="table" aria-label="Table" tabIndex={0}>
      <table>
        <tbody>
          {rows.map((row, index) => {
            const key = `${index}`;
            return <Row key={key} {...props} row={row} first={index === 0} />;
          })}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, first, ...props }: Props & { row: RedRow; first: boolean }) {
  if (row.kind === 'gone')
    return (
      <tr>
        <td colSpan={99}>
          <GoneNote gone={row} />
        </td>
      </tr>
    );
  const open = isOpen(row, props.open);
  return (
    <tr {...mark(row, props.open)}>
      {row.cells.map((cell, index) => {
        const Tag = cell.header ? 'th' : 'td';
        const key = `${index}`;
        const scope = cell.header ? (first ? 'col' : 'row') : undefined;
        return (
          <Tag key={key} scope={scope} {...markCell(cell, open)}>
            {index === 0 ? <Origin red={row} /> : null}
            <Blocks {...props} open={isOpen(cell, open)} blocks={cell.blocks} />
          </Tag>
        );
      })}
    </tr>
  );
}

function GoneNote({ gone }: { gone: Gone }) {
  return (
    <p className="label gone">
      <a href={`#move-${gone.move}`}>
        {gone.section === null ? 'Moved within this section' : `Moved to “${gone.section}”`}:{' '}
        {gone.opening}
      </a>
    </p>
  );
}

/** Where a block that moved stood before; and the place that its old one leads to. */
function Origin({ red }: { red: Red }): ReactNode {
  if (red.change !== 'moved') return null;
  return (
    <span className="label" id={`move-${red.move}`}>
      {red.section === null ? 'Moved here within this section' : `Moved here from “${red.section}”`}
    </span>
  );
}

function isOpen({ change }: { change: string }, open: boolean): boolean {
  return open && (change === 'kept' || change === 'moved');
}

function mark({ change }: { change: string }, open: boolean) {
  const changed = change !== 'kept' && change !== 'gone';
  return changed ? { ...stop(open), 'data-fate': change } : {};
}

function markCell(cell: RedCell, open: boolean) {
  if (cell.change !== 'kept') return mark(cell, open);
  return cell.header === cell.headerBefore ? {} : stop(open);
}
