import {
  baseKeymap,
  chainCommands,
  exitCode,
  setBlockType,
  toggleMark,
} from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import {
  ellipsis,
  emDash,
  inputRules,
  smartQuotes,
  wrappingInputRule,
} from 'prosemirror-inputrules';
import type { NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { matrixTable } from '@/domain/assemble/matrix';
import { schema } from '@/domain/document/schema';
import { insertFootnote } from './footnote/commands';
import { sourcesIn } from './sources';

const { nodes, marks } = schema;

const insertBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

/** Turns the block into a subheading, or a subheading back into a paragraph. */
const toggleSubheading: Command = (state, dispatch) => {
  const { type, attrs } = state.selection.$from.parent;
  const wanted = type === nodes.subheading ? nodes.paragraph : nodes.subheading;
  return setBlockType(wanted, { portion: attrs.portion ?? null })(state, dispatch);
};

/** Makes a list of the block, or takes it out of its list. */
function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth -= 1)
      if ($from.node(depth).type === type) return liftListItem(nodes.list_item)(state, dispatch);
    return wrapInList(type)(state, dispatch);
  };
}

/**
 * Sets the positions matrix of the memo's evidence after the block that the caret is in, at the
 * level of the section. Nothing where nobody speaks to an issue.
 */
export const insertMatrix: Command = (state, dispatch) => {
  const { evidence, issues } = sourcesIn(state);
  const { $to } = state.selection;
  const [table] = matrixTable(crypto.randomUUID(), issues, evidence);
  // Depth 1 is the section, depth 2 its blocks.
  if (!table || $to.depth < 2 || $to.node(1).type !== nodes.section) return false;
  dispatch?.(state.tr.insert($to.after(2), schema.nodeFromJSON(table)).scrollIntoView());
  return true;
};

/** The editor's commands, each with its name for people and its keys. */
export const commands = [
  { name: 'Undo', keys: 'Mod-z', run: undo },
  { name: 'Redo', keys: 'Mod-y', run: redo },
  { name: 'Bold', keys: 'Mod-b', run: toggleMark(marks.strong) },
  { name: 'Italic', keys: 'Mod-i', run: toggleMark(marks.emphasis) },
  { name: 'Subheading', keys: 'Mod-Alt-3', run: toggleSubheading },
  { name: 'Bullet list', keys: 'Mod-Shift-8', run: toggleList(nodes.bullet_list) },
  { name: 'Numbered list', keys: 'Mod-Shift-7', run: toggleList(nodes.ordered_list) },
  { name: 'Footnote', keys: 'Mod-Alt-f', run: insertFootnote },
] as const satisfies { name: string; keys: string; run: Command }[];

/** Keys that act in the text without a button of their own. */
export const textKeys: Record<string, Command> = {
  ...Object.fromEntries(commands.map(({ keys, run }) => [keys, run])),
  'Mod-Shift-z': redo,
  'Shift-Enter': insertBreak,
  Enter: chainCommands(splitListItem(nodes.list_item), baseKeymap.Enter as Command),
  'Mod-]': sinkListItem(nodes.list_item),
  'Mod-[': liftListItem(nodes.list_item),
};

/** Quotation marks, dashes and ellipses as print has them, and lists begun by "- " or "1. ". */
export function typing(): Plugin {
  return inputRules({
    rules: [
      ...smartQuotes,
      ellipsis,
      emDash,
      wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
      wrappingInputRule(/^1\.\s$/, nodes.ordered_list),
    ],
  });
}
