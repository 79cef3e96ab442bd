import type { Node } from 'prosemirror-model';
import type { Evidence } from '@/domain/assessment';
import { type ClearanceSheet, withClearance } from '@/domain/clearance/sheet';
import { readDocument, titleOf } from '@/domain/document/document';
import { html } from '@/domain/document/html';
import { markdown } from '@/domain/document/markdown';
import type { Printed } from '@/domain/document/print';
import { setMemo } from '@/domain/document/set';
import { textFile } from '@/domain/document/text-file';
import { AppError } from '@/domain/errors';
import { type FormatId, formatOf } from '@/domain/format';
import { exportMemoFile } from '@/domain/memo-file';
import type { Sheet } from '@/domain/sheet';
import { bibtex } from '@/domain/sources/bibtex';
import { citedSources } from '@/domain/sources/cited';
import { cslJson } from '@/domain/sources/csl';
import { plainType, type Type } from '@/domain/type';
import type { Actor } from '@/domain/user';
import {
  brokenCitations,
  prepareVerifier,
  type QuoteFinding,
  unsoundQuotes,
  verifyQuotes,
} from '@/domain/verify';
import { record } from './audit';
import { authorize } from './authorize';
import { textToExport } from './clearance/text';
import { change, db, type Store } from './db';
import { keptBackIn } from './evidence';
import { packBundle } from './export/bundle';
import { exportDocx } from './export/docx/docx';
import { renderPdf } from './export/pdf';
import { getMemo, type MemoView } from './memos';
import { keepRevision } from './revisions';

/** A finished document to be downloaded. */
export type Exported = { bytes: Uint8Array; mediaType: string; name: string };

/** A memo to be made into a file; `version` is null where it comes from no store. */
export type Finished = {
  form: string;
  document: Node;
  evidence: Evidence;
  version: number | null;
  /** Its clearance page, where it is or was in clearance. */
  clearance?: ClearanceSheet | null;
  /** Ids of paragraphs whose words may not leave the house, beside those the evidence tells of. */
  keptBack?: ReadonlySet<string>;
};

/**
 * What is asked for: a format, the paper of one that has pages and its type (the template's where none
 * is named), and of a PDF how it is printed.
 */
export type ExportOptions = Partial<Sheet> & {
  format: FormatId;
  createdAt?: Date;
  type?: Type;
  /** The text as it stands, or the one that was issued as cleared. */
  text?: 'now' | 'cleared';
};

/** The same with its paper settled. */
type RenderOptions = ExportOptions & Pick<Sheet, 'paper'>;

/** A memo made ready to be shown: as it is set, and how each quote stands to its source. */
export function present(memo: MemoView): {
  printed: Printed;
  findings: QuoteFinding[];
  broken: string[];
} {
  const document = readDocument(memo.document);
  return {
    printed: setMemo(document, memo.evidence, { form: memo.form }),
    findings: verifyQuotes(document, prepareVerifier(memo.evidence)),
    broken: brokenCitations(document, memo.evidence),
  };
}

/**
 * Exports a memo as it stands, or the list of its sources. Every quote is checked first; where one
 * does not stand it is refused, in every format, with a sentence that says which and shows the
 * source's words. The exported text is kept as a revision.
 */
export async function exportMemo(
  actor: Actor,
  id: string,
  options: ExportOptions,
): Promise<Exported> {
  const { file, keep } = await prepareExport(actor, id, options);
  await change(keep);
  return file;
}

/**
 * The same with its keeping left to the caller, who writes `keep` (the revision and the record) in
 * one transaction with whatever else is written of the export.
 */
export async function prepareExport(
  actor: Actor,
  id: string,
  options: ExportOptions,
): Promise<{ file: Exported; version: number; keep: (tx: Store) => Promise<void> }> {
  const now = await getMemo(actor, id);
  authorize(actor, 'memo.export', now);
  const ready = await makeReady(now, options.text);
  const { memo, refusal } = ready;
  if (refusal?.unsound)
    await record(db(), exportRecord(actor.id, memo, 'memo.export-refused', options.format));
  const file = await finish(ready, options);
  return {
    file,
    version: memo.version,
    keep: async (tx) => {
      const { label } = formatOf(options.format);
      await keepRevision(tx, actor, { ...memo, label: `As exported to ${label}` });
      await record(tx, exportRecord(actor.id, memo, 'memo.exported', options.format));
    },
  };
}

/** A memo that was checked: what its file is made of, and why none may be made; null where one may. */
export type Ready = {
  memo: MemoView;
  finished: Finished;
  refusal: { message: string; unsound: boolean } | null;
};

/** Checks a memo's quotes and gathers what its file is made of. Who may export it was asked before. */
export async function makeReady(now: MemoView, text: ExportOptions['text']): Promise<Ready> {
  const { memo, clearance } = await textToExport(now, text ?? 'now');
  const { findings, broken } = present(memo);
  const unsound = unsoundQuotes(findings);
  const keptBack = await keptBackIn(
    db(),
    memo.evidence.articles.map((article) => article.id),
  );
  const document = readDocument(memo.document);
  const message = unsound.length > 0 ? describeRefusal(unsound) : broken.join(' ');
  return {
    memo,
    finished: { ...memo, document, keptBack, clearance },
    refusal: message === '' ? null : { message, unsound: unsound.length > 0 },
  };
}

/** The file of a checked memo. Refused where a quote or citation of it does not stand. */
export async function finish(ready: Ready, options: ExportOptions): Promise<Exported> {
  if (ready.refusal) throw new AppError('invalid', ready.refusal.message);
  const { mediaType, extension } = formatOf(options.format);
  const { template } = ready.memo;
  const { paper = template.paper, type = template.type } = options;
  const bytes = await render(ready.finished, { ...options, paper, type });
  return { bytes, mediaType, name: `${fileName(ready.memo.title)}.${extension}` };
}

/** Why an export is refused, quote by quote. */
export function describeRefusal(unsound: QuoteFinding[]): string {
  const count = unsound.length === 1 ? 'One quote does' : `${unsound.length} quotes do`;
  return `${count} not stand, so nothing was exported. ${unsound.map((each) => each.message).join(' ')}`;
}

/** The memo as the bytes of a file. Refused where a PDF's typeface lacks a letter of it. */
export async function render(memo: Finished, options: RenderOptions): Promise<Uint8Array> {
  const made = await renderers[options.format](memo, options);
  return typeof made === 'string' ? new TextEncoder().encode(made) : made;
}

type Renderer = (
  memo: Finished,
  options: RenderOptions,
) => string | Uint8Array | Promise<Uint8Array>;

const setOf = ({ form, document, evidence, clearance = null }: Finished) =>
  withClearance(setMemo(document, evidence, { form }), clearance);
const sourcesOf = ({ document, evidence }: Finished) => citedSources(document, evidence);

/** How each format is made. */
const renderers: Record<FormatId, Renderer> = {
  pdf: renderPdf,
  docx: (memo, { paper, type = plainType, createdAt = new Date() }) =>
    exportDocx(setOf(memo), { createdAt, paper, type }),
  md: (memo) => markdown(setOf(memo)),
  txt: (memo) => textFile(setOf(memo)),
  html: (memo) => html(setOf(memo)),
  json: (memo) => exportMemoFile(memo, memo.version),
  csl: (memo) => cslJson(sourcesOf(memo)),
  bib: (memo) => bibtex(sourcesOf(memo)),
  zip: renderBundle,
};

/** All of its files are of one moment. */
function renderBundle(memo: Finished, options: RenderOptions): Promise<Uint8Array> {
  const { createdAt = new Date() } = options;
  const title = titleOf(memo.document);
  return packBundle({ name: fileName(title), title, version: memo.version }, (format) =>
    render(memo, { ...options, createdAt, format }),
  );
}

/** The audit's line of an export; `actorId` is null at the command line. */
export function exportRecord(
  actorId: string | null,
  memo: MemoView,
  event: 'memo.exported' | 'memo.export-refused',
  format: string,
) {
  const detail = { format, version: memo.version };
  return { actorId, event, subjectType: 'memo', subjectId: memo.id, detail } as const;
}

/** A title as a file's name: letters, digits and hyphens, at most 80 of them. */
export function fileName(title: string): string {
  const words = title.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '-');
  return (
    words
      .replace(/^-+|-+$/g, '')
      .slice(0, 80)
      .toLowerCase() || 'memo'
  );
}
