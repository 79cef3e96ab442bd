import type { Checking } from '@/domain/proposal';

/** How far the checking of an article has come, as a bar and in words. */
export function Progress({ checking, waiting }: { checking: Checking; waiting: number }) {
  const { open, accepted, corrected, rejected, added } = checking;
  const total = open + accepted + corrected + rejected;
  const parts = [
    { name: 'accepted', count: accepted, look: 'bg-good' },
    { name: 'corrected', count: corrected, look: 'bg-good opacity-60' },
    { name: 'rejected', count: rejected, look: 'bg-quiet opacity-60' },
  ];
  const words = [
    ...parts.map(({ name, count }) => `${count} ${name}`),
    `${added} added by hand`,
  ].join(' · ');
  return (
    <div>
      <div aria-hidden="true" className="flex h-2 overflow-hidden rounded-full bg-rule">
        {parts.map(({ name, count, look }) => (
          <span key={name} className={look} style={{ width: `${(100 * count) / (total || 1)}%` }} />
        ))}
      </div>
      <p role="status" className="mt-1.5 flex flex-wrap justify-between gap-x-4 text-sm">
        <span>
          <strong>{open === 0 ? 'All checked' : `${open} of ${total} to check`}</strong>
          <span className="text-quiet"> · {words}</span>
        </span>
        <span className="text-quiet">{waiting > 0 ? 'Keeping …' : 'All kept'}</span>
      </p>
    </div>
  );
}
