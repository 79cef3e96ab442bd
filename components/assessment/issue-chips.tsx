import type { IssueTag } from '@/domain/assessment';
import type { Issue } from '@/domain/issue';
import { describePosition } from '@/domain/matrix';
import { stanceLabels } from './labels';

/** The issues that a statement speaks to, each with its side; nothing where it speaks to none. */
export function IssueChips({ tags, issues }: { tags: IssueTag[]; issues: Issue[] }) {
  if (tags.length === 0) return null;
  return (
    <ul className="mt-1.5 flex flex-wrap gap-1.5">
      {tags.map((tag) => {
        const issue = issues.find((each) => each.id === tag.issueId);
        return issue ? (
          <li key={tag.issueId} className="rounded-full border border-rule px-2 py-0.5">
            <span aria-hidden="true" className="font-bold text-accent">
              {stanceLabels[tag.stance].sign}{' '}
            </span>
            {issue.name}
            <span className="sr-only">: {describePosition(tag)}</span>
          </li>
        ) : null;
      })}
    </ul>
  );
}
