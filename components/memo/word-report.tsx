import type { ReactNode } from 'react';
import type { DraftQuote } from '@/domain/word/quotes';
import type { WordReport } from '@/domain/word/report';

/** The report on a Word file before it is kept, and what can be done with it. */
export function WordReportList({ report, children }: { report: WordReport; children: ReactNode }) {
  const { quotes, losses, notes, articles } = report;
  const facts = [`${report.sections.length} sections`, `${quotes.length} quotations`];
  return (
    <section
      aria-labelledby="word-report"
      className="grid grid-cols-1 gap-5 rounded-lg border border-rule bg-sheet p-4 sm:p-6"
    >
      <div role="status">
        <h2 id="word-report" className="break-words font-serif text-xl font-semibold">
          {report.title}
        </h2>
        <p className="text-quiet">{facts.join(' · ')}</p>
      </div>
      <Lines
        title="The memo rests on"
        lines={articles}
        none="No stored article has its quotations."
      />
      <div>
        <h3 className="font-semibold">Quotations of four words or more</h3>
        {quotes.length === 0 ? <p className="text-quiet">There are none.</p> : null}
        <ul className="divide-y divide-rule">
          {quotes.map((quote, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order.
            <li key={index} className="py-2">
              <p className="break-words font-serif">“{quote.words}”</p>
              <p className={`text-sm ${isBad(quote) ? 'text-alarm' : 'text-quiet'}`}>
                {sayOf(quote)}
              </p>
            </li>
          ))}
        </ul>
      </div>
      <Lines
        title="What was not kept"
        lines={losses}
        none="Nothing was found that a memo can’t hold."
      />
      {notes.length > 0 ? <Lines title="Where its parts go" lines={notes} none="" /> : null}
      <div>{children}</div>
    </section>
  );
}

const bad: DraftQuote['state'][] = ['altered', 'not-found', 'wrong-speaker', 'unsearched'];
const isBad = ({ state }: DraftQuote) => bad.includes(state);

function sayOf({ state, source }: DraftQuote): string {
  switch (state) {
    case 'bound':
      return `Bound to ${source}’s statement.`;
    case 'cited':
      return `Cited to ${source}.`;
    case 'stands':
      return `Stands in ${source}.`;
    case 'altered':
      return `Changed. The source has: “${source}”`;
    case 'wrong-speaker':
      return `Said by ${source}; the sentence around it names somebody else. Not bound.`;
    case 'unsearched':
      return 'Not looked for: see below.';
    case 'not-found':
      return 'Found in no stored article.';
  }
}

function Lines({ title, lines, none }: { title: string; lines: string[]; none: string }) {
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      {lines.length === 0 ? <p className="text-quiet">{none}</p> : null}
      <ul className="list-disc pl-5">
        {lines.map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
