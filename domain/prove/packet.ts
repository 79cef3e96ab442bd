import { dateInWords } from '../date';
import type { Block, Printed } from '../document/print';
import type { ProofState, ProvenParagraph, ProvenQuote, ProvenSource } from '../prove';

/** The name of the section that a proof adds to a memo; it begins on a page of its own. */
export const packetName = 'proof-of-quotes';

/** The heading of that section. */
export const packetHeading = 'Proof of quotes';

/** How a quote stands, in a few words. */
export const stateNames: Record<ProofState, string> = {
  exact: 'Stands, word for word',
  typographic: 'Stands; only signs differ',
  marked: 'Stands; each change is marked',
  altered: 'Altered',
  'not-found': 'Not in the source',
  'wrong-speaker': 'Said by somebody else',
  'source-changed': 'Its source was changed',
  'kept-back': 'Can’t be shown',
};

/**
 * A memo with a last section that has each paragraph it rests on word for word, with its SHA-256,
 * and beside it the quotes taken from it and how they stand.
 */
export function withPacket(
  printed: Printed,
  { quotes, sources }: { quotes: ProvenQuote[]; sources: ProvenSource[] },
): Printed {
  const blocks = [
    paragraphOf(`${packetName}.lead`, lead),
    ...sources.flatMap((source) => sourceBlocks(source, quotes)),
    ...unshown(quotes),
  ];
  const section = { id: packetName, name: packetName, heading: packetHeading, blocks };
  return { ...printed, sections: [...printed.sections, section] };
}

const lead =
  'Each paragraph that this memo quotes or cites follows as it is stored, word for word, with the quotes taken from it. The same paragraphs are attached to this file, so that a program can check them. This proves the quotes against the stored paragraphs, and not that they were printed elsewhere: for that, compare the SHA-256 of the article.';

function sourceBlocks(source: ProvenSource, quotes: ProvenQuote[]): Block[] {
  const { id, title, outlet, publishedOn, sha256, paragraphs } = source;
  const article = { label: 'Article as received, SHA-256', text: sha256 };
  return [
    {
      kind: 'heading',
      id: `${packetName}.${id}`,
      text: `${outlet}, “${title},” ${dateInWords(publishedOn)}`,
    },
    { kind: 'facts', id: `${packetName}.${id}.article`, rows: [article] },
    ...paragraphs.flatMap((paragraph) => paragraphBlocks(paragraph, quotes)),
  ];
}

function paragraphBlocks(paragraph: ProvenParagraph, quotes: ProvenQuote[]): Block[] {
  const id = `${packetName}.${paragraph.id}`;
  const taken = quotes.filter((quote) =>
    quote.paragraphs.some((each) => each.paragraph.id === paragraph.id),
  );
  const name = paragraph.number === null ? 'Not numbered' : `Paragraph ${paragraph.number}`;
  const rows = [
    { label: name, text: paragraph.text },
    { label: 'Its SHA-256', text: paragraph.sha256 },
    ...taken.map(rowOf),
  ];
  if (taken.length === 0)
    rows.push({ label: 'Quotes', text: 'None: it is cited for what it says.' });
  return [{ kind: 'facts', id, rows }];
}

function unshown(quotes: ProvenQuote[]): Block[] {
  const rows = quotes.filter(({ paragraphs }) => paragraphs.length === 0).map(rowOf);
  return rows.length === 0 ? [] : [{ kind: 'facts', id: `${packetName}.unshown`, rows }];
}

function rowOf({ state, text, speaker, reason, paragraphs }: ProvenQuote) {
  const why = paragraphs.length === 0 && reason !== null ? ` ${reason}` : '';
  return {
    label: stateNames[state],
    text: `“${text}”${speaker === null ? '' : ` (${speaker})`}${why}`,
  };
}

function paragraphOf(id: string, text: string): Block {
  return { kind: 'paragraph', id, runs: [{ kind: 'text', text, strong: false, emphasis: false }] };
}
