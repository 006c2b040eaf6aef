import { expect, test } from '@jest/globals';
import { platformOf, selectorsFor } from '../platforms/platform-table.js';
import { mayBeAnother } from './another-post.js';

test('of several posts one may be another that is shorter than the table of its platform says', () => {
  const list = { querySelector: () => null, querySelectorAll: () => [], ownerDocument: { getElementsByTagName: () => [1, 2] } };
  const post = { ...list, tagName: 'ARTICLE', textContent: '' } as unknown as Element;
  Reflect.set(globalThis, 'location', { href: 'https://somewhere.example/x' });
  expect([40, 60].map((short) => mayBeAnother(post, 'x'.repeat(50), short))).toEqual([false, true]);
  const any = platformOf('https://somewhere.example/x');
  expect(selectorsFor(any, 'https://somewhere.example/x').least_text).toBe(any.least_text);
});
