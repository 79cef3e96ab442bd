import type { Assessment, Evidence, IssueTag } from './assessment';
import type { Expert } from './expert';
import type { Issue, Stance, Strength } from './issue';
import { partsOf, shownWords } from './span';

/** One statement in a cell of the matrix: what it says, where, and how it counts. */
export type Entry = {
  assessmentId: string;
  articleId: string;
  /** The paragraph people cite, in the article that `articleId` names; null where it has none. */
  paragraph: number | null;
  /** All its words as they are shown, quoted ones between marks. */
  words: string;
  /** The same words, parted into what the source prints between marks and what it does not. */
  parts: { words: string; quoted: boolean }[];
  tag: IssueTag;
  /** Whose view is reported; null for the holder's own. */
  viewOf: string | null;
  /** The others whom a group paraphrase gives the same words to. */
  together: string[];
};

/**
 * Where one expert stands on one issue. Only `own` statements make the position: what one relays of
 * another's view and what a reporter says of several together are shown, and never counted.
 */
export type Cell = {
  position: { stance: Stance; strength: Strength } | null;
  own: Entry[];
  relayed: Entry[];
  group: Entry[];
};

/** Issues by experts; a cell is null where the expert is silent, which is not agreeing. */
export type Matrix = { experts: Expert[]; rows: { issue: Issue; cells: (Cell | null)[] }[] };

/**
 * The positions matrix of these issues: a column for everyone who speaks to one of them, in the
 * order of first statement. A document that takes no side anywhere has no column.
 */
export function positionsMatrix(issues: Issue[], evidence: Evidence): Matrix {
  const experts = speakersOn(issues, evidence.assessments);
  const rows = issues.map((issue) => ({
    issue,
    cells: experts.map((expert) => cellOf(issue, expert, evidence)),
  }));
  return { experts, rows };
}

function speakersOn(issues: Issue[], assessments: Assessment[]): Expert[] {
  const ids = new Set(issues.map((issue) => issue.id));
  const speaking = new Map<string, { expert: Expert; sided: boolean }>();
  for (const assessment of assessments) {
    const tags = assessment.issues.filter((tag) => ids.has(tag.issueId));
    if (tags.length === 0) continue;
    const sided = tags.some((tag) => tag.stance !== 'none');
    for (const expert of assessment.holders) {
      const known = speaking.get(expert.id);
      speaking.set(expert.id, { expert, sided: sided || known?.sided === true });
    }
  }
  return [...speaking.values()]
    .filter(({ expert, sided }) => expert.kind === 'person' || sided)
    .map(({ expert }) => expert);
}

function cellOf(issue: Issue, expert: Expert, evidence: Evidence): Cell | null {
  const cell: Cell = { position: null, own: [], relayed: [], group: [] };
  for (const assessment of evidence.assessments) {
    const tag = assessment.issues.find((each) => each.issueId === issue.id);
    if (!tag || !assessment.holders.some((each) => each.id === expert.id)) continue;
    cell[bearing(assessment)].push(entryOf(assessment, { tag, expert, evidence }));
  }
  if (cell.own.length + cell.relayed.length + cell.group.length === 0) return null;
  return { ...cell, position: positionOf(cell.own) };
}

/** Whether a statement counts as this expert's own, as another's view, or as a reporter's summary. */
function bearing(assessment: Assessment): 'own' | 'relayed' | 'group' {
  if (assessment.viewOf !== null) return 'relayed';
  return assessment.holders.length > 1 ? 'group' : 'own';
}

type Setting = { tag: IssueTag; expert: Expert; evidence: Evidence };

function entryOf(assessment: Assessment, { tag, expert, evidence }: Setting): Entry {
  const article = evidence.articles.find((each) => each.id === assessment.articleId);
  const first = assessment.spans[0];
  const paragraph = article?.paragraphs.find((each) => each.id === first?.paragraphId);
  const whole = assessment.spans.every((span) => span.quoted);
  return {
    assessmentId: assessment.id,
    articleId: assessment.articleId,
    paragraph: paragraph?.number ?? null,
    words: shownWords(assessment.spans),
    parts: assessment.spans.flatMap((span, index) => [
      ...(index > 0 ? [{ words: whole ? ' ' : ' … ', quoted: false }] : []),
      ...partsOf(span),
    ]),
    tag,
    viewOf: assessment.viewOf,
    together: assessment.holders.filter((each) => each.id !== expert.id).map((each) => each.name),
  };
}

const firmness: Strength[] = ['tentative', 'plain', 'firm'];

/** Both ways where own statements differ; as firm as the firmest of those that take the side. */
function positionOf(own: Entry[]): Cell['position'] {
  const sided = own.map((entry) => entry.tag).filter((tag) => tag.stance !== 'none');
  const [first] = sided;
  if (!first) return null;
  const stance = sided.every((tag) => tag.stance === first.stance) ? first.stance : 'mixed';
  const strength = firmness[Math.max(...sided.map((tag) => firmness.indexOf(tag.strength)))];
  return { stance, strength: strength ?? 'plain' };
}

/** A cell in a few words, for readers of the screen and for plain text: "agrees, firmly". */
export function describeCell(cell: Cell | null): string {
  if (!cell) return 'silent';
  if (cell.position) return describePosition(cell.position);
  if (cell.own.length > 0) return 'takes no side';
  return cell.relayed.length > 0 ? 'only as another’s view' : 'only in a summary of several';
}

const stanceWords: Record<Stance, string> = {
  agrees: 'agrees',
  disagrees: 'disagrees',
  mixed: 'both ways',
  none: 'takes no side',
};

/** A stance and how firmly it is taken, in words. */
export function describePosition({ stance, strength }: { stance: Stance; strength: Strength }) {
  if (stance === 'none' || strength === 'plain') return stanceWords[stance];
  return `${stanceWords[stance]}, ${strength === 'firm' ? 'firmly' : 'tentatively'}`;
}
