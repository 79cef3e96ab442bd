import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { footnotesIn } from '@/domain/document/footnotes';
import { settle } from '@/domain/document/settle';
import { numberParagraphs } from '@/domain/document/style';
import { numberCitations, type PlacedQuote, quotesIn, typedQuotesIn } from '@/domain/document/walk';
import { type QuoteStanding, type Verifier, verifyQuote } from '@/domain/verify';

/** Checks a quote; null where there is nothing to say of it. */
export type Check = (quote: PlacedQuote) => QuoteStanding | null;

/** Checks quotes as they are typed; one that was checked before is not checked again. */
export function checker(verifier: Verifier): Check {
  const known = new Map<string, QuoteStanding | null>();
  return (quote) => {
    const key = `${quote.assessment} ${quote.text}`;
    if (!known.has(key)) known.set(key, verifyQuote(quote, verifier));
    return known.get(key) ?? null;
  };
}

/**
 * What was found in a text: what is shown in it, what is wrong with its quotes as it is, and what
 * more would be if all suggestions were accepted.
 */
export type Findings = { decorations: DecorationSet; faults: string[]; suggested: string[] };

/** Looks a text through. */
export function findIn(document: Node, check: Check): Findings {
  const [accepted, asItIs] = bothTexts(document);
  const [all, faults] = [faultsOf(accepted, check), faultsOf(asItIs, check)];
  const decorations = [
    ...markQuotes(document, accepted, check),
    ...(asItIs === accepted ? [] : markQuotes(document, asItIs, check)),
    ...numberNotes(document, accepted.doc, asItIs.doc),
    ...showPlaces(document),
    ...letterFootnotes(document),
    ...numberBlocks(document),
  ];
  return {
    decorations: DecorationSet.create(document, decorations),
    faults,
    suggested: all.filter((each) => !faults.includes(each)),
  };
}

/** The text as it would be with every suggestion accepted, and as it is without them. */
function bothTexts(document: Node): [accepted: Transform, asItIs: Transform] {
  const accepted = settle(new Transform(document), () => 'accept');
  if (accepted.doc === document) return [accepted, accepted];
  return [accepted, settle(new Transform(document), () => 'reject')];
}

function allQuotes(document: Node): PlacedQuote[] {
  return [...quotesIn(document), ...typedQuotesIn(document)];
}

function faultsOf({ doc }: Transform, check: Check): string[] {
  return allQuotes(doc).flatMap((quote) => check(quote)?.message ?? []);
}

/** Unsound quotes, bound or typed, each with what is wrong with it; and those with marked changes. */
function markQuotes(document: Node, { doc, mapping }: Transform, check: Check): Decoration[] {
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

/** A struck citation keeps the number that it has as long as it stands. */
function numberNotes(document: Node, accepted: Node, asItIs: Node): Decoration[] {
  const numbers = new Map([...numberCitations(asItIs), ...numberCitations(accepted)]);
  const found: Decoration[] = [];
  document.descendants((node, position) => {
    if (node.type.name !== 'citation') return;
    const { article, paragraph } = node.attrs;
    const number = String(numbers.get(`${article} ${paragraph}`));
    const attributes = { 'data-note': number, title: `Paragraph ${paragraph}` };
    found.push(Decoration.node(position, position + node.nodeSize, attributes));
  });
  return found;
}

function showPlaces(document: Node): Decoration[] {
  const found: Decoration[] = [];
  document.descendants((node, position) => {
    const { prompt } = node.attrs;
    if (node.type.name !== 'paragraph' || !prompt || node.childCount > 0) return !node.isTextblock;
    const attributes = { class: 'place', 'data-empty': `To write: ${prompt}` };
    found.push(Decoration.node(position, position + node.nodeSize, attributes, { isPlace: true }));
    return false;
  });
  return found;
}

/** The numbers that paragraphs have on the page; one that is only suggested has none yet. */
function numberBlocks(document: Node): Decoration[] {
  const numbers = numberParagraphs(document);
  if (numbers.size === 0) return [];
  const found: Decoration[] = [];
  document.descendants((node, position) => {
    const number = node.type.name === 'paragraph' ? numbers.get(node.attrs.id) : undefined;
    if (number !== undefined)
      found.push(
        Decoration.node(position, position + node.nodeSize, { 'data-number': `${number}` }),
      );
    return !node.isTextblock;
  });
  return found;
}

function letterFootnotes(document: Node): Decoration[] {
  return footnotesIn(document).map(({ position, letter }) => {
    const end = position + (document.nodeAt(position)?.nodeSize ?? 0);
    const name = letter === null ? 'Footnote' : `Footnote ${letter}`;
    const attributes = { 'data-letter': letter ?? '', 'aria-label': name, title: name };
    return Decoration.node(position, end, attributes);
  });
}

/** What was found, in the text after a change, until it is looked through again. */
export function carryOn({ decorations }: Findings, change: Transform): DecorationSet {
  const moved = decorations.map(change.mapping, change.doc);
  // A prompt must not stand in the way of the first letter.
  const places = moved.find(undefined, undefined, (spec) => spec.isPlace === true);
  return moved.remove(places.filter(({ from }) => change.doc.nodeAt(from)?.childCount !== 0));
}
