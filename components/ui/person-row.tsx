'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/domain/errors';
import { type Role, roles } from '@/domain/user';
import { Button } from './button';
import { Form } from './form';
import { FormMessage } from './message';

type Props = {
  person: {
    id: string;
    name: string;
    email: string;
    role: Role;
    active: boolean;
    version: number;
    joined: boolean;
  };
  action: FormAction;
};

/** One person, with role and account to change; their sessions end when either is. */
export function PersonRow({ person, action }: Props) {
  const [state, submit, pending] = useActionState(action, null);
  const standing = !person.joined ? 'invited' : person.active ? 'active' : 'deactivated';
  return (
    <li className="px-4 py-3">
      <Form action={submit} className="flex flex-wrap items-center gap-3">
        <input type="hidden" name="id" value={person.id} />
        <input type="hidden" name="version" value={person.version} />
        <div className="min-w-48 flex-1">
          <p className="font-semibold">{person.name}</p>
          <p className="break-words text-sm text-quiet">
            {person.email} · {standing}
          </p>
        </div>
        <select
          name="role"
          defaultValue={person.role}
          aria-label={`Role of ${person.name}`}
          className="min-h-11 rounded-md border border-rule bg-sheet px-3"
        >
          {roles.map((role) => (
            <option key={role}>{role}</option>
          ))}
        </select>
        <Button type="submit" disabled={pending}>
          Change role
        </Button>
        <Button
          type="submit"
          name="active"
          value={person.active ? 'false' : 'true'}
          look="quiet"
          disabled={pending}
        >
          {person.active ? 'Deactivate' : 'Reactivate'}
        </Button>
      </Form>
      {state ? (
        <div className="mt-2">
          <FormMessage state={state} />
        </div>
      ) : null}
    </li>
  );
}
