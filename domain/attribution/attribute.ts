import type { Attribution, Speaker } from './attribution';
import { confidenceOf, ruleOf } from './confidence';
import { type Place, placeOf, readDrafts } from './drafts';
import { groupNouns } from './lexicon/people';
import { findPassages } from './passages';
import { type Resolved, resolveSources } from './resolve';
import { speakerOf } from './speakers';
import type { Statement } from './statements';
import { type Stretch, stretchOf } from './text';
import type { Token } from './tokens';
import { viewWithin } from './views';

/**
 * Finds who said what in an article, in the order of the words. Deterministic, never throws, and
 * takes time linear in the text's length.
 */
export function attribute(text: string): Attribution[] {
  const resolved = resolveSources(text, readDrafts(text)).filter(stands);
  const attributions = resolved.map((each) => finish(text, each));
  return withoutRepeats(attributions.sort((a, b) => beginning(a) - beginning(b)));
}

function stands({ draft, how }: Resolved): boolean {
  return draft.content.length > 0 && (!draft.statement.tentative || how === 'surname');
}

const beginning = ({ content }: Attribution) => content[0]?.start ?? 0;

/** A lead that is printed again at the end of the article says nothing new. */
function withoutRepeats(attributions: Attribution[]): Attribution[] {
  const seen = new Set<string>();
  return attributions.filter(({ content }) => {
    const words = content.map((each) => each.text).join(' ');
    if (words.length < 60) return true;
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}

function finish(text: string, resolved: Resolved): Attribution {
  const { draft, reading, speaker, entities, how } = resolved;
  const { tokens } = reading.sentence;
  const { statement } = draft;
  const only = entities.length === 1 ? entities[0] : null;
  const content = draft.content
    .filter((place) => place.end > place.start)
    .map((place) => cut(text, place));
  const place = (from: number, to: number) => cut(text, placeOf(tokens, from, to));
  const kind = kindOf(
    content,
    speaker?.kind === 'group' || groupNouns.has(tokens[statement.source?.head ?? -1]?.lower ?? ''),
  );
  const grounds = {
    position: statement.position,
    firm: isFirm(statement),
    shared: statement.shared,
    resolution: how,
  };
  return {
    kind,
    viewOf: resolved.view ?? viewWithin(content[0]?.text ?? ''),
    content,
    cue: statement.cue ? place(statement.cue.from, statement.cue.to) : null,
    source: statement.source ? place(statement.source.from, sourceEnd(tokens, statement)) : null,
    speaker,
    speakers: holdersOf(resolved),
    role: only?.role ?? null,
    affiliation: only?.affiliation ?? null,
    confidence: confidenceOf(grounds, kind),
    rule: ruleOf(grounds),
  };
}

function holdersOf({ holders, entities, speaker }: Resolved): Speaker[] {
  if (holders.length > 0) return holders;
  if (entities.length > 1) return entities.map(speakerOf);
  return speaker ? [speaker] : [];
}

/** A source's description between commas belongs to it ("Ann Lee, an analyst at the Institute"). */
function sourceEnd(tokens: Token[], { source, aside }: Statement): number {
  const end = source?.to ?? 0;
  if (!aside || aside.from !== end + 1) return end;
  return Math.max(end, tokens[aside.to]?.text === ')' ? aside.to + 1 : aside.to);
}

/** Whether the cue is a verb of saying, or "according to". */
function isFirm({ cue }: Statement): boolean {
  if (cue?.kind !== 'verb') return cue?.kind === 'according';
  return cue.verb?.inverts === true || cue.verb?.frames.has('told') === true;
}

function cut(text: string, place: Place): Stretch {
  return stretchOf(text, place.start, place.end);
}

/** Whether a passage between single marks stands in the words, as the British set them. */
function quotesWithin(words: string): boolean {
  return /['‘]/.test(words) && findPassages(words, { start: 0, end: words.length }).length > 0;
}

function kindOf(content: Stretch[], group: boolean): Attribution['kind'] {
  const words = content.map((each) => each.text.trim());
  if (words.every((each) => /^["“„«‘'].*["”»’'.,]$/su.test(each) && !/[”"] \p{L}/u.test(each)))
    return 'direct_quote';
  if (words.some((each) => /[“"„«]/.test(each) || quotesWithin(each))) return 'partial_quote';
  return group ? 'group_paraphrase' : 'paraphrase';
}
