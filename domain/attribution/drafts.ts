import { readHeadline } from './headline';
import { findNames, type Name } from './names';
import { splitBlocks } from './paragraphs';
import { findPassages } from './passages';
import { isNominal } from './phrases';
import { type Sentence, splitSentences } from './sentences';
import { readStatements, type Statement } from './statements';
import type { Token } from './tokens';
import { tokenizeBlock } from './tokens';

/** A stretch by its place alone, in UTF-16 code units of the text. */
export type Place = { start: number; end: number };

/** An attribution before it is known who the source is. Places are of the text. */
export type Draft = {
  content: Place[];
  /** Whether a quoted passage is part of it. */
  quoted: boolean;
  statement: Statement;
  /** The sentence with the cue. */
  sentence: number;
};

/** A sentence of the article with its names; `block` counts the paragraphs. */
export type Reading = { sentence: Sentence; names: Name[]; block: number; drafts: Draft[] };

/** Reads the article sentence by sentence, and joins quotes that go on under the same speaker. */
export function readDrafts(text: string): Reading[] {
  const readings: Reading[] = [];
  const flow: Flow = { last: null, waiting: [], open: false, block: -1 };
  splitBlocks(text).forEach((block, index) => {
    const tokens = tokenizeBlock(text, block, findPassages(text, block));
    flow.block = index;
    for (const sentence of splitSentences(text, tokens)) {
      const drafts = draftsOf(sentence, readings.length, index === 0);
      readings.push({ sentence, names: findNames(sentence.tokens), block: index, drafts });
      follow(flow, {
        sentence,
        drafts,
        index: readings.length - 1,
        first: sentence.tokens[0] === tokens[0],
        add: (reading, draft) => readings[reading]?.drafts.push(draft),
      });
    }
    flow.open = tokens.at(-1)?.passage?.open === true;
  });
  return readings;
}

function draftsOf(sentence: Sentence, index: number, opens: boolean): Draft[] {
  const headline = opens ? readHeadline(sentence) : null;
  const statements = headline ? [headline] : readStatements(sentence);
  return statements.map((statement) => ({
    statement,
    sentence: index,
    quoted: quotes(sentence, statement),
    content: statement.ranges.map((range) => placeOf(sentence.tokens, range.from, range.to)),
  }));
}

/** Where the tokens `[from, to)` stand in the text. */
export function placeOf(tokens: Token[], from: number, to: number): Place {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** More quotes than these before their speaker is named are nobody's. */
const mostWaiting = 20;

/** What the reader keeps in mind from sentence to sentence. */
type Flow = {
  /** `broken`: the reporter's own words came between. */
  last: { draft: Draft; block: number; broken: boolean } | null;
  waiting: Place[];
  open: boolean;
  block: number;
};
type Step = {
  sentence: Sentence;
  drafts: Draft[];
  index: number;
  first: boolean;
  add: (reading: number, draft: Draft) => void;
};

function follow(flow: Flow, step: Step): void {
  const { sentence, drafts } = step;
  if (drafts.length > 0) {
    const first = drafts[0] as Draft;
    const opens = sentence.tokens[0]?.kind === 'passage';
    if (flow.waiting.length > 0 && opens) first.content.unshift(...flow.waiting);
    flow.waiting = [];
    flow.last = {
      draft: drafts.findLast((each) => each.quoted) ?? (drafts.at(-1) as Draft),
      block: flow.block,
      broken: false,
    };
    return;
  }
  if (!isQuoteOnly(sentence)) {
    flow.waiting = [];
    if (flow.last) flow.last.broken = true;
    return;
  }
  const place = { start: sentence.start, end: sentence.end };
  const runsOn = step.first && flow.open;
  if (
    flow.last &&
    (flow.last.block === flow.block ||
      runsOn ||
      (flow.last.block === flow.block - 1 && !flow.last.broken))
  ) {
    const { draft } = flow.last;
    if (draft.quoted || draft.content.length === 0) {
      draft.content.push(place);
      draft.quoted = true;
    } else flow.last.draft = continueWith(flow.last, place, step);
    flow.last.block = flow.block;
  } else if (flow.waiting.length < mostWaiting) flow.waiting.push(place);
}

/** A quote that follows a paraphrase is a statement of its own, by the same speaker. */
function continueWith(last: { draft: Draft }, place: Place, step: Step): Draft {
  const { statement, sentence } = last.draft;
  const draft = {
    content: [place],
    statement: { ...statement, cue: null, ranges: [], nested: null },
    sentence,
    quoted: true,
  };
  step.add(sentence, draft);
  return draft;
}

/** A sentence of quoted passages and signs alone. */
export function isQuoteOnly(sentence: Sentence): boolean {
  let quoted = false;
  for (const token of sentence.tokens) {
    if (token.kind === 'passage') quoted = true;
    else if (token.kind !== 'sign') return false;
  }
  return quoted;
}

function quotes(sentence: Sentence, statement: Statement): boolean {
  return statement.ranges.some((range) =>
    sentence.tokens
      .slice(range.from, range.to)
      .some((token) => token.kind === 'passage' && !isNominal(token)),
  );
}
