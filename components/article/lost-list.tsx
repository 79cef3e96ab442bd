type Lost = { id: string; holders: string[]; words: string[] };

/** The assessments that the new version's text does not carry any more; nothing where there are none. */
export function LostList({ lost }: { lost: Lost[] }) {
  if (lost.length === 0) return null;
  return (
    <section aria-labelledby="lost" className="rounded-lg border border-alarm px-4 py-4 sm:px-6">
      <h2 id="lost" className="font-serif text-xl font-semibold">
        No longer in the text
      </h2>
      <p className="mt-1 text-quiet">
        These assessments stand in the version before; the words are gone or were changed, so they
        were not carried over.
      </p>
      <ul className="mt-3 grid gap-3">
        {lost.map((each) => (
          <li key={each.id}>
            <p className="font-semibold">{each.holders.join(', ')}</p>
            {each.words.map((words) => (
              <p key={words} className="font-serif">
                {words}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
