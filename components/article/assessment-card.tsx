import type { Article } from '@/domain/article';
import type { Assessment } from '@/domain/assessment';
import { affiliationAsOf } from '@/domain/expert';
import type { Issue, Stance } from '@/domain/issue';

const kinds: Record<Assessment['kind'], string> = {
  direct_quote: 'Direct quote',
  partial_quote: 'Partial quote',
  paraphrase: 'Paraphrase',
  group_paraphrase: 'Group paraphrase: one statement',
};

const directness: Record<Assessment['directness'], string | null> = {
  first_hand: null,
  reported: 'at second hand',
  speculative: 'as a supposition',
};

const stances: Record<Stance, { sign: string; words: string }> = {
  agrees: { sign: '+', words: 'agrees' },
  disagrees: { sign: '−', words: 'disagrees' },
  mixed: { sign: '±', words: 'both ways' },
  none: { sign: '·', words: 'takes no side' },
};

/** One assessment: who says it in which role, how, whose view it is, and on which issues. */
export function AssessmentCard({
  assessment,
  article,
  issues,
}: {
  assessment: Assessment;
  article: Article;
  issues: Issue[];
}) {
  const how = [
    kinds[assessment.kind],
    assessment.viewOf ? `the view of ${assessment.viewOf}` : directness[assessment.directness],
  ].filter(Boolean);
  return (
    <article className="rounded-md border border-rule bg-sheet px-3 py-2 text-sm leading-snug">
      {assessment.holders.map((expert) => {
        const affiliation = affiliationAsOf(expert, article.publishedOn);
        return (
          <div key={expert.id}>
            <h2 className="text-base font-semibold">{expert.name}</h2>
            {affiliation ? (
              <p className="text-quiet">
                {affiliation.role}, {affiliation.organisation}
              </p>
            ) : null}
          </div>
        );
      })}
      <p className="mt-1">{how.join(', ')}</p>
      <ul className="mt-1.5 flex flex-wrap gap-1.5">
        {assessment.issues.map((tag) => {
          const issue = issues.find((each) => each.id === tag.issueId);
          const stance = stances[tag.stance];
          return issue ? (
            <li key={tag.issueId} className="rounded-full border border-rule px-2 py-0.5">
              <span aria-hidden="true" className="font-bold text-accent">
                {stance.sign}{' '}
              </span>
              {issue.name}
              <span className="sr-only">: {stance.words}</span>
            </li>
          ) : null;
        })}
      </ul>
    </article>
  );
}
