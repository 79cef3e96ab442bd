import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin } from 'prosemirror-state';
import { Transform } from 'prosemirror-transform';
import { Decoration, DecorationSet, type NodeView } from 'prosemirror-view';
import type { Evidence } from '@/domain/assessment';
import { footnotesIn } from '@/domain/document/footnotes';
import type { Block } from '@/domain/document/print';
import { setMemo } from '@/domain/document/set';
import { settle, withoutSuggestions, withSuggestions } from '@/domain/document/settle';
import { numberCitations, type PlacedQuote, quotesIn, typedQuotesIn } from '@/domain/document/walk';
import { type QuoteStanding, type Verifier, verifyQuote } from '@/domain/verify';
import { sourcesIn } from './sources';
import { verifierIn } from './verifier';

type Check = (quote: PlacedQuote) => QuoteStanding | null;

/** Checks quotes as they are typed; one that was checked before is not checked again. */
function checker(verifier: Verifier): Check {
  const known = new Map<string, QuoteStanding | null>();
  return (quote) => {
    const key = `${quote.assessment} ${quote.text}`;
    if (!known.has(key)) known.set(key, verifyQuote(quote, verifier));
    return known.get(key) ?? null;
  };
}

/** What is shown of a text, and the evidence that it was checked against. */
type Shown = { evidence: Evidence; check: Check; decorations: DecorationSet };

function show(state: EditorState, known?: Shown): Shown {
  const { evidence } = sourcesIn(state);
  const check = known?.evidence === evidence ? known.check : checker(verifierIn(state));
  return { evidence, check, decorations: decorate(state.doc, check) };
}

/** Told what is wrong with the quotes: as the text is, and what more would be if all were accepted. */
export type OnFaults = (faults: string[], suggested: string[]) => void;

/**
 * What surrounds the text while it is written: citation numbers and footnotes' letters, the state of each quote, prompts
 * in places still to write, and the endnotes and source summary, worked out anew at each change of
 * the text or of what it may rest on.
 */
export function apparatus(onFaults: OnFaults): Plugin {
  const derived = new Set<DerivedView>();
  const plugin: Plugin<Shown> = new Plugin<Shown>({
    state: {
      init: (_config, state) => show(state),
      apply(transaction, known, _before, state) {
        const isSame = sourcesIn(state).evidence === known.evidence;
        return transaction.docChanged || !isSame ? show(state, known) : known;
      },
    },
    props: {
      decorations: (state) => plugin.getState(state)?.decorations,
      nodeViews: {
        endnotes: (node) => new DerivedView(node, derived),
        source_summary: (node) => new DerivedView(node, derived),
      },
    },
    view: (view) => {
      const refresh = () => {
        const shown = plugin.getState(view.state);
        if (!shown) return;
        const blocks = derivedBlocks(view.state.doc, shown.evidence);
        for (const each of derived) each.show(blocks.get(each.id));
        onFaults(...faultsIn(view.state.doc, shown.check));
      };
      refresh();
      return {
        update(_view, before) {
          if (plugin.getState(before) !== plugin.getState(view.state)) refresh();
        },
      };
    },
  });
  return plugin;
}

function allQuotes(document: Node): PlacedQuote[] {
  return [...quotesIn(document), ...typedQuotesIn(document)];
}

/** The text as it would be with every suggestion accepted, and as it is without them. */
function bothTexts(document: Node): Transform[] {
  const accepted = settle(new Transform(document), () => 'accept');
  if (accepted.doc === document) return [accepted];
  return [accepted, settle(new Transform(document), () => 'reject')];
}

function faultsIn(document: Node, check: Check): [faults: string[], suggested: string[]] {
  const texts = bothTexts(document).map(({ doc }) =>
    allQuotes(doc).flatMap((quote) => check(quote)?.message ?? []),
  );
  const [accepted = [], faults = accepted] = texts;
  return [faults, accepted.filter((each) => !faults.includes(each))];
}

/** Unsound quotes, bound or typed, each with what is wrong with it; and those with marked changes. */
function markQuotes(document: Node, check: Check): Decoration[] {
  return bothTexts(document).flatMap((text) => markQuotesOf(document, text, check));
}

function markQuotesOf(document: Node, { doc, mapping }: Transform, check: Check): Decoration[] {
  const back = mapping.invert();
  return allQuotes(doc).flatMap((quote) => {
    const standing = check(quote);
    if (!standing || standing.state === 'exact' || standing.state === 'typographic') return [];
    const title = standing.message ?? 'Shortened or changed; the marks show where. It stands.';
    const attributes = { 'data-state': standing.state, title };
    const from = back.map(quote.position, 1);
    const size = document.nodeAt(from)?.nodeSize ?? 0;
    return quote.assessment === null
      ? [Decoration.inline(from, back.map(quote.position + quote.text.length, -1), attributes)]
      : [Decoration.node(from, from + size, attributes)];
  });
}

function decorate(document: Node, check: Check): DecorationSet {
  // A struck citation keeps the number that it has as long as it stands.
  const numbers = new Map([
    ...numberCitations(withoutSuggestions(document)),
    ...numberCitations(withSuggestions(document)),
  ]);
  const decorations = markQuotes(document, check);
  document.descendants((node, position) => {
    const mark = (attributes: Record<string, string>) =>
      decorations.push(Decoration.node(position, position + node.nodeSize, attributes));
    if (node.type.name === 'citation') {
      const number = numbers.get(`${node.attrs.article} ${node.attrs.paragraph}`);
      mark({ 'data-note': String(number), title: `Paragraph ${node.attrs.paragraph}` });
    } else if (node.type.name === 'paragraph' && node.attrs.prompt && node.childCount === 0)
      mark({ class: 'place', 'data-empty': `To write: ${node.attrs.prompt}` });
  });
  return DecorationSet.create(document, [...decorations, ...letterFootnotes(document)]);
}

function letterFootnotes(document: Node): Decoration[] {
  return footnotesIn(document).map(({ position, letter }) => {
    const end = position + (document.nodeAt(position)?.nodeSize ?? 0);
    const name = letter === null ? 'Footnote' : `Footnote ${letter}`;
    const attributes = { 'data-letter': letter ?? '', 'aria-label': name, title: name };
    return Decoration.node(position, end, attributes);
  });
}

function derivedBlocks(document: Node, evidence: Evidence): Map<string, Block> {
  const { sections } = setMemo(withSuggestions(document), evidence, { form: '' });
  return new Map(sections.flatMap((section) => section.blocks.map((block) => [block.id, block])));
}

/** A block that nobody writes: it shows what follows from the rest of the memo. */
class DerivedView implements NodeView {
  readonly dom = document.createElement('div');
  readonly id: string;

  constructor(
    node: Node,
    private readonly all: Set<DerivedView>,
  ) {
    this.id = node.attrs.id as string;
    this.dom.contentEditable = 'false';
    all.add(this);
  }

  show(block: Block | undefined): void {
    if (block?.kind === 'facts') this.dom.replaceChildren(facts(block.rows));
    if (block?.kind === 'endnotes') this.dom.replaceChildren(endnotes(block.notes));
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.all.delete(this);
  }
}

function element(name: string, className: string, ...children: (Element | string)[]): Element {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function facts(rows: { label: string; text: string }[]): Element {
  const lines = rows.map((row) =>
    element('div', '', element('dt', '', row.label), element('dd', '', row.text)),
  );
  return element('dl', 'facts', ...lines);
}

function endnotes(notes: { number: number; text: string }[]): Element {
  const lines = notes.map((note) =>
    element('li', '', element('span', '', `${note.number}.`), element('span', '', note.text)),
  );
  return element('ol', 'endnotes', ...lines);
}
