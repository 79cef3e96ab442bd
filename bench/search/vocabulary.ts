import { pick, type Random } from './random';

const onsets =
  'b br c ch d dr f fl g gr h j k kl l m n p pl pr qu r s sh sl st t th tr v w z'.split(' ');
const nuclei = 'a ai au e ea ee i ia o oa oo ou u ue'.split(' ');
const codas = ['', '', 'b', 'ck', 'd', 'l', 'm', 'n', 'nd', 'nt', 'r', 'rk', 'rt', 't', 'x'];

/** A made-up word of so many syllables, in small letters. */
export function makeWord(random: Random, syllables: number): string {
  let word = '';
  for (let count = 0; count < syllables; count += 1)
    word += pick(random, onsets) + pick(random, nuclei) + (count % 2 ? pick(random, codas) : '');
  return word + pick(random, codas);
}

/** Words by rank, the commonest first, and how to draw one by Zipf's law. */
export type Vocabulary = { words: string[]; draw: () => string };

/**
 * So many distinct words whose frequency falls with their rank as in English (exponent 1.05). The
 * very commonest, which a text search leaves out as stop words, are English ones.
 */
export function makeVocabulary(random: Random, size: number): Vocabulary {
  const stops = 'the of to and a in that is was for it with as his on be at by he this'.split(' ');
  const made = new Set<string>(stops);
  while (made.size < size) made.add(makeWord(random, 1 + Math.floor(random() * 3)));
  const words = [...made];
  const sums = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank += 1) {
    sum += 1 / (rank + 2.7) ** 1.05;
    sums[rank] = sum;
  }
  // The place to begin looking for a sum, so that most draws take a step or two.
  const slots = Uint32Array.from({ length: 65_536 }, (_, slot) =>
    find(sums, (slot / 65_536) * sum, 0, size),
  );
  const draw = () => {
    const aim = random() * sum;
    const slot = Math.floor((aim / sum) * 65_536);
    const rank = find(sums, aim, slots[slot] ?? 0, (slots[slot + 1] ?? size - 1) + 1);
    return words[Math.min(rank, size - 1)] ?? 'the';
  };
  return { words, draw };
}

/** The first place in [from, to) whose sum is over the aim. */
function find(sums: Float64Array, aim: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > aim) high = middle;
    else low = middle + 1;
  }
  return low;
}
