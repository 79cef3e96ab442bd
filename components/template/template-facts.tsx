import { endnoteStyles } from '@/domain/endnote';
import { papers } from '@/domain/sheet';
import type { Template, TemplateSection } from '@/domain/template';
import {
  dateNames,
  fieldFillNames,
  fillNames,
  markingNames,
  scaleNames,
} from '@/domain/template/compare';
import { faces } from '@/domain/type';

const nameOf = (list: readonly { id: string; label: string }[], id: string) =>
  list.find((each) => each.id === id)?.label ?? id;

/** What a template is made of: its head, its sections in their order, and its house style. */
export function TemplateFacts({ template }: { template: Template }) {
  const { type } = template;
  const style = [
    ['Paper', nameOf(papers, template.paper)],
    ['Type', `${nameOf(faces, type.face)}, body ${type.body} pt, head ${type.head} pt`],
    ['Paragraphs', template.numbered ? 'numbered' : 'not numbered'],
    ['Endnotes', nameOf(endnoteStyles, template.endnotes)],
    ['Marking', markingNames[template.marking]],
    ['Days', dateNames[template.dates]],
    ['Likelihood', scaleNames[template.scale]],
    ['Length', limitsOf([template.pages, 'page'], [template.words, 'word']) || 'no limit'],
  ];
  return (
    <div className="grid gap-x-10 gap-y-6 rounded-lg border border-rule bg-sheet px-5 py-4 md:grid-cols-[3fr_2fr]">
      <div>
        <h3 className="mb-1 text-quiet text-sm">Head</h3>
        <ul className="mb-4">
          {template.fields.map((field) => (
            <li key={field.name}>
              {field.label}{' '}
              <span className="text-quiet text-sm">
                · {field.fill === 'given' ? `“${field.words}”` : fieldFillNames[field.fill]}
              </span>
            </li>
          ))}
        </ul>
        <h3 className="mb-1 text-quiet text-sm">Sections</h3>
        <ol className="list-decimal pl-6">
          {template.sections.map((section) => (
            <li key={section.name}>
              <span className="font-semibold font-serif">{section.heading}</span>{' '}
              <span className="text-quiet text-sm">· {describeSection(section)}</span>
            </li>
          ))}
        </ol>
      </div>
      <dl className="grid content-start gap-2.5">
        {style.map(([label, value]) => (
          <div key={label}>
            <dt className="text-quiet text-sm">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** A section in a few words: what fills it, and its limits. */
export function describeSection(section: TemplateSection): string {
  const limits = limitsOf(
    [section.points, 'point'],
    [section.mostLines, 'line'],
    [section.mostLinesEach, 'line', ' to a point'],
    [section.mostPages, 'page'],
  );
  return [fillNames[section.fill], limits].filter(Boolean).join(' · ');
}

function limitsOf(...limits: [most: number | null, unit: string, rest?: string][]): string {
  return limits
    .flatMap(([most, unit, rest = '']) =>
      most === null
        ? []
        : `at most ${most.toLocaleString('en')} ${unit}${most === 1 ? '' : 's'}${rest}`,
    )
    .join(', ');
}
