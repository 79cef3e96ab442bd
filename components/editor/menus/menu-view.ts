import type { EditorState, PluginView } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { OpenMenu } from './menu';

/** The id of a choice's element, for the text to name as the active one. */
export function optionId(open: Pick<OpenMenu, 'id'>, index: number): string {
  return `${open.id}-${index}`;
}

type Acts = { choose: (index: number) => void };

/** An open menu on the page, under the sign that opened it; what is active is also said aloud. */
export class MenuView implements PluginView {
  private readonly list = document.createElement('div');
  private readonly said = document.createElement('div');
  private readonly ended = new AbortController();
  private shown: OpenMenu | null = null;

  constructor(
    private readonly view: EditorView,
    private readonly openIn: (state: EditorState) => OpenMenu | null,
    private readonly acts: Acts,
  ) {
    this.list.className = 'text-menu';
    // It scrolls where it is long; the text keeps the focus all the same.
    this.list.tabIndex = 0;
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.said.className = 'sr-only';
    this.said.setAttribute('role', 'status');
    view.dom.parentElement?.append(this.said);
    const { signal } = this.ended;
    window.addEventListener('scroll', () => this.place(), { signal, capture: true, passive: true });
  }

  update(view: EditorView): void {
    const open = this.openIn(view.state);
    if (open === this.shown) return;
    this.shown = open;
    if (!open) {
      this.list.remove();
      this.said.textContent = '';
      return;
    }
    this.list.id = open.id;
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', open.sign === '/' ? 'Insert' : 'Experts and statements');
    this.list.replaceChildren(...open.items.map((_item, index) => this.option(open, index)));
    if (!this.list.isConnected) view.dom.parentElement?.append(this.list);
    this.list.children[open.active]?.scrollIntoView({ block: 'nearest' });
    this.say(open);
    this.place();
  }

  destroy(): void {
    this.ended.abort();
    this.list.remove();
    this.said.remove();
  }

  private option(open: OpenMenu, index: number): HTMLElement {
    const option = document.createElement('div');
    option.id = optionId(open, index);
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', String(index === open.active));
    const [name, note] = [document.createElement('span'), document.createElement('small')];
    name.textContent = open.items[index]?.name ?? '';
    note.textContent = open.items[index]?.note ?? '';
    option.append(name, note);
    option.addEventListener('click', () => this.acts.choose(index));
    return option;
  }

  private say({ items, active }: OpenMenu): void {
    const item = items[active];
    this.said.textContent = `${item?.name}, ${item?.note}. ${active + 1} of ${items.length}`;
  }

  /** Under the sign, above it where there is more room, and never over the screen's edge. */
  private place(): void {
    if (!this.shown) return;
    const sign = this.view.coordsAtPos(this.shown.from);
    const { offsetWidth, offsetHeight } = this.list;
    const fits = sign.bottom + offsetHeight + 12 < window.innerHeight;
    const top = fits ? sign.bottom + 4 : Math.max(8, sign.top - offsetHeight - 4);
    const left = Math.max(8, Math.min(sign.left, window.innerWidth - offsetWidth - 8));
    this.list.style.top = `${top}px`;
    this.list.style.left = `${left}px`;
  }
}
