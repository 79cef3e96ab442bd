import type { Node } from 'prosemirror-model';
import { z } from 'zod';
import { type Article, hashText } from './article';
import type { Evidence } from './assessment';
import { type ClearanceSheet, clearanceSheetSchema } from './clearance/sheet';
import { type DocumentJson, readDocument, writeDocument } from './document/document';
import { withoutSuggestions } from './document/settle';
import { numberCitations, usedEvidence } from './document/walk';
import { AppError } from './errors';
import { evidenceSchema } from './evidence-schema';
import { keptBackSchema, restingEvidence } from './memo-file-evidence';
import { reportOn, reportSchema } from './memo-report';
import { resolves } from './span';

/**
 * A memo as a file of its own, in JSON: the kind of memo (`form`), its document, and the evidence
 * that it cites and quotes, so that it can be checked and set where no store is at hand. What is
 * exported has a `report` too. `docs/memo-file.schema.json` is this schema, for other programs.
 */
const memoFileSchema = z.object({
  format: z.literal('scenesetter-memo'),
  version: z.literal(1).describe('Of the format. It counts on when a reader of it would go wrong.'),
  form: z.string().min(1).describe('The kind of memo: “Policy brief”.'),
  document: z
    .record(z.string(), z.unknown())
    .describe('The document as ProseMirror’s JSON; attrs.version is that of its schema.'),
  evidence: evidenceSchema,
  keptBack: keptBackSchema.optional(),
  clearance: clearanceSheetSchema
    .nullish()
    .describe('Its clearance page as it was printed: who cleared which text, and when.'),
  report: reportSchema.optional(),
});

/** The JSON Schema of memo files, as it is published. */
export function describeMemoFile(): Record<string, unknown> {
  const described = memoFileSchema.meta({
    title: 'Scenesetter memo file, version 1',
    description:
      'A memo, the evidence that it rests on, and in an export what was found of both. Readers pass over fields that they do not know.',
  });
  return z.toJSONSchema(described, { io: 'input' });
}

/**
 * A memo read from a file: its document has been checked whole, and so has its evidence. The
 * paragraphs whose ids are `keptBack` go into nothing that is exported of it.
 */
export type FiledMemo = {
  form: string;
  document: Node;
  evidence: Evidence;
  keptBack: ReadonlySet<string>;
};

/** What a memo file says, before any of it is checked but its form. */
export type MemoFile = z.infer<typeof memoFileSchema>;

/**
 * The text of a memo file: the same memo, the same text. Of the evidence it keeps what the
 * document cites, quotes or rests on; no statement off the record can be among it. It is a file to
 * work on, with whole articles: `secret` are the ids of paragraphs that carry such a statement, which
 * the file names, so that no export of it has their words.
 */
export function writeMemoFile(
  form: string,
  json: DocumentJson,
  evidence: Evidence,
  secret: ReadonlySet<string> = new Set(),
): string {
  const node = readDocument(json);
  const document = writeDocument(node);
  const used = usedEvidence(node, evidence);
  const file = { format: 'scenesetter-memo', version: 1, form, document, evidence: used };
  const keptBack = used.articles.flatMap((article) =>
    article.paragraphs
      .filter(({ id }) => secret.has(id))
      .map(({ id, number }) => ({ article: article.id, paragraph: id, number })),
  );
  const whole = keptBack.length > 0 ? { ...file, keptBack } : file;
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/**
 * A finished memo as a memo file that may leave the house: without what is only suggested, and of
 * its sources only the paragraphs that it cites, quotes or rests on. No statement off the record is
 * in it, no paragraph that carries one (`keptBack` are the ids of those, as the store knows them), and
 * no other name that a source gives a speaker. `version` is that of the memo's store.
 */
export function exportMemoFile(
  memo: {
    form: string;
    document: Node;
    evidence: Evidence;
    keptBack?: ReadonlySet<string>;
    clearance?: ClearanceSheet | null;
  },
  version: number | null,
): string {
  const node = withoutSuggestions(memo.document);
  const { evidence, keptBack } = restingEvidence(node, memo.evidence, memo.keptBack);
  const report = reportOn(node, memo.evidence, version);
  const file = { format: 'scenesetter-memo', version: 1, form: memo.form };
  const { clearance = null } = memo;
  const whole = {
    ...file,
    document: writeDocument(node),
    evidence,
    keptBack,
    ...(clearance ? { clearance } : {}),
    report,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/**
 * Reads the text of a memo file. Refused, with a sentence, where it isn't one, where a paragraph
 * is not what its SHA-256 says, or where a span or a citation leads nowhere.
 */
export function readMemoFile(text: string): FiledMemo {
  const { form, document: json, evidence, keptBack = [] } = parseMemoFile(text);
  const document = readDocument(json);
  for (const article of evidence.articles) checkParagraphs(article);
  const secret = new Set(keptBack.map(({ paragraph }) => paragraph));
  checkSpans(evidence, secret);
  const known = new Set(keptBack.map(({ article, number }) => `${article} ${number}`));
  checkCitations(document, evidence, known);
  return { form, document, evidence, keptBack: secret };
}

/** A memo file of which the form alone is checked, for those who say themselves what is wrong in it. */
export function parseMemoFile(text: string): MemoFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (fault) {
    throw refuse(`it is not JSON (${(fault as Error).message})`);
  }
  const result = memoFileSchema.safeParse(json);
  if (result.success) return result.data;
  const { format, version } = (json ?? {}) as { format?: unknown; version?: unknown };
  if (format !== 'scenesetter-memo') throw refuse('its “format” is not “scenesetter-memo”');
  if (version !== 1)
    throw refuse(`it has version ${JSON.stringify(version)}, and this Scenesetter reads version 1`);
  const faults = result.error.issues.slice(0, 3).map((issue) => {
    return `${issue.path.join('.')}: ${issue.message}`;
  });
  throw refuse(faults.join('; '));
}

function checkParagraphs(article: Article): void {
  for (const paragraph of article.paragraphs)
    if (hashText(paragraph.text) !== paragraph.sha256)
      throw doctored(`${nameParagraph(paragraph.number)} of “${article.title}” has been changed`);
}

function checkSpans({ articles, assessments }: Evidence, keptBack: ReadonlySet<string>): void {
  const byId = new Map(articles.map((article) => [article.id, article]));
  for (const { id, articleId, spans } of assessments) {
    const paragraphs = byId.get(articleId)?.paragraphs ?? [];
    for (const span of spans)
      if (
        !keptBack.has(span.paragraphId) &&
        !paragraphs.some((paragraph) => resolves(span, paragraph))
      )
        throw doctored(`the assessment ${id} does not hold the words of its paragraph`);
  }
}

function checkCitations(
  document: Node,
  { articles }: Evidence,
  keptBack: ReadonlySet<string>,
): void {
  for (const key of numberCitations(document).keys()) {
    if (keptBack.has(key)) continue;
    const [id, number] = key.split(' ');
    const article = articles.find((each) => each.id === id);
    if (!article?.paragraphs.some((paragraph) => `${paragraph.number}` === number))
      throw doctored(`a citation leads to paragraph ${number} of an article that lacks it`);
  }
}

const nameParagraph = (number: number | null) =>
  number === null ? 'a paragraph that is left out' : `paragraph ${number}`;

const refuse = (fault: string) => new AppError('invalid', `This is not a memo file: ${fault}.`);

const doctored = (fault: string) =>
  new AppError('invalid', `This memo file is not as it was written: ${fault}.`);
