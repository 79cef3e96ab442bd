/**
 * The press: a process of its own that sets memos with Typst, one after the other.
 *
 * The engine aborts its process when it panics and a layout that never ends cannot be stopped
 * from inside, so nothing but `pool.ts` may start this file. It is plain JavaScript because it
 * runs as it lies here, beside the bundled server.
 *
 * Arguments: the font files. In: `{ id, template, memo, standard, createdAt, attachments }`.
 * Out: `{ id, pdf, pages, marks }` (`marks`: where each line is, if the memo is measured) or `{ id, failed: 'layout' | 'warning' | 'standard' }`; the engine's own
 * messages quote the text they are about and are therefore kept in here.
 */
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** The default is the working folder, whose files a template could read: this one is nowhere. */
const workspace = '/nowhere/scenesetter-press';
const passes = 8;

const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontBlobs: process.argv.slice(2).map((file) => readFileSync(file)) }],
});

function setPages(template, memo) {
  const compiled = compiler.compile({
    mainFileContent: template,
    inputs: { memo: JSON.stringify(memo) },
  });
  if (compiled.hasError()) throw new Failure('layout');
  // A face that cannot be found is nothing but a warning to the engine.
  const warnings = compiled.takeWarnings();
  if (warnings !== null && warnings.shortDiagnostics.length > 0) throw new Failure('warning');
  return compiled.result;
}

/**
 * The headings (by their order) that stand on another page than the line they lead. Headings that
 * follow each other directly move together, so the first of them is named.
 */
function findStranded(document) {
  const [audit] = compiler.query(document, { selector: '<audit>', field: 'value' });
  const stranded = [];
  let order = -1;
  let run = null;
  for (const mark of audit ?? []) {
    if (mark.heading) {
      order += 1;
      run ??= { order, page: mark.page };
    } else {
      if (run !== null && run.page !== mark.page) stranded.push(run.order);
      run = null;
    }
  }
  return stranded;
}

/** Where each line of the memo was set; `measure.ts` says what they are. */
function findLines(document) {
  const [marks] = compiler.query(document, { selector: '<lines>', field: 'value' });
  return marks ?? null;
}

/** Sets the memo again, each stranded heading pushed to the next page, until none is stranded. */
function setUntilSettled(template, memo) {
  const headings = [
    { title: true },
    ...memo.sections.flat().filter(({ kind }) => kind === 'heading'),
  ];
  let document = setPages(template, memo);
  for (let pass = 1; pass < passes; pass++) {
    const stranded = findStranded(document).filter((order) => headings[order]?.push === false);
    if (stranded.length === 0) break;
    // Only the first: what follows it moves, and may come right by itself.
    headings[stranded[0]].push = true;
    document = setPages(template, memo);
  }
  return document;
}

class Failure extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

function print({ template, memo, standard, createdAt, attachments }) {
  const shadows = attachments.map((_, index) => `${workspace}/attachment-${index}`);
  shadows.forEach((path, index) => {
    compiler.mapShadow(path, Buffer.from(attachments[index].bytes));
  });
  try {
    const document = setUntilSettled(template, memo);
    const pages = document.numOfPages;
    const marks = memo.measured ? findLines(document) : null;
    try {
      const options = { pdfStandard: standard, creationTimestamp: createdAt };
      return { pdf: new Uint8Array(compiler.pdf(document, options)), pages, marks };
    } catch {
      throw new Failure('standard');
    }
  } finally {
    for (const path of shadows) compiler.unmapShadow(path);
    compiler.evictCache(5);
  }
}

process.on('message', (job) => {
  let answer;
  try {
    answer = { id: job.id, ...print(job) };
  } catch (error) {
    answer = { id: job.id, failed: error instanceof Failure ? error.reason : 'layout' };
  }
  // What the cache let go is only freed once the event loop has turned.
  setImmediate(() => process.connected && process.send(answer));
});

process.on('disconnect', () => process.exit(0));

// While the engine is busy no event arrives, not even that the server has gone: watch for that
// from beside it, or a stuck layout would outlive its server.
new Worker(
  `const parent = process.ppid;
   setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), 2000);`,
  { eval: true },
).unref();

process.send({ ready: true });
