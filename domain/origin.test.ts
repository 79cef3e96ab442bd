import { describe, expect, test } from 'vitest';
import { isOwnChange } from './origin';

const request = (method: string, headers: Record<string, string>) => ({
  method,
  headers: new Headers(headers),
});
const host = 'desk.example:3000';

describe('a change', () => {
  test.each([
    ['from the host it was sent to', { origin: `http://${host}`, host }, true],
    ['from the configured address', { origin: 'https://memos.example', host }, true],
    ['from another site', { origin: 'https://evil.example', host }, false],
    ['from another port of ours', { origin: 'http://desk.example:3001', host }, false],
    ['from a page that hides where it is', { origin: 'null', host }, false],
    ['that names no origin', { host }, false],
  ])('%s', (_name, headers, expected) => {
    expect(isOwnChange(request('POST', headers), 'https://memos.example')).toBe(expected);
    expect(isOwnChange(request('DELETE', headers), 'https://memos.example')).toBe(expected);
  });

  test('is asked for; reading is not', () => {
    expect(isOwnChange(request('GET', { origin: 'https://evil.example', host }), '')).toBe(true);
  });
});
