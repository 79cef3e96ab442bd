import { getDocument, PDFWorker } from 'pdfjs-dist';
import { AppError } from '@/domain/errors';
import { opening } from '@/domain/pdf-opening';
import { noProof, type Proof, proofLimits, unprovable } from '@/domain/prove';
import { proveOpened } from '@/domain/prove/read';

/** Made when the page opens, so that a file that is chosen later needs nothing from the network. */
let starting: Promise<PDFWorker> | undefined;

/** Starts the reader of PDFs, which is part of our own bundle. Resolves once it has been loaded. */
export function startReader(): Promise<PDFWorker> {
  starting ??= loadReader().catch((fault) => {
    starting = undefined;
    throw fault;
  });
  return starting;
}

async function loadReader(): Promise<PDFWorker> {
  const port = new Worker(new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url), {
    type: 'module',
  });
  await new Promise((loaded, failed) => {
    // The first that it says is that it is ready.
    port.addEventListener('message', loaded, { once: true });
    port.addEventListener('error', failed, { once: true });
  });
  return PDFWorker.create({ port });
}

/** Proves a file in this browser. Refused with a sentence where it can't be read or carries no memo. */
export async function proveFile(file: File): Promise<Proof> {
  if (file.size > proofLimits.bytes) throw new AppError('invalid', noProof.big);
  const worker = await startReader();
  const task = getDocument({ ...opening, data: new Uint8Array(await file.arrayBuffer()), worker });
  try {
    const pdf = await task.promise.catch((fault) => {
      throw unprovable(fault);
    });
    return await proveOpened(pdf);
  } finally {
    await task.destroy();
  }
}
