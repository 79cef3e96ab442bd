/** Where the next word begins or the last one ended, from an offset: how a span's end is moved. */
export function nextEdge(text: string, from: number, step: 1 | -1, edge: 'start' | 'end'): number {
  const edges = edgesOf(text, edge);
  if (step === 1) return edges.find((each) => each > from) ?? from;
  return edges.findLast((each) => each < from) ?? from;
}

/** The word's edge that lies nearest to the offset. */
export function nearestEdge(text: string, from: number, edge: 'start' | 'end'): number {
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  for (const each of edgesOf(text, edge)) {
    const distance = Math.abs(each - from);
    if (distance < least) [best, least] = [each, distance];
  }
  return best;
}

/** Words with the signs that hang on to them: marks of quotation before, stops and commas after. */
function edgesOf(text: string, edge: 'start' | 'end'): number[] {
  return [...text.matchAll(/\S+/g)].map((match) =>
    edge === 'start' ? match.index : match.index + match[0].length,
  );
}
