import { describe, expect, test } from '@jest/globals';
import { nextActs, type ItemNow } from './next-acts.js';
import { triageTable } from './triage-table.js';

const item: ItemNow = {
  state: 'waiting',
  lookAgain: false,
  confirmed: false,
  likely: false,
  captured: true,
  hasLink: true,
  reports: 1,
  leasedByOther: false,
  undoUntil: null,
  judgement: null,
  restingCase: null,
};
const inspector = new Set(['triage.judge', 'claim.draft', 'capture.order', 'case.work']);
const acts = (now: Partial<ItemNow>, rights: ReadonlySet<string> = inspector) => nextActs({ ...item, ...now }, rights, triageTable);
const judge = (list: ReturnType<typeof acts>, to: string) => list.find((a) => a.act === 'judge' && a.to === to);

describe('what an inspector may do with a post', () => {
  test('false statement of fact waits for a confirmed match', () => {
    expect(judge(acts({}), 'false-statement-of-fact')).toMatchObject({ possible: false, lacks: ['confirmed-match'], key: '1' });
    expect(judge(acts({ confirmed: true }), 'false-statement-of-fact')).toMatchObject({ possible: true, lacks: [] });
  });
  test('an excluding judgement asks for a reason, which is no obstacle', () => {
    expect(judge(acts({}), 'satire')).toMatchObject({ possible: true, lacks: ['reason'] });
  });
  test('against a likely match, true asks for a reason as well', () => {
    expect(judge(acts({}), 'true')).toMatchObject({ possible: true, lacks: [] });
    expect(judge(acts({ likely: true }), 'true')).toMatchObject({ possible: true, lacks: ['reason'] });
    expect(judge(acts({ likely: true }), 'denial-or-correction')).toMatchObject({ lacks: [] });
  });
  test('nothing is judged twice, unless it is to be looked at again', () => {
    expect(judge(acts({ state: 'judged' }), 'true')).toBeUndefined();
    expect(judge(acts({ state: 'judged', lookAgain: true }), 'true')).toMatchObject({ possible: true });
  });
  test('what was judged is judged again for a reason, and not while a case rests on it', () => {
    const again = acts({ state: 'judged', judgement: 'true' });
    expect(again.find((a) => a.act === 'judge-again' && !a.to)).toMatchObject({ possible: true, lacks: ['reason'], key: 'a' });
    expect(again.find((a) => a.to === 'question')).toMatchObject({ act: 'judge-again', possible: true, lacks: ['reason'], key: '5' });
    expect(again.find((a) => a.to === 'false-statement-of-fact')).toMatchObject({ possible: false, lacks: ['confirmed-match', 'reason'] });
    for (const restingCase of ['open', 'closed'] as const) {
      const resting = acts({ state: 'judged', judgement: 'false-statement-of-fact', confirmed: true, restingCase });
      expect(resting.filter((a) => a.act === 'judge-again').every((a) => !a.possible && a.lacks[0] === 'no-case')).toBe(true);
      expect(resting.some((a) => a.act === 'open-case')).toBe(restingCase === 'closed');
    }
    expect(acts({ state: 'judged', lookAgain: true }).some((a) => a.act === 'judge-again')).toBe(false);
  });
  test('while a colleague holds it, everything waits for the lease', () => {
    expect(acts({ leasedByOther: true }).every((a) => !a.possible && a.lacks.includes('lease'))).toBe(true);
  });
  test('a single report cannot be split off, and only a post judged false leads to a case', () => {
    expect(acts({}).map((a) => a.act)).not.toContain('split');
    expect(acts({ reports: 2 }).map((a) => a.act)).toContain('split');
    expect(acts({ state: 'judged', judgement: 'true' }).map((a) => a.act)).not.toContain('open-case');
    expect(acts({ state: 'judged', judgement: 'false-statement-of-fact' }).map((a) => a.act)).toContain('open-case');
  });
  test('who may only read sees no button', () => {
    expect(acts({}, new Set(['triage.read']))).toEqual([]);
  });
});
