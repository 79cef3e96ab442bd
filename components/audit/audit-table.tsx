import Link from 'next/link';
import { When } from '../ui/sheet';

type Line = {
  id: string;
  at: Date;
  who: string | null;
  event: string;
  subjectType: string;
  subjectId: string | null;
  detail: string;
  whence: string | null;
};

/** Who did what to what, the newest first. */
export function AuditTable({ lines }: { lines: Line[] }) {
  return (
    <section
      aria-label="Entries"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-rule bg-sheet"
    >
      <table className="w-full text-left text-sm">
        <thead className="border-rule border-b text-quiet">
          <tr>
            {['When', 'Who', 'What', 'To what', 'From where', 'Details'].map((name) => (
              <th key={name} scope="col" className="px-3 py-2 font-semibold">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-rule">
          {lines.map(({ id, at, who, event, subjectType, subjectId, detail, whence }) => (
            <tr key={id} className="align-top">
              <td className="whitespace-nowrap px-3 py-2">
                <When at={at} />
              </td>
              <td className="px-3 py-2">
                {who ?? <span className="text-quiet">nobody signed in</span>}
              </td>
              <td className="whitespace-nowrap px-3 py-2 font-semibold">{event}</td>
              <td className="px-3 py-2">
                {subjectType === 'memo' && subjectId ? (
                  <Link href={`/memos/${subjectId}`} prefetch={false}>
                    memo
                  </Link>
                ) : (
                  subjectType
                )}
              </td>
              <td className="whitespace-nowrap px-3 py-2 text-quiet">{whence ?? ''}</td>
              <td className="break-all px-3 py-2 font-mono text-quiet text-xs">
                {detail === '{}' ? '' : detail}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
