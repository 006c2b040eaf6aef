import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Office } from '../kit/office.js';
import { PenaltyDesk } from './penalties-setup.js';

describe('the money of a penalty', () => {
  let office: Office;
  let desk: PenaltyDesk;
  beforeAll(async () => {
    desk = await PenaltyDesk.opened();
    office = desk.office;
  }, 60_000);
  afterAll(() => office.close());

  test('is some money: a receipt about nothing is refused, with the field and its bounds', async () => {
    const made = await desk.served();
    for (const more of [{}, { interest: 0 }, { interest: null }]) {
      const { status, body } = await desk.pay(made.id, 0, '2026-09-14', more);
      expect([status, body.errors]).toMatchObject([400, [{ path: 'amount', rule: 'numberRange', min: 1, max: 1_000_000_000_000 }]]);
    }
    expect((await desk.pay(made.id, 1_000_000, '2026-09-14', { interest: null })).body).toMatchObject({ state: 'served' });
  });

  test('and the law are said in words that can be read, and what is left empty is as good as left out', async () => {
    const made = await desk.drafted({ measures: null, answers: null, circumstances: null, crime: null });
    expect(await desk.lacks(made.id, 'sign')).toEqual(['measures-decided', 'document-complete']);
    const blank = await desk.legal.call('POST', `/api/cases/${made.caseId}/law-confirmations`, { about: '   ', document: 'Công văn 12' });
    expect([blank.status, blank.body.errors]).toMatchObject([400, [{ path: 'about', rule: 'says' }]]);
  });

  test('paid late leaves interest, which is shown, taken after the fine, and not closed over without naming it', async () => {
    const made = await desk.served();
    await desk.today('2026-10-04T02:00:00Z');
    expect((await desk.pay(made.id, 12_500_000, '2026-10-04')).body).toMatchObject({ state: 'paid' });
    expect((await desk.decision(made.id)).debt).toEqual({ unpaid: 0, interest: 62_500, daysLate: 10 });
    const offered = async () => (await desk.decision(made.id, desk.clerk)).next.some((n) => n.act === 'record-payment');
    expect(await offered()).toBe(true);
    const close = async (more: object = {}) => {
      const { version } = (await desk.inspector.call('GET', `/api/cases/${made.caseId}`)).body as unknown as { version: number };
      const body = { to: 'closed', reason: 'Không thu được tiền nộp chậm', version, ...more };
      return (await desk.inspector.call('POST', `/api/cases/${made.caseId}/steps`, body)).body;
    };
    const owing = [{ kind: 'penalty', id: made.id, interest: 62_500 }];
    expect(await close()).toMatchObject({ code: 'case-lacks', lacks: ['no-open-penalty'], penalties: owing });
    expect((await desk.inspector.call('GET', `/api/cases/${made.caseId}`)).body).toMatchObject({ owingInterest: owing });

    await desk.today('2026-11-02T02:00:00Z');
    expect((await desk.pay(made.id, 1, '2026-11-02')).body).toMatchObject({ code: 'overpaid', unpaid: 0, interest: 62_500 });
    expect((await desk.pay(made.id, 0, '2026-11-02', { interest: 62_501 })).body.code).toBe('overpaid');
    expect((await desk.pay(made.id, 0, '2026-11-02', { interest: 60_000 })).body).toMatchObject({ state: 'paid' });
    expect((await desk.decision(made.id)).debt).toMatchObject({ unpaid: 0, interest: 2_500 });
    expect((await desk.pay(made.id, 0, '2026-11-02', { interest: 2_500 })).body).toMatchObject({ state: 'paid' });
    expect([(await desk.decision(made.id)).debt, await offered()]).toMatchObject([{ interest: 0 }, false]);
    expect(await desk.told(made.id, 'penalty.paid')).toHaveLength(1);
    expect(await close()).toMatchObject({ state: 'closed' });
    await desk.today('2026-09-14T02:00:00Z');
  });
  test('paid late is found however many others were that owe nothing more', async () => {
    const made = await desk.served();
    await office.database.owner(
      `WITH one AS (SELECT p.*, v.drawn_on, c.bytes, c.sha256, r.bytes AS record_bytes, r.sha256 AS record_sha256 FROM enforcement.penalties p JOIN enforcement.violations v ON v.id = p.violation_id
           JOIN enforcement.penalty_contents c ON c.penalty_id = p.id JOIN enforcement.violation_contents r ON r.violation_id = v.id WHERE p.id = $1 ORDER BY c.number DESC, r.number DESC LIMIT 1),
         many AS MATERIALIZED (SELECT g, gen_random_uuid() AS record, gen_random_uuid() AS decision FROM generate_series(1, 50) g),
         records AS (INSERT INTO enforcement.violations (id, reference, case_id, party_id, state, drawn_on, created_by)
           SELECT m.record, 'BB-cũ-' || m.g, o.case_id, gen_random_uuid(), 'drawn', o.drawn_on, o.created_by FROM one o, many m),
         told AS (INSERT INTO enforcement.violation_contents (id, violation_id, number, at_version, bytes, sha256, written_by)
           SELECT gen_random_uuid(), m.record, 1, 1, o.record_bytes, o.record_sha256, o.created_by FROM one o, many m),
         decisions AS (INSERT INTO enforcement.penalties (id, violation_id, case_id, kind, state, year, serial, number, issued_on, served_on, due_on, created_by, created_at, act)
           SELECT m.decision, m.record, o.case_id, 'decision', 'paid', 2001, m.g, m.g || '/QĐ-XPHC', o.issued_on, o.served_on, o.due_on, o.created_by, o.created_at - interval '1 hour', gen_random_uuid() FROM one o, many m),
         contents AS (INSERT INTO enforcement.penalty_contents (id, penalty_id, number, at_version, bytes, sha256, written_by)
           SELECT gen_random_uuid(), m.decision, 1, 1, o.bytes, o.sha256, o.created_by FROM one o, many m)
       INSERT INTO enforcement.penalty_payments (id, penalty_id, amount, interest, receipt, on_day, recorded_by)
       SELECT gen_random_uuid(), m.decision, 12500000, 62500, 'BL-cũ', '2026-10-04', o.created_by FROM one o, many m`,
      [made.id],
    );
    await desk.today('2026-10-04T02:00:00Z');
    expect((await desk.pay(made.id, 12_500_000, '2026-10-04')).body).toMatchObject({ state: 'paid' });
    const { version } = (await desk.inspector.call('GET', `/api/cases/${made.caseId}`)).body as unknown as { version: number };
    const close = await desk.inspector.call('POST', `/api/cases/${made.caseId}/steps`, { to: 'closed', reason: 'đã xong', version });
    const penalties = [{ kind: 'penalty', id: made.id, interest: 62_500 }];
    expect(close.body).toMatchObject({ code: 'case-lacks', lacks: ['no-open-penalty'], penalties });
    await desk.today('2026-09-14T02:00:00Z');
  });
  test('closed over for a reason names what it lets be, and nothing else that is open', async () => {
    const made = await desk.served();
    await desk.today('2026-10-04T02:00:00Z');
    const close = async (over: string[]) => {
      const { version } = (await desk.inspector.call('GET', `/api/cases/${made.caseId}`)).body as unknown as { version: number };
      const body = { to: 'closed', reason: 'Không thu được tiền nộp chậm', version, over };
      return (await desk.inspector.call('POST', `/api/cases/${made.caseId}/steps`, body)).body;
    };
    expect(await close([made.id])).toMatchObject({ code: 'case-lacks', lacks: ['no-open-penalty'] });
    await desk.pay(made.id, 12_500_000, '2026-10-04');
    expect(await close([made.recordId])).toMatchObject({ code: 'case-lacks' });
    // a case has as many fines as it has accused
    const many = Array.from({ length: 60 }, () => randomUUID());
    expect(await close([...many, made.id])).toMatchObject({ state: 'closed' });
    await desk.today('2026-09-14T02:00:00Z');
  });
});
