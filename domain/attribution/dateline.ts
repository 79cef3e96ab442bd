import type { Token } from './tokens';

const deskMarks = new Set(
  'updated update updates breaking exclusive developing correction corrected live watch video urgent'.split(
    ' ',
  ),
);

/** "UPDATED", "BREAKING": a mark of the desk in capitals, which names nobody. */
export function isDeskMark(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' && token.text === token.text.toUpperCase() && deskMarks.has(token.lower)
  );
}

/** "D-Ohio", "R-Tex.": a party and a state, which follow a name and are none. */
export function isPartyTag(token: Token | undefined): boolean {
  return /^[DRI]-\p{Lu}/u.test(token?.text ?? '');
}

/** "WASHINGTON (AP) — ", "UPDATED - ", "BREAKING: ": the sentence proper begins after them. */
export function afterDateline(tokens: Token[]): number {
  let start = isDeskMark(tokens[0]) && isMarked(tokens, 1) ? 2 : afterPlace(tokens);
  while (isDeskMark(tokens[start]) && isMarked(tokens, start + 1)) start += 2;
  return start;
}

function isMarked(tokens: Token[], at: number): boolean {
  return /^[–—:|-]$/.test(tokens[at]?.text ?? '');
}

function afterPlace(tokens: Token[]): number {
  for (let at = 1; at < 12 && at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (/^[–—-]$/.test(token.text)) {
      const place = tokens[0]?.text ?? '';
      return place.length > 2 && place === place.toUpperCase() && tokens[0]?.kind === 'word'
        ? at + 1
        : 0;
    }
    if (token.kind === 'passage' || (token.kind === 'word' && !token.capital)) return 0;
  }
  return 0;
}
