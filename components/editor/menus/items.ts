import { wrapIn } from 'prosemirror-commands';
import type { Command, EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { naturalPlacing } from '@/domain/assemble/placing';
import { schema } from '@/domain/document/schema';
import { groupEvidence } from '@/domain/evidence-list';
import { markingSchemes } from '@/domain/marking';
import { commands, insertMatrix } from '../commands';
import { placeLine } from '../drawer/place';
import { markChosen } from '../portion/commands';
import { sourcesIn } from '../sources';
import { addColumn, addRow, insertTable, removeRow } from './table';

/** One choice of a menu; `note` says more of it. */
export type MenuItem = { name: string; note: string; run: (view: EditorView) => void };

/** How many choices a menu offers at most. */
const most = 13;

type Offer = { name: string; note: string; command: Command };

const offers: Offer[] = [
  ...commands
    .filter(({ name }) => /Subheading|list|Footnote/.test(name))
    .map(({ name, keys, run }) => ({ name, note: keys.replace('Mod', 'Ctrl'), command: run })),
  { name: 'Quotation', note: 'A block of its own', command: wrapIn(schema.nodes.quotation) },
  { name: 'Table', note: 'Three columns and a head', command: insertTable },
  { name: 'Row below', note: 'In this table', command: addRow },
  { name: 'Column to the right', note: 'In this table', command: addColumn },
  { name: 'Remove this row', note: 'From this table', command: removeRow },
  { name: 'Positions matrix', note: 'Who stands where', command: insertMatrix },
];

/** Found by name alone: they would fill the menu. */
const portions: Offer[] = [
  ...markingSchemes.flatMap((scheme) =>
    scheme.marks.map((mark) => ({
      name: `Portion mark (${mark})`,
      note: scheme.name,
      command: markChosen(mark),
    })),
  ),
  { name: 'No portion mark', note: 'Takes it away', command: markChosen(null) },
];

/** The blocks and commands that can be had where the caret is and whose names have the query. */
export function blockItems(state: EditorState, query: string, onEvidence: () => void): MenuItem[] {
  const evidence = { name: 'Evidence', note: 'Ctrl-Shift-E', run: onEvidence };
  const all = query.trim() === '' ? offers : [...offers, ...portions];
  const possible = all.filter(({ command }) => command(state));
  const items = possible.map(({ name, note, command }) => ({
    name,
    note,
    run: (view: EditorView) => void command(view.state, view.dispatch.bind(view), view),
  }));
  return [...items, evidence].filter(({ name }) => hasAll(name, query)).slice(0, most);
}

/** The experts of the evidence to be named, and their statements to be placed. */
export function speakerItems(state: EditorState, query: string): MenuItem[] {
  const groups = groupEvidence(sourcesIn(state), 'expert', query);
  const names = groups
    .filter(({ name }) => hasAll(name, query))
    .map(({ name, note }) => ({
      name,
      note: note || 'Name',
      run: (view: EditorView) => view.dispatch(view.state.tr.insertText(name).scrollIntoView()),
    }));
  const statements = groups.flatMap(({ lines }) =>
    lines.map((line) => ({
      name: line.words,
      note: `${line.speakers}, ¶ ${line.paragraphs.join(', ')}`,
      run: (view: EditorView) => {
        const transaction = placeLine(view.state, naturalPlacing(line.assessment), line);
        if (transaction) view.dispatch(transaction);
      },
    })),
  );
  return [...names.slice(0, most / 2), ...statements].slice(0, most);
}

function hasAll(name: string, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => name.toLowerCase().includes(word));
}
