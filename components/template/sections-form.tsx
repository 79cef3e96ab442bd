import { useState } from 'react';
import { lineKinds, sectionSources, type TemplateSection } from '@/domain/template';
import { drawNames, fillNames } from '@/domain/template/compare';
import { newSection } from '@/domain/template/edit';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { Arrange } from './arrange';
import { LinesField, NumberField, Panel } from './parts';
import { describeSection } from './template-facts';

type Props = {
  sections: TemplateSection[];
  /** Names that sections of other versions have. */
  known: string[];
  onChange: (sections: TemplateSection[]) => void;
};

/** The sections of a template: their order, headings, what fills them and their limits. */
export function SectionsForm({ sections, known, onChange }: Props) {
  const taken = [...known, ...sections.map(({ name }) => name)];
  return (
    <Panel
      title="Sections"
      lead="Open one to change it. Put them in order by the arrows, by Alt and an arrow key, or by dragging."
    >
      <Arrange
        items={sections}
        call={({ heading }) => heading}
        sum={describeSection}
        onChange={onChange}
      >
        {(section, change) => <SectionForm section={section} change={change} />}
      </Arrange>
      <AddLine
        label="New section"
        verb="Add the section"
        onAdd={(heading) => onChange([...sections, newSection(heading, taken)])}
      />
    </Panel>
  );
}

type Change = (part: Partial<TemplateSection>) => void;

function SectionForm({ section, change }: { section: TemplateSection; change: Change }) {
  const isWritten = section.fill !== 'endnotes';
  return (
    <>
      <Field
        label="Heading"
        value={section.heading}
        maxLength={120}
        onChange={({ target }) => change({ heading: target.value })}
      />
      <Select
        label="Filled with"
        value={section.fill}
        options={sectionSources.options.map((value) => ({ value, label: fillNames[value] }))}
        onChange={({ target }) =>
          change({ fill: sectionSources.options.find((each) => each === target.value) ?? 'place' })
        }
      />
      {isWritten ? <Written section={section} change={change} /> : null}
    </>
  );
}

function Written({ section, change }: { section: TemplateSection; change: Change }) {
  return (
    <>
      <LinesField
        label="Places to write"
        hint="What belongs there, a line to each place."
        value={section.prompts}
        onChange={(prompts) => change({ prompts })}
      />
      {section.fill === 'experts' ? (
        <LinesField
          label="Places under each issue"
          hint="They come again under every issue."
          value={section.issuePrompts}
          onChange={(issuePrompts) => change({ issuePrompts })}
        />
      ) : null}
      <fieldset className="grid gap-1.5">
        <legend className="font-semibold">Drawn from another memo</legend>
        <p className="text-quiet text-sm">When a memo is made of another’s lines.</p>
        {lineKinds.options.map((kind) => (
          <label key={kind} className="flex cursor-pointer items-baseline gap-2">
            <input
              type="checkbox"
              checked={section.draws.includes(kind)}
              onChange={({ target }) =>
                change({
                  draws: target.checked
                    ? [...section.draws, kind]
                    : section.draws.filter((each) => each !== kind),
                })
              }
              className="accent-(--color-accent)"
            />
            {drawNames[kind]}
          </label>
        ))}
      </fieldset>
      <LinesField
        label="Words of the form"
        hint="They stand at the end, a paragraph each; {decision} is the day a decision is due."
        value={section.lines}
        onChange={(lines) => change({ lines })}
      />
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <NumberField
          label="Points"
          value={section.points}
          onChange={(points) => change({ points })}
        />
        <NumberField
          label="Lines"
          value={section.mostLines}
          onChange={(mostLines) => change({ mostLines })}
        />
        <NumberField
          label="Lines a point"
          value={section.mostLinesEach}
          onChange={(mostLinesEach) => change({ mostLinesEach })}
        />
        <NumberField
          label="Pages"
          value={section.mostPages}
          onChange={(mostPages) => change({ mostPages })}
        />
      </div>
      <p className="-mt-3 text-quiet text-sm">At most; empty for no limit.</p>
    </>
  );
}

/** Adds an item by what it is called, with Enter or the button. */
export function AddLine(props: { label: string; verb: string; onAdd: (called: string) => void }) {
  const [called, setCalled] = useState('');
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (called.trim() === '') return;
        props.onAdd(called.trim());
        setCalled('');
      }}
    >
      <div className="min-w-48 flex-1">
        <Field
          label={props.label}
          value={called}
          maxLength={60}
          onChange={({ target }) => setCalled(target.value)}
        />
      </div>
      <Button type="submit">{props.verb}</Button>
    </form>
  );
}
