import {
  BuilderElement,
  DeletedTextRun,
  InsertedTextRun,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
  type XmlComponent,
} from 'docx';
import type { By, Change } from '@/domain/redline/redlined';
import { toWords } from '../words';

/** What Word is told of a part. What moved is told apart from what went and came. */
export type Fate = 'kept' | 'inserted' | 'deleted' | 'moveFrom' | 'moveTo';

/**
 * Which reading of a redline is set: both at once, or one alone, in a place that the other does not
 * have. `kept` is then the fate of what stands in both.
 */
export type Mode =
  | { reading: 'both' }
  | { reading: 'later'; kept: 'inserted' | 'moveTo' }
  | { reading: 'earlier'; kept: 'deleted' | 'moveFrom' };

/** The fate of a part in a reading; null where it does not stand in it. */
export function fateOf(change: Change | 'formatted' | 'moved', mode: Mode): Fate | null {
  if (mode.reading === 'later' && change === 'deleted') return null;
  if (mode.reading === 'earlier' && change === 'inserted') return null;
  if (change === 'inserted' || change === 'deleted') return change;
  return mode.reading === 'both' ? 'kept' : mode.kept;
}

/** Writes Word's marks of revision, each with a number of its own. */
export class Tracking {
  #last = 1000;
  /** The numbers of paragraph marks that moved, which the library can only call gone or come. */
  readonly moved = new Map<number, 'moveFrom' | 'moveTo'>();

  readonly #places = new Map<number, ('moveFrom' | 'moveTo')[]>();
  #author: By;

  /** `fallback` signs what no one in particular changed. */
  constructor(fallback: By) {
    this.#author = fallback;
  }

  /**
   * Whose the next marks are. What has no author of its own (a paragraph's mark, a row's) is of
   * whoever made the last change before it.
   */
  sign(by: By | undefined): void {
    if (by) this.#author = by;
  }

  /** Text with a look, as one run. */
  text(fate: Fate, options: IRunOptions): ParagraphChild {
    if (fate === 'inserted') return new InsertedTextRun({ ...options, ...this.next() });
    if (fate === 'deleted') return new DeletedTextRun({ ...options, ...this.next() });
    return this.wrap(fate, new TextRun(options));
  }

  /** A run of another kind, such as a footnote's mark. */
  wrap(fate: Fate, run: ParagraphChild): ParagraphChild {
    if (fate === 'kept') return run;
    const names = {
      inserted: 'w:ins',
      deleted: 'w:del',
      moveFrom: 'w:moveFrom',
      moveTo: 'w:moveTo',
    };
    return this.#element(names[fate], { ...this.next() }, [run as XmlComponent]);
  }

  /** Text of which the look alone changed: `was` is the earlier one. */
  formatted(options: IRunOptions, was: IRunOptions): ParagraphChild {
    return new TextRun({ ...options, revision: { ...was, ...this.next() } });
  }

  /** What a paragraph, or a row of a table, has to carry for its own end to come or go. */
  mark(fate: Fate): { insertion?: Numbered; deletion?: Numbered } {
    if (fate === 'kept') return {};
    const next = this.next();
    if (fate === 'moveFrom' || fate === 'moveTo') this.moved.set(next.id, fate);
    return fate === 'inserted' || fate === 'moveTo' ? { insertion: next } : { deletion: next };
  }

  /** The children of a paragraph that moved, between the ends by which Word pairs its two places. */
  range(kind: 'moveFrom' | 'moveTo', move: number, inside: ParagraphChild[]): ParagraphChild[] {
    this.#places.set(move, [...(this.#places.get(move) ?? []), kind]);
    const { id, author, date } = this.next();
    const start = { id, author, date, name: `move${move}` };
    return [
      this.#element(`w:${kind}RangeStart`, start),
      ...inside,
      this.#element(`w:${kind}RangeEnd`, { id }),
    ];
  }

  /** Moves that were set in one of their places alone, or more than once in one. */
  unpaired(): number[] {
    const isPair = (kinds: string[]) => [...kinds].sort().join() === 'moveFrom,moveTo';
    return [...this.#places].flatMap(([move, kinds]) => (isPair(kinds) ? [] : move));
  }

  next(): Numbered {
    this.#last += 1;
    const { by, at } = this.#author;
    return {
      id: this.#last,
      author: toWords(by),
      date: `${new Date(at).toISOString().slice(0, 19)}Z`,
    };
  }

  #element(
    name: string,
    attributes: Record<string, string | number>,
    children: XmlComponent[] = [],
  ): ParagraphChild {
    const named = Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [key, { key: `w:${key}`, value }]),
    );
    return new BuilderElement({ name, attributes: named, children }) as XmlComponent as TextRun;
  }
}

type Numbered = { id: number; author: string; date: string };
