import { endnoteStyles } from '@/domain/endnote';
import { markingChoices } from '@/domain/marking';
import { papers } from '@/domain/sheet';
import type { Template } from '@/domain/template';
import { dateNames, markingNames, scaleNames } from '@/domain/template/compare';
import { faces, typeBounds } from '@/domain/type';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { NumberField, Panel, Tick } from './parts';

type Props = { draft: Template; onChange: (part: Partial<Template>) => void };

const optionsOf = <Id extends string>(names: Record<Id, string>) =>
  (Object.keys(names) as Id[]).map((value) => ({ value, label: names[value] }));
const labelled = <Id extends string>(list: readonly { id: Id; label: string }[]) =>
  list.map(({ id, label }) => ({ value: id, label }));

/** What a template is called, how long its memos may be, and how they are printed and cite. */
export function HouseForm({ draft, onChange }: Props) {
  return (
    <>
      <Panel title="The template">
        <Field
          label="Name"
          value={draft.name}
          maxLength={60}
          onChange={({ target }) => onChange({ name: target.value })}
        />
        <Field
          label="When one takes it"
          value={draft.purpose}
          maxLength={200}
          hint="A sentence for those who choose among the templates."
          onChange={({ target }) => onChange({ purpose: target.value })}
        />
        <div className="grid gap-4 sm:grid-cols-3">
          <NumberField
            label="Pages, at most"
            value={draft.pages}
            hint="Empty: no limit."
            onChange={(pages) => onChange({ pages })}
          />
          <NumberField
            label="Words, at most"
            value={draft.words}
            hint="Sources don’t count."
            onChange={(words) => onChange({ words })}
          />
          <NumberField
            label="Decision due in"
            value={draft.decisionDays}
            most={60}
            hint="Business days."
            onChange={(decisionDays) => onChange({ decisionDays })}
          />
        </div>
      </Panel>
      <HouseStyle draft={draft} onChange={onChange} />
    </>
  );
}

function HouseStyle({ draft, onChange }: Props) {
  const { type } = draft;
  const { body, head } = typeBounds;
  return (
    <Panel title="House style">
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Paper"
          value={draft.paper}
          options={labelled(papers)}
          onChange={({ target }) => onChange({ paper: pick(papers, target.value) })}
        />
        <Select
          label="Typeface"
          value={type.face}
          options={faces.map(({ id, label, use }) => ({ value: id, label: `${label}: ${use}` }))}
          onChange={({ target }) =>
            onChange({ type: { ...type, face: pick(faces, target.value) } })
          }
        />
        <NumberField
          label="Body, in points"
          value={type.body}
          least={body.least}
          most={body.most}
          step={0.5}
          hint={`${body.least} to ${body.most}.`}
          onChange={(size) => onChange({ type: { ...type, body: size ?? 0 } })}
        />
        <NumberField
          label="Head and foot, in points"
          value={type.head}
          least={head.least}
          most={head.most}
          step={0.5}
          hint={`${head.least} to ${head.most}.`}
          onChange={(size) => onChange({ type: { ...type, head: size ?? 0 } })}
        />
        <Select
          label="Marking"
          value={draft.marking}
          options={markingChoices.map((value) => ({ value, label: markingNames[value] }))}
          onChange={({ target }) =>
            onChange({ marking: markingChoices.find((each) => each === target.value) ?? 'any' })
          }
        />
        <Select
          label="Endnotes"
          value={draft.endnotes}
          options={labelled(endnoteStyles)}
          onChange={({ target }) => onChange({ endnotes: pick(endnoteStyles, target.value) })}
        />
        <Select
          label="Days"
          value={draft.dates}
          options={optionsOf(dateNames)}
          onChange={({ target }) =>
            onChange({ dates: target.value === 'month-first' ? 'month-first' : 'day-first' })
          }
        />
        <Select
          label="Scale of likelihood"
          value={draft.scale}
          options={optionsOf(scaleNames)}
          onChange={({ target }) => onChange({ scale: scaleOf(target.value) })}
        />
      </div>
      <Tick
        label="Numbered paragraphs"
        use="Counted through all sections, and anew with each edit."
        checked={draft.numbered}
        onChange={(numbered) => onChange({ numbered })}
      />
    </Panel>
  );
}

function scaleOf(value: string): Template['scale'] {
  return value === 'phia' || value === 'none' ? value : 'icd-203';
}

/** What a list was chosen from; the browser sends back a text. */
function pick<Id extends string>(list: readonly [{ id: Id }, ...{ id: Id }[]], value: string): Id {
  return (list.find(({ id }) => id === value) ?? list[0]).id;
}
