import { expect, test } from '@jest/globals';
import { topicFaults, topics } from './topics.js';

test('a topic has an id that fits a record, and a name in both languages', () => {
  expect(topicFaults(topics)).toEqual([]);
  const wrong = topicFaults({ 'Nước sạch': { vi: 'Nước sạch', en: 'Drinking water' }, 'y-te': { vi: 'Y tế', en: '' } });
  expect(wrong.map((f) => f.path)).toEqual([['Nước sạch'], ['y-te']]);
});
