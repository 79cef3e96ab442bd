import type { Article } from '@/domain/article';
import { type Assessment, isOnTheRecord } from '@/domain/assessment';
import { affiliationAsOf } from '@/domain/expert';
import type { Issue } from '@/domain/issue';
import { IssueChips } from '../assessment/issue-chips';
import { directnessLabels, groundRuleLabels, kindLabels } from '../assessment/labels';

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
    kindLabels[assessment.kind],
    assessment.viewOf ? `the view of ${assessment.viewOf}` : '',
    assessment.viewOf || assessment.directness === 'first_hand'
      ? ''
      : directnessLabels[assessment.directness],
  ].filter(Boolean);
  return (
    <article className="rounded-md border border-rule bg-sheet px-3 py-2 text-sm leading-snug">
      {isOnTheRecord(assessment) ? null : (
        <h2 className="text-base font-semibold">{groundRuleLabels[assessment.groundRule]}</h2>
      )}
      {assessment.holders
        .filter(() => isOnTheRecord(assessment))
        .map((expert) => {
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
      <IssueChips tags={assessment.issues} issues={issues} />
    </article>
  );
}
