import type { LineToComment } from '@/domain/comment/place';
import { Select } from '../ui/select';

/** What a comment goes on where no words can be chosen: a line of the memo, under its heading. */
export function BlockField({ version, lines }: { version: number; lines: LineToComment[] }) {
  return (
    <>
      <input type="hidden" name="version" value={version} />
      <Select
        label="Paragraph"
        name="place"
        options={lines.map(({ block, section, words }) => ({
          value: `block ${block}`,
          label: section === '' ? words : `${section}: ${words}`,
        }))}
      />
    </>
  );
}
