import { pathToFileURL } from 'node:url';
import type { Block, Printed, Run } from '@/domain/document/print';
import { fontFiles } from '@/server/export/typst/coverage';

function pageStyle(): string {
  const faces = fontFiles().map((file) => {
    const weight = file.includes('600') ? 600 : 400;
    const style = file.includes('Italic') ? 'italic' : 'normal';
    return `@font-face { font-family: Serif4; font-weight: ${weight}; font-style: ${style};
      src: url('${pathToFileURL(file).href}'); }`;
  });
  return `${faces.join('\n')}
    body { font: 11pt/1.45 Serif4; margin: 0; text-align: justify; hyphens: auto; color: #1f1f1f; }
    h1, h2, h3 { font-weight: 600; text-align: left; hyphens: none; break-after: avoid; }
    h1 { font-size: 24pt; line-height: 1.15; } h2 { font-size: 14pt; } h3 { font-size: 11.5pt; }
    table { width: 100%; border-collapse: collapse; font-size: 10pt; text-align: left; }
    td, th { border-top: 0.5pt solid #aaa; padding: 4pt 0; vertical-align: top; font-weight: 400; }
    th { width: 30%; } .notes { font-size: 9pt; text-align: left; } sup, .form { color: #7a2e1f; }`;
}

/** The foot of a page, in the dialect of a browser's print command. */
export function footer(title: string): string {
  return `<div style="font: 8pt serif; width: 100%; margin: 0 1in; display: flex">
    <em style="flex: 1">${literal(title)}</em>
    <span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;
}

/** A memo as a page of HTML that has to lie in a file, since its typefaces do too. */
export function wholePage(printed: Printed): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>${pageStyle()}</style>
    </head><body>${pageBody(printed)}</body></html>`;
}

/** A memo as the inside of an HTML body: the same text as every other form of it. */
export function pageBody(printed: Printed): string {
  const sections = printed.sections.map(({ heading, blocks }) => {
    const title = heading && `<h2>${literal(heading)}</h2>`;
    return `<section>${title}${blocks.map(setBlock).join('')}</section>`;
  });
  const fields = printed.fields.map(({ label, value }) => setRow({ label, text: value }));
  return `<p class="form">${literal(printed.form)}</p><h1>${literal(printed.title)}</h1>
    <table>${fields.join('')}</table>${sections.join('')}`;
}

function setBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${literal(block.text)}</h3>`;
    case 'paragraph':
      return `<p>${block.runs.map(setRun).join('')}</p>`;
    case 'place':
      return `<p><em>[To write: ${literal(block.prompt)}]</em></p>`;
    case 'list': {
      const items = block.items.map((item) => `<li>${item.map(setBlock).join('')}</li>`).join('');
      return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
    }
    case 'quotation':
      return `<blockquote>${block.blocks.map(setBlock).join('')}</blockquote>`;
    case 'facts':
      return `<table>${block.rows.map(setRow).join('')}</table>`;
    case 'table': {
      const rows = block.rows.map((row) => {
        const cells = row.map(({ header, blocks }) => {
          const tag = header ? 'th' : 'td';
          return `<${tag}>${blocks.map(setBlock).join('')}</${tag}>`;
        });
        return `<tr>${cells.join('')}</tr>`;
      });
      return `<table>${rows.join('')}</table>`;
    }
    case 'endnotes':
      return `<ol class="notes">${block.notes
        .map(({ number, text }) => `<li id="note-${number}">${literal(text)}</li>`)
        .join('')}</ol>`;
  }
}

function setRow({ label, text }: { label: string; text: string }): string {
  return `<tr><th>${literal(label)}</th><td>${literal(text)}</td></tr>`;
}

function setRun(run: Run): string {
  if (run.kind === 'break') return '<br>';
  if (run.kind === 'quote') return `<q style="quotes: '“' '”'">${literal(run.text)}</q>`;
  if (run.kind === 'citation') return `<sup><a href="#note-${run.note}">${run.note}</a></sup>`;
  if (run.kind === 'footnote') return `<sup>${run.letter}</sup>`;
  const text = run.emphasis ? `<em>${literal(run.text)}</em>` : literal(run.text);
  return run.strong ? `<strong>${text}</strong>` : text;
}

function literal(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
