import type { Printed, Section } from '../document/print';
import { Blocks } from './blocks';
import { alignByKey } from './keys';
import { redlineText } from './lines';
import { findPartners } from './partners';
import type { RedField, Redlined, RedSection } from './redlined';
import { growTwigs, type Twig } from './tree';

/**
 * Two versions of a memo in one, as both are set: blocks are found again by their ids, or by what
 * they say, then compared word by word. Nothing of either is lost (`accepted`, `rejected`), and two
 * equal versions have no change. Takes time in proportion to the text and to what changed in it.
 */
export function redline(before: Printed, after: Printed): Redlined {
  const { language, form, marking } = after;
  return {
    language,
    form,
    marking,
    title: redlineText(before.title, after.title),
    fields: redlineFields(before, after),
    sections: redlineSections(before, after),
  };
}

function redlineFields(before: Printed, after: Printed): RedField[] {
  const fields = alignByKey(before.fields, after.fields, (field) => field.name);
  return fields.map(({ change, before: was, after: is }) => ({
    change,
    name: (is ?? was).name,
    label: redlineText(was?.label ?? '', is?.label ?? ''),
    value: redlineText(was?.value ?? '', is?.value ?? ''),
  }));
}

type Grown = { section: Section; twigs: Twig[] };

function redlineSections(before: Printed, after: Printed): RedSection[] {
  const [earlier, later] = [growTwigs(before), growTwigs(after)];
  const blocks = new Blocks(findPartners(earlier, later));
  const grown = (memo: Printed, twigs: Twig[][]): Grown[] =>
    memo.sections.map((section, index) => ({ section, twigs: twigs[index] ?? [] }));
  const nameOf = ({ section }: Grown) => `${section.name} ${section.id}`;
  return alignByKey(grown(before, earlier), grown(after, later), nameOf).map(
    ({ change, before: was, after: is }) => {
      const { id, name } = (is ?? was).section;
      return {
        change,
        id,
        name,
        heading: redlineText(was?.section.heading ?? '', is?.section.heading ?? ''),
        blocks: blocks.compare(was?.twigs ?? [], is?.twigs ?? []),
      };
    },
  );
}
