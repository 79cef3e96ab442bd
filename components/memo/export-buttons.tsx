'use client';

import { useState } from 'react';
import { type Paper, papers } from '@/domain/sheet';
import { Button } from '../ui/button';
import { fetchFile } from '../ui/fetch-file';
import { Alarm } from '../ui/message';
import { OtherFormats } from './other-formats';
import { PdfOptions } from './pdf-options';

type Props = { memo: string; paper: Paper; store: () => Promise<boolean> };

/**
 * Downloads the memo, or says why that is refused; and the browser's own print. `store` stores what
 * is being written first, so that the file says what the page says; false where it can't be. `paper`
 * is that of the memo's template, on which it is printed unless one asks for another.
 */
export function ExportButtons({ memo, paper, store }: Props) {
  const [pending, setPending] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function download(query: string) {
    if (pending !== null) return;
    setPending(query);
    setRefusal(null);
    try {
      const stored = await store();
      setRefusal(stored ? await fetchFile(`/api/memos/${memo}/export?${query}`) : unstored);
    } catch {
      setRefusal('The server did not answer. Try again in a moment.');
    }
    setPending(null);
  }

  const button = (query: string, label: string, look: 'plain' | 'quiet' = 'quiet') => (
    <Button
      key={query}
      look={look}
      aria-disabled={pending !== null}
      className="aria-disabled:cursor-not-allowed aria-disabled:opacity-55"
      onClick={() => download(query)}
    >
      {pending === query ? 'Setting the pages…' : label}
    </Button>
  );
  return (
    <div className="grid gap-2">
      {button('format=pdf', 'Download PDF', 'plain')}
      <div className="flex flex-wrap justify-center">
        {papers
          .filter(({ id }) => id !== paper)
          .map(({ id, label }) => button(`format=pdf&paper=${id}`, `PDF on ${label}`))}
        <Button look="quiet" onClick={() => window.print()}>
          Print
        </Button>
      </div>
      <PdfOptions paper={paper} pending={pending} onChoose={download} />
      <OtherFormats pending={pending} onChoose={(id) => download(`format=${id}`)} />
      {refusal ? <Alarm>{refusal}</Alarm> : null}
    </div>
  );
}

const unstored =
  'Some of your text is not stored yet, and the file would lack it. Wait until the page says “Saved”.';
