import { dateInWords } from '@/domain/date';
import { buttonLook } from '../ui/button';

type Details = {
  id: string;
  accessedOn: string | null;
  importedBy: string | null;
  format: string;
  fileName: string | null;
  bytes: number;
  sha256: string;
  url: string | null;
};

const formats: Record<string, string> = {
  text: 'Plain text',
  html: 'HTML page',
  docx: 'Word document',
  pdf: 'PDF',
  eml: 'E-mail',
};

/** How the article came here, and its bytes as they were received, to be saved. */
export function Provenance({ details }: { details: Details }) {
  const facts: [string, string][] = [
    ['Brought in by', details.importedBy ?? 'the operator'],
    ['Accessed on', details.accessedOn ? dateInWords(details.accessedOn) : 'not noted'],
    ['Received as', formats[details.format] ?? details.format],
    ['File', details.fileName ?? 'none'],
    ['Size', `${details.bytes.toLocaleString('en')} bytes`],
  ];
  return (
    <section aria-labelledby="received" className="min-w-0">
      <h2 id="received" className="mb-3 font-serif text-xl font-semibold">
        As received
      </h2>
      <dl className="divide-y divide-rule rounded-lg border border-rule bg-sheet px-4 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="flex flex-wrap justify-between gap-x-4 py-2">
            <dt className="text-quiet">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
        <div className="py-2">
          <dt className="text-quiet">SHA-256 of the bytes</dt>
          <dd className="break-all font-mono text-xs leading-relaxed">{details.sha256}</dd>
        </div>
      </dl>
      <a
        href={`/api/articles/${details.id}/original`}
        download
        className={`mt-4 ${buttonLook('plain')}`}
      >
        Download the original
      </a>
    </section>
  );
}
