import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Db } from '../../src/core/database/db.js';
import { ChangeTitle } from '../../src/core/identity/change-title.use-case.js';
import type { Office } from '../kit/office.js';
import { retireClaim } from './cases-setup.js';
import { confirmedCase } from './enforcement-setup.js';
import { Device, PenaltyDesk } from './penalties-setup.js';

const NOW = '2026-09-14T02:00:00Z';

describe('a penalty is refused', () => {
  let office: Office;
  let desk: PenaltyDesk;
  beforeAll(async () => {
    desk = await PenaltyDesk.opened();
    office = desk.office;
  }, 60_000);
  afterAll(() => office.close());

  describe('a record', () => {
    test('is drawn up about somebody accused in a confirmed case, of the kind that it names', async () => {
      const made = await desk.accused();
      const witness = { kind: 'person', role: 'witness', name: 'Lê Văn Chứng' };
      const partyId = ((await desk.inspector.call('POST', `/api/cases/${made.caseId}/parties`, witness)).body as unknown as { id: string })
        .id;
      expect((await desk.draftRecord({ ...made, partyId })).body.code).toBe('not-accused');
      expect((await desk.draftRecord(made, { subject: { kind: 'organisation' } })).body.code).toBe('not-accused');
      expect((await desk.draftRecord({ ...made, exhibits: [randomUUID()] })).body.code).toBe('foreign-exhibit');
      expect((await desk.draftRecord(made, { act: { started: '2026-09-15', discovered: null } })).body.code).toBe('invalid');
    });
    test('names every field of the act that is wrong', async () => {
      const { body } = await desk.draftRecord(await desk.accused(), { act: { where: 'radio', types: ['lie'], started: '2026-02-30' } });
      expect((body as unknown as { errors: { path: string; rule: string }[] }).errors.map((e) => [e.path, e.rule])).toEqual([
        ['act.started', 'isDay'],
        ['act.types[0]', 'isIn'],
        ['act.where', 'isIn'],
      ]);
    });
    test('is of the past: each day that lies ahead is named', async () => {
      const { body } = await desk.draftRecord(await desk.accused(), { act: { discovered: '2099-01-01' } });
      expect(body.errors).toMatchObject([{ path: 'act.discovered', rule: 'inFuture' }]);
    });
    test('is written once for one act: of twenty drafts at once one is left', async () => {
      const made = await desk.accused();
      const drafts = await Promise.all(Array.from({ length: 20 }, () => desk.draftRecord(made)));
      expect(drafts.filter((d) => d.status === 201)).toHaveLength(1);
      expect(new Set(drafts.filter((d) => d.status !== 201).map((d) => d.body.code))).toEqual(new Set(['violation-exists']));
    });
    test('is not drawn up before its time is answered and those present signed exactly it', async () => {
      const made = await desk.accused();
      const { id } = (await desk.draftRecord(made, { act: { status: null } })).body as unknown as { id: string };
      expect((await desk.draw(id)).body).toMatchObject({
        code: 'violation-lacks',
        lacks: ['time-answered', 'signatures', 'document-complete'],
      });
      await desk.present(id, 'recorder');
      await desk.present(id, 'accused', { signed: false, reason: 'từ chối ký' });
      await desk.present(id, 'witness');
      expect((await desk.draw(id)).body).toMatchObject({ lacks: ['time-answered', 'document-complete'] });
      const changed = await desk.inspector.call('PUT', `/api/violations/${id}`, {
        ...Object.fromEntries(Object.entries(desk.recordBody(made)).filter(([key]) => key !== 'caseId' && key !== 'partyId')),
        version: (await desk.record(id)).version,
      });
      expect(changed.status).toBe(200);
      expect((await desk.draw(id)).body).toMatchObject({ lacks: ['signatures'] });
      for (const role of ['recorder', 'accused']) await desk.present(id, role);
      expect((await desk.draw(id)).body).toMatchObject({ state: 'drawn' });
      expect((await desk.present(id, 'witness')).body.code).toBe('record-drawn');
    });
    test('does not exist for a staff member who is party to the case', async () => {
      const made = await desk.drafted();
      const barred = await office.as('inspector', 'legal', 'chief', 'coordinator');
      const party = { kind: 'person', role: 'witness', name: 'Đồng nghiệp', staffId: barred.staffId };
      await desk.inspector.call('POST', `/api/cases/${made.caseId}/parties`, party);
      for (const path of [`/api/violations/${made.recordId}`, `/api/penalties/${made.id}`])
        expect([path, (await barred.call('GET', path)).status]).toEqual([path, 404]);
      for (const list of ['violations', 'penalties'])
        expect((await barred.call('GET', `/api/${list}?caseId=${made.caseId}`)).body).toMatchObject({ items: [], total: 0 });
      expect(JSON.stringify((await barred.call('GET', '/api/log?limit=100')).body)).not.toMatch(new RegExp(`${made.id}|${made.recordId}`));
      expect(JSON.stringify((await desk.signer.call('GET', '/api/log?limit=100')).body)).toContain(made.id);
      expect((await desk.sign(made.id, barred)).status).toBe(403); // no second factor shown
      await Device.enrol(barred);
      expect((await desk.sign(made.id, barred)).status).toBe(404);
      expect((await barred.call('POST', `/api/violations/${made.recordId}/people/look`, { reason: 'tò mò' })).status).toBe(404);
      expect((await desk.draftRecord(await desk.accused(), {}, barred)).status).toBe(201);
      expect((await desk.draftRecord(made, {}, barred)).status).toBe(404);
    });
  });

  describe('a decision', () => {
    test('is not signed by whoever drafted it, nor by the inspector who drew the record, whatever their rights', async () => {
      const both = await office.as('legal', 'chief');
      await Device.enrol(both);
      await desk.title(both, 'department-director', '2025-07-01');
      const made = await desk.drawn();
      await desk.confirmRight(made.recordId, true);
      await desk.explain(made.recordId, 'waived', '2026-09-14');
      const { id } = (await desk.draftDecision(made.recordId, {}, both)).body as unknown as { id: string };
      expect((await desk.sign(id, both)).body).toMatchObject({ status: 403, code: 'own-signature' });
      await desk.change(id, { ground: 'Viết lại bởi người khác' });
      expect((await desk.sign(id, both)).body.code).toBe('own-signature');
      const drew = await office.as('inspector', 'chief');
      await Device.enrol(drew);
      await desk.title(drew, 'department-director', '2025-07-01');
      const accused = await desk.accused();
      const record = (await desk.draftRecord(accused, {}, drew)).body as unknown as { id: string };
      for (const role of ['recorder', 'accused']) await desk.present(record.id, role);
      await desk.draw(record.id);
      await desk.confirmRight(record.id, true);
      await desk.explain(record.id, 'waived', '2026-09-14');
      const decision = (await desk.draftDecision(record.id)).body as unknown as { id: string };
      expect((await desk.sign(decision.id, drew)).body.code).toBe('own-signature');
      expect((await desk.sign(decision.id)).status).toBe(200);
    });
    test('is one for a record: of ten drafts at once one is left', async () => {
      const made = await desk.drawn();
      const drafts = await Promise.all(Array.from({ length: 10 }, () => desk.draftDecision(made.recordId)));
      expect(drafts.filter((d) => d.status === 201)).toHaveLength(1);
      expect(new Set(drafts.filter((d) => d.status !== 201).map((d) => d.body.code))).toEqual(new Set(['penalty-exists']));
    });
    test('that is edited after its signature has none any more, and once it bears a number is not edited', async () => {
      const made = await desk.signed();
      expect((await desk.change(made.id, { ground: 'Sửa một câu trong căn cứ' })).body).toMatchObject({ state: 'draft' });
      const edited = await desk.decision(made.id);
      expect([edited.signature, edited.versions.map((v) => v.signedBy !== null)]).toEqual([null, [false, true]]);
      expect(await desk.told(made.id, 'penalty.voided')).toMatchObject([{ end: 'fine', amount: 12_500_000 }]);
      expect((await desk.number(made.id)).body.code).toBe('no-such-step');
      await desk.sign(made.id);
      expect((await desk.number(made.id)).status).toBe(200);
      expect((await desk.change(made.id, { ground: 'Sửa sau khi ban hành' })).body.code).toBe('already-issued');
    });
    test('is not signed by a hash that is not the newest content’s, nor from an old version', async () => {
      const made = await desk.drafted();
      const read = await desk.decision(made.id);
      await desk.change(made.id, { ground: 'Sửa trước khi ký' });
      const { version } = await desk.decision(made.id);
      const sign = (body: object) => desk.signer.call('POST', `/api/penalties/${made.id}/sign`, body);
      expect((await sign({ contentHash: read.contentHash, version: read.version })).body).toMatchObject({
        status: 409,
        code: 'stale',
        current: { version, state: 'draft' },
      });
      expect((await sign({ contentHash: read.contentHash, version })).body.code).toBe('content-changed');
      const old = { ...desk.decisionBody(), version: read.version };
      expect((await desk.legal.call('PUT', `/api/penalties/${made.id}`, old)).body.code).toBe('stale');
    });
    test('is not signed without a title, by one that a day is too late for, or by one that may not order the removal', async () => {
      const untitled = await office.as('chief');
      await Device.enrol(untitled);
      const made = await desk.drafted();
      const lacks = () => desk.lacks(made.id, 'sign', untitled);
      expect(await lacks()).toEqual(['competent-title']);
      await desk.title(untitled, 'department-director', '2025-07-01', { to: '2026-09-13' });
      expect(await lacks()).toEqual(['competent-title']);
      await desk.title(untitled, 'commune-chair', '2026-01-01');
      expect((await desk.sign(made.id, untitled)).body).toMatchObject({ code: 'penalty-lacks', lacks: ['competent-title'] });
      const chair = (await desk.decision(made.id)).open.competence.find((c) => c.title === 'commune-chair')!;
      expect([chair.competent, chair.failed.map((f) => f.test)]).toEqual([false, ['remedies']]);
      const { id: titleId } = await desk.title(untitled, 'department-director', '2026-09-14', {
        delegation: '12/QĐ-GQXP',
        delegatedOn: '2026-09-01',
      });
      expect(await lacks()).toEqual([]);
      const admin = await office.as('administrator');
      await office.app.get(ChangeTitle).end({ staffId: admin.staffId }, untitled.staffId, titleId);
      expect(await lacks()).toEqual(['competent-title']);
    });
    test('waits until the time to explain is over', async () => {
      const made = await desk.drawn();
      await desk.confirmRight(made.recordId, true);
      const { id } = (await desk.draftDecision(made.recordId)).body as unknown as { id: string };
      expect((await desk.sign(id)).body).toMatchObject({ code: 'penalty-lacks', lacks: ['explained'] });
      await desk.today('2026-09-21T16:59:00Z');
      expect(await desk.lacks(id, 'sign')).toEqual(['explained']);
      await desk.today('2026-09-21T17:01:00Z');
      expect((await desk.sign(id)).status).toBe(200);
      await desk.today(NOW);
    });
    test('waits for a hearing that was asked for', async () => {
      const made = await desk.drawn();
      await desk.confirmRight(made.recordId, true);
      await desk.explain(made.recordId, 'hearing-requested', '2026-09-14');
      const { id } = (await desk.draftDecision(made.recordId)).body as unknown as { id: string };
      expect(await desk.lacks(id, 'sign')).toEqual(['explained']);
      expect((await desk.explain(made.recordId, 'heard', '2026-09-15')).body.code).toBe('out-of-time');
      await desk.explain(made.recordId, 'heard', '2026-09-14');
      expect(await desk.lacks(id, 'sign')).toEqual(['explanation-answered']);
    });
    test('needs legal staff to confirm the right to explain, as it was computed', async () => {
      const made = await desk.drawn();
      expect((await desk.confirmRight(made.recordId, false)).body.code).toBe('right-differs');
      const { id } = (await desk.draftDecision(made.recordId)).body as unknown as { id: string };
      expect(await desk.lacks(id, 'sign')).toEqual(['right-confirmed', 'explained']);
    });
    test('is signed again after an explanation came, which it must answer', async () => {
      const made = await desk.drawn();
      await desk.confirmRight(made.recordId, true);
      await desk.explain(made.recordId, 'waived', '2026-09-14');
      const { id } = (await desk.draftDecision(made.recordId)).body as unknown as { id: string };
      await desk.sign(id);
      await desk.explain(made.recordId, 'written', '2026-09-14');
      expect(await desk.decision(id)).toMatchObject({ state: 'draft', signature: null });
      expect((await desk.sign(id)).body).toMatchObject({ lacks: ['explanation-answered'] });
      const explanationId = (await desk.record(made.recordId)).explanations.find((e) => e.kind === 'written')!.id;
      await desk.change(id, { answers: [{ explanationId, answer: 'Không làm thay đổi mức phạt' }] });
      await desk.sign(id);
      expect((await desk.number(id)).status).toBe(200);
      expect((await desk.explain(made.recordId, 'written', '2026-09-14')).body.code).toBe('already-issued');
    });
    test('comes too late after seven working days, and a decision on the remedy alone is left', async () => {
      const made = await desk.drafted();
      await desk.today('2026-09-24T02:00:00Z');
      expect((await desk.sign(made.id)).body).toMatchObject({ code: 'penalty-lacks', lacks: ['within-window'] });
      await desk.change(made.id, { end: 'remedies' });
      expect((await desk.sign(made.id)).status).toBe(200);
      expect((await desk.number(made.id)).body).toMatchObject({ number: expect.stringMatching(/\/QĐ-KPHQ$/) });
      expect(await desk.decision(made.id)).toMatchObject({ end: 'remedies', amount: null, debt: null });
      await desk.today(NOW);
    });
    test('that was signed in time gets no number after the time is over', async () => {
      const made = await desk.signed();
      await desk.today('2026-09-24T02:00:00Z');
      expect((await desk.number(made.id)).body).toMatchObject({ code: 'penalty-lacks', lacks: ['within-window'] });
      await desk.today(NOW);
    });
    test('is past limitation a year after the act ended', async () => {
      const act = { started: '2025-09-13', discovered: '2026-09-11' };
      const made = await desk.drafted({}, { act });
      expect(await desk.lacks(made.id, 'sign')).toEqual(['questions-answered', 'within-limitation']);
      expect((await desk.decision(made.id)).open.blocks).toMatchObject([{ block: 'limitation-expired' }]);
      expect((await desk.sign(made.id)).status).toBe(422);
      await desk.change(made.id, { end: 'remedies' });
      expect((await desk.sign(made.id)).status).toBe(200);
      const inTime = await desk.drafted({}, { act: { started: '2025-09-14', discovered: '2026-09-11' } });
      expect((await desk.sign(inTime.id)).status).toBe(200);
    });
    test('rests on nothing of low confidence before a lawyer confirmed it on the case', async () => {
      const act = { types: ['false-info-website'], where: 'social-network', started: '2026-06-20' };
      const provision = { id: 'ND15-2020:99.3.a', reason: 'thành phố đã áp dụng như vậy' };
      const made = await desk.drafted({}, { act, provision });
      expect(await desk.lacks(made.id, 'sign')).toEqual(['law-confirmed']);
      const doubts = (await desk.decision(made.id)).open.blocks.map((b) => b.about!);
      expect(doubts.length).toBeGreaterThan(0);
      const confirm = (about: string) =>
        desk.other.call('POST', `/api/cases/${made.caseId}/law-confirmations`, { about, document: 'Công văn 12/PC' });
      for (const about of doubts) expect((await confirm(about)).status).toBe(201);
      expect((await confirm(doubts[0])).body.code).toBe('law-confirmed-already');
      const { open } = await desk.decision(made.id);
      expect(open.blocks).toEqual([]);
      const [{ name: by }] = await office.database.owner<{ name: string }>('SELECT name FROM core.staff WHERE id = $1', [
        desk.other.staffId,
      ]);
      const confirmation = { by, on: await desk.day(), document: 'Công văn 12/PC', confidence: 'low' };
      expect(open.confirmed).toMatchObject(doubts.map((about) => ({ about, ...confirmation })));
      expect((await desk.sign(made.id)).status).toBe(200);
    });
    test('drafted by yesterday’s law is computed again by today’s before it is signed', async () => {
      await desk.today('2025-06-30T02:00:00Z');
      const made = await desk.drafted({}, { act: { started: '2025-06-20', discovered: '2025-06-25' } });
      await desk.today('2025-07-01T02:00:00Z');
      expect(await desk.lacks(made.id, 'sign')).toEqual(['sum-holds', 'printing-current']);
      await desk.change(made.id);
      expect((await desk.sign(made.id)).status).toBe(200);
      await desk.today(NOW);
    });
    test('needs a judgement that still stands', async () => {
      const { caseId, posts } = await confirmedCase(office, desk.inspector);
      const party = { kind: 'person', role: 'accused', name: 'Nguyễn Văn Thử' };
      const partyId = ((await desk.inspector.call('POST', `/api/cases/${caseId}/parties`, party)).body as unknown as { id: string }).id;
      const { exhibits } = (await desk.inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { exhibits: { id: string }[] };
      const { id } = (await desk.draftRecord({ caseId, partyId, exhibits: [exhibits[0].id] })).body as unknown as { id: string };
      for (const role of ['recorder', 'accused']) await desk.present(id, role);
      await retireClaim(office, posts[0]);
      expect((await desk.draw(id)).body).toMatchObject({ code: 'violation-lacks', lacks: ['judged-false'] });
    });
    test('needs a measure’s days, or the reason why it is left out', async () => {
      const made = await desk.drafted({ measures: [] });
      expect(await desk.lacks(made.id, 'sign')).toEqual(['measures-decided', 'document-complete']);
      await desk.change(made.id, { measures: [{ key: 'forced-removal', leftOut: 'bài đã được gỡ' }] });
      expect((await desk.sign(made.id)).status).toBe(200);
      const odd = await desk.change(made.id, { measures: [{ key: 'account-lock', days: 5 }] });
      expect(odd.body).toMatchObject({ code: 'invalid', errors: [{ path: 'measures.0.key', rule: 'isIn' }] });
    });
    test('sent twice under one key is one decision with one answer', async () => {
      const made = await desk.drawn();
      const key = randomUUID();
      const body = { violationId: made.recordId, ...desk.decisionBody() };
      const send = () => desk.legal.call('POST', '/api/penalties', body, { 'idempotency-key': key });
      const [first, second] = [await send(), await send()];
      expect([first.status, second.body]).toEqual([201, first.body]);
      expect((await desk.record(made.recordId)).penalties).toHaveLength(1);
    });
  });

  test('the database by itself lets no author sign, nobody sign by a title of another, no number change, and nothing be written into what was issued', async () => {
    const db = office.app.get(Db);
    const told = (sql: string, values: unknown[]) =>
      db
        .tx((tx) => tx.query(sql, values))
        .then(
          () => 'done',
          (error: { code: string; message: string }) => `${error.code} ${error.message}`,
        );
    const CONTENT = `SELECT c.id, c.sha256, c.bytes FROM enforcement.penalty_contents c WHERE c.penalty_id = $1 ORDER BY c.number DESC LIMIT 1`;
    const SIGN = `INSERT INTO enforcement.penalty_signatures (content_id, penalty_id, sha256, signed_by, title_id, signed_on) VALUES ($1, $2, $3, $4, $5, '2026-09-14')`;
    const [title] = await office.database.owner<{ id: string }>('SELECT id FROM core.staff_titles WHERE staff_id = $1', [
      desk.signer.staffId,
    ]);
    const draft = await desk.drafted();
    const [content] = await office.database.owner<{ id: string; sha256: string; bytes: Buffer }>(CONTENT, [draft.id]);
    const signedBy = (staffId: string) => told(SIGN, [content.id, draft.id, content.sha256, staffId, title.id]);
    expect(await signedBy(desk.legal.staffId)).toBe('23514 nobody signs what they wrote');
    expect(await signedBy(desk.second.staffId)).toBe('23514 the signer does not hold that title on that day');
    const issue = (id: string, serial: number) =>
      told(`UPDATE enforcement.penalties SET year = 2026, serial = $2, number = 'x', issued_on = '2026-09-14' WHERE id = $1`, [id, serial]);
    expect(await issue(draft.id, 90_001)).toBe('23514 only what is signed gets a number');
    const issued = await desk.issued();
    expect(await issue(issued.id, 90_002)).toBe('23514 a number is given once');
    const ADD = `INSERT INTO enforcement.penalty_contents (id, penalty_id, number, at_version, bytes, sha256, written_by) VALUES (gen_random_uuid(), $1, 9, 9, $2, $3, $4)`;
    expect(await told(ADD, [issued.id, content.bytes, content.sha256, desk.legal.staffId])).toBe(
      '23514 what was issued is not written anew',
    );
    for (const table of ['penalty_contents', 'penalty_signatures', 'violation_contents', 'explanations', 'penalty_payments'])
      for (const sql of [
        `DELETE FROM enforcement.${table}`,
        `UPDATE enforcement.${table} SET ${table === 'explanations' ? 'says' : table === 'penalty_payments' ? 'receipt' : 'sha256'} = 'x'`,
      ])
        expect([sql, await told(sql, [])]).toEqual([sql, expect.stringMatching(/^42501/)]);
  });
  test('decisions numbered at once bear numbers without a gap or a double, and one that is refused takes none', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => desk.signed()));
    const before = await last();
    await desk.change(made[0].id, { ground: 'Rút lại chữ ký của bản này' });
    const answers = await Promise.all(made.map((m) => desk.number(m.id)));
    const numbers = answers
      .filter((a) => a.status === 200)
      .map((a) => Number(String((a.body as { number?: string }).number).split('/')[0]));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 9 }, (_, i) => before + 1 + i));
    expect(await last()).toBe(before + 9);
    await desk.today('2027-01-05T02:00:00Z');
    const next = await desk.signed({}, { act: { started: '2027-01-04', discovered: '2027-01-04' } });
    expect((await desk.number(next.id)).body).toMatchObject({ number: '1/QĐ-XPHC' });
    await desk.today(NOW);
  }, 120_000);
  const last = async () => {
    const [row] = await office.database.owner<{ last: number }>('SELECT last FROM enforcement.penalty_numbers WHERE year = 2026');
    return row?.last ?? 0;
  };
});
