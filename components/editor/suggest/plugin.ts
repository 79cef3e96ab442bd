import { keymap } from 'prosemirror-keymap';
import { Fragment, type Node, Slice } from 'prosemirror-model';
import { type Command, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { type Part, type Suggestion, suggestionsIn } from '@/domain/document/suggestions';
import { settleHere, step, suggestionAt, suggestionKeys } from './commands';

/** What is done to a stretch, as its title says it. */
const partNames: Record<Part['kind'], string> = {
  insertion: 'Put in',
  inserted: 'Put in',
  deletion: 'Taken out',
  deleted: 'Taken out',
  modification: 'Formatted',
  split: 'Parted here',
  joined: 'To be joined with the paragraph before',
};

type Shown = { set: DecorationSet; here: string | null };

/**
 * Shows suggestions, tells the page of them, and keeps their keys. What is copied or dragged goes
 * as if every suggestion in it were accepted, and what is pasted brings none along. `only` is the
 * account of one who may only suggest, and settles no suggestion but takes back their own.
 */
export function suggestions(
  onChange: (all: readonly Suggestion[], here: string | null) => void,
  only: string | null,
): Plugin[] {
  const plugin: Plugin<Shown> = new Plugin<Shown>({
    state: {
      init: (_config, state) => ({ set: decorate(state.doc, null), here: null }),
      apply(transaction, shown, _before, state) {
        if (!transaction.docChanged && !transaction.selectionSet) return shown;
        const here = suggestionAt(state)?.id ?? null;
        if (!transaction.docChanged && here === shown.here) return shown;
        return { set: decorate(state.doc, here), here };
      },
    },
    props: {
      decorations: (state) => plugin.getState(state)?.set,
      transformCopied: (slice) => cleaned(slice, true),
      transformPasted: (slice) => cleaned(slice, false),
    },
    view(view) {
      let told: [readonly Suggestion[], string | null] = [[], null];
      const tell = () => {
        const all = suggestionsIn(view.state.doc);
        const here = plugin.getState(view.state)?.here ?? null;
        const isSame = all.length + told[0].length === 0 || all === told[0];
        if (isSame && here === told[1]) return;
        told = [all, here];
        onChange(all, here);
      };
      tell();
      return { update: tell };
    },
  });
  return [plugin, keymap(keysFor(only))];
}

const keysFor = (only: string | null): Record<string, Command> => ({
  [suggestionKeys.next]: step(1),
  [suggestionKeys.previous]: step(-1),
  [suggestionKeys.accept]: settleHere('accept', only),
  [suggestionKeys.reject]: settleHere('reject', only),
});

/** “Edith Editor, 24 Nov 2026, 11:20”. */
export function signatureOf({ author, at }: Suggestion): string {
  return `${author}, ${new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}`;
}

function decorate(doc: Node, here: string | null): DecorationSet {
  const decorations = suggestionsIn(doc).flatMap((suggestion) => {
    const signature = signatureOf(suggestion);
    const isMove = suggestion.kind === 'moved';
    return suggestion.parts.map((part) => {
      const isInline = /^(insertion|deletion|modification)$/.test(part.kind);
      const attributes = {
        class: `suggested${isMove ? ' suggested-move' : ''}${suggestion.id === here ? ' suggested-here' : ''}`,
        ...(isInline ? {} : { [`data-${part.kind}`]: '' }),
        title: `${isMove ? 'Moved' : partNames[part.kind]} by ${signature}`,
      };
      return isInline
        ? Decoration.inline(part.from, part.to, attributes)
        : Decoration.node(part.from, part.to, attributes);
    });
  });
  return DecorationSet.create(doc, decorations);
}

/** A slice without a trace of suggestions; what is struck is left out of it, if `isCopied`. */
function cleaned(slice: Slice, isCopied: boolean): Slice {
  const clean = (nodes: Fragment): Fragment =>
    Fragment.fromArray(
      nodes.content.flatMap((node) => {
        const isStruck = node.marks.some((mark) => mark.type.name === 'deletion');
        if (isCopied && (isStruck || node.attrs.deleted)) return [];
        const marks = node.marks.filter((mark) => mark.type.spec.group !== 'suggestion');
        if (node.isText) return [node.mark(marks)];
        const bare = { inserted: null, deleted: null, split: null, joined: null };
        const attrs = 'inserted' in node.attrs ? { ...node.attrs, ...bare } : node.attrs;
        return [node.type.create(attrs, clean(node.content), marks)];
      }),
    );
  const content = clean(slice.content);
  const max = Slice.maxOpen(content);
  return new Slice(
    content,
    Math.min(slice.openStart, max.openStart),
    Math.min(slice.openEnd, max.openEnd),
  );
}
