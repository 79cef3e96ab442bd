import type { Speaker } from './attribution';
import { bodyNouns, documentNouns, groupNouns, roleNouns } from './lexicon/people';
import type { Entity } from './people';

/** An entity as a speaker: a person, or else a group. */
export function speakerOf(entity: Entity): Speaker {
  return { name: entity.name, kind: entity.kind === 'person' ? 'person' : 'group' };
}

/** What kind of speaker a noun names: "the report" is a document. */
export function kindOf(head: string): Speaker['kind'] {
  if (documentNouns.has(head)) return 'document';
  if (groupNouns.has(head) || bodyNouns.has(head)) return 'group';
  if (roleNouns.has(head)) return 'person';
  return /s$/.test(head) ? 'group' : 'person';
}
