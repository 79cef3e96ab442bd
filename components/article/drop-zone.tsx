'use client';

import { FileUp } from 'lucide-react';
import { type DragEvent, useId, useRef, useState } from 'react';

/** A place to drop files on, and to choose them by keyboard or pointer. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      data-over={over || undefined}
      className="relative grid justify-items-center gap-2 rounded-lg border-2 border-dashed border-rule bg-sheet px-4 py-8 text-center transition-colors focus-within:border-accent hover:border-accent data-over:border-accent data-over:bg-wash"
    >
      <FileUp aria-hidden="true" className="size-8 text-accent" strokeWidth={1.5} />
      <label className="font-serif text-xl font-semibold">
        Drop or choose files
        <input
          ref={input}
          type="file"
          multiple
          accept=".txt,.md,.html,.htm,.docx,.pdf,.eml,text/plain,text/html,application/pdf,message/rfc822,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          aria-describedby={hint}
          className="absolute inset-0 cursor-pointer opacity-0"
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            if (files.length > 0) onFiles(files);
          }}
        />
      </label>
      <p id={hint} className="text-sm text-quiet">
        Text, HTML, Word (.docx), PDF or e-mail (.eml), up to 10 MB each
      </p>
    </div>
  );
}
