import { documentVersion } from './schema';

type Json = Record<string, unknown>;

/**
 * Brings a stored document's JSON to the version that the schema reads. What is no document is
 * handed on as it is, for the schema to refuse. Throws a RangeError at a version newer than ours.
 *
 * - 1 to 2: blocks and words may carry suggestions. Every document of version 1 is one of 2, and
 *   so are its steps; only the number changes.
 * - 2 to 3: blocks may be marked as portions, and paragraphs have footnotes. The same holds.
 * - 3 to 4: the document says how it is styled; one that does not is plain. The same holds.
 */
export function migrateDocument(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json;
  const { attrs } = json as { attrs?: Json };
  const version = attrs?.version ?? 1;
  if (typeof version !== 'number' || version > documentVersion)
    throw new RangeError(`it has version ${JSON.stringify(version)}, which is newer than this`);
  if (version === documentVersion) return json;
  return { ...json, attrs: { ...attrs, version: documentVersion } };
}
