import { expect, test } from '@jest/globals';
import { platformOf, selectorsFor } from '../platforms/platform-table.js';
import { lookerFor, readerFor } from './read-post.js';

test('the many looks at a page do not search all of it for films; what reads its post does', () => {
  const url = 'https://somewhere.example/x';
  const sought = selectorsFor(platformOf(url), url);
  expect([lookerFor, readerFor].map((ask) => /shadowRoot/.test(ask(sought)))).toEqual([false, true]);
});
