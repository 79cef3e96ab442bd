import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether LibreOffice is on this machine. For tests. */
export async function hasOffice(): Promise<boolean> {
  return run('soffice', ['--version']).then(
    () => true,
    () => false,
  );
}

/**
 * What LibreOffice says in a Word file once all its tracked changes are accepted, or rejected: the
 * text as it saves it, and the authors of the changes as it read them. For tests.
 */
export async function settleInOffice(
  file: Uint8Array,
  choice: 'accept' | 'reject',
): Promise<{ text: string; authors: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'redline-'));
  try {
    const url = (name: string) => pathToFileURL(join(folder, name)).href;
    const flags = ['--headless', '--norestore', '--nologo', `-env:UserInstallation=${url('')}`];
    // Its first start makes the folder of its user anew, and would take the macro out again.
    await run('soffice', [...flags, '--terminate_after_init'], { timeout: 90_000 });
    const basic = join(folder, 'user', 'basic');
    await writeFile(join(basic, 'Standard', 'script.xlb'), library);
    await writeFile(join(basic, 'Standard', 'Redline.xba'), macro);
    await writeFile(join(folder, 'in.docx'), file);
    const command = choice === 'accept' ? 'AcceptAllTrackedChanges' : 'RejectAllTrackedChanges';
    const call = `macro:///Standard.Redline.Settle("${url('in.docx')}","${url('out.txt')}","${command}","${url('authors.txt')}")`;
    await run('soffice', [...flags, call], { timeout: 90_000 });
    const read = async (name: string) =>
      (await readFile(join(folder, name), 'utf8')).replace(/^\uFEFF/, '');
    const authors = (await read('authors.txt')).split('\n').filter((each) => each.trim() !== '');
    return { text: await read('out.txt'), authors: [...new Set(authors)].sort() };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const doctype = (kind: string, file: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${kind} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${file}.dtd">\n`;

const library = `${doctype('library:library', 'library')}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Redline"/></library:library>`;

const macro = `${doctype('script:module', 'module')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Redline" script:language="StarBasic">
Sub Settle(source As String, target As String, command As String, list As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  Dim authors As String
  changes = document.Redlines.createEnumeration()
  Do While changes.hasMoreElements()
    one = changes.nextElement()
    authors = authors &amp; one.RedlineAuthor &amp; Chr(10)
  Loop
  file = FreeFile
  Open list For Output As #file
  Print #file, authors
  Close #file
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  Dim filter(1) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "Text (encoded)"
  filter(1).Name = "FilterOptions"
  filter(1).Value = "UTF8,LF,,,"
  document.storeToURL(target, filter())
  document.close(True)
  StarDesktop.terminate()
End Sub
</script:module>`;
