/** A stored article that is much like the one that is brought in; `share` is from 0 to 1. */
export type Candidate = {
  id: string;
  slug: string;
  title: string;
  outlet: string;
  publishedOn: string;
  share: number;
};

/** How the server answers an import. */
export type Answer =
  | {
      state: 'stored';
      slug: string;
      title: string;
      version: number;
      paragraphs: number;
      unsure: string[];
      carried: number;
      lost: number;
    }
  | { state: 'already stored'; slug: string; title: string }
  | { state: 'question'; title: string; candidates: Candidate[] }
  | { state: 'refused'; message: string };

/** What is brought in: a file, what the clipboard held, or a web address. */
export type Piece =
  | { from: 'file'; file: File }
  | { from: 'paste'; text: string; html: string | null }
  | { from: 'address'; url: string };

/** What a near duplicate is said to be. */
export type Choice = { asVersionOf: string } | { separate: true } | null;

/** The name of a piece while nothing is known of it yet. */
export function nameOf(piece: Piece): string {
  if (piece.from === 'file') return piece.file.name;
  if (piece.from === 'address') return piece.url;
  const [first = ''] = piece.text.trim().split('\n');
  return first.length > 90 ? `${first.slice(0, 90)} …` : first;
}

/** Sends a piece and tells how much of it has gone, from 0 to 1. Never rejects. */
export function sendPiece(
  piece: Piece,
  choice: Choice,
  onProgress: (sent: number) => void,
): Promise<Answer> {
  const request = new XMLHttpRequest();
  request.open('POST', '/api/articles');
  request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
    if (lengthComputable) onProgress(loaded / total);
  };
  return new Promise((resolve) => {
    const fail = () =>
      resolve({ state: 'refused', message: 'The server does not answer. Try again in a moment.' });
    request.onerror = fail;
    request.ontimeout = fail;
    request.onload = () => resolve(readAnswer(request));
    request.timeout = 120_000;
    if (piece.from === 'file') return request.send(formOf(piece.file, choice));
    request.setRequestHeader('Content-Type', 'application/json');
    const body =
      piece.from === 'address'
        ? { url: piece.url }
        : { text: piece.text, html: piece.html ?? undefined };
    request.send(JSON.stringify({ ...body, ...choice }));
  });
}

function formOf(file: File, choice: Choice): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(choice ?? {})) form.set(name, String(value));
  form.set('file', file);
  return form;
}

function readAnswer({ status, responseText }: XMLHttpRequest): Answer {
  try {
    const answer = JSON.parse(responseText) as Answer & { message?: string };
    if (status === 200) return answer;
    if (answer.message) return { state: 'refused', message: answer.message };
  } catch {
    // Not ours: a proxy's page, or none at all.
  }
  const message = 'This could not be brought in. Try again, or paste the text of the article.';
  return { state: 'refused', message };
}
