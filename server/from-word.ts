import type { Node } from 'prosemirror-model';
import { z } from 'zod';
import { readDocument, titleOf, wordsOf, writeDocument } from '@/domain/document/document';
import { basesIn, typedQuotesIn, usedEvidence } from '@/domain/document/walk';
import { AppError } from '@/domain/errors';
import { classifiedMarking, describeStop } from '@/domain/paste/markings';
import type { WordOrder } from '@/domain/reassembly/order';
import { readWords } from '@/domain/search/words';
import type { Actor } from '@/domain/user';
import { readDraft } from '@/domain/word/draft';
import type { WordFile } from '@/domain/word/file';
import { placeDraft } from '@/domain/word/place';
import { bindDraft } from '@/domain/word/quotes';
import type { WordReport } from '@/domain/word/report';
import type { Prisma } from '@/prisma/client/client';
import { keepAssembly } from './assemblies';
import { record } from './audit';
import { authorize } from './authorize';
import { change, type Store } from './db';
import { loadEvidence } from './evidence';
import { readApart } from './intake/readers';
import { keepRevision } from './revisions';
import { findArticles } from './search/articles';
import { shelvesVisibleTo } from './search/shelves';
import { readTerms } from './search/terms';
import { takeTemplate } from './templates';
import { keepUses } from './uses';

/** Of a memo from Word: the template whose form it takes, and whether it is kept or only looked at. */
export const fromWordSchema = z.object({
  template: z.string().min(1, 'Choose a template.'),
  keep: z.literal('on').optional(),
});

/** How it ended: `id` is the memo's, null where it was only looked at. */
export type FromWord = { id: string | null; report: WordReport };

type Sent = { bytes: Uint8Array; fileName: string; template: string; keep: boolean };

/** More quotations than this are not looked for in one file. */
const mostQuotes = 200;

/**
 * Makes a memo of a Word file that was written elsewhere, or (without `keep`) says what it would
 * become. Its quotes are held against the team's articles; those that stand are bound or cited, and
 * the memo rests on their articles. Refused with a sentence; then nothing is kept. `date` is the day.
 */
export async function takeFromWord(actor: Actor, sent: Sent, date: string): Promise<FromWord> {
  const [teamId] = actor.teamIds;
  if (teamId === undefined) throw new AppError('forbidden', 'You are in no team.');
  authorize(actor, 'memo.create', { teamId });
  const file = await readWord(sent);
  return looking(async (tx) => {
    const within = { ...actor, teamIds: [teamId] };
    const {
      id: templateId,
      version,
      template,
    } = await takeTemplate(tx, {
      actor,
      slug: sent.template,
      teamId,
    });
    const draft = readDraft(file);
    const subject = draft.fields.find(({ label }) => /^(subject|subj|re)$/i.test(label))?.value;
    const title = (draft.title || subject || sent.fileName.replace(/\.\w+$/, '')).slice(0, 300);
    const head = { title, to: '', from: actor.name, date };
    const placed = placeDraft(draft, { ...head, template });
    const whole = readDocument(placed.document);
    const evidence = await evidenceFor(tx, within, whole);
    const { document: bound, quotes: found } = bindDraft(whole, evidence);
    const sought = new Set(soughtIn(whole));
    const quotes = found.map((each) =>
      each.state !== 'not-found' || sought.has(each.words)
        ? each
        : { ...each, state: 'unsearched' as const },
    );
    const used = usedEvidence(bound, evidence).articles;
    const report = reportOf(bound, {
      title,
      used,
      quotes,
      losses: file.losses,
      notes: [...placed.notes, ...unsearched(whole)],
    });
    if (!sent.keep) throw new OnlyLooked(report);
    const document = writeDocument(bound);
    const memo = await tx.memo.create({
      data: {
        teamId,
        authorId: actor.id,
        templateId,
        title,
        document: document as Prisma.InputJsonObject,
        text: wordsOf(bound),
        articles: { create: used.map(({ id }) => ({ versionId: id })) },
      },
    });
    const order: WordOrder = { made: 'word', ...head };
    await keepAssembly(tx, actor, memo.id, { order, document });
    await keepUses(tx, memo.id, new Set(), basesIn(bound));
    await keepRevision(tx, actor, { ...memo, document, label: 'As it came from Word' });
    await record(tx, {
      actorId: actor.id,
      event: 'memo.taken-in',
      subjectType: 'memo',
      subjectId: memo.id,
      detail: { template: template.slug, templateVersion: version, quotes: quotes.length },
    });
    return { id: memo.id, report };
  });
}

/** What a file would become is known: nothing of it is to be kept, whatever was stored for it. */
class OnlyLooked extends Error {
  constructor(readonly report: WordReport) {
    super('Only looked at.');
  }
}

/** A change that is taken back where it was only looked at. */
async function looking(work: (tx: Store) => Promise<FromWord>): Promise<FromWord> {
  try {
    return await change(work);
  } catch (fault) {
    if (fault instanceof OnlyLooked) return { id: null, report: fault.report };
    throw fault;
  }
}

function unsearched(document: Node): string[] {
  const quotes = new Set(typedQuotesIn(document).map(({ text }) => text));
  if (quotes.size <= mostQuotes) return [];
  return [
    `Only the first ${mostQuotes} of its ${quotes.size} quotations were looked for; hold the others against their sources by hand.`,
  ];
}

async function readWord({ bytes, fileName }: Sent): Promise<WordFile> {
  const labels = { fileName, mediaType: null, charset: null, url: null };
  const { word } = await readApart({ bytes, ...labels, memo: true });
  if (!word) throw new AppError('invalid', 'This is no Word file. Save it as .docx.');
  const marking = classifiedMarking(word.lines);
  if (marking !== null) throw new AppError('invalid', describeStop(marking, 'This file'));
  return word;
}

type Found = Omit<WordReport, 'sections' | 'articles'> & { used: { title: string }[] };

function reportOf(document: Node, { used, ...found }: Found): WordReport {
  const sections: string[] = [];
  document.forEach((each) => {
    if (each.type.name === 'section') sections.push(each.firstChild?.textContent ?? '');
  });
  return { ...found, title: titleOf(document), sections, articles: used.map(({ title }) => title) };
}

/** The quotations that are looked for, each once. */
function soughtIn(document: Node): string[] {
  return [...new Set(typedQuotesIn(document).map(({ text }) => text))].slice(0, mostQuotes);
}

/** The articles in which a quotation of the document, or a stretch of one, is found by its words. */
async function evidenceFor(tx: Store, actor: Actor, document: Node) {
  const shelves = await shelvesVisibleTo(actor, { from: null, to: null });
  const scope = {
    teamIds: actor.teamIds,
    shelves,
    from: null,
    to: null,
    outlet: '',
    expert: '',
    issue: '',
  };
  const ids = new Set<string>();
  for (const words of soughtIn(document))
    for (const phrase of stretchesOf(words)) {
      const terms = await readTerms(readWords(`"${phrase}"`), false);
      if (terms.all === '') continue;
      const { items } = await findArticles(terms, scope, { take: 3, skip: 0 });
      for (const { id } of items) ids.add(id);
      if (items.length > 0) break;
    }
  return loadEvidence(tx, [...ids]);
}

/** Stretches of five words, apart from one another: one changed word leaves the others as they are. */
function stretchesOf(words: string): string[] {
  const bare = words
    .replace(/["“”„«»]/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  const starts = [0, 5, 10, 15, 20].filter((from) => from === 0 || from + 3 < bare.length);
  return starts.map((from) => bare.slice(from, from + 5).join(' '));
}
