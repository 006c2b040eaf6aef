import { describe, expect, test } from '@jest/globals';
import { carries } from './legal-basis.js';
import { legalBases } from './enforcement-table.js';

describe('a legal basis', () => {
  const basis = {
    ...legalBases[0],
    requesters: ['department'],
    in_force: { from: '2024-12-25', to: '2026-06-30' },
    confidence: 'high' as const,
  };
  test('carries a request from its first day to its last, both included', () => {
    expect(['2024-12-24', '2024-12-25', '2026-06-30', '2026-07-01'].map((day) => carries(basis, day, 'department'))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
  test('carries no request of somebody whom it does not name, and none while it is only half known', () => {
    expect(carries(basis, '2025-01-01', 'cyber-force')).toBe(false);
    expect(carries({ ...basis, confidence: 'low' }, '2025-01-01', 'department')).toBe(false);
  });
  test('a department cannot order by the cyber-security law', () => {
    const law = legalBases.find((b) => b.key === 'csl2025-24h')!;
    expect([carries(law, '2026-11-01', 'department'), carries(law, '2026-11-01', 'cyber-force')]).toEqual([false, true]);
  });
});
