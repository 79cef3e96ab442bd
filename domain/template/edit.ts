import type { TemplateField, TemplateSection } from '../template';

/** A list with the item at one place put at another; the list itself where there is no such place. */
export function moveItem<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const moved = list[from];
  if (moved === undefined || to < 0 || to >= list.length || from === to) return [...list];
  const others = list.filter((_, index) => index !== from);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}

/**
 * What a new part is known by through all versions of its template, whatever it is renamed to: letters
 * of its first name, and a number where that is taken.
 */
export function freeName(called: string, taken: readonly string[]): string {
  const letters = called
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);
  const name = letters || 'part';
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number += 1)
    if (!taken.includes(`${name}-${number}`)) return `${name}-${number}`;
}

/** A new section to be written, known by a name that was never used in the template. */
export function newSection(heading: string, taken: readonly string[]): TemplateSection {
  return {
    name: freeName(heading, taken),
    heading,
    fill: 'place',
    issuePrompts: [],
    prompts: ['what belongs here'],
    lines: [],
    draws: [],
    points: null,
    mostLines: null,
    mostLinesEach: null,
    mostPages: null,
  };
}

/** A new line of the head, to be written. */
export function newField(label: string, taken: readonly string[]): TemplateField {
  return { name: freeName(label, taken), label, fill: 'empty', words: '' };
}
