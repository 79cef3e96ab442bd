import { z } from 'zod';
import type { Block, Cell, Printed } from '../document/print';
import { type Addressee, type Standing, standingOf } from './list';
import { nameOf } from './obstacles';
import type { Seen } from './seen';

const line = z.object({
  office: z.string(),
  name: z.string(),
  outcome: z.string(),
  at: z.string(),
});

/**
 * The clearance page of a memo as it is printed (2 FAM 1210): who approved, drafted and cleared, with
 * what outcome and when; dissent, and who did not respond. `isCleared` is true only where the text is
 * the very one that was issued; `sha256` is that of the issued text, or of this one before.
 */
export const clearanceSheetSchema = z.object({
  isCleared: z.boolean(),
  headline: z.string(),
  sha256: z.string(),
  version: z.int().min(0),
  approved: z.string(),
  drafted: z.string(),
  /** In which all times of the page are said. */
  zone: z.string(),
  lines: z.array(line),
  remarks: z.array(z.string()),
});

export type ClearanceSheet = z.infer<typeof clearanceSheetSchema>;

/** A text of a memo: which version, and the SHA-256 of what it says. */
export type TextMark = { version: number; sha256: string };

/** What a clearance page is made of; `inWords` writes an instant in the zone, without its name. */
export type SheetInput = {
  list: readonly Addressee[];
  seen: Seen;
  now: string;
  text: TextMark;
  issued: (TextMark & { by: string; at: string }) | null;
  drafted: string;
  zone: string;
  inWords: (instant: string) => string;
};

/** The clearance page for a text. One that is not the text that was issued never says it is cleared. */
export function clearanceSheet(input: SheetInput): ClearanceSheet {
  const { list, text, issued, drafted, zone, inWords } = input;
  const isCleared = issued !== null && issued.sha256 === text.sha256;
  const shown = isCleared ? issued : text;
  return {
    isCleared,
    headline: headlineOf(input, isCleared),
    sha256: shown.sha256,
    version: shown.version,
    approved: isCleared ? `${issued.by}, ${inWords(issued.at)}` : 'Not approved',
    drafted,
    zone,
    lines: list.map((each) => lineOf(each, input)),
    remarks: list.flatMap((each) => remarkOf(each, inWords)),
  };
}

function headlineOf({ issued, text, inWords }: SheetInput, isCleared: boolean): string {
  if (isCleared) return 'Cleared. This is the text that was cleared.';
  if (issued)
    return `Not cleared. This text differs from version ${issued.version}, which was cleared ${inWords(issued.at)} (SHA-256 ${issued.sha256.slice(0, 16)}…).`;
  return `Not cleared yet: version ${text.version} is a draft.`;
}

/** How a standing is printed and shown. */
export const standingNames: Record<Standing, string> = {
  ahead: 'To be asked',
  asked: 'Asked',
  overdue: 'Asked; overdue',
  're-clear': 'Cleared an earlier text; to clear again',
  clear: 'Cleared',
  'clear-with-edits': 'Cleared with edits',
  object: 'Objects',
  'information-only': 'Information only',
  commented: 'Commented',
  'nil-return': 'Nil return',
  'no-response': 'No response',
};

function lineOf(addressee: Addressee, { list, seen, now, inWords }: SheetInput) {
  const { office, person, response, due, asked } = addressee;
  const standing = standingOf(addressee, { list, seen, now });
  const isInformed = asked === 'information' && !response;
  const outcome = isInformed ? 'For information' : standingNames[standing];
  const late = standing === 'no-response' && due ? ` by ${inWords(due)}` : '';
  return {
    office: office || '–',
    name: answeredBy(addressee) || person || '–',
    outcome: `${outcome}${late}`,
    at: response && response.outcome !== 'no-response' ? inWords(response.at) : '–',
  };
}

function answeredBy({ response }: Addressee): string {
  if (!response || response.outcome === 'no-response') return '';
  return response.for === null ? response.by : `${response.by} for ${response.for}`;
}

function remarkOf(addressee: Addressee, inWords: (instant: string) => string): string[] {
  const { response, due, dissent } = addressee;
  const who = nameOf(addressee);
  if (response?.outcome === 'no-response')
    return [`Without clearance of ${who} (no response${due ? ` by ${inWords(due)}` : ''}).`];
  if (response?.outcome !== 'object') return [];
  const words = response.text.replace(/\s+/g, ' ').trim();
  const where = dissent === 'split' ? ' The memo puts it to the principal.' : '';
  return [`${who} objects: ${words}${/[.!?]$/.test(words) ? '' : '.'}${where}`];
}

/** The name of the section that a clearance page is; it begins on a page of its own. */
export const sheetName = 'clearance';

/** A memo with its clearance page behind it, in front of nothing but a proof of quotes. */
export function withClearance(printed: Printed, sheet: ClearanceSheet | null): Printed {
  if (!sheet) return printed;
  const blocks: Block[] = [
    { kind: 'paragraph', id: `${sheetName}.state`, runs: [run(sheet.headline, true)] },
    {
      kind: 'facts',
      id: `${sheetName}.facts`,
      rows: [
        { label: 'Approved', text: sheet.approved },
        { label: 'Drafted', text: sheet.drafted },
        { label: 'Version', text: `${sheet.version}, SHA-256 ${sheet.sha256}` },
        { label: 'Times', text: sheet.zone },
      ],
    },
    ...(sheet.lines.length > 0 ? [table(sheet)] : []),
    ...sheet.remarks.map(
      (text, at): Block => ({
        kind: 'paragraph',
        id: `${sheetName}.remark-${at + 1}`,
        runs: [run(text, false)],
      }),
    ),
  ];
  const section = { id: sheetName, name: sheetName, heading: 'Clearance', blocks };
  return { ...printed, sections: [...printed.sections, section] };
}

function table({ lines }: ClearanceSheet): Block {
  const heads = ['Office', 'Name', 'Outcome', 'Date and time'];
  const rows = [
    heads.map((text, column) => cell(text, true, `0.${column}`)),
    ...lines.map(({ office, name, outcome, at }, row) =>
      [office, name, outcome, at].map((text, column) =>
        cell(text, column === 0, `${row + 1}.${column}`),
      ),
    ),
  ];
  return { kind: 'table', id: `${sheetName}.list`, rows };
}

function cell(text: string, header: boolean, place: string): Cell {
  const id = `${sheetName}.list.${place}`;
  return { header, blocks: [{ kind: 'paragraph', id, runs: [run(text, header)] }] };
}

const run = (text: string, strong: boolean) =>
  ({ kind: 'text', text, strong, emphasis: false }) as const;
