import { AppError } from '@/domain/errors';
import { importOptionsSchema, importRequestSchema } from '@/domain/intake/details';
import { limits } from '@/domain/intake/received';
import { type ImportOptions, importArticle } from '@/server/imports';
import type { Source } from '@/server/intake/receive';
import { respond } from '@/server/page';

const tooLarge = `This file is larger than ${limits.bytes / 1_000_000} MB. Bring in the part that you need.`;

/**
 * Brings one article in: a file as multipart (`file`, `asVersionOf`, `separate`), a text or an
 * address as JSON. Answers how it ended; a near duplicate is a question and no failure. An address
 * of its own rather than a server action, whose body may not be this large.
 */
export async function POST(request: Request): Promise<Response> {
  return respond(request, async (actor) => {
    // Other forms of a request are longer than what they carry.
    if (Number(request.headers.get('content-length') ?? 0) > limits.bytes * 1.5)
      throw new AppError('invalid', tooLarge);
    const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data');
    const { source, options } = isForm ? await readForm(request) : await readJson(request);
    const today = new Date().toISOString().slice(0, 10);
    return Response.json(await importArticle(actor, source, options, today));
  });
}

type Asked = { source: Source; options: ImportOptions };

async function readForm(request: Request): Promise<Asked> {
  // A body that is longer than what Next passes on arrives cut off, and then is no form.
  const form = await request.formData().catch(() => null);
  if (!form) throw new AppError('invalid', tooLarge);
  const file = form.get('file');
  if (!(file instanceof File)) throw new AppError('invalid', 'Choose a file first.');
  if (file.size > limits.bytes) throw new AppError('invalid', tooLarge);
  const options = importOptionsSchema.safeParse({
    asVersionOf: form.get('asVersionOf') ?? undefined,
    separate: form.get('separate') ?? undefined,
  });
  if (!options.success) throw new AppError('invalid', 'Say what this article is once more.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { name, type } = file;
  const source = { from: 'file', bytes, fileName: name || null, mediaType: type || null } as const;
  return { source, options: options.data };
}

async function readJson(request: Request): Promise<Asked> {
  const body: unknown = await request.json().catch(() => null);
  const input = importRequestSchema.safeParse(body);
  if (!input.success)
    throw new AppError('invalid', input.error.issues[0]?.message ?? 'Paste a text or an address.');
  const { url, text = '', html, ...options } = input.data;
  const source: Source = url
    ? { from: 'address', url }
    : { from: 'paste', text, ...(html ? { html } : {}) };
  return { source, options };
}
