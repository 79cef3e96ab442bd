import type { Metadata } from 'next';
import { ProofDesk } from '@/components/prove/proof-desk';

export const metadata: Metadata = {
  title: 'Prove a PDF',
  description: 'Shows which quotes of a memo stand in the paragraphs that its PDF carries.',
};

/** Open to everybody: whoever is given a memo can see whether its quotes stand. It asks nothing. */
export default function ProvePage() {
  return (
    <main className="mx-auto min-h-dvh w-full max-w-3xl px-4 py-10 sm:py-14">
      <p className="font-serif text-2xl font-semibold text-accent">Scenesetter</p>
      <h1 className="mt-6 font-serif text-3xl font-semibold leading-tight">
        Does every quote stand?
      </h1>
      <p className="mt-2 text-quiet">
        A PDF that Scenesetter made carries the paragraphs that it quotes. Choose one, and each of
        its quotes is held against them. The file stays in this browser: nothing is sent anywhere.
      </p>
      <ProofDesk />
      <section
        aria-labelledby="limits"
        className="mt-10 border-t border-rule pt-6 text-sm text-quiet"
      >
        <h2 id="limits" className="font-semibold text-ink">
          What this shows, and what it does not
        </h2>
        <p className="mt-2">
          It shows that the pages say what the attached memo says, that each attached paragraph goes
          with its SHA-256, and that each quote stands in its paragraph. It does not show that a
          newspaper printed that paragraph: somebody who forges all of it together can forge this
          too. For that, hold the SHA-256 of the article, given below its title, against a copy of
          your own, or ask the office that wrote the memo. Only text is compared: letters that are
          drawn as lines, and fonts that show other letters than they say, are not seen.
        </p>
      </section>
    </main>
  );
}
