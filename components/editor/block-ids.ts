import { Plugin } from 'prosemirror-state';
import { keepsFrame } from '@/domain/document/frame';

/** Gives each new block an id, and the second of two with one id (a split, a paste) a new one. */
export function blockIds(): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, state) {
      if (!transactions.some((each) => each.docChanged)) return null;
      // What came from others has its ids already.
      if (transactions.some((each) => each.getMeta('rebased') !== undefined)) return null;
      const seen = new Set<string>();
      const transaction = state.tr;
      state.doc.descendants((node, position) => {
        if (node.attrs.id === undefined) return;
        if (node.attrs.id === '' || seen.has(node.attrs.id))
          transaction.setNodeAttribute(position, 'id', crypto.randomUUID());
        else seen.add(node.attrs.id);
      });
      return transaction.docChanged ? transaction.setMeta('addToHistory', false) : null;
    },
  });
}

/** Turns down what would take away a section, a header field, the source summary or the endnotes. */
export function keepFrame(): Plugin {
  return new Plugin({
    filterTransaction: (transaction) =>
      !transaction.docChanged ||
      transaction.getMeta('rebased') !== undefined ||
      keepsFrame(transaction.before, transaction.doc),
  });
}
