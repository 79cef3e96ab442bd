'use client';

import { type ComponentProps, type SubmitEvent, startTransition } from 'react';

/**
 * A form whose fields keep what was written in them when the server refuses it; React would empty
 * them after each action. Without JavaScript it is sent all the same.
 */
export function Form({
  action,
  ...rest
}: Omit<ComponentProps<'form'>, 'action' | 'onSubmit'> & { action: (form: FormData) => void }) {
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(() => action(form));
  }
  return <form action={action} onSubmit={submit} {...rest} />;
}
