import type { EditorState } from 'prosemirror-state';
import type { Evidence } from '@/domain/assessment';
import { prepareVerifier, type Verifier } from '@/domain/verify';
import { sourcesIn } from './sources';

const prepared = new WeakMap<Evidence, Verifier>();

/** The evidence of the text, made ready for checking quotes against it: once for all who check. */
export function verifierIn(state: EditorState): Verifier {
  const { evidence } = sourcesIn(state);
  const known = prepared.get(evidence) ?? prepareVerifier(evidence);
  prepared.set(evidence, known);
  return known;
}
