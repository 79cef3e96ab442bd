import { expect, test } from 'vitest';
import { classifiedMarking, describeStop } from './markings';

test.each([
  '(S) The delegation will leave on Monday.',
  'One. (C) Two.',
  '(TS) Three',
  '(S//NF) Four',
  '(TS//SI//NOFORN) Five',
  '(C//REL TO USA, FVEY) Six',
  '(S-NF) Seven',
  '(S/NF) Eight',
  '1. ( S//NF ) Nine',
  '[S//NF] Ten',
  'SECRET//NOFORN\nEleven',
  'Twelve\nTOP SECRET',
])('%s stops the paste', (text) => {
  expect(classifiedMarking(text)).not.toBeNull();
});

test.each([
  'Options (a), (b) and (c)',
  'the report(S) of the group(s)',
  '(U) An unclassified line',
  '(SBU) Sensitive, unclassified',
  '(CUI) Controlled',
  '(U//FOUO) For official use',
  'The talks were held in secret. CONFIDENTIAL talks, said one.',
  'U.S. officials (State) said so',
  '(CIA) and (SIPRI) and (TSA)',
  '',
])('%s does not', (text) => {
  expect(classifiedMarking(text)).toBeNull();
});

test('the sentence names the marking and says that nothing was inserted', () => {
  expect(describeStop('(S//NF)')).toMatch(/\(S\/\/NF\).*not accredited.*nothing was inserted/);
});
