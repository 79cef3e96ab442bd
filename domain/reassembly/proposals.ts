import type { Node } from 'prosemirror-model';
import { isSame, type Part, partsOf, sectionsOf } from '../document/parts';

/** The three texts of a re-assembly: as assembled last, as it stands, and as it would be now. */
export type Three = { base: Node; mine: Node; fresh: Node };

/**
 * What a new assembly would do to a part of a memo, or to all parts of a new issue at once: `parts`
 * are their keys. `isWritten` says that a person has changed or moved what stands there, or taken out
 * the list around it, since it was assembled: what they made of it stays unless they ask for this.
 * `mine` is what stands there, `fresh` what would.
 */
export type Proposal = {
  key: string;
  kind: 'new' | 'gone' | 'changed';
  parts: string[];
  section: string;
  isWritten: boolean;
  mine: Node | null;
  fresh: Node[];
};

/**
 * What has come, gone or changed between two assemblies of a memo and is not in its text yet, section
 * by section in the order of the new one. Nothing is said of what a person wrote in addition; a part
 * that a person took out does not come back.
 */
export function proposalsOf({ base, mine, fresh }: Three): Proposal[] {
  const [were, stand, are] = [base, mine, fresh].map((each) => index(partsOf(each)));
  if (!were || !stand || !are) return [];
  const sections = new Set(sectionsOf(mine).map(({ attrs }) => attrs.name as string));
  const lists = { base: listsIn(base), mine: listsIn(mine) };
  const isListGone = ({ list }: Part) =>
    list !== null && lists.base.has(list) && !lists.mine.has(list);
  const found: Proposal[] = [];
  for (const [key, part] of are) {
    const [was, here] = [were.get(key)?.node, stand.get(key)?.node];
    if (!sections.has(part.section)) continue;
    if (!here && !was) found.push({ ...proposal('new', part), isWritten: isListGone(part) });
    if (!here || isSame(here, part.node) || (was && isSame(was, part.node))) continue;
    const isWritten = !was || !isSame(here, was);
    found.push({ ...proposal('changed', part), isWritten, mine: here });
  }
  for (const [key, part] of were) {
    const here = stand.get(key)?.node;
    if (!here || are.has(key)) continue;
    const isWritten = !isSame(here, part.node);
    found.push({ ...proposal('gone', part), isWritten, mine: here, fresh: [] });
  }
  const order = sectionsOf(fresh).map(({ attrs }) => attrs.name as string);
  const place = ({ section }: Proposal) => order.indexOf(section);
  return togetherByIssue(found, are).toSorted((one, other) => place(one) - place(other));
}

function proposal(kind: Proposal['kind'], { key, node, section }: Part): Proposal {
  const parts = [key];
  return {
    key: `${kind} ${key}`,
    kind,
    parts,
    section,
    isWritten: false,
    mine: null,
    fresh: [node],
  };
}

function index(parts: Part[]): Map<string, Part> {
  return new Map(parts.filter(({ key }) => key !== '').map((part) => [part.key, part]));
}

function listsIn(document: Node): Set<string> {
  return new Set(partsOf(document).flatMap(({ list }) => list ?? []));
}

/** All that stands under a new subheading comes with it, as one proposal. */
function togetherByIssue(found: Proposal[], are: Map<string, Part>): Proposal[] {
  const isNew = new Set(found.flatMap(({ kind, parts }) => (kind === 'new' ? parts : [])));
  const groups = new Map<string, Proposal>();
  return found.filter((each) => {
    const [key] = each.parts;
    const head = are.get(key ?? '')?.head ?? null;
    if (each.kind !== 'new' || head === null || !isNew.has(head)) return true;
    const group = groups.get(head);
    if (!group) groups.set(head, each);
    group?.parts.push(...each.parts);
    group?.fresh.push(...each.fresh);
    return !group;
  });
}
