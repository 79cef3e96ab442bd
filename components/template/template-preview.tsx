import { useDeferredValue, useMemo, useRef } from 'react';
import { assemble } from '@/domain/assemble';
import type { Evidence } from '@/domain/assessment';
import { readDocument } from '@/domain/document/document';
import type { Printed } from '@/domain/document/print';
import { setMemo } from '@/domain/document/set';
import type { Issue } from '@/domain/issue';
import { papers } from '@/domain/sheet';
import { type Template, templateSchema } from '@/domain/template';
import { previewOrder } from '@/domain/template/preview';
import { faces } from '@/domain/type';
import { MemoPage } from '../memo/memo-page';
import { Empty } from '../ui/message';
import { PdfPages } from './pdf-pages';

type Matter = { evidence: Evidence; issues: Issue[] };

/** What comes of a template as it is edited: a memo of it, as the page shows it and as it is printed. */
export function TemplatePreview({ draft, matter }: { draft: Template; matter: Matter | null }) {
  const shown = useDeferredValue(draft);
  const tried = useTried(shown, matter);
  return (
    <section
      aria-labelledby="preview"
      className="lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
    >
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="preview" className="font-semibold font-serif text-xl">
          Preview
        </h2>
        {tried ? <p className="text-quiet text-sm">{describeSheet(tried.template)}</p> : null}
      </div>
      {tried ? (
        <>
          <PdfPages template={tried.template} />
          <div
            data-face={tried.template.type.face}
            className="sheet rounded-sm border border-rule bg-sheet px-5 py-8 shadow-sm sm:px-10 sm:py-10"
          >
            <MemoPage printed={tried.printed} addresses={tried.addresses} states={{}} />
          </div>
        </>
      ) : (
        <Empty title="Nothing to show yet">
          {matter
            ? 'The preview comes back as soon as the template can be used.'
            : 'A template is tried on an article whose statements were checked. Bring one in first; the template can be edited all the same.'}
        </Empty>
      )}
    </section>
  );
}

type Tried = { template: Template; printed: Printed; addresses: Record<string, string> };

/** The memo of the template as it is now; the last one that could be made while it can’t be used. */
function useTried(draft: Template, matter: Matter | null): Tried | null {
  const last = useRef<Tried | null>(null);
  const tried = useMemo(() => (matter ? tryOn(draft, matter) : null), [draft, matter]);
  if (tried) last.current = tried;
  return last.current;
}

function tryOn(draft: Template, { evidence, issues }: Matter): Tried | null {
  const checked = templateSchema.safeParse(draft);
  if (!checked.success) return null;
  const template = checked.data;
  const document = readDocument(assemble({ ...previewOrder, evidence, issues, template }));
  const printed = setMemo(document, evidence, { form: template.name });
  const addresses = Object.fromEntries(
    evidence.articles.map(({ id, slug }) => [id, `/articles/${slug}`]),
  );
  return { template, printed, addresses };
}

function describeSheet({ paper, type }: Template): string {
  const name = (list: readonly { id: string; label: string }[], id: string) =>
    list.find((each) => each.id === id)?.label;
  return `${name(papers, paper)} · ${name(faces, type.face)} ${type.body} pt`;
}
