/** What a PDF's attached memo file is called, so that a person who opens the list knows it. */
export const attachedName = 'memo.json';
