'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import type { WordReport } from '@/domain/word/report';
import { Button } from '../ui/button';
import { Alarm } from '../ui/message';
import { Select } from '../ui/select';
import { WordReportList } from './word-report';

/** Chooses a Word file and a template, shows what becomes of it, and has the memo made. */
export function WordDesk({ templates }: { templates: { slug: string; name: string }[] }) {
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [template, setTemplate] = useState(templates[0]?.slug ?? '');
  const [report, setReport] = useState<WordReport | null>(null);
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);

  async function send(keep: boolean) {
    if (!file) return;
    setBusy(true);
    setFault('');
    const body = new FormData();
    body.set('file', file);
    body.set('template', template);
    if (keep) body.set('keep', 'on');
    const answer = await post(body);
    setBusy(false);
    if ('message' in answer) setFault(answer.message);
    else if (answer.id) router.push(`/memos/${answer.id}`);
    else setReport(answer.report);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    send(false);
  }

  return (
    <div className="grid max-w-3xl grid-cols-1 gap-6">
      <form
        onSubmit={submit}
        className="grid gap-4 rounded-lg border border-rule bg-sheet p-4 sm:p-6"
      >
        <label className="grid gap-1 font-semibold">
          Word file
          <input
            type="file"
            accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            className="min-h-11 w-full min-w-0 rounded-md border border-dashed border-rule px-3 py-3 font-normal"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0] ?? null);
              setReport(null);
              setFault('');
            }}
          />
        </label>
        <Select
          label="Template"
          value={template}
          onChange={(event) => {
            setTemplate(event.currentTarget.value);
            setReport(null);
          }}
          options={templates.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <p className="text-sm text-quiet">
          A .docx file of up to 10 MB. Sections that are called as the template’s take their places;
          others are kept as sections of their own.
        </p>
        <div>
          <Button
            type="submit"
            look={report ? 'plain' : 'primary'}
            disabled={!file || busy || template === ''}
          >
            {busy ? 'Reading…' : 'See what becomes of it'}
          </Button>
        </div>
      </form>
      {fault ? <Alarm>{fault}</Alarm> : null}
      {report ? (
        <WordReportList report={report}>
          <Button look="primary" disabled={busy} onClick={() => send(true)}>
            Make the memo
          </Button>
        </WordReportList>
      ) : null}
    </div>
  );
}

type Answer = { id: string | null; report: WordReport } | { message: string };

async function post(body: FormData): Promise<Answer> {
  try {
    const answer = await fetch('/api/memos/from-word', { method: 'POST', body });
    return (await answer.json()) as Answer;
  } catch {
    // No answer, or none of ours.
    return { message: 'The server does not answer. Try again in a moment; nothing was kept.' };
  }
}
