import { AppError } from '@/domain/errors';
import { limits } from '@/domain/intake/received';
import { fromWordSchema, takeFromWord } from '@/server/from-word';
import { respond } from '@/server/page';

const tooLarge = `This file is larger than ${limits.bytes / 1_000_000} MB. Take its pictures out, or bring in a part of it.`;

/** Takes a Word file (multipart: `file`, `template`, `keep`) and answers what it becomes, or became. */
export async function POST(request: Request): Promise<Response> {
  return respond(request, async (actor) => {
    if (Number(request.headers.get('content-length') ?? 0) > limits.bytes * 1.5)
      throw new AppError('invalid', tooLarge);
    const form = await request.formData().catch(() => null);
    const file = form?.get('file');
    if (!form || !(file instanceof File)) throw new AppError('invalid', 'Choose a file first.');
    if (file.size > limits.bytes) throw new AppError('invalid', tooLarge);
    const asked = fromWordSchema.safeParse({
      template: form.get('template'),
      keep: form.get('keep') ?? undefined,
    });
    if (!asked.success) throw new AppError('invalid', 'Choose a template.');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { template, keep } = asked.data;
    const sent = { bytes, fileName: file.name, template, keep: keep === 'on' };
    return Response.json(await takeFromWord(actor, sent, new Date().toISOString().slice(0, 10)));
  });
}
