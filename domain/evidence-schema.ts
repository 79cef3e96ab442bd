import { z } from 'zod';
import { leftOutReasons } from './article';
import type { Evidence } from './assessment';
import { stances, strengths } from './issue';

const day = z.iso.date();
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256 in hexadecimal');
const offset = z.number().int().min(0);

const paragraphSchema = z.object({
  id: z.string().min(1),
  number: z.number().int().min(1).nullable(),
  leftOut: z.enum(leftOutReasons).nullable(),
  start: offset,
  text: z.string(),
  sha256: hash,
});

const articleSchema = z.object({
  id: z.string().min(1),
  slug: z.string().min(1),
  title: z.string(),
  outlet: z.string(),
  byline: z.string().nullable(),
  url: z.string().nullable(),
  publishedOn: day,
  accessedOn: day.nullable(),
  sha256: hash,
  paragraphs: z.array(paragraphSchema),
});

const expertSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  kind: z.enum(['person', 'group', 'document']),
  aliases: z.array(z.string()),
  affiliations: z.array(z.object({ organisation: z.string(), role: z.string(), asOf: day })),
});

const spanSchema = z.object({
  id: z.string().min(1),
  paragraphId: z.string().min(1),
  start: offset,
  end: offset,
  text: z.string().min(1),
  quoted: z.boolean(),
});

const assessmentSchema = z.object({
  id: z.string().min(1),
  articleId: z.string().min(1),
  revision: z.number().int().min(0).default(0),
  kind: z.enum(['direct_quote', 'partial_quote', 'paraphrase', 'group_paraphrase']),
  holders: z.array(expertSchema),
  viewOf: z.string().nullable(),
  directness: z.enum(['first_hand', 'reported', 'speculative']),
  groundRule: z.enum(['on_the_record', 'background', 'chatham_house', 'not_for_use']),
  issues: z.array(
    z.object({
      issueId: z.string().min(1),
      stance: z.enum(stances),
      strength: z.enum(strengths).default('plain'),
      grounds: z.string(),
    }),
  ),
  spans: z.array(spanSchema).min(1),
});

/** Evidence as it stands in a file: the shape of `Evidence`, checked value by value. */
export const evidenceSchema: z.ZodType<Evidence> = z.object({
  articles: z.array(articleSchema),
  assessments: z.array(assessmentSchema),
});
