import { parseDate } from '../date';

/** Outlets that are known by name, as they write themselves; agencies by their short forms too. */
const outlets: readonly [name: string, ...forms: string[]][] = [
  ['Reuters', 'Thomson Reuters'],
  ['Associated Press', 'AP', 'The Associated Press'],
  ['Agence France-Presse', 'AFP'],
  ['Bloomberg', 'Bloomberg News'],
  ['Deutsche Presse-Agentur', 'dpa'],
  ['United Press International', 'UPI'],
  ['Press Trust of India', 'PTI'],
  ['Kyodo News', 'Kyodo'],
  ['Xinhua', 'Xinhua News Agency'],
  ['TASS', 'ITAR-TASS'],
  ['Global Security Newswire', 'GSN'],
  ['BBC News', 'BBC'],
  ['The New York Times', 'New York Times'],
  ['The Washington Post', 'Washington Post'],
  ['The Wall Street Journal', 'Wall Street Journal'],
  ['Financial Times', 'The Financial Times'],
  ['The Guardian', 'Guardian'],
  ['Al Jazeera', 'Al Jazeera English'],
  ['Voice of America', 'VOA', 'VOA News'],
  ['Radio Free Europe/Radio Liberty', 'RFE/RL'],
  ['Dawn', 'Dawn.com'],
];

/** The full name of an outlet that is known; null for anything else. */
export function knownOutlet(words: string): string | null {
  const wanted = words.trim().toLowerCase();
  return outlets.find((forms) => forms.some((form) => form.toLowerCase() === wanted))?.[0] ?? null;
}

/** The outlet that a paragraph's dateline names: "(Reuters) -", "WASHINGTON (AP) —". */
export function outletOfDateline(paragraph: string): string | null {
  const found =
    /^(?:[\p{Lu}][\p{L}.’' /-]{0,40}(?:, [\p{L}.’' -]{2,30}){0,2},? )?(?:\p{L}{3,9}\.? \d{1,2},? (?:\d{4},? )?)?\(([\p{Lu}][\p{L}&./ -]{1,40}|dpa)\)\s*[-–—:]/u.exec(
      paragraph,
    );
  const name = found?.[1];
  return name ? (knownOutlet(name) ?? name) : null;
}

/** A known outlet that people of the text "told" something: a hint, no more. */
export function outletSpokenTo(text: string): string | null {
  for (const [, words = ''] of text.matchAll(
    /\b(?:told|tells) ((?:\p{Lu}[\p{L}./-]*\s?){1,4})/gu,
  )) {
    const names = words.trim().replace(/\.$/, '').split(/\s+/);
    for (let count = names.length; count > 0; count -= 1) {
      const known = knownOutlet(names.slice(0, count).join(' '));
      if (known) return known;
    }
  }
  return null;
}

const name = String.raw`\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|de|da|van|von|der|bin|al|el|la|le)){1,4}`;
const names = `${name}(?:(?:,| and| &|, and) ${name}){0,5}`;
const bylines = [
  new RegExp(
    String.raw`^(?:[Bb]y|BY)[: ]\s*(${names})(?:,? (?:in|for|at) [\p{L} .,’'-]{2,40})?(?:\s*[|–—-]\s*([\p{Lu}][\p{L}&./’' -]{1,50}))?$`,
    'u',
  ),
  new RegExp(String.raw`^(?:[Bb]y|BY)[: ]\s*(${names})$`, 'u'),
];
const unmarked = new RegExp(String.raw`^(${name})\s*[,|–—]\s*([\p{Lu}][\p{L}&./’' -]{1,50})$`, 'u');

/** Words that end the names of newspapers and agencies, and of no person. */
const looksLikeOutlet =
  /^\p{Lu}[\p{L}&.’' -]* (?:Agency|Bulletin|Chronicle|Courier|Daily|Dispatch|Examiner|Express|Gazette|Globe|Herald|Inquirer|Journal|Magazine|Mail|Mirror|Monitor|News|Newswire|Observer|Post|Press|Review|Standard|Telegraph|Times|Tribune|Weekly|Wire)$/u;

const capitalised = /^\p{Lu}[\p{L}&.’'-]*(?: (?:of|the|and|\p{Lu}[\p{L}&.’'-]*)){0,4}$/u;

/**
 * The outlet that a line of the head names: a known one, one whose name ends as newspapers' names
 * do, or, right after a byline that names none, whatever stands there in capitals.
 */
export function readOutletLine(line: string, before: string): string | null {
  const words = line.replace(/\s+/g, ' ').trim();
  if (words.length > 60) return null;
  const known = knownOutlet(words);
  if (known) return known;
  if (!capitalised.test(words)) return null;
  if (looksLikeOutlet.test(words)) return words;
  return /^by\b/i.test(before) && readByline(before)?.outlet === null ? words : null;
}

/** A line that says who wrote it, and where it says so for whom and when: "By Ann Lee, Reuters". */
export type Byline = { byline: string; outlet: string | null; publishedOn?: string };

/**
 * Reads a line that is nothing but a byline: "By Ann Lee and Bo Chen", "Ann Lee, Reuters" (only
 * with a known outlet, or any two names would do) or a known outlet alone.
 */
export function readByline(line: string): Byline | null {
  const words = line.replace(/\s+/g, ' ').trim();
  if (words.length > 160) return null;
  const whole = readWhole(words);
  if (whole) return whole;
  const [, lead = '', last = ''] = /^(.*), ([^,]+)$/.exec(words) ?? [];
  const outletLast = knownOutlet(last) ?? (looksLikeOutlet.test(last) ? last : null);
  const marked = outletLast ? lead : words;
  for (const pattern of bylines) {
    const [, who, of] = pattern.exec(marked) ?? [];
    const outlet = of ? (knownOutlet(of) ?? of.trim()) : outletLast;
    if (who) return { byline: tidyNames(who), outlet };
  }
  const [, who, of = ''] = unmarked.exec(words) ?? [];
  const outlet = knownOutlet(of);
  return who && outlet ? { byline: who, outlet } : null;
}

/** "By Ann Lee Coastal Courier May 5, 2025": a head whose lines were run together. */
function readWhole(words: string): Byline | null {
  if (!/^by\b/i.test(words) || !/\d$/.test(words)) return null;
  const parts = words.split(' ');
  for (let count = Math.min(5, parts.length - 3); count > 0; count -= 1) {
    const publishedOn = readDateLine(parts.slice(-count).join(' '));
    if (!publishedOn) continue;
    const lead = parts
      .slice(0, -count)
      .join(' ')
      .replace(/[\s,|–—-]+$/, '');
    const found = readByline(splitOutlet(lead));
    return found && { ...found, publishedOn };
  }
  return null;
}

/** Sets the comma before an outlet's name that follows the writer's without any. */
function splitOutlet(words: string): string {
  const parts = words.split(' ');
  for (let at = 3; at < parts.length; at += 1) {
    const [who, of] = [parts.slice(0, at).join(' '), parts.slice(at).join(' ')];
    if (/[,|–—]/.test(of) || /[,|–—]$/.test(who)) continue;
    if (knownOutlet(of) || (parts.length - at > 1 && looksLikeOutlet.test(of)))
      return `${who}, ${of}`;
  }
  return words;
}

const tidyNames = (who: string) =>
  who === who.toUpperCase()
    ? who
        .toLowerCase()
        .replace(/(^|[\s.’'-])\p{L}/gu, (letter) => letter.toUpperCase())
        .replace(/ And /g, ' and ')
    : who;

const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )';
const clock = String.raw`(?:,? (?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{1,5}\)?)?)`;
const lead = `(?:(?:first |last )?(?:published|posted|updated|released|modified|date)(?: on| at)?:? ?)`;
const dateLine = new RegExp(`^${lead}?${weekday}?(.{6,30}?)${clock}?$`, 'i');

/**
 * Reads a line that is nothing but a date as `YYYY-MM-DD`: besides `parseDate`'s spellings with a
 * weekday, "Published", a clock time, "14th", a numeric date that can be read one way only
 * ("14/12/2012", "14.12.2012"), or an instant ("2012-12-14T09:30:00Z", the day it names).
 */
export function readDateLine(line: string): string | null {
  const words = line.replace(/\s+/g, ' ').trim();
  if (words.length > 80) return null;
  const [instant, day] = /^(\d{4}-\d{2}-\d{2})T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?$/.exec(words) ?? [];
  if (instant && day) return parseDate(day);
  const before = /^([^|•·]+?)\s*[|•·]/.exec(words)?.[1] ?? words;
  const [, core = ''] = dateLine.exec(before.trim()) ?? [];
  const plain = core.replace(/(\d)(st|nd|rd|th)\b/i, '$1').replace(/,? (at|on)$/i, '');
  return parseDate(plain) ?? readNumeric(plain) ?? (before === words ? null : parseDate(before));
}

function readNumeric(words: string): string | null {
  const slashed = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(words);
  if (slashed) return parseDate(`${slashed[1]}-${two(slashed[2])}-${two(slashed[3])}`);
  const [, first = '', mark = '', second = '', year = ''] =
    /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(words) ?? [];
  if (!year) return null;
  const [a, b] = [Number(first), Number(second)];
  if (mark === '.' || a > 12 || a === b) return parseDate(`${year}-${two(second)}-${two(first)}`);
  return b > 12 ? parseDate(`${year}-${two(first)}-${two(second)}`) : null;
}

const two = (digits = '') => digits.padStart(2, '0');
