/** A person, a group ("Pakistani officials") or a document ("the joint statement"). */
export type ExpertKind = 'person' | 'group' | 'document';

/** Organisation and role, as of a date (`YYYY-MM-DD`). */
export type Affiliation = { organisation: string; role: string; asOf: string };

/** Whoever a statement is attributed to. */
export type Expert = {
  id: string;
  name: string;
  kind: ExpertKind;
  /** Other names the sources use ("the Carnegie analyst"). */
  aliases: string[];
  affiliations: Affiliation[];
};

/** The latest affiliation on or before the date; undefined where none is known for it. */
export function affiliationAsOf(expert: Expert, date: string): Affiliation | undefined {
  return expert.affiliations
    .filter((affiliation) => affiliation.asOf <= date)
    .sort((a, b) => b.asOf.localeCompare(a.asOf))[0];
}

/** Name, role and organisation as of the date, e.g. "Ann Lee, analyst, the Institute". */
export function introduceExpert(expert: Expert, date: string): string {
  const affiliation = affiliationAsOf(expert, date);
  const parts = [expert.name, affiliation?.role, affiliation?.organisation];
  return parts.filter(Boolean).join(', ');
}

/** What a person is called once introduced: the last word of the name; others keep it whole. */
export function shortName(expert: Expert): string {
  return expert.kind === 'person' ? (expert.name.split(' ').at(-1) ?? expert.name) : expert.name;
}
