import type { Lit } from '@/domain/comment/comment';

/**
 * Where the words stand on the page, within the element of their block; nothing where the page says
 * it otherwise. Notes and numbers that only the page has are passed over, as are quotation marks.
 */
export function litRanges({ block, words }: Lit): Range[] {
  const element = document.getElementById(block);
  if (!element) return [];
  const letters: { node: Text; at: number; letter: string }[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('sup, .number')) continue;
    const text = node.textContent ?? '';
    for (let at = 0; at < text.length; at += 1)
      if (isSaid(text[at])) letters.push({ node: node as Text, at, letter: text[at] ?? '' });
  }
  const wanted = (words.split('\n')[0] ?? '').split('').filter(isSaid).join('');
  const start = letters
    .map(({ letter }) => letter)
    .join('')
    .indexOf(wanted);
  const [first, last] = [letters[start], letters[start + wanted.length - 1]];
  if (wanted === '' || !first || !last) return [];
  const range = document.createRange();
  range.setStart(first.node, first.at);
  range.setEnd(last.node, last.at + 1);
  return [range];
}

/** Spaces and quotation marks are set by the page. */
function isSaid(letter: string | undefined): boolean {
  return letter !== undefined && !/[\s“”"]/.test(letter);
}
