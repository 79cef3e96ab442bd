import type { FormAction } from '@/domain/errors';
import { ActionForm } from '../ui/action-form';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { Alarm } from '../ui/message';
import { Select } from '../ui/select';

type Props = {
  mail: 'instant' | 'daily' | 'never';
  hour: number;
  zone: string;
  fault: string | null;
  action: FormAction;
};

const offers = [
  { mail: 'instant', title: 'At once', note: 'A mail for what you have not seen yet.' },
  { mail: 'daily', title: 'Once a day', note: 'All of it in one mail, at your hour.' },
  { mail: 'never', title: 'No mail', note: 'The application tells you.' },
] as const;

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: `${hour}`,
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** When mail comes to somebody: at once, once a day at an hour of their zone, or never. */
export function MailForm({ mail, hour, zone, fault, action }: Props) {
  return (
    <div className="grid max-w-3xl gap-4">
      {fault ? <Alarm>The last mail to you was refused: {fault}</Alarm> : null}
      <ActionForm action={action} hidden={{}} label="Save">
        <fieldset className="grid gap-2 sm:grid-cols-3">
          <legend className="sr-only">When mail comes</legend>
          {offers.map((offer) => (
            <Choice
              key={offer.mail}
              type="radio"
              name="mail"
              value={offer.mail}
              defaultChecked={offer.mail === mail}
              title={offer.title}
              note={offer.note}
            />
          ))}
        </fieldset>
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            label="Hour of the daily mail"
            name="hour"
            defaultValue={`${hour}`}
            options={hours}
          />
          <Field label="Time zone" name="zone" defaultValue={zone} />
        </div>
      </ActionForm>
    </div>
  );
}
