/** A format that a memo, or the list of its sources, can be had in. */
export type Format = {
  /** As an address, a command and the audit log have it. */
  id: string;
  /** What it is called on buttons and in the history: “As exported to Markdown”. */
  label: string;
  /** What it is good for, in a few words. */
  use: string;
  /** What it is made of: the memo itself, its sources alone, or all other formats together. */
  of: 'memo' | 'sources' | 'bundle';
  extension: string;
  mediaType: string;
  /** Whether it has pages, and so a size of paper. */
  paged?: true;
};

/**
 * Every format, in the order in which they are offered. How each is made is one row of
 * `renderers` in `server/exports.ts`; a format without one does not compile.
 */
export const formats = [
  {
    id: 'pdf',
    label: 'PDF',
    use: 'to print and to send',
    of: 'memo',
    extension: 'pdf',
    mediaType: 'application/pdf',
    paged: true,
  },
  {
    id: 'docx',
    label: 'Word',
    use: 'to work on outside',
    of: 'memo',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    paged: true,
  },
  {
    id: 'md',
    label: 'Markdown',
    use: 'for wikis and repositories',
    of: 'memo',
    extension: 'md',
    mediaType: 'text/markdown; charset=utf-8',
  },
  {
    id: 'txt',
    label: 'Plain text',
    use: 'for e-mail and cables',
    of: 'memo',
    extension: 'txt',
    mediaType: 'text/plain; charset=utf-8',
  },
  {
    id: 'html',
    label: 'Web page',
    use: 'one file, no scripts',
    of: 'memo',
    extension: 'html',
    mediaType: 'text/html; charset=utf-8',
  },
  {
    id: 'json',
    label: 'JSON',
    use: 'with evidence, for programs',
    of: 'memo',
    extension: 'json',
    mediaType: 'application/json',
  },
  {
    id: 'csl',
    label: 'CSL-JSON',
    use: 'for Zotero and Pandoc',
    of: 'sources',
    extension: 'csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
  },
  {
    id: 'bib',
    label: 'BibTeX',
    use: 'for LaTeX',
    of: 'sources',
    extension: 'bib',
    mediaType: 'application/x-bibtex; charset=utf-8',
  },
  {
    id: 'zip',
    label: 'Bundle',
    use: 'every format, with hashes',
    of: 'bundle',
    extension: 'zip',
    mediaType: 'application/zip',
    paged: true,
  },
] as const satisfies Format[];

/** The id of a format. */
export type FormatId = (typeof formats)[number]['id'];

/** The ids of all formats, in their order. */
export const formatIds = formats.map(({ id }) => id) as [FormatId, ...FormatId[]];

/** The format with this id. */
export function formatOf(id: FormatId): Format {
  const found = formats.find((format) => format.id === id);
  if (!found) throw new Error(`There is no format ${id}.`);
  return found;
}
