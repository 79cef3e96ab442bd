import { footnotesOf } from '@/domain/document/footnotes';
import type { Block, Cell, Printed, Run } from '@/domain/document/print';

type Props = {
  printed: Printed;
  /** Addresses of articles by version id, for citations to lead to. */
  addresses: Record<string, string>;
  /** States of unsound quotes, by the words and assessment they carry. */
  states: Record<string, string>;
};

/** The memo as it is set, to be read and printed: the same words in the same order as the PDF. */
export function MemoPage(props: Props) {
  const { printed } = props;
  return (
    <article className="memo" lang={printed.language}>
      {printed.marking ? <p className="marking">{printed.marking}</p> : null}
      <header>
        <p className="form">{printed.form}</p>
        <h1>{printed.title}</h1>
        <div className="fields">
          {printed.fields.map((field) => (
            <div key={field.name} className="field">
              <span className="label">{field.label}</span>
              <span className="value">{field.value}</span>
            </div>
          ))}
        </div>
      </header>
      {printed.sections.map((section) => (
        <section key={section.id} aria-labelledby={`h-${section.id}`}>
          <h2 id={`h-${section.id}`}>{section.heading}</h2>
          <Blocks {...props} blocks={section.blocks} />
          <Footnotes blocks={section.blocks} />
        </section>
      ))}
      {printed.marking ? <p className="marking">{printed.marking}</p> : null}
    </article>
  );
}

/** The remarks made in a section, under it; each leads back to where it was made. */
function Footnotes({ blocks }: { blocks: Block[] }) {
  const notes = footnotesOf(blocks);
  if (notes.length === 0) return null;
  return (
    <ol className="footnotes">
      {notes.map(({ letter, text }) => (
        <li key={letter} id={`footnote-${letter}`}>
          <a href={`#at-footnote-${letter}`} aria-label={`Back to footnote ${letter} in the text`}>
            {letter}.
          </a>
          <span>{text}</span>
        </li>
      ))}
    </ol>
  );
}

function Blocks({ blocks, ...props }: Props & { blocks: Block[] }) {
  return blocks.map((block) => <OneBlock key={block.id} {...props} block={block} />);
}

function OneBlock({ block, ...props }: Props & { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3 id={block.id}>{block.text}</h3>;
    case 'paragraph':
      return (
        <p id={block.id}>
          <Numeral number={block.number} />
          <Runs {...props} runs={block.runs} />
        </p>
      );
    case 'place':
      return <p className="place">[To write: {block.prompt}]</p>;
    case 'quotation':
      return (
        <blockquote>
          <Blocks {...props} blocks={block.blocks} />
        </blockquote>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      const items = block.items.map((item) => (
        <li key={item[0]?.id}>
          <Blocks {...props} blocks={item} />
        </li>
      ));
      return <List>{items}</List>;
    }
    case 'table':
      return <Table {...props} rows={block.rows} />;
    case 'facts':
      return (
        <dl className="facts">
          {block.rows.map((row) => (
            <div key={row.label}>
              <dt>{row.label}</dt>
              <dd>{row.text}</dd>
            </div>
          ))}
        </dl>
      );
    case 'endnotes':
      return (
        <ol className="endnotes">
          {block.notes.map((note) => (
            <li key={note.number} id={`note-${note.number}`}>
              <span>{note.number}.</span>
              <span>{note.text}</span>
            </li>
          ))}
        </ol>
      );
  }
}

function Numeral({ number }: { number: number | undefined }) {
  return number === undefined ? null : <span className="number">{number}. </span>;
}

function Table({ rows, ...props }: Props & { rows: Cell[][] }) {
  const set = (cell: Cell) => <Blocks {...props} blocks={cell.blocks} />;
  const key = (cell: Cell, index: number) => cell.blocks[0]?.id ?? `${index}`;
  const [head, ...body] = rows;
  return (
    // A wide table scrolls by itself, so that the page does not.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section className="table" aria-label="Table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head?.map((cell, index) => (
              <th key={key(cell, index)} scope="col">
                {set(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, at) => (
            <tr key={row[0] ? key(row[0], at) : at}>
              {row.map((cell, index) =>
                cell.header ? (
                  <th key={key(cell, index)} scope="row">
                    {set(cell)}
                  </th>
                ) : (
                  <td key={key(cell, index)}>{set(cell)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Runs({ runs, addresses, states }: Props & { runs: Run[] }) {
  return runs.map((run, index) => {
    const key = `${index}`;
    switch (run.kind) {
      case 'break':
        return <br key={key} />;
      case 'quote':
        return (
          <q key={key} data-state={states[`${run.assessment} ${run.text}`]}>
            “{run.text}”
          </q>
        );
      case 'footnote':
        return (
          <sup key={key} id={`at-footnote-${run.letter}`}>
            <a href={`#footnote-${run.letter}`} aria-label={`Footnote ${run.letter}`}>
              {run.letter}
            </a>
          </sup>
        );
      case 'citation':
        return (
          <sup key={key}>
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
        return run.strong ? <strong key={key}>{words}</strong> : <span key={key}>{words}</span>;
      }
    }
  });
}
