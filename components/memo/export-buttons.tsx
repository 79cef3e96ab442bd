'use client';

import { useState } from 'react';
import { type Paper, papers } from '@/domain/sheet';
import { Button } from '../ui/button';
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

/** Fetches a file and hands it to the browser's downloads; returns the refusal if there is one. */
async function fetchFile(address: string): Promise<string | null> {
  const response = await fetch(address);
  if (!response.ok) {
    const body = (await response.json().catch(() => null)) as { message?: string } | null;
    return body?.message ?? 'The file could not be made. Try again in a moment.';
  }
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = decodeURIComponent(named?.[1] ?? 'memo');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return null;
}
