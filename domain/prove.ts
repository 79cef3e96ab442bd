import type { Node } from 'prosemirror-model';
import { hashText, type Paragraph } from './article';
import type { Assessment, Evidence } from './assessment';
import { hashOfText } from './clearance/seen';
import { withClearance } from './clearance/sheet';
import { readDocument } from './document/document';
import type { Printed } from './document/print';
import { setMemo } from './document/set';
import { quotesIn, typedQuotesIn } from './document/walk';
import { AppError } from './errors';
import { type MemoFile, parseMemoFile } from './memo-file';
import { holds } from './memo-file-evidence';
import { joinNames } from './positions';
import { packetHeading, withPacket } from './prove/packet';
import type { ShownPage } from './prove/pages';
import { differenceIn } from './prove/shown';
import { isSound, type QuoteState } from './quote/check';
import { prepareVerifier, verifyQuote } from './verify';

/** How a quote of a proven file stands: as the check found it, or why it could not be made. */
export type ProofState = QuoteState | 'source-changed' | 'kept-back';

/** A paragraph of the attachment; `isWhole` says that its words and its SHA-256 go together. */
export type ProvenParagraph = Pick<Paragraph, 'id' | 'number' | 'text' | 'sha256'> & {
  isWhole: boolean;
};

/** A source of the attachment. `sha256` is that of the article's bytes as the store received them. */
export type ProvenSource = {
  id: string;
  title: string;
  outlet: string;
  publishedOn: string;
  url: string | null;
  sha256: string;
  paragraphs: ProvenParagraph[];
};

/** One quote, whose it is, on which paragraphs it rests, and why it does not stand; null if it does. */
export type ProvenQuote = {
  text: string;
  /** Where it stands in the attached document, as ProseMirror counts. */
  position: number;
  speaker: string | null;
  state: ProofState;
  paragraphs: { source: ProvenSource; paragraph: ProvenParagraph }[];
  reason: string | null;
};

/** What was found of a PDF. `stands` is true only where its pages, paragraphs and quotes all do. */
export type Proof = {
  stands: boolean;
  title: string;
  form: string;
  version: number | null;
  quotes: ProvenQuote[];
  sources: ProvenSource[];
  /** What is wrong with the file beside its quotes, a sentence each. */
  faults: string[];
  /** How many quotations, typed and bound to nothing, are from none of the attached paragraphs. */
  unbound: number;
};

/**
 * Holds what a PDF's pages show against the memo file that it carries, each paragraph of that
 * against its SHA-256, and each quote against its paragraphs. Refused where the text is no memo file.
 */
export function prove(text: string, pages: ShownPage[]): Proof {
  const file = parseMemoFile(text);
  const document = readDocument(file.document);
  const { quotes, sources, unbound } = proveFile(file, document);
  const set = setMemo(document, file.evidence, { form: file.form });
  const printed = withClearance(set, file.clearance ?? null);
  const faults = [
    ...pageFaults(pages, printed, { quotes, sources }),
    ...paragraphFaults(sources),
    ...clearanceFaults(file, document),
  ];
  return {
    stands: faults.length === 0 && quotes.every(({ state }) => stands(state)),
    title: printed.title,
    form: file.form,
    version: file.report?.version ?? null,
    quotes,
    sources,
    faults,
    unbound,
  };
}

/** How the quotes of a memo file stand in the paragraphs that it holds, whatever its pages show. */
export function proveQuotes(text: string): Pick<Proof, 'quotes' | 'sources'> {
  const file = parseMemoFile(text);
  return proveFile(file, readDocument(file.document));
}

function proveFile(file: MemoFile, document: Node) {
  const sources = file.evidence.articles.map(toSource);
  const found = findQuotes(document, file, sources);
  const typed = found.filter(({ isTyped }) => isTyped).length;
  const quotes = found.map(({ isTyped, ...quote }) => quote);
  return { sources, quotes, unbound: typedQuotesIn(document).length - typed };
}

/** Whether a quote in this state is proved. */
export function stands(state: ProofState): boolean {
  return state !== 'source-changed' && state !== 'kept-back' && isSound(state);
}

/** The verdict on a whole file, in one sentence. */
export function verdictOf({ stands: all, quotes, faults }: Proof): string {
  const good = quotes.filter(({ state }) => stands(state)).length;
  const some = quotes.length === 1 ? 'the only quote stands' : `all ${quotes.length} quotes stand`;
  if (all && quotes.length === 0)
    return 'The pages say what the attached memo says. It has no quote.';
  if (all)
    return `Proved: ${some} in the attached paragraphs, and the pages say what the memo says.`;
  const count = `${good} of ${quotes.length} quotes stand`;
  return faults.length > 0
    ? `Not proved: the file was changed. ${count}.`
    : `Not proved: ${count}.`;
}

/** The pages show the memo alone, or with the proof that can be added to it. */
function pageFaults(
  pages: ShownPage[],
  printed: Printed,
  proof: Pick<Proof, 'quotes' | 'sources'>,
): string[] {
  const alone = differenceIn(pages, printed);
  if (alone === null) return [];
  const whole = differenceIn(pages, withPacket(printed, proof));
  if (whole === null) return [];
  return [pages.some(({ body }) => body.includes(packetHeading)) ? whole : alone];
}

/** A clearance page says that it is of this text by the text's SHA-256. */
function clearanceFaults({ clearance }: MemoFile, document: Node): string[] {
  if (!clearance?.isCleared || clearance.sha256 === hashOfText(document)) return [];
  return ['The clearance page is of another text: its SHA-256 is not that of this memo.'];
}

function paragraphFaults(sources: ProvenSource[]): string[] {
  return sources.flatMap(({ title, paragraphs }) =>
    paragraphs
      .filter(({ isWhole }) => !isWhole)
      .map(
        ({ number }) =>
          `Paragraph ${number ?? '(left out)'} of “${title}” is not what its SHA-256 says: its words or the hash were changed.`,
      ),
  );
}

function toSource(article: Evidence['articles'][number]): ProvenSource {
  const { id, title, outlet, publishedOn, url, sha256 } = article;
  const paragraphs = article.paragraphs.map((each) => {
    const isWhole = hashText(each.text) === each.sha256;
    return { id: each.id, number: each.number, text: each.text, sha256: each.sha256, isWhole };
  });
  return { id, title, outlet, publishedOn, url, sha256, paragraphs };
}

type Found = ProvenQuote & { isTyped: boolean };

function findQuotes(document: Node, file: MemoFile, sources: ProvenSource[]): Found[] {
  const verifier = prepareVerifier(file.evidence);
  const keptBack = new Set(file.keptBack?.map(({ paragraph }) => paragraph));
  const placed = [...quotesIn(document), ...typedQuotesIn(document)];
  return placed
    .sort((a, b) => a.position - b.position)
    .flatMap((quote): Found[] => {
      const said = file.evidence.assessments.find(({ id }) => id === quote.assessment);
      const under = placesOf(sources, (paragraph) =>
        said
          ? said.spans.some((span) => span.paragraphId === paragraph.id)
          : quote.assessment === null && holds(paragraph.text, quote.text),
      );
      const isTyped = quote.assessment === null;
      const paragraphs = isTyped ? under.slice(0, 1) : under;
      const base = {
        text: quote.text,
        position: quote.position,
        speaker: speakerOf(said),
        paragraphs,
        isTyped,
      };
      const prevented = preventedBy(said, paragraphs, keptBack);
      if (prevented) return [{ ...base, ...prevented }];
      const check = verifyQuote(quote, verifier);
      if (check) return [{ ...base, state: check.state, reason: check.message }];
      return paragraphs.length > 0 ? [{ ...base, state: 'exact', reason: null }] : [];
    });
}

function placesOf(sources: ProvenSource[], isUnder: (paragraph: ProvenParagraph) => boolean) {
  return sources.flatMap((source) =>
    source.paragraphs.filter(isUnder).map((paragraph) => ({ source, paragraph })),
  );
}

function speakerOf(said: Assessment | undefined): string | null {
  return said
    ? joinNames(
        said.holders.map(({ name }) => name),
        'and',
      )
    : null;
}

function preventedBy(
  said: Assessment | undefined,
  paragraphs: ProvenQuote['paragraphs'],
  keptBack: ReadonlySet<string>,
): Pick<ProvenQuote, 'state' | 'reason'> | null {
  if (said?.spans.some(({ paragraphId }) => keptBack.has(paragraphId)))
    return {
      state: 'kept-back',
      reason:
        'Its paragraph was kept back, because something else in it was said off the record. Ask who wrote the memo.',
    };
  const changed = paragraphs.find(({ paragraph }) => !paragraph.isWhole);
  if (!changed) return null;
  return {
    state: 'source-changed',
    reason: `Its paragraph ${changed.paragraph.number ?? ''} is not what its SHA-256 says, so nothing can be shown by it.`,
  };
}

/** A file that can't be proved at all, in a sentence. */
export const noProof = {
  notPdf: 'This is not a PDF, or it is broken or cut off. Ask for it again.',
  locked: 'This PDF is protected by a password. Ask for it without one: Scenesetter makes none.',
  empty:
    'This PDF carries no memo of Scenesetter, so nothing in it can be proved. Printing it anew or “optimising” it drops the attachment: ask for the file as it was downloaded.',
  big: 'This file is larger than 25 MB, and no memo is. Choose the PDF that Scenesetter made.',
  long: 'This PDF has more than 500 pages, and no memo has.',
};

/** The most bytes, and the most pages, that are looked at. */
export const proofLimits = { bytes: 25 * 1024 * 1024, pages: 500 };

/** A fault of the reading of a PDF as its sentence; what is no fault of the file is thrown on. */
export function unprovable(fault: unknown): AppError {
  const name = fault instanceof Error ? fault.name : '';
  if (fault instanceof AppError) return fault;
  if (name === 'PasswordException') return new AppError('invalid', noProof.locked);
  return new AppError('invalid', noProof.notPdf);
}
