import { expect, test } from '@jest/globals';
import { changesOf, leftAndCame, type Content } from './claim-changes.js';

const claim: Content = {
  topic: 'y-te',
  harm: 'low',
  wordings: [{ language: 'vi', text: 'Uống nước muối chữa khỏi bệnh' }],
  truth: 'Không đúng.',
  sources: [],
  falseFrom: '2026-11-01',
  falseTo: null,
};

test('a new version of a claim changes the fields that say something else, and no other', () => {
  expect(changesOf(claim, { ...claim })).toEqual([]);
  const wordings = [...claim.wordings, { language: 'vi' as const, text: 'Súc nước muối là khỏi' }];
  expect(changesOf(claim, { ...claim, wordings, harm: 'high', falseTo: '2026-12-01' })).toEqual(['wordings', 'falseTo', 'harm']);
});

test('of wordings those that are gone and those that are new are told, and not those that stay', () => {
  expect(leftAndCame(['một', 'hai'], ['hai', 'ba'])).toEqual({ left: ['một'], came: ['ba'] });
  expect(leftAndCame(['một', 'hai'], ['hai', 'một'])).toEqual({ left: [], came: [] });
});
