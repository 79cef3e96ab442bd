import { expect, test } from 'vitest';
import { confidenceOf, type Position, type Resolution, ruleOf } from './confidence';

const positions: Position[] = ['before', 'around', 'after', 'inverted', 'according', 'announced'];
const resolutions: Resolution[] = ['full name', 'surname', 'names', 'pronoun', 'role', 'none'];
const kinds = ['direct_quote', 'partial_quote', 'paraphrase', 'group_paraphrase'] as const;

test('every proposal is more than impossible and less than certain', () => {
  for (const position of positions)
    for (const resolution of resolutions)
      for (const shared of [true, false])
        for (const kind of kinds) {
          const confidence = confidenceOf({ position, firm: shared, shared, resolution }, kind);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThan(1);
        }
});

test('quoted words are surer than a paraphrase, and a name than a pronoun', () => {
  const by = (resolution: Resolution, kind: (typeof kinds)[number]) =>
    confidenceOf({ position: 'after', firm: true, shared: false, resolution }, kind);
  expect(by('surname', 'direct_quote')).toBeGreaterThan(by('surname', 'paraphrase'));
  expect(by('full name', 'paraphrase')).toBeGreaterThan(by('pronoun', 'paraphrase'));
});

test('a verb of saying is surer than one that may tell of a deed', () => {
  const by = (firm: boolean) =>
    confidenceOf({ position: 'after', firm, shared: false, resolution: 'surname' }, 'paraphrase');
  expect(by(true)).toBeGreaterThan(by(false));
});

test('the rule is a phrase that a person can read', () => {
  expect(ruleOf({ position: 'before', firm: true, shared: false, resolution: 'surname' })).toBe(
    'words before the cue; by surname',
  );
  expect(ruleOf({ position: 'after', firm: true, shared: true, resolution: 'none' })).toBe(
    'words after the cue, subject of another cue; no source named',
  );
});
