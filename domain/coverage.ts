import type { Tally } from './document/sentences';

/** "31 of 33 sentences bound", and what the others lack. */
export function describeCoverage({ total, unbound, partly }: Tally): string {
  if (total === 0) return 'No sentence yet.';
  const lacking = [unbound > 0 ? `${unbound} unbound` : '', partly > 0 ? `${partly} in part` : ''];
  const rest = lacking.filter(Boolean).join(', ');
  return `${total - unbound - partly} of ${total} sentences bound${rest ? `; ${rest}` : ''}.`;
}
