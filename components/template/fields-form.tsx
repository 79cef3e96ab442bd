import { fieldFills, type TemplateField } from '@/domain/template';
import { fieldFillNames } from '@/domain/template/compare';
import { newField } from '@/domain/template/edit';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { Arrange } from './arrange';
import { Panel } from './parts';
import { AddLine } from './sections-form';

type Props = {
  fields: TemplateField[];
  /** Names that lines of other versions have. */
  known: string[];
  onChange: (fields: TemplateField[]) => void;
};

/** The lines of a memo's head: their order, what they are called and what fills them at first. */
export function FieldsForm({ fields, known, onChange }: Props) {
  const taken = [...known, ...fields.map(({ name }) => name)];
  return (
    <Panel title="Head" lead="The lines between the title and the first section.">
      <Arrange
        items={fields}
        call={({ label }) => label}
        sum={({ fill, words }) => (fill === 'given' ? `“${words}”` : fieldFillNames[fill])}
        onChange={onChange}
      >
        {(field, change) => (
          <>
            <Field
              label="Called"
              value={field.label}
              maxLength={60}
              onChange={({ target }) => change({ label: target.value })}
            />
            <Select
              label="Filled at first with"
              value={field.fill}
              options={fieldFills.options.map((value) => ({ value, label: fieldFillNames[value] }))}
              onChange={({ target }) =>
                change({
                  fill: fieldFills.options.find((each) => each === target.value) ?? 'empty',
                })
              }
            />
            {field.fill === 'given' ? (
              <Field
                label="The words"
                value={field.words}
                maxLength={200}
                onChange={({ target }) => change({ words: target.value })}
              />
            ) : null}
          </>
        )}
      </Arrange>
      <AddLine
        label="New line"
        verb="Add the line"
        onAdd={(label) => onChange([...fields, newField(label, taken)])}
      />
    </Panel>
  );
}
