import { describe, expect, test } from '@jest/globals';
import { JUDGEMENTS, judgementFault } from './judgement.js';
import { triageTable } from './triage-table.js';

describe('a judgement', () => {
  const { reason_needed } = triageTable;
  test('false statement of fact stands only on a claim that an inspector confirmed', () => {
    expect(judgementFault({ judgement: 'false-statement-of-fact', confirmedVersionId: null }, reason_needed)).toBe('claim-needed');
    expect(judgementFault({ judgement: 'false-statement-of-fact', confirmedVersionId: 'v' }, reason_needed)).toBeNull();
  });
  test('satire, opinion and the other ways out need a reason on record', () => {
    for (const judgement of ['opinion', 'satire', 'error-already-corrected'] as const) {
      expect(judgementFault({ judgement, confirmedVersionId: null, reason: ' ' }, reason_needed)).toBe('reason-needed');
      expect(judgementFault({ judgement, confirmedVersionId: null, reason: 'ghi rõ là truyện cười' }, reason_needed)).toBeNull();
    }
  });
  test('the table and the code know the same judgements', () => {
    expect(triageTable.judgements).toEqual([...JUDGEMENTS]);
  });
});
