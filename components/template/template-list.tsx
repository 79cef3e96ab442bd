import Link from 'next/link';
import { useId } from 'react';
import { Empty } from '../ui/message';

type Line = {
  slug: string;
  name: string;
  purpose: string;
  origin: string;
  version: number;
  memos: number;
  behind: number;
};

/** Templates of one sort, each with its version and how many memos are made from it. */
export function TemplateList(props: { title: string; templates: Line[]; empty: string }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-10">
      <h2 id={id} className="mb-3 font-serif font-semibold text-xl">
        {props.title}
      </h2>
      {props.templates.length === 0 ? (
        <Empty title="None yet">{props.empty}</Empty>
      ) : (
        <ul className="divide-y divide-rule rounded-lg border border-rule bg-sheet">
          {props.templates.map((template) => (
            <Row key={template.slug} template={template} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ template }: { template: Line }) {
  const { slug, name, purpose, origin, version } = template;
  return (
    <li>
      <Link
        href={`/templates/${slug}`}
        prefetch={false}
        className="grid gap-x-6 gap-y-1 px-4 py-3 no-underline hover:bg-wash sm:grid-cols-[1fr_11rem]"
      >
        <span>
          <span className="block font-semibold font-serif text-ink text-lg leading-snug">
            {name}
          </span>
          <span className="block text-ink text-sm">{purpose}</span>
          <span className="block text-quiet text-xs">{origin}</span>
        </span>
        <span className="text-quiet text-sm sm:text-right">
          <span className="block">Version {version}</span>
          <span className="block">{countMemos(template.memos)}</span>
          {template.behind > 0 ? (
            <span className="block">{template.behind} on an older version</span>
          ) : null}
        </span>
      </Link>
    </li>
  );
}

/** "1 memo", "3 memos" or "no memo". */
export function countMemos(count: number): string {
  if (count === 0) return 'no memo';
  return count === 1 ? '1 memo' : `${count} memos`;
}
