import { afterAll, describe, expect, it } from 'vitest';
import type { Block, Printed } from '@/domain/document/print';
import { sampleMemo } from '@/domain/document/sample';
import { describeFit } from '@/domain/fit';
import type { Template } from '@/domain/template';
import { actionMemo } from '@/domain/template/united-states';
import { talkingPoints } from '@/domain/template/visits';
import { closePress } from './export/typst/pdf';
import { fitOfMemo } from './fit';
import type { MemoView } from './memos';

afterAll(closePress);

const sentence =
  'Say that we would rather hear of it before than after, and ask who else has been told.';
const paragraph = (text: string): Block => ({
  kind: 'paragraph',
  id: 'p',
  runs: [{ kind: 'text', text, strong: false, emphasis: false }],
});

let version = 0;
async function sayFit(template: Template, sections: Record<string, Block[]>): Promise<string[]> {
  const printed: Printed = {
    ...sampleMemo(1, 1),
    sections: template.sections.map(({ name, heading }) => ({
      id: name,
      name,
      heading,
      blocks: sections[name] ?? [],
    })),
  };
  version += 1;
  const memo = { id: 'memo', version, template } as MemoView;
  const fits = await fitOfMemo(memo, printed);
  return fits.map((fit) => `${fit.where}: ${describeFit(fit)}`);
}

describe('the fit of a memo', () => {
  it('says which talking point takes more than its line', async () => {
    const short = paragraph('Keep the channel open.');
    const points = (...blocks: Block[]) => sayFit(talkingPoints, { points: blocks });
    expect(await points(short, paragraph(sentence))).toEqual([
      'The memo: 1 of 1 page',
      'Points: 2 of 6 points',
      'Points: longest point: 1 of 1 line',
    ]);
    expect(await points(short, paragraph(`${sentence} ${sentence}`))).toContain(
      'Points: point 2, its longest: 2 of 1 line, 1 too many',
    );
  });

  it('holds an action memo to four lines of BLUF and two pages of background', async () => {
    const text = (count: number) => paragraph(Array(count).fill(sentence).join(' '));
    const place: Block = { kind: 'place', id: 'w', prompt: 'what is asked' };
    const fits = await sayFit(actionMemo, { bluf: [text(3), place], background: [text(30)] });
    expect(fits).toEqual(['BLUF: 3 of 4 lines', 'Background: 0.7 of 2 pages']);
    const over = await sayFit(actionMemo, { bluf: [text(6), place], background: [text(100)] });
    expect(over[0]).toBe('BLUF: 6 of 4 lines, 2 too many');
    expect(over[1]).toMatch(/^Background: 2\.\d of 2 pages, 0\.\d too many$/);
  });
});
