import { expect, test } from '@jest/globals';
import { glossary } from './glossary.js';

test('whatever kind of event the log is narrowed to has its word', () => {
  const kinds = new Set(Object.keys(glossary.event).map((type) => type.split('.')[0]));
  expect(kinds.size).toBeGreaterThan(20);
  expect([...kinds].filter((kind) => !glossary['event-kind'][kind])).toEqual([]);
});
