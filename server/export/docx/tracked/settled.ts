import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { JSDOM } from 'jsdom';

/**
 * The Word file with all its tracked changes accepted, or all rejected, read from its XML by the
 * rules of ECMA-376 (17.13.5) alone: nothing of what made the file is used. For tests.
 */
export function settleAll(file: Uint8Array, choice: 'accept' | 'reject'): Uint8Array {
  const parts = unzipSync(file);
  const cited = new Set<string>();
  for (const path of ['word/document.xml', 'word/footnotes.xml']) {
    const { window } = new JSDOM(strFromU8(parts[path] ?? new Uint8Array()), {
      contentType: 'application/xml',
    });
    settle(window.document, choice);
    for (const e of all(window.document, 'footnoteReference')) cited.add(numberOf(e));
    // A note to which nothing leads is none: the text is read before its notes.
    for (const e of all(window.document, 'footnote'))
      if (!e.hasAttribute('w:type') && !cited.has(numberOf(e))) e.remove();
    parts[path] = strToU8(new window.XMLSerializer().serializeToString(window.document));
  }
  return zipSync(parts);
}

function settle(part: Document, choice: 'accept' | 'reject'): void {
  const [out, stay] =
    choice === 'accept'
      ? [
          ['del', 'moveFrom'],
          ['ins', 'moveTo'],
        ]
      : [
          ['ins', 'moveTo'],
          ['del', 'moveFrom'],
        ];
  const isOut = (e: Element) => out?.includes(e.localName) ?? false;
  for (const row of all(part, 'tr'))
    if (childrenOf(childrenOf(row, 'trPr')[0]).some(isOut)) row.remove();
  for (const table of all(part, 'tbl')) if (all(table, 'tr').length === 0) table.remove();
  for (const side of ['moveFromRange', 'moveToRange'])
    for (const e of [...all(part, `${side}Start`), ...all(part, `${side}End`)]) e.remove();
  const joined = all(part, 'p').filter((p) => markOf(p).some(isOut));
  for (const name of out ?? []) for (const e of all(part, name)) if (isRunLevel(e)) e.remove();
  for (const name of stay ?? [])
    for (const e of all(part, name)) if (isRunLevel(e)) e.replaceWith(...e.childNodes);
  for (const changed of all(part, 'rPrChange')) {
    const look = changed.parentElement;
    if (choice === 'reject') look?.replaceChildren(...childrenOf(childrenOf(changed, 'rPr')[0]));
    else changed.remove();
  }
  for (const text of all(part, 'delText')) {
    const kept = part.createElementNS(text.namespaceURI, 'w:t');
    kept.textContent = text.textContent;
    text.replaceWith(kept);
  }
  for (const p of joined) join(p);
}

/** A paragraph without its mark goes on in the next one; an empty one is gone. */
function join(p: Element): void {
  const words = [...p.children].filter((e) => e.localName !== 'pPr');
  const next = p.nextElementSibling;
  const says = words.some((e) => e.localName !== 'bookmarkStart' && e.localName !== 'bookmarkEnd');
  if (says && next?.localName === 'p') {
    // Word keeps the properties of the mark that stays.
    const properties = next.firstElementChild;
    if (properties?.localName === 'pPr') properties.after(...words);
    else next.prepend(...words);
  } else if (says) throw new Error('A paragraph that ends nowhere.');
  p.remove();
}

function markOf(p: Element): Element[] {
  return childrenOf(childrenOf(childrenOf(p, 'pPr')[0], 'rPr')[0]);
}

function numberOf(e: Element): string {
  return e.getAttribute('w:id') ?? '';
}

function isRunLevel(e: Element): boolean {
  return e.parentElement?.localName !== 'rPr' && e.parentElement?.localName !== 'trPr';
}

function childrenOf(e: Element | undefined, name?: string): Element[] {
  return [...(e?.children ?? [])].filter((each) => !name || each.localName === name);
}

function all(root: Document | Element, name: string): Element[] {
  return [...root.getElementsByTagNameNS('*', name)];
}
