'use client';

import { startTransition, useOptimistic, useRef, useState } from 'react';
import { inputOf } from '@/domain/assessment-input';
import type { FormAction } from '@/domain/errors';
import { applyDecision, type Bench, type Decision, undoOf } from '@/domain/workbench';

/** The server's action for each kind of decision; each gets the order as JSON in a field. */
export type BenchActions = Record<Decision['type'], FormAction>;

type Undo = (after: Bench) => Decision | null;

/**
 * The bench as it stands with every decision taken so far, those on their way included, and the
 * ways to decide and to undo. A decision that the server refuses is taken back and explained.
 */
export function useBench(stored: Bench, actions: BenchActions) {
  const [bench, show] = useOptimistic(stored, applyDecision);
  const [message, setMessage] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(0);
  const undos = useRef<Undo[]>([]);

  /** Shows the decision and sends it; resolves to why it was refused, or null. */
  function send(decision: Decision, undo: Undo | null): Promise<string | null> {
    setMessage(null);
    setWaiting((count) => count + 1);
    return new Promise((resolve) => {
      startTransition(async () => {
        show(decision);
        const refusal = await submit(actions, decision);
        setWaiting((count) => count - 1);
        resolve(refusal);
        if (refusal === null) return;
        if (undo) undos.current = undos.current.filter((each) => each !== undo);
        setMessage(refusal);
      });
    });
  }

  function decide(decision: Decision): Promise<string | null> {
    const date = bench.article.publishedOn;
    const undo = undoOf(bench, decision, (assessment) => inputOf(assessment, date));
    undos.current.push(undo);
    return send(decision, undo);
  }

  function undo(): string | null {
    const decision = undos.current.pop()?.(bench) ?? null;
    if (!decision) {
      setMessage('There is nothing to undo.');
      return null;
    }
    void send(decision, null);
    return 'proposal' in decision ? decision.proposal : decision.assessment;
  }

  return { bench, decide, undo, message, setMessage, waiting };
}

async function submit(actions: BenchActions, decision: Decision): Promise<string | null> {
  const { type, ...order } = decision;
  const form = new FormData();
  form.set('order', JSON.stringify(order));
  try {
    const state = await actions[type](null, form);
    if (!state || state.ok) return null;
    return Object.values(state.fields)[0] ?? state.message;
  } catch {
    return 'The server does not answer, so this was not kept. Try again in a moment.';
  }
}
