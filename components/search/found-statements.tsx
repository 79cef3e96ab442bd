import Link from 'next/link';
import type { Assessment } from '@/domain/assessment';
import { dateInWords } from '@/domain/date';
import type { Part } from '@/domain/search/parts';
import { groundRuleLabels, kindLabels } from '../assessment/labels';
import { Marked } from './marked';

type FoundStatement = {
  id: string;
  kind: Assessment['kind'];
  groundRule: Assessment['groundRule'];
  speakers: { id: string; name: string; role: string }[];
  viewOf: string | null;
  words: Part[];
  issues: { id: string; name: string }[];
  article: { slug: string; title: string; outlet: string; publishedOn: string };
  paragraph: number | null;
};

/** Statements that were found; nobody is named beside what is not on the record. */
export function FoundStatements({ statements }: { statements: FoundStatement[] }) {
  return statements.map((statement) => (
    <li key={statement.id} className="grid gap-1 px-4 py-3">
      <h3 className="leading-snug">
        <Who statement={statement} />
      </h3>
      <p className="border-l-2 border-rule pl-3 font-serif text-[1.05rem] leading-relaxed wrap-anywhere">
        <Marked parts={statement.words} />
      </p>
      <p className="text-sm text-quiet">
        {kindLabels[statement.kind]}
        {statement.viewOf ? `, the view of ${statement.viewOf}` : ''} ·{' '}
        <Whereabouts {...statement} /> · {statement.article.outlet},{' '}
        {dateInWords(statement.article.publishedOn)}
      </p>
      {statement.issues.length > 0 ? (
        <p className="text-sm text-quiet">
          On{' '}
          {statement.issues.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 ? ', ' : ''}
              <Link href={`/issues/${id}`} prefetch={false}>
                {name}
              </Link>
            </span>
          ))}
        </p>
      ) : null}
    </li>
  ));
}

function Who({ statement: { groundRule, speakers } }: { statement: FoundStatement }) {
  if (groundRule !== 'on_the_record')
    return (
      <span className="font-semibold">
        {groundRuleLabels[groundRule]}: <span className="font-normal">nobody is named</span>
      </span>
    );
  return speakers.map(({ id, name, role }, index) => (
    <span key={id}>
      {index > 0 ? <span className="text-quiet">, with </span> : null}
      <Link
        href={`/experts/${id}`}
        prefetch={false}
        className="font-semibold text-ink no-underline hover:text-accent hover:underline"
      >
        {name}
      </Link>
      {role ? <span className="text-sm text-quiet"> {role}</span> : null}
    </span>
  ));
}

function Whereabouts({ article, paragraph }: Pick<FoundStatement, 'article' | 'paragraph'>) {
  const place = paragraph === null ? '' : `#p${paragraph}`;
  return (
    <Link href={`/articles/${article.slug}${place}`} prefetch={false}>
      {paragraph === null ? '' : `Paragraph ${paragraph} of `}
      {article.title}
    </Link>
  );
}
