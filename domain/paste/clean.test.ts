import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { cleanPasted } from './clean';
import { google, web, word } from './fixtures';
import { readPasted, writePasted } from './structure';

const clean = (html: string) =>
  writePasted(cleanPasted(readPasted(new JSDOM(html).window.document.body)));

test('of Word: headings, nested lists, bold and italic, tables, and nothing of its own', () => {
  expect(clean(word)).toBe(
    [
      '<h3>The round in December</h3>',
      '<p>The delegations met <strong>twice</strong> and <em>agreed</em> to meet again.</p>',
      '<ul><li><p>First point</p><ul><li><p>A part of it</p></li></ul></li><li><p>Second point</p></li></ul>',
      '<ol><li><p>Step one</p></li></ol>',
      '<table><tr><td><p><strong>Who</strong></p></td><td><p>What</p></td></tr><tr><td><p>Joshi</p></td><td><p>Doubts</p></td></tr></table>',
      '<blockquote><p>A block of quotation.</p></blockquote>',
      '<p>The end.</p>',
    ].join(''),
  );
});

test('of Google Docs: the bold that wraps it all is none, spans are bold and italic', () => {
  expect(clean(google)).toBe(
    [
      '<h3>Outlook</h3>',
      '<p>Talks <strong>will</strong> go <em>on</em>.</p>',
      '<ul><li><p>One</p><ul><li><p>Inner</p></li></ul></li><li><p>Two</p></li></ul>',
      '<table><tr><td><p>Cell</p></td></tr></table>',
    ].join(''),
  );
});

test('of a web page: no scripts, pictures, menus or hidden words; links are their words', () => {
  expect(clean(web)).toBe(
    [
      '<h3>Talks keep lines open</h3>',
      '<p>The talks <strong>ended</strong> on Friday, <em>officials</em> said.</p>',
      '<p>Loose words in a box.</p>',
      '<blockquote><p>“It’s a stalemate,” Joshi said.</p></blockquote>',
    ].join(''),
  );
});

test.each([
  ['a few words', 'a few words'],
  ['a <b>few</b> words', 'a <strong>few</strong> words'],
  ['<p></p><p>&nbsp;</p>', ''],
  ['<a href="javascript:alert(1)" onclick="x()">link</a>', 'link'],
  ['a &lt;b&gt; c', 'a &lt;b&gt; c'],
  ['<p>kept <del>deleted</del> <ins>inserted</ins></p>', '<p>kept  inserted</p>'],
])('%s becomes %s', (html, cleaned) => {
  expect(clean(html)).toBe(cleaned);
});
