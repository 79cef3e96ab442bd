import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '@/domain/errors';
import { opening } from '@/domain/pdf-opening';
import { noProof, type Proof, proofLimits, unprovable } from '@/domain/prove';
import { proveOpened } from '@/domain/prove/read';

/** Proves a PDF from its bytes. Refused with a sentence where it can't be read or carries no memo. */
export async function provePdf(bytes: Uint8Array): Promise<Proof> {
  if (bytes.length > proofLimits.bytes) throw new AppError('invalid', noProof.big);
  const task = getDocument({ ...opening, data: new Uint8Array(bytes) });
  try {
    const pdf = await task.promise.catch((fault) => {
      throw unprovable(fault);
    });
    return await proveOpened(pdf);
  } finally {
    await task.destroy();
  }
}
