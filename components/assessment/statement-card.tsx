'use client';

import type { Article } from '@/domain/article';
import type { IssueTag } from '@/domain/assessment';
import { affiliationAsOf, type Expert } from '@/domain/expert';
import type { Issue } from '@/domain/issue';
import { shownWords } from '@/domain/span';
import type { Item } from '@/domain/workbench';
import { Button } from '../ui/button';
import { IssueChips } from './issue-chips';
import { directnessLabels, kindLabels, stateLabels } from './labels';

type Props = {
  item: Item;
  article: Article;
  issues: Issue[];
  tags: IssueTag[];
  selected: boolean;
  mayChange: boolean;
  onSelect: () => void;
  onAccept: () => void;
  onEdit: () => void;
  onReject: () => void;
};

const stateLooks: Record<Item['state'], string> = {
  open: 'text-accent',
  accepted: 'text-good',
  corrected: 'text-good',
  added: 'text-good',
  rejected: 'text-quiet line-through',
};

/** One statement: who says it, its words, how it was found; and, while selected, what to do with it. */
export function StatementCard(props: Props) {
  const { item, article, selected } = props;
  const numbers = paragraphNumbers(item, article);
  return (
    <article
      id={`statement-${item.key}`}
      tabIndex={-1}
      aria-current={selected ? 'true' : undefined}
      data-state={item.state}
      className="relative scroll-my-24 rounded-lg border border-rule bg-sheet px-4 py-3 text-sm leading-snug outline-none aria-[current]:border-accent aria-[current]:shadow-[inset_3px_0_0_var(--color-accent)] data-[state=rejected]:opacity-70 focus-visible:outline-2"
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="text-base font-semibold">
          {/* The button lies over the whole card. */}
          <button
            type="button"
            tabIndex={selected ? -1 : 0}
            onClick={props.onSelect}
            className="cursor-pointer text-left after:absolute after:inset-0"
          >
            {whoSaid(item)}
          </button>
        </h2>
        <p className="text-quiet">
          <span className={`font-semibold ${stateLooks[item.state]}`}>
            {stateLabels[item.state]}
          </span>{' '}
          · ¶ {numbers.join(', ')}
        </p>
      </header>
      <p className="text-quiet">{describeRole(item, article.publishedOn)}</p>
      <p className={`mt-1.5 font-serif text-[1.02rem] ${selected ? '' : 'line-clamp-2'}`}>
        {shownWords(item.spans)}
      </p>
      <p className="mt-1.5 text-quiet">{describeHow(item)}</p>
      <IssueChips tags={props.tags} issues={props.issues} />
      {selected ? <Found item={item} /> : null}
      {selected && props.mayChange ? <Choices {...props} /> : null}
    </article>
  );
}

function Choices({ item, onAccept, onEdit, onReject }: Props) {
  return (
    <div className="relative mt-3 flex flex-wrap gap-2">
      {item.state === 'open' ? (
        <Button look="primary" onClick={onAccept}>
          Accept <Key>a</Key>
        </Button>
      ) : null}
      {item.state === 'rejected' ? null : (
        <Button onClick={onEdit}>
          {item.state === 'open' ? 'Correct' : 'Edit'} <Key>e</Key>
        </Button>
      )}
      {item.state === 'open' || item.state === 'added' ? (
        <Button look="quiet" onClick={onReject}>
          {item.state === 'open' ? 'Reject' : 'Remove'} <Key>x</Key>
        </Button>
      ) : (
        <Button look="quiet" onClick={onReject}>
          Open again <Key>x</Key>
        </Button>
      )}
    </div>
  );
}

/** The key that does the same. */
export function Key({ children }: { children: string }) {
  return (
    <span
      aria-hidden="true"
      className="pointer-coarse:hidden rounded border border-current px-1.5 font-sans text-xs font-normal opacity-70"
    >
      {children}
    </span>
  );
}

/** Why the engine proposed it, and how often it is right on such grounds. */
function Found({ item }: { item: Item }) {
  const statement = item.proposal?.statement;
  if (!statement) return null;
  const percent = Math.round(statement.confidence * 100);
  const beside = [statement.mention, statement.cue].filter(Boolean).join(' … ');
  return (
    <div className="mt-2 border-t border-rule pt-2 text-quiet">
      <p>
        Found by: {statement.rule}
        {beside ? ` (“${beside}”)` : ''}.
      </p>
      <p className="mt-1 flex items-center gap-2">
        <span aria-hidden="true" className="h-1.5 w-24 overflow-hidden rounded-full bg-rule">
          <span className="block h-full bg-accent" style={{ width: `${percent}%` }} />
        </span>
        Such proposals are right {percent} times in 100.
      </p>
    </div>
  );
}

/** Who is said to have said it, as accepted or as proposed. */
export function whoSaid(item: Item): string {
  const names = item.assessment
    ? item.assessment.holders.map((holder) => holder.name)
    : (item.proposal?.statement.speakers.map((speaker) => speaker.name) ?? []);
  return names.length > 0 ? names.join(' and ') : 'Somebody: the article does not say who';
}

function describeRole(item: Item, date: string): string {
  const statement = item.proposal?.statement;
  if (!item.assessment)
    return [statement?.role, statement?.organisation].filter(Boolean).join(', ');
  return item.assessment.holders
    .map((holder) => roleOf(holder, date))
    .filter(Boolean)
    .join('; ');
}

function roleOf(holder: Expert, date: string): string {
  const held = affiliationAsOf(holder, date);
  return [held?.role, held?.organisation].filter(Boolean).join(', ');
}

function describeHow(item: Item): string {
  const { kind, viewOf, directness } = item.assessment ?? item.proposal?.statement ?? {};
  const parts = [
    kind ? kindLabels[kind] : '',
    viewOf ? `the view of ${viewOf}` : '',
    directness && directness !== 'first_hand' && !viewOf ? directnessLabels[directness] : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function paragraphNumbers(item: Item, article: Article): number[] {
  const ids = new Set(item.spans.map((span) => span.paragraphId));
  return article.paragraphs.flatMap(({ id, number }) =>
    ids.has(id) && number !== null ? [number] : [],
  );
}
