import { hitMarks } from '@/domain/search/parts';
import type { Words } from '@/domain/search/words';
import { Prisma } from '@/prisma/client/client';
import { db } from '../db';

/** What is searched for as PostgreSQL asks it (tsquery as text): empty asks for nothing. */
export type Terms = {
  /** All that has to be there. */
  all: string;
  /** Any of the words: what is lit in the passages. */
  any: string;
  /** What stands between quotation marks, the first of two words or more; and whether more is asked. */
  phrase: string;
  more: boolean;
  /** The phrase as a text of its own has it: a tsvector, where its words have their places. */
  phraseWords: string;
  /** Whether the last word is the beginning of one. */
  begun: boolean;
};

const configuration = Prisma.sql`'public.scenesetter'::regconfig`;

function queryOf(text: string): Prisma.Sql {
  return Prisma.sql`websearch_to_tsquery(${configuration}, public.search_text(${text}))`;
}

/** Reads the words with English stems and without accents; with `prefixed` the last one may go on. */
export async function readTerms(words: Words, prefixed: boolean): Promise<Terms> {
  const [phrase = ''] = words.phrases;
  const prefix = prefixed && words.prefix;
  // A beginning has no stem: "anody" would become "anodi", and "anodyne" is kept as "anodyn".
  const last = prefix
    ? Prisma.sql`(to_tsquery('simple', '''' || public.unaccent(${prefix.word}) || ''':*')
        || ${queryOf(prefix.word)})`
    : Prisma.sql`''::tsquery`;
  const all = prefix
    ? Prisma.sql`${queryOf(prefix.before)} && ${last}`
    : Prisma.sql`${queryOf(words.web)}`;
  const [row] = await db().$queryRaw<Omit<Terms, 'more' | 'begun'>[]>`
    SELECT (${all})::text AS "all",
           (${queryOf(words.any)} || ${last})::text AS "any",
           ${queryOf(phrase)}::text AS "phrase",
           public.search_words(${phrase})::text AS "phraseWords"`;
  const terms = row ?? { all: '', any: '', phrase: '', phraseWords: '' };
  const begun = Boolean(prefix);
  // Of "the word" one word is left: it is asked for like any other.
  if (!/<(-|\d+)>/.test(terms.phrase)) return { ...terms, begun, phrase: '', more: true };
  return { ...terms, begun, more: terms.all !== terms.phrase };
}

/** Whether the words' column has all that is asked for; true where nothing is. */
export function hasAll(column: Prisma.Sql, terms: Terms): Prisma.Sql {
  return terms.all === '' ? Prisma.sql`TRUE` : Prisma.sql`${column} @@ ${terms.all}::tsquery`;
}

/** A text with its hits between the marks of `partsOf`, and as it is: what `litParts` reads. */
export function lit(column: Prisma.Sql, terms: Terms): Prisma.Sql {
  const options = `StartSel=${hitMarks.start}, StopSel=${hitMarks.end}, HighlightAll=true`;
  const text = Prisma.sql`left(replace(replace(${column}, ${hitMarks.start}, ''), ${hitMarks.end}, ''), 60000)`;
  return Prisma.sql`json_build_object('text', ${text}, 'marked', ts_headline(
    ${configuration}, public.search_text(${text}), ${terms.any}::tsquery, ${options}))`;
}
