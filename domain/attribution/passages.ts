import { closeSingle } from '../quote/single';
import type { Block } from './paragraphs';

/**
 * A quoted passage within a block: `[start, end)` with its marks, in UTF-16 code units of the text.
 * `open` says that it lacks its closing mark, as where a quote goes on in the next paragraph;
 * `stopped` that its last words carry a comma or an end mark, `comma` that it is a comma.
 */
export type Passage = {
  start: number;
  end: number;
  open: boolean;
  stopped: boolean;
  comma: boolean;
};

const openers = new Set('“„«');
const closers = new Set('”»');
const straight = new Set('"＂');
const letter = /[\p{L}\p{N}]/u;

/**
 * Finds the quoted passages of one block, in order and without overlap: curly, straight, angled and
 * doubled single marks, and British single marks where no double mark is open. Marks inside a
 * passage belong to it.
 */
export function findPassages(text: string, block: Block): Passage[] {
  const passages: Passage[] = [];
  let open = lacksOpening(text, block) ? block.start : -1;
  let at = block.start;
  while (at < block.end) {
    const mark = markAt(text, at, block.end);
    if (open < 0 && mark.kind === 'single') {
      const end = closeSingle(text, at, block.end);
      if (end > 0) {
        passages.push(passageOf(text, at, end));
        at = end;
        continue;
      }
    } else if (open < 0 && (mark.kind === 'open' || mark.kind === 'either')) {
      if (mark.kind === 'open' || !isInches(text, at)) open = at;
    } else if (
      open >= 0 &&
      (mark.kind === 'close' || mark.kind === 'either' || isMisset(text, at))
    ) {
      // "…'Never.'''": of three single marks the last two close the outer passage.
      if (mark.length === 2 && text[at + 2] === "'") at++;
      passages.push(passageOf(text, open, at + mark.length));
      open = -1;
    }
    at += mark.length;
  }
  if (open >= 0 && runsOn(text, open, block))
    passages.push({ start: open, end: block.end, open: true, stopped: true, comma: false });
  return passages;
}

/**
 * "We go on,” Lee said.": the first mark closes, so the paragraph begins within the quote that the
 * one before left open.
 */
function lacksOpening(text: string, block: Block): boolean {
  const limit = Math.min(block.end, block.start + 1_500);
  for (let at = block.start; at < limit; at++) {
    const { kind } = markAt(text, at, block.end);
    if (kind === 'none' || kind === 'single') continue;
    if (kind === 'open') return false;
    const stopped = /[.,?!]/.test(text[at - 1] ?? '') && at - block.start > 15;
    return stopped && /\s/.test(text[at + 1] ?? ' ');
  }
  return false;
}

function passageOf(text: string, start: number, end: number): Passage {
  const tail = text.slice(Math.max(start, end - 5), end);
  // A stop after the closing mark, as the British set it, is the sentence's own.
  const stopped = /[.,?!…—–-][^\p{L}\p{N}]{0,3}$/u.test(tail);
  const comma = /,[^\p{L}\p{N}]{0,3}$/u.test(tail);
  return { start, end, open: false, stopped, comma };
}

type Mark = { kind: 'open' | 'close' | 'either' | 'single' | 'none'; length: number };

function markAt(text: string, at: number, end: number): Mark {
  const sign = text[at] ?? '';
  if (at + 1 < end && text[at + 1] === sign) {
    if (sign === '`') return { kind: 'open', length: 2 };
    if (sign === "'") return { kind: 'either', length: 2 };
  }
  if (openers.has(sign)) return { kind: 'open', length: 1 };
  if (closers.has(sign)) return { kind: 'close', length: 1 };
  if (straight.has(sign)) return { kind: 'either', length: 1 };
  if (sign === '‘' || sign === '‹') return { kind: 'single', length: 1 };
  if (sign === "'" && !letter.test(text[at - 1] ?? '') && letter.test(text[at + 1] ?? ''))
    return { kind: 'single', length: 1 };
  return { kind: 'none', length: 1 };
}

/** An opening mark set where only a closing one can stand: after a stop, before a blank. */
function isMisset(text: string, at: number): boolean {
  return text[at] === '“' && /[.,?!]/.test(text[at - 1] ?? '') && /\s/.test(text[at + 1] ?? ' ');
}

/** A measure ("6'2" tall"), where the mark follows a figure. */
function isInches(text: string, at: number): boolean {
  return /\d/.test(text[at - 1] ?? '') && /[\s,.]/.test(text[at + 1] ?? ' ');
}

/**
 * An unclosed mark counts where it opens the paragraph or has much after it, or where the next
 * paragraph takes the quote up with a mark of its own.
 */
function runsOn(text: string, open: number, block: Block): boolean {
  if (open === block.start || block.end - open > 40) return true;
  if (text.slice(block.start, open).trim() === '') return true;
  let next = block.end;
  while (next < text.length && next - block.end < 8 && /\s/.test(text[next] ?? '')) next++;
  return next > block.end && text[next] === text[open];
}
