'use client';

import { useState } from 'react';
import { redlineFormats } from '@/domain/revision';
import { Button } from '../ui/button';
import { fetchFile } from '../ui/fetch-file';
import { Alarm } from '../ui/message';

type Props = { memo: string; from: number; to: number };
type Format = keyof typeof redlineFormats;

/** Downloads the redline on the page as a file, or says why that is refused. */
export function RedlineDownloads({ memo, from, to }: Props) {
  const [pending, setPending] = useState<Format | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function download(format: Format) {
    if (pending !== null) return;
    setPending(format);
    setRefusal(null);
    try {
      const query = new URLSearchParams({ from: `${from}`, to: `${to}`, format });
      setRefusal(await fetchFile(`/api/memos/${memo}/redline?${query}`));
    } catch {
      setRefusal('The server did not answer. Try again in a moment.');
    }
    setPending(null);
  }

  return (
    <section aria-labelledby="downloads" className="grid gap-2">
      <h2 id="downloads" className="text-sm text-quiet">
        Download
      </h2>
      {formats.map((format) => (
        <Button
          key={format}
          aria-disabled={pending !== null}
          className="aria-disabled:cursor-not-allowed aria-disabled:opacity-55"
          onClick={() => download(format)}
        >
          {pending === format ? 'Setting the pages…' : redlineFormats[format].label}
        </Button>
      ))}
      {refusal ? <Alarm>{refusal}</Alarm> : null}
    </section>
  );
}

const formats: Format[] = ['docx', 'pdf'];
