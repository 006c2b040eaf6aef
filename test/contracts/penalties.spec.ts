import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Office } from '../kit/office.js';
import { PenaltyDesk } from './penalties-setup.js';

describe('a penalty, from the record to the end', () => {
  let office: Office;
  let desk: PenaltyDesk;
  beforeAll(async () => {
    desk = await PenaltyDesk.opened();
    office = desk.office;
  }, 60_000);
  afterAll(() => office.close());

  test('a person who spread false news today is fined by the decree of 2026, and pays', async () => {
    const made = await desk.drafted();
    const draft = await desk.decision(made.id, desk.signer);
    expect(draft).toMatchObject({ state: 'draft', end: 'fine', provision: 'ND174-2026:95.1.a', amount: 12_500_000 });
    expect(draft.content.frame).toEqual({
      printed: { min: 20_000_000, max: 30_000_000 },
      subject: { min: 10_000_000, max: 15_000_000 },
      halving: expect.anything(),
    });
    expect(draft.content.sum!.steps.map((s) => s.step)).toEqual([
      'printed-frame',
      'individual-frame',
      'counted',
      'net',
      'midpoint',
      'amount',
    ]);
    expect(draft.next.find((n) => n.act === 'sign')).toMatchObject({ possible: true, stepUp: true, contentHash: draft.contentHash });
    expect((await desk.sign(made.id)).body).toMatchObject({ state: 'signed', number: null });
    const { body: issued } = await desk.number(made.id);
    expect(issued).toMatchObject({ state: 'numbered', number: expect.stringMatching(/^\d+\/QĐ-XPHC$/) });
    expect((await desk.serve(made.id, '2026-09-14')).body).toMatchObject({ state: 'served' });
    expect((await desk.decision(made.id)).dueOn).toBe('2026-09-24');
    expect((await desk.pay(made.id, 5_000_000, '2026-09-14')).body).toMatchObject({ state: 'served' });
    expect((await desk.decision(made.id)).debt).toMatchObject({ unpaid: 7_500_000, interest: 0 });
    expect((await desk.pay(made.id, 7_500_001, '2026-09-14')).body).toMatchObject({ code: 'overpaid', unpaid: 7_500_000 });
    expect((await desk.pay(made.id, 7_500_000, '2026-09-14')).body).toMatchObject({ state: 'paid' });
    const act = expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown;
    const told = { act, end: 'fine', provision: 'ND174-2026:95.1.a', subject: 'individual', amount: 12_500_000, topic: 'y-te' };
    for (const type of ['penalty.signed', 'penalty.numbered', 'penalty.served', 'penalty.paid'])
      expect([type, await desk.told(made.id, type)]).toEqual([type, [told]]);
    expect(await desk.told(made.recordId, 'violation.recorded')).toEqual([
      { offence: 'false-info-social', topic: 'y-te', subject: 'individual' },
    ]);
  });

  test('the public is told the topic that its case was opened about, whatever its post is judged by since', async () => {
    const made = await desk.drafted();
    const posts = `SELECT j.claim_version_id FROM classify.judgements j JOIN cases.case_posts l ON l.post_id = j.post_id WHERE l.case_id = $1`;
    const topic = `UPDATE classify.claim_versions SET topic = $2 WHERE id IN (${posts})`;
    await office.database.owner(topic, [made.caseId, 'tai-chinh']);
    await desk.sign(made.id);
    await office.database.owner(topic, [made.caseId, 'y-te']);
    expect(await desk.told(made.id, 'penalty.signed')).toMatchObject([{ topic: 'y-te' }]);
  });

  test('an act of July 2021 is fined in August 2021 by the decree of 2020, by an inspector of the time, without a right to explain', async () => {
    await desk.today('2021-08-02T02:00:00Z');
    await desk.title(desk.second, 'department-chief-inspector', '2020-04-15', { to: '2021-12-31' });
    const act = { started: '2021-07-26', discovered: '2021-07-28', status: { answer: 'ended', reason: 'đã gỡ ngày 26' } };
    const made = await desk.drafted({}, { act });
    const file = await desk.record(made.recordId);
    expect([file.content.explanation, file.windows]).toMatchObject([
      { right: false, rule: 'V12', written: null },
      { explainUntil: null, decideUntil: '2021-08-09' },
    ]);
    expect(await desk.decision(made.id)).toMatchObject({ provision: 'ND15-2020:101.1.a', amount: 7_500_000 });
    expect((await desk.sign(made.id, desk.signer)).body).toMatchObject({ code: 'penalty-lacks', lacks: ['competent-title'] });
    expect((await desk.sign(made.id, desk.second)).status).toBe(200);
    expect((await desk.decision(made.id)).signature).toMatchObject({ title: 'department-chief-inspector' });
    expect((await desk.number(made.id)).body).toMatchObject({ number: '1/QĐ-XPVPHC' });
    await desk.today('2026-09-14T02:00:00Z');
  });

  test('an organisation pays what the decree prints, twice what a person pays', async () => {
    const made = await desk.drafted({}, { subject: { kind: 'organisation' } }, 'organisation');
    expect(await desk.decision(made.id)).toMatchObject({ subject: 'organisation', amount: 25_000_000 });
  });

  test('an explanation changes the outcome: two mitigating circumstances bring the lowest amount', async () => {
    const made = await desk.drawn();
    await desk.confirmRight(made.recordId, true);
    const { body } = await desk.draftDecision(made.recordId);
    const { id } = body as unknown as { id: string };
    expect((await desk.decision(id)).amount).toBe(12_500_000);
    expect(await desk.lacks(id, 'sign')).toEqual(['explained']);
    expect((await desk.explain(made.recordId, 'written', '2026-09-14')).status).toBe(201);
    expect(await desk.lacks(id, 'sign')).toEqual(['explanation-answered']);
    const [{ id: explanationId }] = (await desk.record(made.recordId)).explanations;
    const circumstances = [
      { code: 'mitigating:1', ground: 'đã tự gỡ bài' },
      { code: 'mitigating:2', ground: 'thành thật hối lỗi' },
    ];
    await desk.change(id, { circumstances, answers: [{ explanationId, answer: 'Chấp nhận hai tình tiết giảm nhẹ' }] });
    expect(await desk.decision(id)).toMatchObject({ amount: 10_000_000, content: { sum: { outcome: 'minimum' } } });
    expect((await desk.sign(id)).status).toBe(200);
  });

  test('where one circumstance is left, a person decides between two amounts and says why', async () => {
    const circumstances = [{ code: 'mitigating:2', ground: 'thành thật hối lỗi' }];
    const made = await desk.drafted({ circumstances });
    expect((await desk.decision(made.id)).open.asks).toMatchObject([{ ask: 'which-amount' }]);
    expect(await desk.lacks(made.id, 'sign')).toEqual(['questions-answered', 'sum-holds', 'document-complete']);
    await desk.change(made.id, { circumstances, amount: { value: 9_000_000, reason: 'quá nhẹ' } });
    expect((await desk.sign(made.id)).status).toBe(422);
    await desk.change(made.id, { circumstances, amount: { value: 11_000_000, reason: 'lần đầu vi phạm' } });
    expect(await desk.decision(made.id)).toMatchObject({ amount: 11_000_000 });
    expect((await desk.sign(made.id)).status).toBe(200);
  });

  test('nobody types a figure where the law gives one', async () => {
    const made = await desk.drafted({ amount: { value: 14_000_000, reason: 'nặng hơn' } });
    expect((await desk.sign(made.id)).body).toMatchObject({ code: 'penalty-lacks', lacks: ['sum-holds'] });
  });

  test('a child of fifteen gets a warning and no fine', async () => {
    const subject = { kind: 'individual', age: 15 };
    const fined = await desk.drafted({}, { subject });
    expect((await desk.sign(fined.id)).body).toMatchObject({ lacks: ['sum-holds', 'document-complete'] });
    const warned = await desk.signed({ end: 'warning' }, { subject });
    expect(await desk.decision(warned.id)).toMatchObject({ end: 'warning', amount: null });
    expect(await desk.told(warned.id, 'penalty.signed')).toMatchObject([{ end: 'warning', amount: null }]);
  });

  test('somebody of seventeen pays half of what a grown-up pays', async () => {
    expect((await desk.decision((await desk.drafted({}, { subject: { kind: 'individual', age: 17 } })).id)).amount).toBe(6_250_000);
  });

  test('a file with signs of a crime goes to the police once a person decided it, and no fine is computed', async () => {
    const crime = { signs: ['fraud'], refer: true, reason: 'thu tiền của người bệnh' };
    const made = await desk.signed({ end: 'referral', crime });
    expect(await desk.decision(made.id)).toMatchObject({ end: 'referral', provision: null, amount: null });
    expect((await desk.number(made.id)).body).toMatchObject({ number: expect.stringMatching(/\/QĐ-CHS$/) });
    expect(await desk.told(made.caseId, 'case.referred')).toEqual([{ topic: 'y-te', subject: 'individual' }]);
    const undecided = await desk.drafted({ end: 'referral', crime: { signs: ['fraud'] } });
    expect((await desk.sign(undecided.id)).body).toMatchObject({ lacks: ['referral-decided'] });
    const open = await desk.drafted({ crime: { signs: ['fraud'] }, measures: [] });
    expect((await desk.decision(open.id)).open.asks).toMatchObject([{ ask: 'refer-to-police' }]);
  });

  test('what is not punished ends so by a decision that gives the reason', async () => {
    const made = await desk.signed({ end: 'none', ground: 'Không xác định được người vi phạm' });
    expect(await desk.decision(made.id)).toMatchObject({ state: 'signed', end: 'none', amount: null, provision: null });
  });

  test('also a decision not to punish answers an explanation that came after it was signed', async () => {
    const none = { end: 'none', ground: 'Không xác định được người vi phạm', measures: [] };
    const made = await desk.signed(none);
    expect((await desk.explain(made.recordId, 'written', await desk.day())).status).toBe(201);
    expect((await desk.sign(made.id)).body).toMatchObject({ code: 'penalty-lacks', lacks: ['explanation-answered'] });
    const explained = (await desk.record(made.recordId)).explanations.find((e) => e.kind === 'written')!;
    await desk.change(made.id, { ...none, answers: [{ explanationId: explained.id, answer: 'Đã xem xét' }] });
    expect((await desk.sign(made.id)).status).toBe(200);
  });

  test('a decision that cannot be handed over is tried again, with the reason of the failure on file', async () => {
    const made = await desk.issued();
    const tried = { how: 'secured-post', served: false, on: '2026-09-14', reason: 'thư bị trả lại' };
    expect((await desk.act(made.id, 'services', tried)).body).toMatchObject({ code: 'penalty-lacks', lacks: ['service-proof'] });
    const failed = await desk.act(made.id, 'services', { ...tried, exhibitId: await desk.paper(made.caseId, 'Thư bị trả lại') });
    expect(failed.body).toMatchObject({ state: 'numbered' });
    expect((await desk.act(made.id, 'services', { how: 'in-person', served: true, on: '2026-09-14' })).body).toMatchObject({
      lacks: ['service-proof'],
    });
    expect((await desk.serve(made.id, '2026-09-13')).body.code).toBe('out-of-time');
    expect((await desk.serve(made.id, '2026-09-14')).status).toBe(200);
  });

  test('names of those present and papers of the accused are masked, and shown to whoever says why, on the log', async () => {
    const made = await desk.accused();
    const papers = { born: '1990-01-01', residence: 'Số 1 Phố Thử', idNumber: '001090000001' };
    const { id } = (await desk.draftRecord(made, { identity: papers })).body as unknown as { id: string };
    await desk.present(id, 'recorder');
    const seen = JSON.stringify(await desk.record(id));
    for (const secret of ['001090000001', 'Phố Thử', 'Trần Thị Có Mặt', 'Nguyễn Văn Thử']) expect(seen).not.toContain(secret);
    const shown = await desk.legal.call('POST', `/api/violations/${id}/people/look`, { reason: 'soạn quyết định' });
    expect(shown.body).toMatchObject({
      accused: 'Nguyễn Văn Thử',
      details: papers,
      present: [{ role: 'recorder', name: 'Trần Thị Có Mặt' }],
    });
    expect((await desk.clerk.call('POST', `/api/violations/${id}/people/look`, { reason: 'soạn quyết định' })).status).toBe(403);
    const reads = await office.database.owner('SELECT 1 FROM core.personal_data_reads WHERE kind = $1 AND ref_id = $2', ['violation', id]);
    expect(reads).toHaveLength(1);
  });
});
