import type { Standing } from '@/domain/clearance/list';
import { standingNames } from '@/domain/clearance/sheet';

/** A sign beside the words, so that a colour is never all that tells. */
const signs: Record<Standing, { sign: string; look: string }> = {
  ahead: { sign: '○', look: 'text-quiet' },
  asked: { sign: '◔', look: 'text-ink' },
  overdue: { sign: '!', look: 'text-alarm font-semibold' },
  're-clear': { sign: '↻', look: 'text-alarm font-semibold' },
  clear: { sign: '✓', look: 'text-good' },
  'clear-with-edits': { sign: '✓', look: 'text-good' },
  object: { sign: '✗', look: 'text-alarm font-semibold' },
  'information-only': { sign: 'i', look: 'text-quiet' },
  commented: { sign: '✓', look: 'text-good' },
  'nil-return': { sign: '✓', look: 'text-good' },
  'no-response': { sign: '–', look: 'text-quiet' },
};

/** How somebody on a list stands, as a sign and in words. */
export function StandingMark({ standing, informed }: { standing: Standing; informed: boolean }) {
  const { sign, look } = signs[standing];
  const words =
    informed && standing !== 'information-only' ? 'For information' : standingNames[standing];
  return (
    <span className={`inline-flex items-baseline gap-1.5 ${informed ? 'text-quiet' : look}`}>
      <span aria-hidden="true" className="inline-block w-4 text-center font-bold">
        {informed ? 'i' : sign}
      </span>
      {words}
    </span>
  );
}
