'use client';

import { CircleAlert, CircleCheck, CircleHelp, LoaderCircle } from 'lucide-react';
import Link from 'next/link';
import { useId } from 'react';
import { dateInWords } from '@/domain/date';
import { Button } from '../ui/button';
import { type Answer, type Candidate, type Choice, nameOf, type Piece } from './intake';

/** One piece on its way, or with the server's answer. */
export type Arriving = { id: number; piece: Piece; sent: number; answer: Answer | null };

/** What became of one piece: its progress, its link, its refusal, or a question to answer here. */
export function IntakeRow({
  row: { piece, sent, answer },
  onDecide,
}: {
  row: Arriving;
  onDecide: (choice: Choice) => void;
}) {
  const title = answer && 'title' in answer ? answer.title : nameOf(piece);
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 px-4 py-3">
      <Mark answer={answer} />
      <div className="min-w-0">
        <p className="break-words font-semibold">{title}</p>
        {answer === null ? (
          <Progress sent={sent} name={title} />
        ) : (
          <Outcome answer={answer} onDecide={onDecide} />
        )}
      </div>
    </li>
  );
}

function Mark({ answer }: { answer: Answer | null }) {
  const look = 'mt-0.5 size-5';
  switch (answer?.state) {
    case undefined:
      return <LoaderCircle aria-hidden="true" className={`${look} animate-spin text-quiet`} />;
    case 'refused':
      return <CircleAlert aria-hidden="true" className={`${look} text-alarm`} />;
    case 'question':
      return <CircleHelp aria-hidden="true" className={`${look} text-accent`} />;
    default:
      return <CircleCheck aria-hidden="true" className={`${look} text-good`} />;
  }
}

function Progress({ sent, name }: { sent: number; name: string }) {
  const isSent = sent >= 1;
  return (
    <div className="mt-1 grid gap-1 text-sm text-quiet">
      <progress
        aria-label={`Bringing in ${name}`}
        value={isSent ? undefined : sent}
        max={1}
        className="h-1.5 w-full max-w-sm accent-(--color-accent)"
      />
      {isSent ? 'Reading …' : 'Sending …'}
    </div>
  );
}

function Outcome({ answer, onDecide }: { answer: Answer; onDecide: (choice: Choice) => void }) {
  switch (answer.state) {
    case 'refused':
      return <p className="text-alarm">{answer.message}</p>;
    case 'already stored':
      return (
        <p className="text-quiet">
          Already stored, so nothing was changed.{' '}
          <Link href={`/articles/${answer.slug}`}>Open the article</Link>
        </p>
      );
    case 'question':
      return <Question candidates={answer.candidates} onDecide={onDecide} />;
    case 'stored':
      return <Stored answer={answer} />;
  }
}

const named: Record<string, string> = { title: 'title', outlet: 'outlet', publishedOn: 'date' };

function Stored({ answer }: { answer: Answer & { state: 'stored' } }) {
  const { slug, version, paragraphs, unsure, carried, lost } = answer;
  const facts = [
    version > 1 ? `Version ${version}` : 'Stored',
    paragraphs === 1 ? '1 paragraph' : `${paragraphs} paragraphs`,
    ...(version > 1 ? [`${carried} assessments carried over`] : []),
    ...(lost > 0 ? [`${lost} no longer in the text`] : []),
  ];
  return (
    <>
      <p className="text-quiet">
        {facts.join(' · ')}. <Link href={`/articles/${slug}/check`}>Check its statements</Link>
      </p>
      {unsure.length > 0 || lost > 0 ? (
        <p>
          <Link href={`/articles/${slug}/details`}>
            {unsure.length > 0
              ? `Check its ${unsure.map((each) => named[each] ?? each).join(' and ')}`
              : 'See what was lost'}
          </Link>
        </p>
      ) : null}
    </>
  );
}

function Question({
  candidates,
  onDecide,
}: {
  candidates: Candidate[];
  onDecide: (choice: Choice) => void;
}) {
  const question = useId();
  return (
    <fieldset aria-labelledby={question} className="mt-1 grid gap-3">
      <p id={question}>This is much like what is stored already. What is it?</p>
      <ul className="grid gap-2">
        {candidates.map((each) => (
          <li key={each.id} className="grid gap-2 rounded-md border border-rule px-3 py-2.5">
            <div>
              <Link
                href={`/articles/${each.slug}`}
                target="_blank"
                className="font-serif font-semibold"
              >
                {each.title}
              </Link>
              <p className="text-sm text-quiet">
                {each.outlet} · {dateInWords(each.publishedOn)} · {percent(each.share)} of the
                wording in common
              </p>
            </div>
            <div>
              <Button onClick={() => onDecide({ asVersionOf: each.id })}>
                A new version of this article
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button look="quiet" onClick={() => onDecide({ separate: true })}>
          Another article: store it on its own
        </Button>
      </div>
    </fieldset>
  );
}

/** Never "100 %" of what is not the same. */
const percent = (share: number) => `${Math.min(99, Math.round(share * 100))} %`;
