import { CircleCheck, CircleX } from 'lucide-react';
import { type Proof, type ProvenQuote, stands, verdictOf } from '@/domain/prove';
import { stateNames } from '@/domain/prove/packet';

/** What was found of a file: the verdict first, then what is wrong, each quote, and the sources. */
export function ProofSheet({ name, proof }: { name: string; proof: Proof }) {
  const { quotes, sources, faults, unbound } = proof;
  return (
    <article aria-label="What was found">
      <Verdict proof={proof} />
      <p className="mt-3 break-words text-sm text-quiet">
        {name} · {proof.form}: {proof.title}
        {proof.version === null ? '' : `, version ${proof.version}`}
      </p>
      {faults.length > 0 ? (
        <ul className="mt-4 grid gap-2 text-alarm">
          {faults.map((fault) => (
            <li key={fault} className="break-words rounded-md border border-alarm px-4 py-2">
              {fault}
            </li>
          ))}
        </ul>
      ) : null}
      <h2 className="mt-8 font-serif text-xl font-semibold">Quotes</h2>
      {quotes.length === 0 ? <p className="mt-2 text-quiet">The memo has none.</p> : null}
      <ol className="mt-2 divide-y divide-rule">
        {quotes.map((quote) => (
          <Quote key={quote.position} quote={quote} />
        ))}
      </ol>
      {unbound > 0 ? (
        <p className="mt-4 text-sm text-quiet">
          {unbound === 1 ? 'One more quotation was' : `${unbound} more quotations were`} typed by
          hand and {unbound === 1 ? 'is' : 'are'} from none of the attached paragraphs.
        </p>
      ) : null}
      <h2 className="mt-8 font-serif text-xl font-semibold">Sources</h2>
      <ul className="mt-2 grid gap-3">
        {sources.map(({ id, title, outlet, publishedOn, sha256 }) => (
          <li key={id}>
            <p>
              {outlet}, “{title},” {publishedOn}
            </p>
            <p className="text-sm text-quiet">
              SHA-256 of the article as it was received: <Hash value={sha256} />
            </p>
          </li>
        ))}
      </ul>
    </article>
  );
}

function Verdict({ proof }: { proof: Proof }) {
  const look = proof.stands
    ? 'border-good bg-good-wash text-good'
    : 'border-alarm bg-alarm-wash text-alarm';
  const Sign = proof.stands ? CircleCheck : CircleX;
  return (
    <p
      className={`flex items-start gap-3 rounded-md border px-4 py-3 text-lg font-semibold ${look}`}
    >
      <Sign aria-hidden="true" className="mt-0.5 shrink-0" />
      {verdictOf(proof)}
    </p>
  );
}

function Quote({ quote }: { quote: ProvenQuote }) {
  const { text, speaker, state, reason, paragraphs } = quote;
  return (
    <li className="py-4">
      <p className={`text-sm font-semibold ${stands(state) ? 'text-good' : 'text-alarm'}`}>
        {stateNames[state]}
      </p>
      <p className="mt-1 break-words font-serif text-lg">“{text}”</p>
      {speaker ? <p className="text-sm text-quiet">{speaker}</p> : null}
      {reason ? <p className="mt-1 break-words text-alarm">{reason}</p> : null}
      {paragraphs.map(({ source, paragraph }) => (
        <details key={paragraph.id} className="mt-2">
          <summary className="cursor-pointer text-accent">
            {source.outlet}, paragraph {paragraph.number ?? '(left out)'}
          </summary>
          <blockquote className="mt-2 border-l-2 border-rule pl-4 font-serif">
            {paragraph.text}
          </blockquote>
          <p className="mt-1 text-sm text-quiet">
            SHA-256 <Hash value={paragraph.sha256} />
          </p>
        </details>
      ))}
    </li>
  );
}

function Hash({ value }: { value: string }) {
  return <code className="break-all text-xs">{value}</code>;
}
