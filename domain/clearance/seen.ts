import type { Node } from 'prosemirror-model';
import { z } from 'zod';
import { hashText } from '../article';
import { writeDocument } from '../document/document';
import { tokenize } from '../quote/tokens';

/**
 * What somebody saw of a memo: the hash of what each section says, by the section's name; `head` is
 * the title and the lines below it. Two texts whose hashes are the same differ in typography at most
 * (quotation marks, dashes, spaces, bold and italic): clearance binds to this (domain: clearance).
 */
export type Seen = Readonly<Record<string, string>>;

/** What was seen, as it is stored. */
export const seenSchema = z.record(z.string(), z.string());

/** The name under which the head of a memo goes: its title, and the lines below it. */
export const headName = 'head';

/** What is to be seen of a memo without suggestions. */
export function seenIn(settled: Node): Seen {
  const seen: Record<string, string> = {};
  settled.forEach((part) => {
    const name = part.type.name === 'section' ? (part.attrs.name as string) : headName;
    seen[name] = hashText(JSON.stringify(substanceOf(part)));
  });
  return seen;
}

/** SHA-256 of a text without suggestions, to the letter: what a clearance page prints. */
export function hashOfText(settled: Node): string {
  return hashText(JSON.stringify(writeDocument(settled)));
}

/** The sections that say something else now than was seen; new and lost ones are among them. */
export function changedSince(seen: Seen, now: Seen, sections: readonly string[]): string[] {
  const all = [...new Set([...Object.keys(seen), ...Object.keys(now)])];
  const concerned = sections.length > 0 ? all.filter((name) => sections.includes(name)) : all;
  return concerned.filter((name) => seen[name] !== now[name]);
}

/** A part of a memo by what it says: no ids, bindings or looks, and its words without typography. */
function substanceOf(node: Node): unknown {
  const { type, attrs } = node;
  if (type.name === 'citation') return ['citation', attrs.article, attrs.paragraph];
  if (type.name === 'quote') return ['quote', attrs.assessment, ...wordsOf(node)];
  const own = [type.name, attrs.portion ?? null, attrs.prompt && !node.childCount ? 'place' : null];
  return [...own, ...(node.isTextblock ? lineOf(node) : children(node))];
}

function children(node: Node): unknown[] {
  const parts: unknown[] = [];
  node.forEach((child) => {
    parts.push(substanceOf(child));
  });
  return parts;
}

/** Neighbouring texts are one, however they are marked: a bold word is no other word. */
function lineOf(block: Node): unknown[] {
  const parts: unknown[] = [];
  let text = '';
  const end = () => {
    if (text !== '') parts.push(...tokenize(text).map(({ value }) => value));
    text = '';
  };
  block.forEach((child) => {
    if (child.isText) text += child.text;
    else if (child.type.name === 'hard_break') text += ' ';
    else {
      end();
      parts.push(
        child.type.name === 'footnote' ? ['footnote', ...lineOf(child)] : substanceOf(child),
      );
    }
  });
  end();
  return parts;
}

const wordsOf = (node: Node) => tokenize(node.textContent).map(({ value }) => value);
