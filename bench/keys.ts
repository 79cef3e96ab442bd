import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { carryOn, checker, findIn } from '@/components/editor/apparatus/findings';
import { assemble } from '@/domain/assemble';
import { readDocument } from '@/domain/document/document';
import { makeDice } from '@/domain/document/sample';
import { schema } from '@/domain/document/schema';
import { setWorkedOut } from '@/domain/document/set';
import { quotesIn } from '@/domain/document/walk';
import { policyBrief } from '@/domain/template/policy-brief';
import { prepareVerifier } from '@/domain/verify';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { evidenceOf, readCopy } from './copies';
import { median } from './median';

const n = 300;
const warmups = 30;
const articles = 12;

/**
 * What a key costs the editor in a memo of so many words and quotes, every other key inside a
 * quote: milliseconds that the key itself waits (`key`), and that the quotes' states, numbers,
 * endnotes and source summary take right after it (`look`); medians, and the longest.
 */
export type Figures = {
  words: number;
  quotes: number;
  key_ms: number;
  key_max_ms: number;
  look_ms: number;
  look_max_ms: number;
  n: number;
};

/** Types into a memo that rests on a dozen articles, each key in another place; uses no page. */
export async function bench(): Promise<Figures> {
  const { issues } = readDemonstration((name) => name);
  const evidence = evidenceOf(Array.from({ length: articles }, (_, copy) => readCopy(copy)));
  const head = { title: 'Keys', to: 'Reader', from: 'Desk', date: '2012-12-17' };
  const made = assemble({ template: policyBrief, evidence, issues, ...head });
  const check = checker(prepareVerifier(evidence));
  const dice = makeDice(11);
  let document = readDocument(made);
  let findings = findIn(document, check);
  const times = { key: [] as number[], look: [] as number[] };
  for (let round = -warmups; round < n; round += 1) {
    const inQuotes = quotesIn(document).map((each) => each.position + 2);
    const places = round % 2 === 0 ? inQuotes : linesOf(document);
    const place = places[Math.floor(dice() * places.length)] ?? 0;
    const change = new Transform(document).insert(place, schema.text('x'));
    const start = performance.now();
    carryOn(findings, change);
    const middle = performance.now();
    document = change.doc;
    findings = findIn(document, check);
    setWorkedOut(document, evidence);
    if (round < 0) continue;
    times.key.push(middle - start);
    times.look.push(performance.now() - middle);
  }
  return {
    words: document.textBetween(0, document.content.size, ' ', ' ').split(/\s+/).length,
    quotes: quotesIn(document).length,
    key_ms: median(times.key, 2),
    key_max_ms: Number(Math.max(...times.key).toFixed(1)),
    look_ms: median(times.look, 1),
    look_max_ms: Number(Math.max(...times.look).toFixed(1)),
    n,
  };
}

/** The middle of each paragraph with words. */
function linesOf(document: Node): number[] {
  const places: number[] = [];
  document.descendants((node, position) => {
    const { firstChild } = node;
    if (node.type.name === 'paragraph' && firstChild?.isText)
      places.push(position + 1 + Math.floor(firstChild.nodeSize / 2));
    return !node.isTextblock;
  });
  return places;
}
