/** Why something was refused. A new situation gets a new sentence, not a new code. */
export type ErrorCode = 'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict';

/**
 * A refusal that a person is told about: `message` is a sentence that they can act on, `fields`
 * the sentences for single form fields. Everything that is not an `AppError` is a fault of ours.
 */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** The one way a form's action answers: null before the first try. `note` is what one may want to know too. */
export type FormState =
  | null
  | { ok: true; message?: string; note?: string }
  | { ok: false; message: string; fields: Record<string, string> };

/** A server action that a form is sent to. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
