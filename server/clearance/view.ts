import type { Node } from 'prosemirror-model';
import { instantInWords } from '@/domain/clearance/due';
import {
  type Addressee,
  answersTo,
  mayAnswer,
  type Outcome,
  type Standing,
  standingOf,
} from '@/domain/clearance/list';
import { obstaclesTo } from '@/domain/clearance/obstacles';
import { type Seen, seenIn } from '@/domain/clearance/seen';
import { type ClearanceSheet, clearanceSheet } from '@/domain/clearance/sheet';
import { recommendationsIn } from '@/domain/clearance/split';
import { readDocument } from '@/domain/document/document';
import { withoutSuggestions } from '@/domain/document/settle';
import { can } from '@/domain/policy';
import { isSound } from '@/domain/quote/check';
import { sectionsOf } from '@/domain/reassembly/parts';
import type { Actor } from '@/domain/user';
import { prepareVerifier, verifyQuotes } from '@/domain/verify';
import { authorize } from '../authorize';
import { db, type Store } from '../db';
import { getMemo, type MemoView } from '../memos';
import { type Answering, answeringAs, answersForOn } from './answering';
import {
  type AddresseeRow,
  addresseeOf,
  type ClearanceRow,
  hashOfText,
  latestClearance,
  listOf,
} from './load';

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
  obstacles: string[];
  sheet: ClearanceSheet;
  decisions: Decided[];
  scans: { id: string; name: string; sha256: string; by: string; at: string }[];
  /** What the reader may do: change the list and issue; propose others; decide. */
  may: { manage: boolean; propose: boolean; decide: boolean };
};

/** The memo with its sections, and its clearance where there is one. */
export type MemoClearance = {
  memo: MemoView;
  sections: { name: string; heading: string }[];
  clearance: ClearanceView | null;
};

/** How the text of a memo stands, for its list. */
export type TextNow = { settled: Node; seen: Seen; sha256: string; version: number };

/** What a memo's text says without what is only suggested. */
export function textNow(memo: Pick<MemoView, 'document' | 'version'>): TextNow {
  const settled = withoutSuggestions(readDocument(memo.document));
  return { settled, seen: seenIn(settled), sha256: hashOfText(settled), version: memo.version };
}

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
    obstacles: isOpen ? obstaclesTo({ ...(await countsOf(memo)), list, seen: text.seen, now }) : [],
    sheet: sheetOf(row, text, now),
    ...(await decidedIn(db(), row)),
    may: {
      manage,
      propose: isOpen && !manage && lines.some(({ answering }) => answering !== null),
      decide: !isOpen && row.principalId === actor.id,
    },
  };
}

/** What stands against issuing beside the list: comments that must be dealt with, unsound quotes. */
export async function countsOf(memo: MemoView): Promise<{ mustFix: number; unsound: number }> {
  const findings = verifyQuotes(readDocument(memo.document), prepareVerifier(memo.evidence));
  return { mustFix: 0, unsound: findings.filter(({ state }) => !isSound(state)).length };
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

function issuedOf({ issuedAt, issuedBy, issuedVersion, issuedSha256 }: ClearanceRow) {
  if (!issuedAt || !issuedBy || issuedVersion === null || issuedSha256 === null) return null;
  const at = issuedAt.toISOString();
  return { version: issuedVersion, sha256: issuedSha256, by: issuedBy.name, at };
}

/** The clearance page of a text under a round: whether it is the text that was issued. */
export function sheetOf(row: ClearanceRow, text: TextNow, now: string): ClearanceSheet {
  const { author } = row.memo;
  return clearanceSheet({
    list: listOf(row),
    seen: text.seen,
    now,
    text: { version: text.version, sha256: text.sha256 },
    issued: issuedOf(row),
    drafted: `${author.name}, ${author.email}`,
    inWords: (instant) => instantInWords(instant, row.zone),
  });
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
