import {
  type Addressee,
  answersTo,
  mayAnswer,
  type Outcome,
  openStage,
  type Standing,
  standingOf,
} from '@/domain/clearance/list';
import { obstaclesTo } from '@/domain/clearance/obstacles';
import type { ClearanceSheet } from '@/domain/clearance/sheet';
import { recommendationsIn } from '@/domain/clearance/split';
import { readDocument } from '@/domain/document/document';
import { sectionsOf } from '@/domain/document/parts';
import { can } from '@/domain/policy';
import { isSound } from '@/domain/quote/check';
import type { Actor } from '@/domain/user';
import { prepareVerifier, verifyQuotes } from '@/domain/verify';
import { authorize } from '../authorize';
import { countComments } from '../comments/list';
import { db, type Store } from '../db';
import { getMemo, type MemoView } from '../memos';
import { type Answering, answeringAs, answersForOn } from './answering';
import { type AddresseeRow, addresseeOf, type ClearanceRow, latestClearance, listOf } from './load';
import { issuedOf, sheetOf, type TextNow, textNow } from './text';

/** A line of the list as it is shown: how it stands, what it was asked, and what the reader may do. */
export type ListLine = Addressee & {
  standing: Standing;
  note: string;
  state: 'listed' | 'proposed' | 'declined';
  proposedBy: string | null;
  /** As whom the reader answers; null where they do not. */
  answering: Answering | null;
  /** The answers that they may give now. */
  answers: Outcome[];
};

/** A recommendation of the issued text, and what the principal decided on it. */
export type Decided = {
  place: number;
  text: string;
  decision: { mark: string; note: string; by: string; at: string } | null;
};

/** A memo's clearance as a page shows it. */
export type ClearanceView = {
  id: string;
  number: number;
  revision: number;
  zone: string;
  officer: string;
  principal: string | null;
  isOpen: boolean;
  issued: { version: number; sha256: string; by: string; at: string } | null;
  lines: ListLine[];
  /** The stage at work; null where none is. */
  openStage: number | null;
  obstacles: string[];
  sheet: ClearanceSheet;
  decisions: Decided[];
  scans: { id: string; name: string; sha256: string; by: string; at: string }[];
  /** What the reader may do: change the list and issue; propose others; decide. */
  may: { manage: boolean; propose: boolean; decide: boolean; attach: boolean };
};

/** The memo with its sections (`id` is theirs on the memo's page), and its clearance where there is one. */
export type MemoClearance = {
  memo: MemoView;
  sections: { id: string; name: string; heading: string }[];
  clearance: ClearanceView | null;
};

/** A memo's latest clearance, for whoever may read the memo. */
export async function getClearance(
  actor: Actor,
  memoId: string,
  now = new Date(),
): Promise<MemoClearance> {
  const memo = await getMemo(actor, memoId);
  authorize(actor, 'clearance.read', memo);
  const text = textNow(memo);
  const sections = sectionsOf(text.settled).map(({ attrs, firstChild }) => ({
    id: attrs.id as string,
    name: attrs.name as string,
    heading: firstChild?.textContent ?? '',
  }));
  const row = await latestClearance(db(), memoId);
  const clearance = row && (await viewOf(row, { actor, memo, text, now: now.toISOString() }));
  return { memo, sections, clearance };
}

type Around = { actor: Actor; memo: MemoView; text: TextNow; now: string };

async function viewOf(row: ClearanceRow, around: Around): Promise<ClearanceView> {
  const { actor, memo, text, now } = around;
  const list = listOf(row);
  const answersFor = await answersForOn(db(), actor, now.slice(0, 10));
  const isOpen = row.issuedAt === null;
  const lines = row.addressees.map((each) => lineOf(each, { row, list, answersFor, around }));
  const manage = isOpen && can(actor, 'clearance.manage', memo) && row.officerId === actor.id;
  return {
    id: row.id,
    number: row.number,
    revision: row.revision,
    zone: row.zone,
    officer: row.officer.name,
    principal: row.principal?.name ?? null,
    isOpen,
    issued: issuedOf(row),
    lines,
    openStage: openStage(list, text.seen),
    obstacles: isOpen ? obstaclesTo({ ...(await countsOf(memo)), list, seen: text.seen, now }) : [],
    sheet: sheetOf(row, text, now),
    ...(await decidedIn(db(), row)),
    may: {
      manage,
      propose: isOpen && !manage && lines.some(({ answering }) => answering !== null),
      decide: !isOpen && row.principalId === actor.id,
      attach: !isOpen && [row.principalId, row.officerId].includes(actor.id),
    },
  };
}

/** What stands against issuing beside the list: comments that must be dealt with, unsound quotes. */
export async function countsOf(memo: MemoView): Promise<{ mustFix: number; unsound: number }> {
  const findings = verifyQuotes(readDocument(memo.document), prepareVerifier(memo.evidence));
  const { mustFix } = await countComments(db(), memo.id);
  return { mustFix, unsound: findings.filter(({ state }) => !isSound(state)).length };
}

function lineOf(
  each: AddresseeRow,
  known: { row: ClearanceRow; list: Addressee[]; answersFor: string[]; around: Around },
): ListLine {
  const { row, list, answersFor, around } = known;
  const { actor, text, now } = around;
  const addressee = addresseeOf(each);
  const { authorId } = row.memo;
  const answering = answeringAs(actor, each, { authorId, answersFor });
  const isOpen = row.issuedAt === null && each.state === 'listed';
  const mine = isOpen && answering !== null && mayAnswer(addressee, { list, seen: text.seen });
  return {
    ...addressee,
    standing: standingOf(addressee, { list, seen: text.seen, now }),
    note: each.note,
    state: each.state,
    proposedBy: each.proposedBy?.name ?? null,
    answering,
    answers: mine ? answersTo(addressee.asked) : [],
  };
}

/** The recommendations of what was issued, with the decisions on them, and the scans of the paper. */
async function decidedIn(
  store: Store,
  row: ClearanceRow,
): Promise<Pick<ClearanceView, 'decisions' | 'scans'>> {
  if (row.issuedText === null) return { decisions: [], scans: [] };
  const decisions = await store.decision.findMany({
    where: { clearanceId: row.id },
    include: { by: { select: { name: true } } },
  });
  const scans = await store.decisionScan.findMany({
    where: { clearanceId: row.id },
    omit: { bytes: true },
    orderBy: { createdAt: 'asc' },
    include: { by: { select: { name: true } } },
  });
  const made = new Map(decisions.map((each) => [each.place, each]));
  return {
    decisions: recommendationsIn(readDocument(row.issuedText)).map(({ place, text }) => {
      const known = made.get(place);
      const decision = known && {
        mark: known.mark,
        note: known.note,
        by: known.by.name,
        at: known.createdAt.toISOString(),
      };
      return { place, text, decision: decision ?? null };
    }),
    scans: scans.map(({ id, name, sha256, by, createdAt }) => ({
      id,
      name,
      sha256,
      by: by.name,
      at: createdAt.toISOString(),
    })),
  };
}
