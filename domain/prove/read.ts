import { AppError } from '../errors';
import { noProof, type Proof, proofLimits, prove } from '../prove';
import { attachedName } from './attached';
import { type OpenPdf, readAttached, readPages } from './pages';

/** Proves an opened PDF. Refused with a sentence where it carries no memo or is too long. */
export async function proveOpened(pdf: OpenPdf): Promise<Proof> {
  const bytes = await readAttached(pdf, attachedName);
  if (bytes === null) throw new AppError('invalid', noProof.empty);
  if (pdf.numPages > proofLimits.pages) throw new AppError('invalid', noProof.long);
  return prove(new TextDecoder().decode(bytes), await readPages(pdf));
}
