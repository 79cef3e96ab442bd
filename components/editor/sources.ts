import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { basesIn, citedIn } from '@/domain/document/walk';
import type { Sources } from '@/domain/evidence-list';

const key = new PluginKey<Sources>('sources');

/**
 * What the text may rest on, as a part of the editor's state: it grows while one writes. What
 * another writer added is asked for once the text rests on it here.
 */
export function sources(memo: string, opened: Sources): Plugin<Sources> {
  return new Plugin<Sources>({
    key,
    state: {
      init: () => opened,
      apply: (transaction, known) => (transaction.getMeta(key) as Sources | undefined) ?? known,
    },
    view: (view) => {
      const asked = new Set<string>();
      const look = () => void askForUnknown(view, memo, asked);
      look();
      return { update: (_view, before) => before.doc !== view.state.doc && look() };
    },
  });
}

/** What the text may rest on at the moment. */
export function sourcesIn(state: EditorState): Sources {
  return key.getState(state) ?? { evidence: { articles: [], assessments: [] }, issues: [] };
}

/** A transaction that sets what the text may rest on; it changes nothing in the text. */
export function takeSources(state: EditorState, taken: Sources): Transaction {
  return state.tr.setMeta(key, taken).setMeta('addToHistory', false);
}

/** Asks the server for the memo's sources, or adds a statement's article to them. Throws a sentence. */
export async function fetchSources(memo: string, assessment?: string): Promise<Sources> {
  const adding = assessment !== undefined && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ assessment }),
  };
  const answer = await fetch(`/api/memos/${memo}/sources`, adding || {}).catch(() => null);
  const body = (await answer?.json().catch(() => null)) as (Sources & { message?: string }) | null;
  if (!answer?.ok || !body)
    throw new Error(body?.message ?? 'The server does not answer. Try again in a moment.');
  return body;
}

/** Asks but once for what the server may not have either: a pasted quote can name anything. */
async function askForUnknown(view: EditorView, memo: string, asked: Set<string>): Promise<void> {
  const fresh = unknownIn(view.state.doc, sourcesIn(view.state)).filter((id) => !asked.has(id));
  if (fresh.length === 0) return;
  for (const id of fresh) asked.add(id);
  const found = await fetchSources(memo).catch(() => null);
  if (!found) for (const id of fresh) asked.delete(id);
  else if (!view.isDestroyed) view.dispatch(takeSources(view.state, found));
}

function unknownIn(document: Node, { evidence }: Sources): string[] {
  const { assessments, articles } = evidence;
  const paragraphs = articles.flatMap((article) => article.paragraphs);
  const known = new Set([...assessments, ...articles, ...paragraphs].map((each) => each.id));
  const cited = citedIn(document).map((each) => each.split(' ')[0] ?? '');
  return [...basesIn(document), ...cited].filter((id) => !known.has(id));
}
