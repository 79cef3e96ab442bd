'use client';

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
    const fault = await signIn(form).catch(() => unreachable);
    if (fault === null) return window.location.assign(whereTo());
    setPending(false);
    setMessage(fault);
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

/** Signs in at next-auth's own address; null, or why it did not go. */
async function signIn(form: FormData): Promise<string | null> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
  const body = new URLSearchParams({
    csrfToken,
    json: 'true',
    email: String(form.get('email')),
    password: String(form.get('password')),
  });
  const answer = await fetch('/api/auth/callback/credentials', { method: 'POST', body });
  const { url } = (await answer.json()) as { url?: string };
  const error = url ? new URL(url, window.location.href).searchParams.get('error') : null;
  if (answer.ok) return null;
  return error && error !== 'CredentialsSignin' ? error : wrong;
}

/** Only a path of our own is followed. */
function whereTo(): string {
  const next = new URLSearchParams(window.location.search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}
