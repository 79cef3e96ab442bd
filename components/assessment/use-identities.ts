'use client';

import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import type { Expert, ExpertKind } from '@/domain/expert';

/** Somebody named in the article, and whom of the store it may be. */
export type Person = {
  name: string;
  kind: ExpertKind;
  expertId: string | null;
  candidates: { expert: Expert; reason: string }[];
};

/**
 * Whom each name of the article means: said before, said here by the person who checks, or somebody
 * new where the store has nobody like it. Where it has, the question stays open until answered.
 */
export function useIdentities(people: Person[]) {
  const [said, setSaid] = useState<Record<string, string>>({});
  const fresh = useRef(new Map<string, string>());

  function freshId(name: string): string {
    const id = fresh.current.get(name) ?? v7();
    fresh.current.set(name, id);
    return id;
  }

  /** The expert whom the name means; null where a person has to say so first. */
  function settled(name: string): string | null {
    const person = people.find((each) => each.name === name);
    if (said[name]) return said[name];
    if (person?.expertId) return person.expertId;
    return person && person.candidates.length > 0 ? null : freshId(name);
  }

  return {
    identify: (name: string) => settled(name) ?? freshId(name),
    question: (name: string) =>
      settled(name) === null ? (people.find((each) => each.name === name) ?? null) : null,
    sayIs: (name: string, expertId: string | null) =>
      setSaid((before) => ({ ...before, [name]: expertId ?? freshId(name) })),
  };
}
