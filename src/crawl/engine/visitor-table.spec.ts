import { expect, test } from '@jest/globals';
import { glossary } from '../../core/glossary/glossary.js';
import { visitorFaults, visitorTable } from './visitor-table.js';

test('each visitor has its word, so that a screen can name it', () => {
  expect(Object.keys(visitorTable.visitors).filter((name) => !glossary.visitor[name])).toEqual([]);
});
test('a visitor that cannot be is refused with its place', () => {
  const { desktop, phone } = visitorTable.visitors;
  const wrong = { default: 'tablet', visitors: { desktop: { ...desktop, pixel_ratio: 9 }, 'Điện thoại': { ...phone, locale: '' } } };
  expect(visitorFaults(wrong).map((f) => f.path)).toEqual([
    ['default'],
    ['visitors', 'desktop', 'pixel_ratio'],
    ['visitors', 'Điện thoại'],
    ['visitors', 'Điện thoại', 'locale'],
  ]);
});
