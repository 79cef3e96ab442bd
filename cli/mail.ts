import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { SMTPServer } from 'smtp-server';

// `npm run mail`: a mail server for trying out and for the tests. It takes every mail, sends none on,
// and writes each into a folder as it came.

const help = `Usage: npm run -s mail -- [--port 2525] [--into FOLDER]
Takes every mail on this machine's own address and writes it into the folder, as N.eml. Set
SMTP_URL=smtp://localhost:2525 and MAIL_FROM, and start Scenesetter. Ctrl-C ends it.`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '2525' },
    into: { type: 'string', default: '.data/mail' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(`${help}\n`);
else await open(Number(values.port), path.resolve(process.env.INIT_CWD ?? '.', values.into));

async function open(port: number, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        count += 1;
        const name = `${String(count).padStart(5, '0')}.eml`;
        writeFile(path.join(folder, name), Buffer.concat(parts)).then(
          () => done(),
          (fault: Error) => done(fault),
        );
      });
    },
  });
  server.on('error', (fault) => {
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = 1;
  });
  server.listen(port, '127.0.0.1', () =>
    process.stdout.write(`Mail is taken at smtp://localhost:${port} and kept in ${folder}\n`),
  );
  const stop = () => server.close(() => process.exit());
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
