import { Document, HeadingLevel, Packer, Paragraph } from 'docx';

// Files of our own writing for tests, each with the same invented article in it.

/** The article that every sample file holds: its title, its paragraphs, and what stands around. */
export const sample = {
  title: 'Harbour Talks End Without a Treaty',
  byline: 'Ann Lee',
  publishedOn: '2025-12-03',
  paragraphs: [
    'OSLO – Three days of talks on the northern harbours ended on Wednesday without a treaty, though both delegations said that they would meet again in the spring.',
    '“We have come closer than we were,” said Ingrid Solberg, a senior fellow at the Fjord Institute. “Nobody left the room.”',
    'Officials on the other side were less hopeful, and declined to say when a text could be ready for the ministers to sign.',
    'Marek Dvorak, who negotiated the earlier accord, called the outcome “a pause and not an end” and warned that winter shipping would test the truce.',
    'The delegations are to exchange maps of the disputed channel by the end of January, according to a joint statement.',
  ],
} as const;

/** The article as plain text, with a date line and some of what pages put around one. */
export const sampleText = [
  sample.title,
  `By ${sample.byline}`,
  'December 3, 2025',
  ...sample.paragraphs,
  'Sign up for our newsletter',
].join('\n\n');

/** A page of HTML with the article, its structured data, and a page's usual surroundings. */
export function sampleHtml(paragraphs: readonly string[] = sample.paragraphs): string {
  const linked = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        headline: sample.title,
        datePublished: '2025-12-03T22:15:00+01:00',
        author: [{ '@type': 'Person', name: sample.byline }],
        publisher: { '@type': 'Organization', name: 'The Northern Gazette' },
      },
    ],
  };
  return `<!doctype html><html><head><meta charset="utf-8"><title>${sample.title} | Gazette</title>
<link rel="canonical" href="https://gazette.example/harbour">
<script type="application/ld+json">${JSON.stringify(linked)}</script>
<script>document.title = 'taken over'; fetch('http://127.0.0.1:1/')</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>${sample.title}</h1>
${paragraphs.map((each) => `<p onclick="alert(1)">${each}</p>`).join('\n')}
<figure><img src="http://127.0.0.1:1/x.png" onerror="alert(1)"><figcaption>The harbour</figcaption></figure>
</article><footer>© 2025 The Northern Gazette</footer></body></html>`;
}

/** The article as a Word document. */
export async function sampleDocx(): Promise<Buffer> {
  const children = [
    new Paragraph({ text: sample.title, heading: HeadingLevel.TITLE }),
    new Paragraph(`By ${sample.byline}`),
    new Paragraph('December 3, 2025'),
    ...sample.paragraphs.map((text) => new Paragraph(text)),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** The article as an e-mail that forwards it, in quoted-printable windows-1252. */
export function sampleEml(): Buffer {
  const text = [
    'Have a look at this.',
    '---------- Forwarded message ---------\nFrom: Reuters <news@reuters.example>\nDate: Wed, Dec 3, 2025 at 11:40 PM\n' +
      `Subject: ${sample.title}\nTo: <desk@example.org>`,
    ...sample.paragraphs,
  ].join('\n\n');
  const bytes = Buffer.from(text, 'utf16le');
  let encoded = '';
  for (let index = 0; index < bytes.length; index += 2)
    encoded += quoted(windows1252(bytes.readUInt16LE(index)));
  return Buffer.from(
    [
      'From: Bo Chen <bo@example.org>',
      'To: desk@example.org',
      `Subject: Fwd: ${sample.title}`,
      'Date: Thu, 04 Dec 2025 08:00:00 +0100',
      'Message-ID: <1@example.org>',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=windows-1252',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      encoded,
    ].join('\r\n'),
    'latin1',
  );
}

const beyondLatin = new Map([
  [0x201c, 0x93],
  [0x201d, 0x94],
  [0x2019, 0x92],
  [0x2013, 0x96],
]);
const windows1252 = (code: number) => beyondLatin.get(code) ?? code;
const quoted = (code: number) =>
  code === 10
    ? '\r\n'
    : code > 126 || code === 61
      ? `=${code.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(code);

/** A PDF of these pages, each with its lines, set in Helvetica at 12 points. Written by hand. */
export function pdfOf(pages: string[][], extra = ''): Buffer {
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${extra}>>`,
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...pages.flatMap((lines, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents ${5 + index * 2} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
      stream(lines),
    ]),
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${`${at}`.padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  body += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`;
  return Buffer.from(body, 'latin1');
}

/** An empty line makes a gap, as between paragraphs. */
function stream(lines: string[]): string {
  const shown = lines.map((line) => `(${line.replace(/([()\\])/g, '\\$1')}) Tj T*`).join('\n');
  const content = `BT /F 12 Tf 15 TL 72 740 Td\n${shown}\nET`;
  return `<</Length ${content.length}>>stream\n${content}\nendstream`;
}

/** The article as a PDF with a running head, page numbers and words parted at line ends. */
export function samplePdf(): Buffer {
  const lines = [sample.title, '', 'December 3, 2025', ''];
  for (const paragraph of sample.paragraphs) lines.push(...wrap(plainMarks(paragraph)), '');
  const half = 16;
  return pdfOf(
    [lines.slice(0, half), lines.slice(half)].map((page, index) => [
      'The Northern Gazette, 3 December 2025',
      '',
      '',
      ...page,
      ...Array.from({ length: 45 - page.length }, () => ''),
      `${index + 1}`,
    ]),
  );
}

/** Helvetica's WinAnsi codes for the typographic marks of the sample. */
function plainMarks(text: string): string {
  return [...text].map((each) => String.fromCharCode(windows1252(each.charCodeAt(0)))).join('');
}

function wrap(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    const line = lines[last] ?? '';
    if (line.length + word.length < 72) lines[last] = line === '' ? word : `${line} ${word}`;
    else if (word.length > 9 && /^[a-z]+$/.test(word)) {
      lines[last] = `${line} ${word.slice(0, 4)}-`;
      lines.push(word.slice(4));
    } else lines.push(word);
  }
  return lines;
}
