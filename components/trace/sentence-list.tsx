import type { AcceptedWarning } from '@/domain/accepted-warning';
import { kindNames } from '@/domain/document/basis';
import type { FormAction } from '@/domain/errors';
import type { EstimativeWarning } from '@/domain/estimative';
import type { Lead, Trace, TracedSentence } from '@/domain/trace';
import { WarningForm } from './warning-form';

type Props = {
  memo: string;
  trace: Trace;
  /** Where each article version is, and what it is called. */
  articles: Record<string, { slug: string; title: string }>;
  mayAccept: boolean;
  /** Whether a warning on these words was let stand. */
  standing: (rule: string, sentence: string) => AcceptedWarning | null;
  accept: FormAction;
};

// Its links are plain ones: only a page that is loaded lights the paragraph that its address names.

/** Every sentence of a memo with what it is, the paragraphs it leads back to, and what to mend. */
export function SentenceList(props: Props) {
  return props.trace.sections.map(({ id, heading, sentences }) => (
    <section key={id} aria-labelledby={`s-${id}`} className="mt-8">
      <h2 id={`s-${id}`} className="border-b border-rule pb-1 font-semibold font-serif text-lg">
        {heading}
      </h2>
      <ol>
        {sentences.map((sentence, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence has no other name than its place.
          <Sentence key={at} {...props} sentence={sentence} />
        ))}
      </ol>
    </section>
  ));
}

function Sentence({ sentence, ...props }: Props & { sentence: TracedSentence }) {
  const { block, text, kind, isWhole, leads, missing, warnings } = sentence;
  const lacks = !kind || !isWhole;
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-rule py-3 sm:grid-cols-[1fr_13rem]">
      <p className="font-serif">
        <a href={`/memos/${props.memo}#${block}`} className="text-ink no-underline hover:underline">
          {text}
        </a>
      </p>
      <div className="text-sm">
        <p className={lacks ? 'font-semibold text-alarm' : 'font-semibold'}>
          {kind ? kindNames[kind] : 'Not bound'}
          {kind && !isWhole ? ', in part' : ''}
        </p>
        {leads.length > 0 ? (
          <ul className="flex flex-wrap gap-x-3">
            {leads.map((lead) => (
              <li key={JSON.stringify(lead)}>
                <LeadLink lead={lead} articles={props.articles} />
              </li>
            ))}
          </ul>
        ) : null}
        {missing > 0 ? (
          <p className="text-alarm">
            {missing === 1 ? 'One thing' : `${missing} things`} that it rests on{' '}
            {missing === 1 ? 'is' : 'are'} no longer in the store.
          </p>
        ) : null}
      </div>
      {warnings.map((warning) => (
        <Warning key={warning.rule} {...props} warning={warning} />
      ))}
    </li>
  );
}

function LeadLink({ lead, articles }: { lead: Lead; articles: Props['articles'] }) {
  const { article, paragraph, speaker } = lead;
  const found = articles[article];
  const name = speaker ? `${speaker}, ¶ ${paragraph}` : `¶ ${paragraph}`;
  if (!found) return name;
  const title = Object.keys(articles).length > 1 ? found.title : undefined;
  return (
    <a
      href={`/articles/${found.slug}#p${paragraph}`}
      title={title}
      className="inline-block min-h-6"
    >
      {name}
    </a>
  );
}

function Warning({ warning, ...props }: Props & { warning: EstimativeWarning }) {
  const { rule, sentence, message } = warning;
  const stands = props.standing(rule, sentence);
  return (
    <div className="rounded-md bg-wash px-3 py-2 text-sm sm:col-span-2">
      <p className={stands ? 'text-quiet' : ''}>{message}</p>
      {stands ? (
        <p className="mt-1">
          {stands.by} let it stand: {stands.reason}
        </p>
      ) : props.mayAccept ? (
        <WarningForm memo={props.memo} rule={rule} sentence={sentence} accept={props.accept} />
      ) : null}
    </div>
  );
}
