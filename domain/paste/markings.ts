/**
 * Portion markings of classified texts: (C), (S), (TS), with caveats behind a stroke or a hyphen.
 * They stand for themselves: "report(S)" is a plural and "(c)" a list's third.
 */
const portion =
  /(?<![\p{L}\p{N}])[([]\s*(?:TS|S|C)(?:\s*(?:\/\/?|-)\s*[A-Z][A-Z0-9 ,/-]*)?\s*[)\]]/u;
/** A banner: a line that says nothing but how the text is classified. */
const banner = /^\s*(?:TOP SECRET|SECRET|CONFIDENTIAL)(?:\s*\/\/?[A-Z0-9 ,/-]+)?\s*$/mu;

/**
 * The first marking in the text that says it is classified, as it stands there; null without one.
 * A text with one must not come into this system, which is accredited for none.
 */
export function classifiedMarking(text: string): string | null {
  const found = portion.exec(text) ?? banner.exec(text);
  return found ? found[0].trim() : null;
}

/** The sentence that says why such a text was not taken in. */
export function describeStop(marking: string, what = 'The pasted text'): string {
  return `${what} is marked ${marking}. This system is not accredited for classified information, so nothing was inserted. Report it to your security officer if it should not have been on this machine.`;
}
