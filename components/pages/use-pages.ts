import { useEffect, useState } from 'react';
import type { Order, PrintedPages } from './print-pages';

/** The pages that were drawn last, and why newer ones could not be. */
export type Shown = { printed: PrintedPages | null; fault: string | null };

/**
 * Prints what is ordered, at first at once and then after each change that is followed by a pause
 * (ms). What was drawn stays until it is replaced. Null orders nothing.
 */
export function usePages(order: Order | null, pause: number): Shown {
  const [printed, setPrinted] = useState<PrintedPages | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const { address = '', body = '', first = 1, most = 0, width = 0 } = order ?? {};
  const isFirst = printed === null;
  useEffect(() => {
    if (address === '') return;
    const ended = new AbortController();
    const print = async () => {
      // The reader of PDFs is loaded by those who ask for pages, and by a browser alone.
      const { printPages } = await import('./print-pages');
      try {
        const made = await printPages({ address, body, first, most, width }, ended.signal);
        if (ended.signal.aborted) return;
        setPrinted(made);
        setFault(null);
      } catch (error) {
        if (!ended.signal.aborted) setFault((error as Error).message);
      }
    };
    const timer = setTimeout(() => void print(), isFirst ? 0 : pause);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [address, body, first, most, width, isFirst, pause]);
  return { printed, fault };
}
