import type { Node } from 'prosemirror-model';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';
import { schema } from '@/domain/document/schema';

const { nodes } = schema;

function cell(type = nodes.table_cell): Node {
  return type.create(null, nodes.paragraph.create());
}

function row(columns: number, type = nodes.table_cell): Node {
  return nodes.table_row.create(
    null,
    Array.from({ length: columns }, () => cell(type)),
  );
}

/** Sets a table of three columns, with a head, after the block that the caret is in. */
export const insertTable: Command = (state, dispatch) => {
  const { $to } = state.selection;
  // Depth 1 is the section, depth 2 its blocks.
  if ($to.depth < 2 || $to.node(1).type !== nodes.section) return false;
  const at = $to.after(2);
  const table = nodes.table.create(null, [row(3, nodes.table_header), row(3), row(3)]);
  const transaction = state.tr.insert(at, table);
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(at + 1)));
  dispatch?.(transaction.scrollIntoView());
  return true;
};

/** Where the caret is in a table: its depth there, and which row and cell. */
function tableAt({ selection }: EditorState) {
  const { $head } = selection;
  for (let depth = $head.depth; depth > 2; depth -= 1)
    if ($head.node(depth).type === nodes.table_row) {
      const [table, start] = [$head.node(depth - 1), $head.before(depth - 1)];
      return { $head, depth, table, start, row: $head.index(depth - 1), cell: $head.index(depth) };
    }
  return null;
}

/** Adds a row below the caret's. */
export const addRow: Command = (state, dispatch) => {
  const found = tableAt(state);
  if (!found) return false;
  const { $head, depth } = found;
  dispatch?.(state.tr.insert($head.after(depth), row($head.node(depth).childCount)));
  return true;
};

/** Adds a column to the right of the caret's. */
export const addColumn: Command = (state, dispatch) => {
  const found = tableAt(state);
  if (!found) return false;
  const transaction = state.tr;
  found.table.forEach((line, offset) => {
    let at = found.start + 1 + offset + 1;
    for (let n = 0; n <= found.cell && n < line.childCount; n += 1) at += line.child(n).nodeSize;
    transaction.insert(transaction.mapping.map(at), cell(line.firstChild?.type));
  });
  dispatch?.(transaction);
  return true;
};

/** Takes out the caret's row; with the last one the table goes. */
export const removeRow: Command = (state, dispatch) => {
  const found = tableAt(state);
  if (!found) return false;
  const { $head, depth, table, start } = found;
  const [from, to] =
    table.childCount === 1
      ? [start, start + table.nodeSize]
      : [$head.before(depth), $head.after(depth)];
  dispatch?.(state.tr.delete(from, to));
  return true;
};

/** Goes to the next cell, or the one before; behind the last it adds a row. False outside a table. */
export function goToCell(by: 1 | -1): Command {
  return (state, dispatch, view) => {
    const found = tableAt(state);
    if (!found) return false;
    const cells: number[] = [];
    let here = 0;
    found.table.forEach((line, offset, n) => {
      line.forEach((_cell, inner, m) => {
        if (n === found.row && m === found.cell) here = cells.length;
        cells.push(found.start + 1 + offset + 1 + inner + 1);
      });
    });
    const next = cells[here + by];
    if (next === undefined && by < 0) return false;
    if (next === undefined) {
      addRow(state, dispatch);
      return view ? goToCell(1)(view.state, dispatch, view) : true;
    }
    const selection = TextSelection.near(state.doc.resolve(next));
    dispatch?.(state.tr.setSelection(selection).scrollIntoView());
    return true;
  };
}
