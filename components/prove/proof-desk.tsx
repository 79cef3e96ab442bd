'use client';

import { type DragEvent, useEffect, useRef, useState } from 'react';
import { AppError } from '@/domain/errors';
import type { Proof } from '@/domain/prove';
import { buttonLook } from '../ui/button';
import { Alarm } from '../ui/message';
import { ProofSheet } from './proof-sheet';

type Outcome = { name: string; proof: Proof | null; refusal: string | null };

/** Takes a PDF by choice or drop, and shows what stands in it. The file never leaves the browser. */
export function ProofDesk() {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [isReady, setReady] = useState(false);
  const [isOver, setOver] = useState(false);
  const latest = useRef(0);

  useEffect(() => {
    import('./open-pdf')
      .then((module) => module.startReader())
      .then(() => setReady(true))
      .catch(() => setReady(false));
  }, []);

  async function take(file: File | undefined) {
    if (!file) return;
    latest.current += 1;
    const turn = latest.current;
    setReading(file.name);
    const found = await outcomeOf(file);
    if (turn !== latest.current) return;
    setReading(null);
    setOutcome(found);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button inside does the same. */}
      <div
        className={`mt-6 grid justify-items-center gap-2 rounded-xl border-2 border-dashed px-4 py-8 text-center ${isOver ? 'border-accent bg-wash' : 'border-rule bg-sheet'}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        data-ready={isReady}
      >
        <label
          className={`${buttonLook('primary')} focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent`}
        >
          {outcome ? 'Choose another PDF' : 'Choose a PDF'}
          <input
            type="file"
            accept="application/pdf,.pdf"
            className="sr-only"
            onChange={(event) => {
              void take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </label>
        <p className="text-sm text-quiet">or drop it here</p>
      </div>
      <div aria-live="polite" className="mt-6">
        {reading ? <p>Reading {reading}…</p> : null}
        {!reading && outcome?.refusal ? <Alarm>{outcome.refusal}</Alarm> : null}
        {!reading && outcome?.proof ? (
          <ProofSheet name={outcome.name} proof={outcome.proof} />
        ) : null}
      </div>
    </>
  );
}

async function outcomeOf(file: File): Promise<Outcome> {
  const { name } = file;
  try {
    const { proveFile } = await import('./open-pdf');
    return { name, proof: await proveFile(file), refusal: null };
  } catch (fault) {
    const refusal =
      fault instanceof AppError
        ? fault.message
        : 'This browser could not read the file. Load the page anew and try again.';
    return { name, proof: null, refusal };
  }
}
