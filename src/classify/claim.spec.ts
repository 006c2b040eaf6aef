import { describe, expect, test } from '@jest/globals';
import { claimFaults, falseOn, type ClaimContent } from './claim.js';

const claim: ClaimContent = {
  topic: 'y-te',
  harm: 'high',
  wordings: [{ language: 'vi', text: 'Uống nước muối chữa khỏi bệnh' }],
  truth: 'Không đúng.',
  sources: [{ title: 'Thông báo', url: 'https://soyte.example/1', date: '2026-11-01' }],
  falseFrom: '2026-11-01',
  falseTo: '2026-11-10',
};

describe('a claim', () => {
  test('is false on the first and on the last of its days, and on no other', () => {
    expect(['2026-10-31', '2026-11-01', '2026-11-10', '2026-11-11'].map((d) => falseOn(claim, d))).toEqual([false, true, true, false]);
  });
  test('without an end stays false', () => {
    expect(falseOn({ falseFrom: '2026-11-01', falseTo: null }, '2030-01-01')).toBe(true);
  });
  test('without a source that refutes it cannot enter the registry', () => {
    expect(claimFaults({ ...claim, sources: [] })).toEqual(['no-source']);
    expect(claimFaults(claim)).toEqual([]);
  });
  test('says something in every wording', () => {
    const unseen = { language: 'vi' as const, text: '\u3164\u200b'.repeat(10) };
    expect(claimFaults({ ...claim, wordings: [...claim.wordings, unseen] })).toEqual(['wording-too-short']);
  });
});
