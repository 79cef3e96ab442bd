'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Alarm } from '../ui/message';

/** Attaches the signed paper as a scan; whoever opens it later gets the very bytes. */
export function ScanForm({ clearance }: { clearance: string }) {
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const router = useRouter();
  async function send(file: File | undefined) {
    if (!file) return;
    setBusy(true);
    setFault(null);
    try {
      const answer = await fetch(
        `/api/clearances/${clearance}/scans?name=${encodeURIComponent(file.name)}`,
        { method: 'POST', body: file },
      );
      if (answer.ok) router.refresh();
      else setFault(((await answer.json()) as { message: string }).message);
    } catch {
      setFault('The file did not reach the server. Try again.');
    }
    setBusy(false);
  }
  return (
    <div className="grid max-w-xl gap-2">
      <label className="grid gap-1">
        <span className="font-semibold">Attach the signed paper</span>
        <input
          type="file"
          accept=".pdf,.png,.jpg,.jpeg"
          disabled={busy}
          onChange={(event) => void send(event.currentTarget.files?.[0])}
          className="min-h-11"
        />
        <span className="text-quiet text-sm">A scan as PDF, PNG or JPEG, 20 MB at most.</span>
      </label>
      {fault ? <Alarm>{fault}</Alarm> : null}
    </div>
  );
}
