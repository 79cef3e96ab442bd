import { type IParagraphOptions, Paragraph, type ParagraphChild, type Table } from 'docx';
import type { Gone, RedBlock, RedItem, RedRow } from '@/domain/redline/redlined';
import type { Place } from '../blocks';
import { deepestLevel, listIndent } from '../styles';
import { setRedNotes } from './notes';
import { type RedSetting, setPieces, setRedRuns } from './runs';
import { setRedFacts, setRedTable } from './tables';
import { type Fate, fateOf, type Mode } from './tracking';

type Set = (Paragraph | Table)[];
type Red = RedBlock | RedItem | RedRow;
type Whole<T> = Exclude<T, Gone>;

const gone = { reading: 'earlier', kept: 'deleted' } as const;
const come = { reading: 'later', kept: 'inserted' } as const;

type Single = Exclude<Mode, { reading: 'both' }>;
type Standing<T> = { red: Whole<T>; mode: Mode; move?: number };

/** What stands at each place, and in which reading: what moved is set in both of its places. */
export function placed<T extends Red>(
  reds: readonly T[],
  mode: Mode,
  setting: RedSetting,
): Standing<T>[] {
  const standing = reds.flatMap((red) => placedOne(red, mode, setting));
  return mode.reading === 'both' ? standing : joined(standing, mode);
}

function placedOne<T extends Red>(red: T, mode: Mode, setting: RedSetting): Standing<T>[] {
  if (red.kind !== 'gone' && red.change !== 'moved')
    return fateOf(red.change, mode) === null ? [] : [{ red: red as Whole<T>, mode }];
  const side = red.kind === 'gone' ? 'earlier' : 'later';
  if (mode.reading !== 'both' && mode.reading !== side) return [];
  const moved = setting.moved.get(red.move) as Whole<T> | undefined;
  if (!moved) return [];
  if (mode.reading !== 'both') return [{ red: moved, mode }];
  const told = setting.told.has(red.move);
  const own: Mode =
    side === 'earlier'
      ? { reading: side, kept: told ? 'moveFrom' : 'deleted' }
      : { reading: side, kept: told ? 'moveTo' : 'inserted' };
  return [{ red: moved, mode: own, ...(told && { move: red.move }) }];
}

/** In one reading alone, a paragraph whose end does not stand in it goes on in the next. */
function joined<T extends Red>(standing: Standing<T>[], mode: Mode): Standing<T>[] {
  const whole: Standing<T>[] = [];
  for (const each of standing) {
    const last = whole.at(-1);
    const next = each.red;
    if (last && isOpen(last.red, mode.reading) && next.kind === 'paragraph') {
      const before = last.red as Extract<RedBlock, { kind: 'paragraph' }>;
      const red = { ...last.red, runs: [...before.runs, ...next.runs], end: next.end };
      whole[whole.length - 1] = { ...last, red };
    } else whole.push(each);
  }
  return whole;
}

/** Whether it is a paragraph that in this reading goes on in the next one. */
function isOpen(red: Whole<Red>, reading: Mode['reading']): boolean {
  return red.kind === 'paragraph' && red.end === (reading === 'earlier' ? 'inserted' : 'deleted');
}

/**
 * The blocks of a section, an item, a quotation or a cell as Word's paragraphs and tables. Where
 * paragraphs were joined or parted around what is none, or came or moved, they go and come whole.
 */
export function setRedBlocks(
  blocks: readonly RedBlock[],
  place: Place,
  mode: Mode,
  setting: RedSetting,
): Set {
  const set = (own: Mode) => (part: readonly RedBlock[]) =>
    placed(part, own, setting).flatMap(({ red, mode: its, move }) => {
      const fate = fateOf(red.change, its);
      return fate === null ? [] : setRedBlock(red, { place, mode: its, fate, move }, setting);
    });
  if (mode.reading !== 'both') return set(mode)(blocks);
  return partsOf(blocks, setting).flatMap(({ part, isPlain }) =>
    isPlain ? set(mode)(part) : [gone, come].flatMap((own) => set(own)(part)),
  );
}

/** Blocks that hang together: up to where in both readings a paragraph ends. */
function partsOf(blocks: readonly RedBlock[], setting: RedSetting) {
  const parts: { part: RedBlock[]; isPlain: boolean }[] = [];
  const open = { earlier: false, later: false };
  for (const block of blocks) {
    const last = parts.at(-1);
    const goesOn = last && (open.earlier || open.later);
    if (goesOn) last.part.push(block);
    else parts.push({ part: [block], isPlain: true });
    for (const mode of [gone, come] as const) {
      const [standing] = placedOne(block, mode, setting);
      if (standing) open[mode.reading] = isOpen(standing.red, mode.reading);
    }
    const now = parts.at(-1);
    const isPlain = block.kind === 'paragraph' && block.change === 'kept';
    if (now && (goesOn || open.earlier || open.later)) now.isPlain &&= isPlain;
  }
  const end = parts.at(-1);
  if (end && (open.earlier || open.later)) end.isPlain = false;
  return parts;
}

/** How a block is set: where, in which reading, and what became of it as a whole. */
type Way = { place: Place; mode: Mode; fate: Fate; move?: number | undefined };

function setRedBlock(block: Whole<RedBlock>, way: Way, setting: RedSetting): Set {
  const { place, mode, fate } = way;
  switch (block.kind) {
    case 'heading': {
      const bold = place.heading === null ? { bold: true } : {};
      const its = { ...way, fate: wholeFate(block.pieces, way) };
      return setLine(setPieces(block.pieces, mode, setting, bold), its, setting, true);
    }
    case 'place': {
      setting.tracking.sign(block.pieces.find((piece) => piece.by)?.by);
      const sign = (text: string) => setting.tracking.text(fate, { text });
      const words = [sign('[To write: '), ...setPieces(block.pieces, mode, setting), sign(']')];
      return setLine(
        words,
        { ...way, place: { ...place, style: 'ToWrite', heading: null } },
        setting,
      );
    }
    case 'paragraph':
      return setParagraph(block, way, setting);
    case 'list':
      return setList(block, way, setting);
    case 'quotation': {
      const inside: Place = { level: place.level, style: 'Quote', heading: null };
      return setRedBlocks(block.blocks, inside, mode, setting);
    }
    case 'facts':
      return setRedFacts(block.rows, way, setting);
    case 'table':
      return setRedTable(block.rows, way, setting);
    case 'endnotes':
      return setRedNotes(block.notes, mode, setting);
  }
}

/** A paragraph's end that came with a split, or went when two were joined, is the mark's own fate. */
function setParagraph(
  block: Extract<RedBlock, { kind: 'paragraph' }>,
  way: Way,
  setting: RedSetting,
): Set {
  const children = setRedRuns(block.runs, way.mode, setting);
  setting.tracking.sign(block.endBy);
  const own = block.end === 'kept' ? wholeFate(block.runs, way) : fateOf(block.end, way.mode);
  const end = way.fate === 'kept' ? (own ?? 'kept') : way.fate;
  if (block.end !== 'deleted') setting.met.later = false;
  if (block.end !== 'inserted') setting.met.earlier = false;
  const isEmpty = block.runs.every((run) => run.kind === 'break');
  if ((isEmpty || children.length === 0) && block.end === 'kept') return [];
  return setLine(children, { ...way, fate: end, place: { ...way.place, heading: null } }, setting);
}

/** A line of which nothing stands in one of the readings is not there in that one. */
function wholeFate(parts: readonly { change: string }[], { mode, fate }: Way): Fate {
  if (fate !== 'kept' || mode.reading !== 'both' || parts.length === 0) return fate;
  for (const change of ['inserted', 'deleted'] as const)
    if (parts.every((part) => part.change === change)) return change;
  return fate;
}

/** One paragraph, with its mark's fate; what moved stands between the ends of its range. */
function setLine(
  children: ParagraphChild[],
  { place, fate, move }: Way,
  { tracking }: RedSetting,
  isHeading = false,
): Set {
  if (children.length === 0 && isHeading) return [];
  const isMove = move !== undefined && (fate === 'moveFrom' || fate === 'moveTo');
  const inside = isMove ? tracking.range(fate, move, children) : children;
  const mark = tracking.mark(fate);
  const options: IParagraphOptions = { children: inside, ...(fate !== 'kept' && { run: mark }) };
  if (isHeading && place.heading !== null)
    return [new Paragraph({ ...options, heading: place.heading })];
  return [paragraphIn(place, { ...options, ...(isHeading && { keepNext: true }) })];
}

/** A list that has other signs now goes whole and comes whole: Word's marks are of words. */
function setList(
  list: Extract<RedBlock, { kind: 'list' }>,
  { place, mode }: Way,
  setting: RedSetting,
): Set {
  const readings: Mode[] =
    mode.reading === 'both' && list.ordered !== list.orderedBefore ? [gone, come] : [mode];
  return readings.flatMap((own) => {
    setting.lists += 1;
    const ordered = own.reading === 'earlier' ? list.orderedBefore : list.ordered;
    const level = Math.min(place.level + 1, deepestLevel);
    const reference = ordered ? 'numbers' : 'bullets';
    const sign = { reference, level, instance: setting.lists };
    const inside: Place = { ...place, level, heading: null, sign };
    return placed(list.items, own, setting).flatMap(({ red, mode: its }) =>
      fateOf(red.change, its) === null ? [] : setItem(red, inside, its, setting),
    );
  });
}

/** An item that opens otherwise than it did goes whole and comes whole: its sign is on one line. */
function setItem(item: Whole<RedItem>, place: Place, mode: Mode, setting: RedSetting): Set {
  if (mode.reading !== 'both') return setOneItem(item, place, mode, setting);
  if (item.change === 'deleted') return setOneItem(item, place, gone, setting);
  if (item.change === 'inserted') return setOneItem(item, place, come, setting);
  const [opener, ...others] = item.blocks;
  const { sign, ...after } = place;
  if (opener && isLine(opener) && opensBoth(opener)) {
    const first = setRedBlock(opener, { place, mode, fate: 'kept' }, setting);
    return [...first, ...setRedBlocks(others, after, mode, setting)];
  }
  if (opener && !isLine(opener) && isUntouched(opener)) {
    const set = setRedBlocks(item.blocks, after, mode, setting);
    return set.length === 0 ? [] : [paragraphIn(place, {}), ...set];
  }
  return [gone, come].flatMap((own) => setOneItem(item, place, own, setting));
}

function isLine(block: RedBlock): block is Extract<Whole<RedBlock>, { kind: LineKind }> {
  return block.kind === 'paragraph' || block.kind === 'place' || block.kind === 'heading';
}

type LineKind = 'paragraph' | 'place' | 'heading';

/** Whether a line says something in both readings, and ends where it did. */
function opensBoth(block: Extract<Whole<RedBlock>, { kind: LineKind }>): boolean {
  if (block.change !== 'kept') return false;
  if (block.kind !== 'paragraph') return block.kind === 'place';
  const says = (out: string) =>
    block.runs.some(
      (run) =>
        run.change !== out && run.kind !== 'break' && (run.kind !== 'text' || run.text !== ''),
    );
  return block.end === 'kept' && says('deleted') && says('inserted');
}

/** Whether nothing in it came, went or is of another kind than it was. */
function isUntouched(part: object): boolean {
  const { change, end, ordered, orderedBefore } = part as Record<string, unknown>;
  if (change !== undefined && change !== 'kept') return false;
  if ((end !== undefined && end !== 'kept') || ordered !== orderedBefore) return false;
  return Object.values(part).every(
    (each) => typeof each !== 'object' || !each || isUntouched(each),
  );
}

/** In one reading the first line that says something has the item's sign. */
function setOneItem(item: Whole<RedItem>, place: Place, mode: Single, setting: RedSetting): Set {
  const { sign, ...after } = place;
  const set = ({ red, mode: its }: Standing<RedBlock>, where: Place) =>
    setRedBlock(red, { place: where, mode: its, fate: fateOf(red.change, its) ?? 'kept' }, setting);
  const parts = placed(item.blocks, mode, setting);
  for (const [index, first] of parts.entries()) {
    const rest = () => parts.slice(index + 1).flatMap((part) => set(part, after));
    if (!isLine(first.red)) {
      const inside = [...set(first, after), ...rest()];
      const bare = setLine([], { place, mode, fate: mode.kept }, setting);
      return inside.length === 0 ? [] : [...bare, ...inside];
    }
    const lines = set(first, place);
    if (lines.length > 0) return [...lines, ...rest()];
  }
  return [];
}

/** What is in a list's item, but does not open it, stands where the item's words do. */
function paragraphIn({ style, level, sign }: Place, options: IParagraphOptions): Paragraph {
  const named = style ?? (level < 0 ? undefined : 'ListParagraph');
  return new Paragraph({
    ...options,
    ...(named && { style: named }),
    ...(sign && { numbering: sign }),
    ...(!sign && level >= 0 && { indent: { left: listIndent(level).left } }),
  });
}
