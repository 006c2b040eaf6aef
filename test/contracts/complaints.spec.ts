import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { ChangeTitle } from '../../src/core/identity/change-title.use-case.js';
import { complaintRuleOn } from '../../src/enforcement/penalties/procedure-table.js';
import type { Caller, Office } from '../kit/office.js';
import { until } from '../kit/until.js';
import { stepCase } from './enforcement-setup.js';
import { Device, PenaltyDesk, type Made } from './penalties-setup.js';

const NOW = '2026-09-14T02:00:00Z';
const TODAY = '2026-09-14';
const REASON = 'Nằm viện từ ngày 20/11 đến ngày 25/12, có giấy ra viện';
type Decision = Made & { id: string };

describe('a complaint about a decision', () => {
  let office: Office;
  let desk: PenaltyDesk;
  /** One that is served, and complained about again as soon as a complaint about it was withdrawn. */
  let served: Decision;
  beforeAll(async () => {
    desk = await PenaltyDesk.opened();
    office = desk.office;
    served = await desk.served();
  }, 60_000);
  afterAll(() => office.close());

  const withdraw = (who: Caller = desk.clerk, more: object = {}) => desk.withdraw(served, who, more);
  const next = async (who: Caller, act: string, id = served.id) => (await desk.complaint(id, who)).next.find((n) => n.act === act);
  const accepted = async (id = served.id) => {
    expect((await desk.complain(id, TODAY)).body).toMatchObject({ state: 'received', version: 1 });
    expect((await desk.onComplaint(id, 'accept')).body).toMatchObject({ state: 'accepted', version: 2 });
  };
  beforeEach(async () => {
    if ((await desk.complaint(served.id))?.next.some((n) => n.act === 'withdraw-complaint')) await withdraw();
    await desk.today(NOW);
  });

  describe('is taken down', () => {
    test('with the last day to accept it, by legal staff or by the clerk, and by nobody else', async () => {
      for (const who of [desk.inspector, desk.signer]) expect((await desk.complain(served.id, TODAY, {}, who)).body.code).toBe('forbidden');
      const offered = async () => (await desk.decision(served.id, desk.clerk)).next.some((n) => n.act === 'record-complaint');
      expect(await offered()).toBe(true);
      expect((await desk.complain(served.id, TODAY, { complainant: 'representative' }, desk.legal)).status).toBe(201);
      expect([await offered(), await desk.complaint(served.id)]).toMatchObject([
        false,
        {
          ...{ asks: 'Hủy bỏ quyết định', lodging: { until: '2026-12-14', inTime: true }, acceptBy: '2026-09-24' },
          due: { what: 'acceptance', lastDay: '2026-09-24', overdue: false },
        },
      ]);
    });
    test('once: a second is refused while the first stands, and taken down when that was withdrawn', async () => {
      const both = await Promise.all([desk.complain(served.id, TODAY), desk.complain(served.id, TODAY)]);
      expect(both.map((b) => b.status).sort()).toEqual([201, 409]);
      const complaintId = (await desk.complaint(served.id)).id;
      expect(both.find((b) => b.status === 409)!.body).toMatchObject({ code: 'complaint-exists', complaintId });
      await withdraw();
      expect((await desk.complain(served.id, TODAY)).status).toBe(201);
      const states = (await desk.decision(served.id)).complaints.map((c) => c.state);
      expect(states.slice(0, 2)).toEqual(['received', 'withdrawn']);
    });
    test('between the day of the decision and today, with a paper of its own case', async () => {
      for (const day of ['2026-09-13', '2026-09-15']) expect((await desk.complain(served.id, day)).body.code).toBe('out-of-time');
      const [stranger] = (await desk.accused()).exhibits;
      expect((await desk.complain(served.id, TODAY, { exhibitId: stranger })).body.code).toBe('foreign-exhibit');
      expect((await desk.complain(served.id, TODAY, { exhibitId: served.exhibits[0] })).body.code).toBe('not-a-paper');
      const exhibitId = await desk.paper(served.caseId, 'Đơn khiếu nại');
      expect((await desk.complain(served.id, TODAY, { exhibitId })).status).toBe(201);
    });
    test('after its last day too, and is then not accepted for a reason, or accepted for one only', async () => {
      await desk.today('2026-12-15T02:00:00Z');
      await desk.complain(served.id, '2026-12-15');
      expect(await desk.complaint(served.id)).toMatchObject({ lodging: { until: '2026-12-14', inTime: false } });
      await desk.onComplaint(served.id, 'refuse', { reason: 'Quá 90 ngày' });
      expect((await desk.approveAnswer(served.id)).body.state).toBe('not-accepted');
      expect((await desk.complaint(served.id)).steps).toMatchObject([{ state: 'not-accepted', reason: 'Quá 90 ngày' }]);
      await desk.complain(served.id, '2026-12-15');
      expect((await desk.onComplaint(served.id, 'accept')).body.code).toBe('step-reason-needed');
      expect((await desk.onComplaint(served.id, 'accept', { reason: REASON })).body.state).toBe('accepted');
    });
  });

  test('is taken down and accepted also where nobody knows the days off by which its last day is counted', async () => {
    await desk.today('2027-12-27T02:00:00Z');
    expect((await desk.complain(served.id, '2027-12-27')).status).toBe(201);
    expect(await desk.complaint(served.id)).toMatchObject({ acceptBy: null, due: { what: 'acceptance', lastDay: null, overdue: null } });
    expect((await desk.onComplaint(served.id, 'accept', { reason: REASON })).body.state).toBe('accepted');
    expect(await desk.complaint(served.id)).toMatchObject({ answerBy: null, due: { what: 'answer', lastDay: null, overdue: null } });
  });

  describe('is accepted', () => {
    test('by legal staff who had no hand in the decision, and then answered within thirty days, or forty-five for a reason', async () => {
      await desk.complain(served.id, TODAY);
      expect(await next(desk.legal, 'accept-complaint')).toMatchObject({ possible: false, ownWork: true });
      for (const path of ['accept', 'refuse'])
        expect((await desk.onComplaint(served.id, path, { reason: REASON }, desk.legal)).body.code).toBe('own-signature');
      expect((await desk.onComplaint(served.id, 'accept', {}, desk.clerk)).body.code).toBe('forbidden');
      expect((await desk.onComplaint(served.id, 'accept', { complex: true })).body.code).toBe('step-reason-needed');
      await desk.onComplaint(served.id, 'accept', { complex: true, reason: 'Phải trưng cầu giám định' });
      expect(await desk.complaint(served.id)).toMatchObject({ answerBy: '2026-10-29' });
      await withdraw();
      await accepted();
      expect(await desk.complaint(served.id)).toMatchObject({ due: { what: 'answer', lastDay: '2026-10-14', overdue: false } });
    });
    test('late all the same, and what is overdue says so to whoever leads the office', async () => {
      await desk.complain(served.id, TODAY);
      const late = async () => {
        const overview = (await desk.second.call('GET', '/api/overview')).body as unknown as { late: { name: string; count: number }[] };
        const list = await desk.second.call('GET', '/api/overview/lists/complaints-late');
        const { items } = list.body as unknown as { items: { record: { id: string } }[] };
        return [overview.late.find((l) => l.name === 'complaints-late')?.count, items.map((i) => i.record.id)];
      };
      await desk.today('2026-09-24T16:30:00Z');
      expect(await late()).toEqual([0, []]);
      await desk.today('2026-09-24T17:30:00Z');
      expect(await late()).toEqual([1, [served.id]]);
      expect((await desk.complaint(served.id)).due).toEqual({ what: 'acceptance', lastDay: '2026-09-24', overdue: true });
      await desk.onComplaint(served.id, 'accept');
      expect([await late(), (await desk.complaint(served.id)).due]).toMatchObject([[0, []], { what: 'answer', overdue: false }]);
    });
    test('never twice, and never as somebody else has left it meanwhile', async () => {
      await accepted();
      for (const path of ['accept', 'refuse'])
        expect((await desk.onComplaint(served.id, path, { reason: REASON })).body.code).toBe('no-such-step');
      for (const [path, body] of [
        ['withdraw', { reason: REASON, exhibitId: served.exhibits[0] }],
        ['answer', { outcome: 'rejected', says: 'Giữ nguyên' }],
      ] as const)
        expect((await desk.onComplaint(served.id, path, { ...body, version: 1 })).body).toMatchObject({
          code: 'stale',
          current: { version: 2, state: 'accepted' },
        });
    });
  });

  describe('is not accepted', () => {
    test('for a reason that legal staff write and a signer approves, neither with a hand in the decision', async () => {
      await desk.complain(served.id, TODAY);
      expect(await next(desk.second, 'approve-refusal')).toMatchObject({ stepUp: true, lacks: ['complaint-refusal'] });
      const drafted = await desk.onComplaint(served.id, 'refuse', { reason: 'Không phải người có quyền khiếu nại' });
      expect(drafted.body).toMatchObject({ state: 'received' });
      expect(await desk.complaint(served.id)).toMatchObject({
        answer: { outcome: 'not-accepted', approved: null },
        due: { what: 'acceptance' },
      });
      expect((await desk.approveAnswer(served.id, desk.other)).body.code).toBe('forbidden');
      expect((await desk.approveAnswer(served.id, desk.signer)).body.code).toBe('own-signature');
      expect((await desk.approveAnswer(served.id)).body).toMatchObject({ state: 'not-accepted', annulmentId: null });
      const { complaints } = await desk.decision(served.id);
      expect(complaints.find((c) => c.answer?.says === 'Không phải người có quyền khiếu nại')).toMatchObject({
        ...{ state: 'not-accepted', due: null, next: [], steps: [{ reason: 'Không phải người có quyền khiếu nại' }] },
      });
    });
    test('unless it is accepted first: what was drafted against it is no answer then', async () => {
      await desk.complain(served.id, TODAY);
      await desk.onComplaint(served.id, 'refuse', { reason: REASON });
      const { sha256: contentHash } = (await desk.complaint(served.id)).answer!;
      expect((await desk.onComplaint(served.id, 'accept')).body.state).toBe('accepted');
      expect((await desk.complaint(served.id)).answer).toBeNull();
      const approved = await desk.onComplaint(served.id, 'approve', { contentHash }, desk.second);
      expect(approved.body).toMatchObject({ code: 'complaint-lacks', lacks: ['complaint-answer'] });
    });
  });

  describe('is answered', () => {
    test('by the title that issued the decision, and by its signer only where nobody else holds that title', async () => {
      const [chair, deputy] = [await office.as('chief'), await office.as('chief')];
      for (const who of [chair, deputy]) await Device.enrol(who);
      await desk.title(chair, 'province-chair', '2025-07-01');
      const made = await desk.drafted();
      expect((await desk.sign(made.id, chair)).status).toBe(200);
      await desk.number(made.id);
      await accepted(made.id);
      await desk.answer(made.id, 'rejected', desk.other, 'Giữ nguyên quyết định');
      expect((await desk.approveAnswer(made.id, desk.second)).body).toMatchObject({ code: 'complaint-lacks', lacks: ['competent-title'] });
      expect(await next(chair, 'approve-answer', made.id)).toMatchObject({ possible: true });
      const { id: titleId } = await desk.title(deputy, 'province-chair', '2025-07-01', {
        delegation: '01/QĐ-GQXP',
        delegatedOn: '2025-07-01',
      });
      expect(await next(chair, 'approve-answer', made.id)).toMatchObject({ possible: false, ownWork: true });
      expect((await desk.approveAnswer(made.id, chair)).body.code).toBe('own-signature');
      const admin = await office.as('administrator');
      await office.app.get(ChangeTitle).end({ staffId: admin.staffId }, deputy.staffId, titleId);
      expect((await desk.approveAnswer(made.id, chair)).body).toMatchObject({ state: 'answered' });
    });
    test('by its signer never, where the law does not leave it to them, and then it does not wait for them either', async () => {
      await desk.complain(served.id, TODAY);
      await desk.onComplaint(served.id, 'refuse', { reason: REASON });
      const waits = async () =>
        ((await desk.signer.call('GET', '/api/work')).body as unknown as { penalties: { toApprove: { penaltyId: string }[] } }).penalties
          .toApprove.length;
      const rule = complaintRuleOn(TODAY)!;
      await office.database.owner('UPDATE core.staff_titles SET ended_at = clock_timestamp() WHERE staff_id = $1', [desk.second.staffId]);
      expect([await waits(), (await next(desk.signer, 'approve-refusal'))!.possible]).toEqual([1, true]);
      rule.issuer = 'never';
      expect([await waits(), (await next(desk.signer, 'approve-refusal'))!.possible]).toEqual([0, false]);
      rule.issuer = 'last';
      await office.database.owner('UPDATE core.staff_titles SET ended_at = NULL WHERE staff_id = $1', [desk.second.staffId]);
    });
    test('upheld by a sole signer only to be signed by another: whoever writes the answer reads beforehand that nobody else may', async () => {
      const served = await desk.served();
      await accepted(served.id);
      const warned = async () => (await desk.complaint(served.id)).nobodyAnnuls;
      expect(await warned()).toBe(false);
      const others = `t.staff_id <> $1 AND t.ended_at IS NULL`;
      const ended = await office.database.owner<{ id: string }>(
        `UPDATE core.staff_titles t SET ended_at = clock_timestamp() WHERE ${others} RETURNING t.id`,
        [desk.signer.staffId],
      );
      expect(await warned()).toBe(true);
      await office.database.owner('UPDATE core.staff_titles SET ended_at = NULL WHERE id = ANY($1)', [ended.map((t) => t.id)]);
      expect(await warned()).toBe(false);
      await desk.answer(served.id, 'rejected');
      expect((await desk.approveAnswer(served.id)).body).toMatchObject({ state: 'answered' });
    });
    test('by what a lawyer wrote and another signer approves, neither with a hand in the decision, after a second factor and by a title', async () => {
      await accepted();
      expect(await next(desk.second, 'approve-answer')).toMatchObject({ stepUp: true, lacks: ['complaint-answer'] });
      expect((await desk.approveAnswer(served.id)).body).toMatchObject({ code: 'complaint-lacks', lacks: ['complaint-answer'] });
      expect((await desk.answer(served.id, 'rejected', desk.legal)).body.code).toBe('own-signature');
      expect((await desk.answer(served.id, 'rejected', desk.clerk)).body.code).toBe('forbidden');
      expect((await desk.answer(served.id, 'rejected')).status).toBe(200);
      expect((await desk.approveAnswer(served.id, desk.signer)).body.code).toBe('own-signature');
      expect((await desk.approveAnswer(served.id, desk.other)).body.code).toBe('forbidden');
      const untitled = await office.as('chief');
      expect((await desk.approveAnswer(served.id, untitled)).body.code).toBe('second-factor-needed');
      await Device.enrol(untitled);
      expect((await desk.approveAnswer(served.id, untitled)).body).toMatchObject({ code: 'complaint-lacks', lacks: ['competent-title'] });
    });
    test('never by one person who holds both rights, not even past the office', async () => {
      await accepted();
      const both = await office.as('legal', 'chief');
      await Device.enrol(both);
      await desk.title(both, 'department-director', '2025-07-01');
      expect((await desk.answer(served.id, 'rejected', both)).status).toBe(200);
      expect((await desk.approveAnswer(served.id, both)).body.code).toBe('own-signature');
      const { id } = await desk.complaint(served.id);
      const approve = `INSERT INTO enforcement.complaint_approvals (complaint_id, answer_id, sha256, approved_by, title_id, approved_on)
        SELECT $1, a.id, a.sha256, t.staff_id, t.id, '2026-09-14' FROM enforcement.complaint_answers a, core.staff_titles t WHERE a.complaint_id = $1 AND t.staff_id = $2`;
      const refusal = 'nobody approves an answer that they wrote, or one about their own decision';
      for (const { staffId } of [both, desk.signer]) await expect(office.database.owner(approve, [id, staffId])).rejects.toThrow(refusal);
    });
    test('by exactly the words that were read: a new wording must be read anew', async () => {
      await accepted();
      await desk.answer(served.id, 'upheld');
      const { sha256 } = (await desk.complaint(served.id)).answer!;
      await desk.answer(served.id, 'rejected', desk.other, 'Giữ nguyên quyết định');
      expect((await desk.onComplaint(served.id, 'approve', { contentHash: sha256 }, desk.second)).body.code).toBe('content-changed');
      expect((await desk.complaint(served.id)).answer).toMatchObject({ number: 2, outcome: 'rejected', approved: null });
    });
    test('rejected: the decision stands, its case may be closed, and the complaint is not made a second time here', async () => {
      const made = await desk.served();
      await accepted(made.id);
      await desk.pay(made.id, 12_500_000, TODAY);
      const close = async () => {
        const { version } = (await desk.inspector.call('GET', `/api/cases/${made.caseId}`)).body as unknown as { version: number };
        return (await desk.inspector.call('POST', `/api/cases/${made.caseId}/steps`, { to: 'closed', reason: 'đã xong', version })).body;
      };
      expect(await close()).toMatchObject({ lacks: ['no-open-penalty'], penalties: [{ kind: 'penalty', id: made.id }] });
      await desk.answer(made.id, 'rejected', desk.other, 'Bài đăng từ tài khoản của người khiếu nại');
      expect((await desk.approveAnswer(made.id)).body).toMatchObject({ state: 'answered', annulmentId: null });
      expect(await desk.decision(made.id)).toMatchObject({ state: 'paid', annulment: null });
      expect(await desk.complaint(made.id)).toMatchObject({ due: null, next: [] });
      expect((await desk.complain(made.id, TODAY)).body.code).toBe('complaint-exists');
      expect((await desk.answer(made.id, 'upheld')).body.code).toBe('no-such-step');
      expect(await close()).toMatchObject({ state: 'closed' });
    });
    test('upheld: its annulment is drafted in the words of the answer, names it, is never given up, and all that was paid goes back', async () => {
      const made = await desk.issued();
      await desk.complain(made.id, TODAY);
      expect(await desk.complaint(made.id)).toMatchObject({ lodging: { until: null, inTime: true } });
      expect((await desk.serve(made.id, TODAY)).status).toBe(200);
      await desk.pay(made.id, 12_500_000, TODAY);
      await desk.onComplaint(made.id, 'accept');
      const annul = async () =>
        (await desk.act(made.id, 'annulment', { ground: 'complaint', reason: 'Khiếu nại đúng' }, desk.other)).body.code;
      expect(await annul()).toBe('complaint-needed');
      await desk.answer(made.id, 'upheld');
      expect(await annul()).toBe('complaint-needed');
      const { annulmentId } = (await desk.approveAnswer(made.id)).body as unknown as { annulmentId: string };
      expect(await annul()).toBe('annulment-exists');
      const { id, answer } = await desk.complaint(made.id);
      expect(answer!.approved).toMatchObject({ annulmentId });
      const reason = 'Khiếu nại đúng: không phải người đăng';
      expect(await desk.decision(annulmentId)).toMatchObject({
        state: 'draft',
        content: { ground: 'complaint', reason, complaint: { id, receivedOn: TODAY, answerSha256: answer!.sha256 } },
      });
      const given = await desk.act(annulmentId, 'cancel', { reason: 'Thôi' }, desk.legal);
      expect(given.body).toMatchObject({ code: 'penalty-lacks', lacks: ['no-upheld-complaint'] });
      expect((await desk.sign(annulmentId, desk.signer)).body.code).toBe('own-signature');
      expect((await desk.sign(annulmentId, desk.second)).status).toBe(200);
      await desk.number(annulmentId);
      expect((await desk.act(made.id, 'refund', { receipt: 'HT-K1', on: TODAY })).body).toMatchObject({ state: 'refunded' });
      expect(await desk.told(made.id, 'penalty.annulled')).toMatchObject([{ ground: 'complaint', issued: true }]);
      expect(await desk.told(id, 'complaint.answered')).toEqual([{}]);
      expect((await desk.complain(made.id, TODAY)).body.code).toBe('not-complained-about');
    });
  });

  test('is withdrawn by a paper of whoever made it that came since, and then nothing is owed any more', async () => {
    const early = await desk.paper(served.caseId, 'Giấy đến trước');
    await accepted();
    expect((await withdraw(desk.second)).body.code).toBe('forbidden');
    expect((await withdraw(desk.clerk, { exhibitId: undefined })).body.code).toBe('invalid');
    const codes: unknown[] = [];
    for (const exhibitId of [(await desk.accused()).exhibits[0], served.exhibits[0], early])
      codes.push((await withdraw(desk.clerk, { exhibitId })).body.code);
    expect(codes).toEqual(['foreign-exhibit', 'not-a-paper', 'paper-too-early']);
    const exhibitId = await desk.paper(served.caseId, 'Đơn rút khiếu nại');
    expect((await withdraw(desk.clerk, { exhibitId })).body).toMatchObject({ state: 'withdrawn' });
    const { complaints } = await desk.decision(served.id);
    expect(complaints.find((c) => c.steps.at(-1)?.exhibitId === exhibitId)).toMatchObject({ due: null, next: [] });
  });
  test('is not ended by whoever wrote the decision or an answer, not even past the office', async () => {
    await accepted();
    await desk.answer(served.id, 'upheld');
    for (const who of [desk.legal, desk.other]) {
      expect((await withdraw(who)).body.code).toBe('own-signature');
      expect(await next(who, 'withdraw-complaint')).toMatchObject({ possible: false, ownWork: true });
    }
    const { id } = await desk.complaint(served.id);
    const take = (state: string, by: Caller, exhibit: string) =>
      office.database.owner(
        `INSERT INTO enforcement.complaint_steps (id, complaint_id, state, reason, exhibit_id, taken_by) VALUES (gen_random_uuid(), $1, $2, 'Thôi', $3, $4)`,
        [id, state, exhibit, by.staffId],
      );
    const paper = await desk.paper(served.caseId);
    const refusal = 'nobody accepts or ends a complaint about their own decision';
    await expect(take('withdrawn', desk.legal, paper)).rejects.toThrow(refusal);
    const alone = 'what is not accepted was approved by whoever says so';
    for (const who of [desk.legal, desk.clerk]) await expect(take('not-accepted', who, paper)).rejects.toThrow(alone);
    await expect(take('withdrawn', desk.other, paper)).rejects.toThrow(refusal);
    const unproven = 'a complaint is taken back by a paper of its case';
    await expect(take('withdrawn', desk.clerk, served.exhibits[0])).rejects.toThrow(unproven);
  });
  test('waits in the work of whoever may go on with it, and of nobody who had a hand in the decision', async () => {
    await desk.complain(served.id, TODAY);
    const whys = async (who = desk.other) => {
      const { penalties } = (await who.call('GET', '/api/work')).body as unknown as {
        penalties: Record<'toAnswer' | 'toApprove', { penaltyId: string; why: string; dueOn: string }[]>;
      };
      return [...penalties.toAnswer, ...penalties.toApprove].map((l) => [l.penaltyId, l.why, l.dueOn]);
    };
    expect([await whys(), await whys(desk.legal)]).toEqual([[[served.id, 'accept-complaint', '2026-09-24']], []]);
    await desk.onComplaint(served.id, 'accept');
    expect([await whys(), await whys(desk.second)]).toEqual([[[served.id, 'answer-complaint', '2026-10-14']], []]);
    await desk.answer(served.id, 'rejected');
    const approving = [[served.id, 'approve-answer', '2026-10-14']];
    expect([await whys(), await whys(desk.second), await whys(desk.signer)]).toEqual([[], approving, []]);
  });
  test('upheld while an annulment for another reason is written lets that one go on, and not be given up any more', async () => {
    await accepted();
    const drafted = await desk.act(served.id, 'annulment', { ground: 'error', reason: 'Sai thủ tục' }, desk.other);
    const { id } = drafted.body as unknown as { id: string };
    await desk.answer(served.id, 'upheld');
    expect((await desk.approveAnswer(served.id)).body).toMatchObject({ annulmentId: id });
    expect((await desk.act(id, 'cancel', { reason: 'Thôi' }, desk.other)).body.lacks).toEqual(['no-upheld-complaint']);
  });
  test('upheld at the moment at which that annulment is given up, it is not given up', async () => {
    const made = await desk.served();
    await accepted(made.id);
    const { id } = (await desk.act(made.id, 'annulment', { ground: 'error', reason: 'Sai thủ tục' }, desk.other))
      .body as unknown as Made & { id: string };
    await desk.answer(made.id, 'upheld');
    const holder = new pg.Client({ connectionString: office.database.urls.owner });
    await holder.connect();
    const held = async () =>
      (await office.database.owner(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`))
        .length;
    await holder.query('BEGIN; LOCK TABLE enforcement.complaint_approvals IN SHARE MODE');
    const approving = desk.approveAnswer(made.id);
    await until(async () => (await held()) > 0);
    let answered = false;
    const cancelling = desk.act(id, 'cancel', { reason: 'Thôi' }, desk.other).finally(() => (answered = true));
    await until(async () => answered || (await held()) > 1);
    await holder.query('COMMIT');
    await holder.end();
    expect([(await approving).body, (await cancelling).body]).toMatchObject([{ annulmentId: id }, { lacks: ['no-upheld-complaint'] }]);
    const past = office.database.owner(`UPDATE enforcement.penalties SET state = 'cancelled' WHERE id = $1`, [id]);
    await expect(past).rejects.toThrow('an annulment that a complaint was upheld for is not given up');
  });
  test('is answered by a signer whose own signature was voided before another one signed', async () => {
    const made = await desk.drafted();
    await desk.sign(made.id, desk.signer);
    await desk.act(made.id, 'void', { reason: 'Ký nhầm' }, desk.signer);
    await desk.sign(made.id, desk.second);
    await desk.number(made.id);
    await accepted(made.id);
    await desk.answer(made.id, 'upheld');
    expect((await desk.approveAnswer(made.id, desk.second)).body.code).toBe('own-signature');
    const { annulmentId } = (await desk.approveAnswer(made.id, desk.signer)).body as unknown as { annulmentId: string };
    expect((await desk.sign(annulmentId, desk.second)).body.code).toBe('own-signature');
    expect((await desk.sign(annulmentId, desk.signer)).status).toBe(200);
  });
  test('is told, or counted where there are many, with the one that stands first', async () => {
    const made = await desk.served();
    await office.database.owner(
      `INSERT INTO enforcement.complaints (id, penalty_id, violation_id, case_id, state, received_on, how, complainant, accept_by, recorded_by)
       SELECT gen_random_uuid(), p.id, p.violation_id, p.case_id, 'withdrawn', '2026-09-14', 'by-post', 'fined', '2026-09-24', p.created_by
       FROM enforcement.penalties p, generate_series(1, 24) WHERE p.id = $1`,
      [made.id],
    );
    await desk.complain(made.id, TODAY);
    const { complaints, older } = await desk.decision(made.id);
    expect([complaints.length, older.complaints, complaints[0].state]).toEqual([20, 5, 'received']);
  });
  test('is proven by its paper once the case is closed too, and what follows from it is served and given back', async () => {
    const made = await desk.served();
    await desk.pay(made.id, 12_500_000, TODAY);
    await stepCase(desk.inspector, made.caseId, 'closed');
    const exhibitId = await desk.paper(made.caseId, 'Đơn khiếu nại');
    expect((await desk.complain(made.id, TODAY, { exhibitId })).status).toBe(201);
    await desk.onComplaint(made.id, 'accept');
    await desk.answer(made.id, 'upheld');
    const { annulmentId } = (await desk.approveAnswer(made.id)).body as unknown as { annulmentId: string };
    await desk.sign(annulmentId, desk.second);
    await desk.number(annulmentId);
    expect((await desk.serve(annulmentId, TODAY)).body).toMatchObject({ state: 'served' });
    expect((await desk.act(made.id, 'refund', { receipt: 'HT-K2', on: TODAY })).body).toMatchObject({ state: 'refunded' });
  });
});
