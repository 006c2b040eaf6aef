import { expect, test } from '@jest/globals';
import { blanksLeft, changedBetween, contentBytes, linksAreExact, type RequestContent } from './takedown.js';

const content: RequestContent = {
  format: 1,
  kind: 'removal',
  reference: '2026-000001/YCG-1',
  caseNumber: '2026-000001',
  withdraws: null,
  platform: 'song-lo',
  way: 'email',
  recipient: 'a@b.vn',
  language: 'vi',
  legalBasis: 'nd147-24h',
  template: { form: 'takedown', version: 1 },
  fields: {},
  subject: 'V/v',
  body: '1. https://a.vn/1\n2. https://a.vn/22',
  items: [{ addressId: 'x', postId: 'p', url: 'https://a.vn/1', evidence: [] }],
};
const known = new Map([
  ['x', 'https://a.vn/1'],
  ['y', 'https://a.vn/2'],
]);

test('links are exact when each stands in the text as the house knows it', () => {
  expect(linksAreExact(content, known)).toBe(true);
  expect(linksAreExact(content, new Map([['x', 'https://a.vn/9']]))).toBe(false);
  expect(linksAreExact({ ...content, items: [] }, known)).toBe(false);
  expect(linksAreExact({ ...content, items: [{ addressId: 'y', postId: 'p', url: 'https://a.vn/2', evidence: [] }] }, known)).toBe(false);
});
test('the same content gives the same bytes whatever the order of its keys', () => {
  const turned = Object.fromEntries(Object.entries(content).reverse()) as unknown as RequestContent;
  expect(contentBytes(turned).equals(contentBytes(content))).toBe(true);
  expect(contentBytes({ ...content, recipient: 'c@b.vn' }).equals(contentBytes(content))).toBe(false);
});
test('whoever read an older version is told what changed', () => {
  expect(changedBetween(content, { ...content, recipient: 'c@b.vn', fields: { signer: 'Bà B' } })).toEqual(['fields', 'recipient']);
});
test('a blank in the subject counts as well', () =>
  expect(blanksLeft({ subject: '{{reference}}', body: '', fields: { signer: '\u200B' } })).toEqual(['reference', 'signer']));
