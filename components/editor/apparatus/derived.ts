import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import type { Block } from '@/domain/document/print';

/** A block that nobody writes: it shows what follows from the rest of the memo. */
export class DerivedView implements NodeView {
  readonly dom = document.createElement('div');
  readonly id: string;
  private shown: string | undefined;

  constructor(
    node: Node,
    private readonly all: Set<DerivedView>,
  ) {
    this.id = node.attrs.id as string;
    this.dom.contentEditable = 'false';
    all.add(this);
  }

  /** Shows it as it is set; leaves what is shown where that is the same. */
  show(block: Block | undefined): void {
    const now = JSON.stringify(block);
    if (now === this.shown) return;
    this.shown = now;
    if (block?.kind === 'facts') this.dom.replaceChildren(facts(block.rows));
    if (block?.kind === 'endnotes') this.dom.replaceChildren(endnotes(block.notes));
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.all.delete(this);
  }
}

function element(name: string, className: string, ...children: (Element | string)[]): Element {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function facts(rows: { label: string; text: string }[]): Element {
  const lines = rows.map((row) =>
    element('div', '', element('dt', '', row.label), element('dd', '', row.text)),
  );
  return element('dl', 'facts', ...lines);
}

function endnotes(notes: { number: number; text: string }[]): Element {
  const lines = notes.map((note) =>
    element('li', '', element('span', '', `${note.number}.`), element('span', '', note.text)),
  );
  return element('ol', 'endnotes', ...lines);
}
