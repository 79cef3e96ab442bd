import type { ComponentProps } from 'react';

const shared =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-md px-4 py-2 font-semibold no-underline transition-colors disabled:opacity-55 disabled:cursor-not-allowed cursor-pointer';

const looks = {
  primary: 'bg-accent text-on-accent hover:opacity-90',
  plain: 'border border-rule bg-sheet text-ink hover:border-accent',
  quiet: 'text-accent hover:bg-wash',
};

type Look = keyof typeof looks;

/** The classes of a button, for links that look like one. */
export function buttonLook(look: Look = 'plain'): string {
  return `${shared} ${looks[look]}`;
}

/** A button. `type` is "button" unless said otherwise, so that none submits by accident. */
export function Button({
  look = 'plain',
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { look?: Look }) {
  return <button type={type} className={`${buttonLook(look)} ${className}`} {...rest} />;
}
