'use client';

import { Button } from '@/components/ui/button';
import { Alarm } from '@/components/ui/message';

/** What a page shows when something of ours went wrong; nothing that was saved is touched. */
export default function DeskError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Alarm>
      <h1 className="font-semibold">Something went wrong on the server.</h1>
      <p className="mt-1">
        What you saved is safe. Try again; if it stays, tell your administrator this number:{' '}
        {error.digest ?? 'none'}.
      </p>
      <div className="mt-3">
        <Button onClick={reset}>Try again</Button>
      </div>
    </Alarm>
  );
}
