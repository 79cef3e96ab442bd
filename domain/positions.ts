import { type Assessment, isOwnView } from './assessment';
import { type Expert, shortName } from './expert';
import type { Issue, Stance } from './issue';

/** Where one expert stands on one issue, and the assessments that say so. */
export type Position = {
  expert: Expert;
  stance: Stance;
  grounds: string[];
  basis: string[];
};

/**
 * Where each person stands on the issue, by their own statements alone: what they report of
 * another's view, group paraphrases and silence are never counted. Someone on record both ways
 * is "mixed". In the order of first statement.
 */
export function positionsOn(issue: Issue, assessments: Assessment[]): Position[] {
  const positions = new Map<string, Position>();
  for (const assessment of assessments) {
    const tag = assessment.issues.find((each) => each.issueId === issue.id);
    const expert = assessment.holders[0];
    if (!tag || tag.stance === 'none' || !expert || !isOwnView(assessment)) continue;
    const known = positions.get(expert.id);
    const grounds = tag.grounds ? [tag.grounds] : [];
    positions.set(expert.id, {
      expert,
      stance: known && known.stance !== tag.stance ? 'mixed' : tag.stance,
      grounds: [...(known?.grounds ?? []), ...grounds],
      basis: [...(known?.basis ?? []), assessment.id],
    });
  }
  return [...positions.values()];
}

/**
 * The sentence that says where the experts stand: agreement and disagreement as the stances give
 * them, grounds where they were noted, and who does not speak to it. Null where nobody takes a side.
 */
export function describePositions(
  issue: Issue,
  positions: Position[],
  silent: Expert[],
): string | null {
  if (positions.length === 0) return null;
  const by = (stance: Stance) => positions.filter((position) => position.stance === stance);
  const clauses = [
    holds(by('agrees'), issue.proposition),
    holdsNot(by('disagrees'), issue.proposition),
    isTorn(by('mixed'), issue.proposition),
  ].filter((clause) => clause !== null);
  const sentence = `${clauses.join('; ')}${describeGrounds(positions)}.`;
  return silent.length > 0 ? `${sentence} ${describeSilence(silent)}` : sentence;
}

const names = (positions: Position[]) => positions.map((position) => position.expert.name);

function holds(positions: Position[], proposition: string): string | null {
  if (positions.length === 0) return null;
  const who = joinNames(names(positions), 'and');
  if (positions.length === 1) return `${who} holds that ${proposition}`;
  return `${positions.length === 2 ? 'Both ' : ''}${who} hold that ${proposition}`;
}

function holdsNot(positions: Position[], proposition: string): string | null {
  if (positions.length === 0) return null;
  if (positions.length === 1) return `${names(positions)[0]} does not hold that ${proposition}`;
  if (positions.length === 2)
    return `Neither ${joinNames(names(positions), 'nor')} holds that ${proposition}`;
  return `None of ${joinNames(names(positions), 'and')} holds that ${proposition}`;
}

function isTorn(positions: Position[], proposition: string): string | null {
  if (positions.length === 0) return null;
  const verb = positions.length === 1 ? 'is' : 'are';
  return `${joinNames(names(positions), 'and')} ${verb} on record both ways on whether ${proposition}`;
}

function describeGrounds(positions: Position[]): string {
  const grounded = positions.filter((position) => position.grounds.length > 0);
  if (grounded.length === 0) return '';
  const each = grounded.map(
    (position) => `${shortName(position.expert)}, that ${position.grounds.join(' and that ')}`,
  );
  const different = new Set(grounded.map((position) => position.grounds.join())).size > 1;
  const lead = grounded.length === 1 ? 'on the ground given by' : 'on the same ground:';
  return different ? `, on different grounds: ${each.join('; ')}` : `, ${lead} ${each[0]}`;
}

function describeSilence(silent: Expert[]): string {
  const verb = silent.length === 1 ? 'does' : 'do';
  return `${joinNames(
    silent.map((expert) => expert.name),
    'and',
  )} ${verb} not take a side on it in these sources.`;
}

/** Names as a sentence lists them: "A", "A and B", "A, B and C". */
export function joinNames(list: string[], word: 'and' | 'or' | 'nor'): string {
  if (list.length < 2) return list.join('');
  return `${list.slice(0, -1).join(', ')} ${word} ${list.at(-1)}`;
}
