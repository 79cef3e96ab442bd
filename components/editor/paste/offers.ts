import { closeHistory } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { type EditorState, Plugin, PluginKey, TextSelection } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { Article } from '@/domain/article';
import { boundQuote, paragraphWith } from '@/domain/assemble/placing';
import type { Assessment, Evidence } from '@/domain/assessment';
import { schema } from '@/domain/document/schema';
import { typedQuotesIn } from '@/domain/document/walk';
import { joinNames } from '@/domain/positions';
import { speakerOf } from '@/domain/verify';
import { sourcesIn } from '../sources';
import { verifierIn } from '../verifier';

/** A typed quotation whose words are somebody's in the evidence; its marks are in the range. */
type Offer = {
  from: number;
  to: number;
  words: string;
  assessment: Assessment;
  article: Article;
  sentence: string;
};

type Offers = { offers: Offer[]; declined: Set<string>; decorations: DecorationSet };

const key = new PluginKey<Offers>('offers');

/**
 * Offers to bind a typed or pasted quotation that stands in the evidence, beside it; nothing is
 * bound unless the writer says so, and what is declined is not offered again.
 */
export function offers(): Plugin[] {
  const plugin = new Plugin<Offers>({
    key,
    state: {
      init: (_config, state) => look(state, new Set()),
      apply(transaction, known, before, state) {
        const declined = transaction.getMeta(key) as string | undefined;
        const isSame = sourcesIn(before).evidence === sourcesIn(state).evidence;
        if (!transaction.docChanged && declined === undefined && isSame) return known;
        if (declined === undefined) return look(state, known.declined);
        return look(state, new Set([...known.declined, declined]));
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: sayOffers,
  });
  const keys = keymap({
    'Mod-Enter': (state, _dispatch, view) => actOn(state, view, bind),
    Escape: (state, _dispatch, view) => actOn(state, view, decline),
  });
  return [plugin, keys];
}

function look(state: EditorState, declined: Set<string>): Offers {
  const found = findOffers(state).filter(({ words }) => !declined.has(words));
  const widgets = found.map((offer) =>
    Decoration.widget(offer.to, (view) => offerElement(view, offer), {
      key: `${offer.from} ${offer.words}`,
      side: 1,
      ignoreSelection: true,
      stopEvent: () => true,
    }),
  );
  return { offers: found, declined, decorations: DecorationSet.create(state.doc, widgets) };
}

const known = new WeakMap<Evidence, Map<string, Assessment | null>>();

/** Words that were looked up before are not looked up again. */
function whose(words: string, state: EditorState): Assessment | null {
  const { evidence } = sourcesIn(state);
  const found = known.get(evidence) ?? new Map<string, Assessment | null>();
  known.set(evidence, found);
  if (!found.has(words)) found.set(words, speakerOf(words, verifierIn(state)));
  return found.get(words) ?? null;
}

function findOffers(state: EditorState): Offer[] {
  const { evidence } = sourcesIn(state);
  return typedQuotesIn(state.doc).flatMap(({ text: words, position }) => {
    const range = withMarks(state, position, position + words.length);
    const assessment = range && whose(words, state);
    const article = evidence.articles.find((each) => each.id === assessment?.articleId);
    if (!range || !assessment || !article) return [];
    const names = assessment.holders.map((expert) => expert.name);
    const number = paragraphWith(words, assessment, article);
    const place = number === null ? '' : ` in paragraph ${number}`;
    const sentence = `These words are ${joinNames(names, 'and')}’s${place}.`;
    return [{ ...range, words, assessment, article, sentence }];
  });
}

/** The quotation with its marks; null where one is missing: it may still be being written. */
function withMarks(state: EditorState, from: number, to: number) {
  const $from = state.doc.resolve(from);
  if ($from.parent.type !== schema.nodes.paragraph) return null;
  const line = $from.parent;
  const [before, after] = [$from.parentOffset, $from.parentOffset + (to - from)];
  const lead = /["“„«‘]\s*$/.exec(line.textBetween(0, before, ' ', '\uFFFC'));
  const tail = /^\s*["”“»’]/.exec(line.textBetween(after, line.content.size, ' ', '\uFFFC'));
  return lead && tail ? { from: from - lead[0].length, to: to + tail[0].length } : null;
}

function actOn(
  state: EditorState,
  view: EditorView | undefined,
  act: (view: EditorView, offer: Offer) => void,
): boolean {
  const { $head } = state.selection;
  const near = (key.getState(state)?.offers ?? [])
    .filter(({ from }) => $head.depth > 0 && from >= $head.start() && from <= $head.end())
    .toSorted((a, b) => Math.abs(a.to - $head.pos) - Math.abs(b.to - $head.pos))[0];
  if (near && view) act(view, near);
  return near !== undefined;
}

function bind(view: EditorView, offer: Offer): void {
  const { words, assessment, article } = offer;
  const content = boundQuote(words, assessment, article).map((each) => schema.nodeFromJSON(each));
  const after = view.state.doc.resolve(offer.to).nodeAfter;
  const last = content.at(-1);
  // Its paragraph may be cited there already.
  if (after && last && content.length > 1 && after.hasMarkup(last.type, last.attrs, after.marks))
    content.pop();
  const transaction = view.state.tr.replaceWith(offer.from, offer.to, content);
  const end = offer.from + content.reduce((size, node) => size + node.nodeSize, 0);
  transaction.setSelection(TextSelection.create(transaction.doc, end));
  view.dispatch(closeHistory(transaction));
  view.focus();
}

function decline(view: EditorView, { words }: Offer): void {
  view.dispatch(view.state.tr.setMeta(key, words));
  view.focus();
}

function offerElement(view: EditorView, offer: Offer): HTMLElement {
  const made = document.createElement('span');
  made.className = 'offer';
  made.contentEditable = 'false';
  const button = (name: string, title: string, act: typeof bind) => {
    const one = document.createElement('button');
    one.type = 'button';
    one.textContent = name;
    one.title = title;
    one.addEventListener('mousedown', (event) => event.preventDefault());
    // By then it may have moved: what stands under these words now is what is meant.
    one.addEventListener('click', () => {
      const all = key.getState(view.state)?.offers ?? [];
      const same = all.filter((each) => each.words === offer.words);
      const near = same.find((each) => each.from === offer.from) ?? same[0];
      if (near) act(view, near);
    });
    return one;
  };
  made.append(
    `${offer.sentence} `,
    button('Bind them', 'Make it a bound quote (Ctrl-Enter)', bind),
    button('Leave', 'Leave it as it was typed (Escape)', decline),
  );
  return made;
}

/** Says a new offer aloud. */
function sayOffers(view: EditorView) {
  const said = document.createElement('div');
  said.className = 'sr-only';
  said.setAttribute('role', 'status');
  view.dom.parentElement?.append(said);
  let before = '';
  return {
    update() {
      const all = key.getState(view.state)?.offers ?? [];
      const now = all.map(({ words }) => words).join('\n');
      if (now === before) return;
      const fresh = all.find(({ words }) => !before.includes(words));
      said.textContent = fresh ? `${fresh.sentence} Press Control Enter to bind them.` : '';
      before = now;
    },
    destroy: () => said.remove(),
  };
}
