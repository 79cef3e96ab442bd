/**
 * An article's name in addresses: the title's first words in plain letters, and its date. It is
 * at most 80 characters long and never empty.
 */
export function slugOf(title: string, publishedOn: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const short =
    words.length <= 60
      ? words
      : words
          .slice(0, 61)
          .replace(/-[^-]*$/, '')
          .slice(0, 60);
  return `${short || 'article'}-${publishedOn}`;
}

/** The slug itself, or with the first number behind it that makes it one nobody has. */
export function freeSlug(slug: string, taken: Iterable<string>): string {
  const others = new Set(taken);
  if (!others.has(slug)) return slug;
  for (let number = 2; ; number += 1)
    if (!others.has(`${slug}-${number}`)) return `${slug}-${number}`;
}
