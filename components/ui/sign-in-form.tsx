'use client';

import { signIn } from 'next-auth/react';
import { type FormEvent, useState } from 'react';
import { Button } from './button';
import { Field } from './field';
import { FormMessage } from './message';

const wrong = 'This e-mail address and password do not go together. Check both and try again.';
const unreachable = 'The server does not answer. Try again in a moment.';

/** Signs in by next-auth and goes to the desk, or to where one was sent away from. */
export function SignInForm() {
  const [pending, setPending] = useState(false);
  const [message, setMessage] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setMessage(null);
    const credentials = { email: form.get('email'), password: form.get('password') };
    const result = await signIn('credentials', { ...credentials, redirect: false }).catch(
      () => null,
    );
    if (result?.ok) return window.location.assign(whereTo());
    setPending(false);
    if (!result) setMessage(unreachable);
    else setMessage(result.error === 'CredentialsSignin' || !result.error ? wrong : result.error);
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label="E-mail" name="email" type="email" autoComplete="username" required autoFocus />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <FormMessage state={message ? { ok: false, message, fields: {} } : null} />
      <Button type="submit" look="primary" disabled={pending}>
        {pending ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  );
}

/** Only a path of our own is followed. */
function whereTo(): string {
  const next = new URLSearchParams(window.location.search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}
