import { describe, expect, test } from '@jest/globals';
import { take } from '../core/flow/flow.js';
import { rightsTable } from '../core/identity/rights.js';
import { claimFaults, falseOn, type ClaimContent } from './claim.js';
import { claimFlow } from './claim.flow.js';

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
    expect(claimFaults({ ...claim, wordings: [...claim.wordings, unseen] })).toEqual(['wording-too-short', 'wording-without-words']);
    const said = (text: string) => claimFaults({ ...claim, wordings: [...claim.wordings, { language: 'vi', text }] });
    expect(said('!!!!!!!!!!!! ?')).toEqual(['wording-without-words']);
    expect(said('uống nước muối: CHỮA khỏi bệnh!')).toEqual(['wording-twice']);
    expect(said('Uống nước muối chữa khỏi bệnh gan')).toEqual([]);
  });
  test('is put in force or sent back by the chief who wrote none of it, once for each version', () => {
    const chief = { staffId: 'c', rights: new Set(rightsTable.roles.chief.rights) };
    const inspector = { staffId: 'i', rights: new Set(rightsTable.roles.inspector.rights) };
    const held = (by: string, ...needs: string[]) => ({ needs: new Set(['source', 'wording', ...needs]), authors: new Set([by]) });
    for (const from of ['draft', 'approved'] as const)
      for (const to of ['approved', from]) {
        expect(take(claimFlow, from, to, chief, held('i', 'new-version'))).toEqual({ ok: true });
        expect(take(claimFlow, from, to, chief, held('c', 'new-version'))).toEqual({ ok: false, reason: 'own-work' });
        expect(take(claimFlow, from, to, chief, held('i'))).toEqual({ ok: false, reason: 'lacks', lacks: ['new-version'] });
        expect(take(claimFlow, from, to, inspector, held('x', 'new-version'))).toEqual({ ok: false, reason: 'no-right' });
      }
  });
});
