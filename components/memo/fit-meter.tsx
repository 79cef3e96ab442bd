import { describeFit, describeLongest, type Fit } from '@/domain/fit';

/** How much of each limit the memo has used, as bars; nothing where its template sets none. */
export function FitMeter({ fits }: { fits: Fit[] }) {
  if (fits.length === 0) return null;
  return (
    <section aria-labelledby="fit" className="grid gap-2.5 text-sm">
      <h2 id="fit" className="font-semibold">
        Length
      </h2>
      {fits.map((fit) => (
        <Bar key={`${fit.where} ${fit.unit}`} fit={fit} />
      ))}
    </section>
  );
}

function Bar({ fit }: { fit: Fit }) {
  const longest = describeLongest(fit);
  const isOver = fit.is > fit.most;
  const share = Math.min(1, fit.is / Math.max(fit.is, fit.most));
  const mark = Math.min(1, fit.most / Math.max(fit.is, fit.most));
  return (
    <div>
      <p className="flex flex-wrap justify-between gap-x-3">
        <span className="text-quiet">{fit.where}</span>
        <span className={isOver ? 'font-semibold text-alarm' : ''}>{describeFit(fit)}</span>
      </p>
      <div aria-hidden="true" className="relative mt-1 h-1.5 rounded-full bg-rule">
        <div
          className={`h-full rounded-full ${isOver ? 'bg-alarm' : 'bg-good'}`}
          style={{ width: `${share * 100}%` }}
        />
        {isOver ? (
          <div
            className="absolute inset-y-[-2px] w-0.5 bg-ink"
            style={{ insetInlineStart: `${mark * 100}%` }}
          />
        ) : null}
      </div>
      {longest ? <p className="mt-1 text-quiet">{longest}</p> : null}
    </div>
  );
}
