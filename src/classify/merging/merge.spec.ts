import { describe, expect, test } from '@jest/globals';
import { take } from '../../core/flow/flow.js';
import { rightsTable } from '../../core/identity/rights.js';
import { claimFaults, type ClaimContent } from '../claim.js';
import { claimFlow } from '../claim.flow.js';
import { apart, split, together, tooMany } from './merge.js';

const claim = (wordings: string[], urls: string[], more: Partial<ClaimContent> = {}): ClaimContent => ({
  topic: 'y-te',
  harm: 'high',
  wordings: wordings.map((text) => ({ language: 'vi', text })),
  truth: 'Không đúng.',
  sources: urls.map((url) => ({ title: url, url, date: '2026-11-01' })),
  falseFrom: '2026-11-01',
  falseTo: null,
  ...more,
});
const said = (c: ClaimContent) => [c.wordings.map((w) => w.text).join(), c.sources.map((s) => s.url).join()];
const [a, b] = [claim(['một', 'hai'], ['x']), claim(['hai', 'ba'], ['x', 'y'], { truth: 'Sai.', harm: 'low' })];

describe('two claims that are one', () => {
  test('together say the wordings and sources of both, each once, and what the one that stays said is true', () => {
    const both = together(a, b);
    expect(said(both)).toEqual(['một,hai,ba', 'x,y']);
    expect(both).toMatchObject({ truth: 'Không đúng.', harm: 'high' });
  });
  test('together hold no wording that a claim may not say twice', () => {
    const mine = claim(['Uống nước muối chữa bệnh'], ['x']);
    const same = claim(['uống nước muối: CHỮA bệnh!', 'Muối chữa bệnh'], ['y']);
    same.wordings.push({ language: 'en', text: 'Uống nước muối chữa bệnh' });
    expect(claimFaults(together(mine, same))).toEqual([]);
    expect(apart(together(mine, same), same, mine)).toEqual(mine);
  });
  test('apart again lose what came from the other, and nothing that was said before', () => {
    expect(apart(together(a, b), b, a)).toEqual(a);
    const since = { ...together(a, b), wordings: [...together(a, b).wordings, { language: 'vi' as const, text: 'bốn' }] };
    expect(said(apart(since, b, a))).toEqual(['một,hai,bốn', 'x']);
    expect(said(apart(b, b, a))[0]).toEqual('hai');
    expect(said(apart(b, b, claim(['khác'], ['z'])))).toEqual(said(b));
  });
  test('are too long for one with more wordings or sources than the form takes', () => {
    const many = (from: number) => Array.from({ length: 11 }, (_, i) => `câu ${from + i}`);
    expect(tooMany(together(claim(many(0), ['x']), claim(many(5), ['x'])))).toBe(false);
    expect(tooMany(together(claim(many(0), ['x']), claim(many(20), ['x'])))).toBe(true);
  });
  test('one that is two is split by its wordings, and never wholly', () => {
    const parts = split(a, [1])!;
    expect([said(parts.leaves), said(parts.stays)]).toEqual([
      ['hai', 'x'],
      ['một', 'x'],
    ]);
    expect([split(a, [0, 1]), split(a, []), split(a, [7])]).toEqual([null, null, null]);
  });
  test('are merged, and taken apart again, by the chief who did not propose it', () => {
    const chief = { staffId: 'c', rights: new Set(rightsTable.roles.chief.rights) };
    const held = (by: string, ...needs: string[]) => ({ needs: new Set(needs), authors: new Set([by]) });
    for (const [from, to, need] of [
      ['approved', 'merged', 'merge-proposed'],
      ['merged', 'approved', 'reinstate-proposed'],
    ] as const) {
      expect(take(claimFlow, from, to, chief, held('i', need))).toEqual({ ok: true });
      expect(take(claimFlow, from, to, chief, held('c', need))).toEqual({ ok: false, reason: 'own-work' });
      expect(take(claimFlow, from, to, chief, held('i'))).toMatchObject({ reason: 'lacks' });
    }
  });
});
