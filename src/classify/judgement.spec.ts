import { describe, expect, test } from '@jest/globals';
import { JUDGEMENTS, judgementFault, needsReason, type JudgementInput } from './judgement.js';
import { triageTable } from './triage-table.js';

describe('a judgement', () => {
  const fault = (input: JudgementInput, likelyMatch = false) =>
    judgementFault(input, needsReason(input.judgement, likelyMatch, triageTable));
  test('false statement of fact stands only on a claim that an inspector confirmed', () => {
    expect(fault({ judgement: 'false-statement-of-fact', confirmedVersionId: null })).toBe('claim-needed');
    expect(fault({ judgement: 'false-statement-of-fact', confirmedVersionId: 'v' })).toBeNull();
  });
  test('satire, opinion and the other ways out need a reason on record', () => {
    for (const judgement of ['opinion', 'satire', 'error-already-corrected'] as const) {
      expect(fault({ judgement, confirmedVersionId: null, reason: ' ' })).toBe('reason-needed');
      expect(fault({ judgement, confirmedVersionId: null, reason: 'ghi rõ là truyện cười' })).toBeNull();
    }
  });
  test('true needs a reason where the post very likely repeats a claim, and nowhere else', () => {
    const judged = { judgement: 'true', confirmedVersionId: null } as const;
    expect([fault(judged), fault(judged, true), fault({ ...judged, reason: 'số liệu của Sở' }, true)]).toEqual([
      null,
      'reason-needed',
      null,
    ]);
  });
  test('the table and the code know the same judgements', () => {
    expect(triageTable.judgements).toEqual([...JUDGEMENTS]);
  });
});
