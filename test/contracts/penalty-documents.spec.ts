import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../src/core/config.js';
import { Deliver } from '../../src/core/events/deliver.js';
import { Registry } from '../../src/core/events/registry.js';
import { deliverAll } from '../kit/deliver-all.js';
import { issuingOffice } from '../../src/enforcement/documents/issuing-office-table.js';
import { forms } from '../../src/enforcement/documents/forms-table.js';
import type { Caller, Office } from '../kit/office.js';
import { packed, readPdf } from '../kit/read-pdf.js';
import { PAPERS, PenaltyDesk, type Made } from './penalties-setup.js';

const WHY = 'đọc trước khi ký';
interface Shown {
  document: {
    state: string;
    printed: { id: string; form: string; formVersion: number; sha256: string; bytes: number } | null;
    lacks?: { field: string; vi: string }[];
  };
}

describe('the documents of a penalty', () => {
  let office: Office;
  let desk: PenaltyDesk;
  const sql = <T extends object>(text: string, values: unknown[] = []) => office.database.owner<T>(text, values);
  beforeAll(async () => {
    desk = await PenaltyDesk.opened();
    office = desk.office;
  }, 60_000);
  afterAll(() => office.close());

  const get = async (who: Caller, path: string, reason = WHY) => {
    const response = await who.look(path, reason);
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const problem = async (who: Caller, path: string) => (await who.call('POST', `${path}/look`, { reason: WHY })).body;
  const read = async (who: Caller, path: string) => {
    const { status, headers, bytes } = await get(who, path);
    expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([200, 'application/pdf', 'nosniff']);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    return { bytes, ...(await readPdf(bytes)) };
  };
  const shown = async (path: string, who = desk.legal) => ((await who.call('GET', path)).body as unknown as Shown).document;
  const print = () => deliverAll(office, ['document']);
  const looks = async (ids: { recordId: string }) =>
    (
      await sql<{ n: number }>(`SELECT count(*)::int AS n FROM core.personal_data_reads WHERE kind = 'violation' AND ref_id = $1`, [
        ids.recordId,
      ])
    )[0].n;
  const evidenceOf = async (made: Made) =>
    sql<{ url: string; sha256: string }>(
      'SELECT c.url, e.sha256 FROM cases.exhibits x JOIN core.evidence_items e ON e.id = x.evidence_id JOIN crawl.captures c ON c.id = x.capture_id WHERE x.case_id = $1',
      [made.caseId],
    );
  const says = (pages: string[], ...sentences: string[]) =>
    expect(sentences.filter((s) => !pages.join('').toUpperCase().includes(packed(s).toUpperCase()))).toEqual([]);

  test('a record that is drawn up is printed with who it is about, what they said, and the hash of the evidence', async () => {
    const made = await desk.drawn({ answers: { said: { accused: { words: 'Tôi đã gỡ bài' } } } });
    expect(await shown(`/api/violations/${made.recordId}`)).toMatchObject({ state: 'printing', printed: null });
    await sql(
      `INSERT INTO crawl.profiles (name, visitor, platform, hosts, cookies, given_by) VALUES ('van-phong', 'desktop', 'mang', '{mang.example}', 'x', $1)`,
      [desk.inspector.staffId],
    );
    await sql(`UPDATE crawl.captures SET visitor = 'van-phong' WHERE id IN (SELECT capture_id FROM cases.exhibits WHERE case_id = $1)`, [
      made.caseId,
    ]);
    await print();
    const { state, printed } = await shown(`/api/violations/${made.recordId}`);
    expect([state, printed]).toMatchObject(['printed', { form: 'MBB01', formVersion: 2 }]);
    const { pages, title, bytes } = await read(desk.inspector, `/api/documents/${printed!.id}`);
    const { reference } = await desk.record(made.recordId);
    expect(title).toBe(`Biên bản ${reference}`);
    expect([createHash('sha256').update(bytes).digest('hex'), bytes.length]).toEqual([printed!.sha256, printed!.bytes]);
    const [{ url, sha256 }] = await evidenceOf(made);
    const [recorder] = await sql<{ name: string }>('SELECT name FROM core.staff WHERE id = $1', [desk.inspector.staffId]);
    expect(await problem(desk.clerk, `/api/documents/${printed!.id}`)).toMatchObject({ status: 403, code: 'forbidden' });
    says(
      pages,
      ...['Họ và tên: Nguyễn Văn Thử. Giới tính: Nam.', 'Số định danh cá nhân: 001090000001; ngày cấp: 05/4/2021', 'Số 1 Phố Thử'],
      ...[
        'Thời gian: ngày 10 tháng 9 năm 2026. Địa điểm: Mạng xã hội.',
        'điểm a khoản 1 Điều 95',
        'Tôi đã gỡ bài',
        `${url} (chụp khi người xem đã đăng nhập)`,
        sha256,
      ],
      `Người lập biên bản: ${recorder.name}. Chức vụ: Thanh tra viên.`,
      'trong thời hạn 05 ngày làm việc',
    );
    for (const no of ['Dự thảo', 'van-phong']) expect(pages.join('')).not.toContain(packed(no));
  });

  describe('a decision', () => {
    let made: Made & { id: string; recordId: string };
    let before: Awaited<ReturnType<typeof read>>;
    const path = () => `/api/penalties/${made.id}`;
    beforeAll(async () => {
      made = (await desk.drafted()) as typeof made;
    });

    test('is read as a draft before it is signed: with no number, the name of the reader where the signature will be, and a look on the log', async () => {
      const seen = await looks(made);
      before = await read(desk.signer, `${path()}/document`);
      expect(await looks(made)).toBe(seen + 1);
      const [{ name }] = await sql<{ name: string }>('SELECT name FROM core.staff WHERE id = $1', [desk.signer.staffId]);
      expect(before.title).toBe('Quyết định (Dự thảo)');
      for (const page of before.pages) expect(page.toUpperCase()).toContain(packed('DỰ THẢO'));
      says(
        before.pages,
        'Số: ……/QĐ-XPHC',
        'Bình Lộ, ngày 14 tháng 9 năm 2026',
        '12.500.000 đồng (Bằng chữ: Mười hai triệu năm trăm nghìn đồng)',
        name,
      );
      says((await read(desk.legal, `${path()}/document`)).pages, '…………');
    });
    test('is shown neither without a reason, nor without the right, nor to whoever is barred', async () => {
      const seen = await looks(made);
      expect((await get(desk.signer, `${path()}/document`, 'xem')).status).toBe(400);
      for (const who of [desk.clerk, await office.as('auditor'), await office.as('coordinator')])
        expect(await problem(who, `${path()}/document`)).toMatchObject({ status: 403, code: 'forbidden' });
      const barred = await office.as('legal');
      await desk.inspector.call('POST', `/api/cases/${made.caseId}/parties`, {
        kind: 'person',
        role: 'witness',
        name: 'Ai',
        staffId: barred.staffId,
      });
      expect(await problem(barred, `${path()}/document`)).toMatchObject({ status: 404 });
      expect(await looks(made)).toBe(seen);
    });
    test('is printed once it has its number; what was read before is the same but for number and draft', async () => {
      expect((await desk.sign(made.id)).status).toBe(200);
      expect(await shown(path())).toMatchObject({ state: 'none', printed: null });
      const { body } = await desk.number(made.id);
      await print();
      const { printed } = await shown(path());
      expect(await problem(desk.signer, `${path()}/document`)).toMatchObject({ status: 409, code: 'no-draft' });
      const after = await read(desk.clerk, `/api/documents/${printed!.id}`);
      const { number } = body as unknown as { number: string };
      expect(after.title).toBe(`Quyết định ${number}`);
      says(after.pages, `Số: ${number}`, 'điểm a khoản 1 Điều 95 Nghị định số 174/2026/NĐ-CP');
      const plain = (pages: string[]) =>
        pages
          .join('')
          .replace(/DỰTHẢO/gi, '')
          .replaceAll(packed(number), '')
          .replaceAll('……/QĐ-XPHC', '');
      expect(plain(after.pages)).toBe(plain(before.pages));
      const [{ sha256 }] = await evidenceOf(made);
      expect(after.pages.at(-1)).toContain(sha256);
      const [item] = await sql(
        'SELECT e.kind, e.sha256, e.media_type FROM enforcement.documents d JOIN core.evidence_items e ON e.id = d.evidence_id WHERE d.id = $1',
        [printed!.id],
      );
      expect(item).toEqual({ kind: 'document', sha256: printed!.sha256, media_type: 'application/pdf' });
      const [{ contentHash }] = [await desk.decision(made.id)];
      expect(await sql('SELECT content_sha256 AS hash FROM enforcement.documents WHERE id = $1', [printed!.id])).toEqual([
        { hash: contentHash },
      ]);
    });
    test('is read by whoever serves it, each look and each reading on the log; the auditor is refused', async () => {
      const { printed } = await shown(path());
      const seen = await looks(made);
      await read(desk.clerk, `/api/documents/${printed!.id}`);
      expect(await looks(made)).toBe(seen + 1);
      const custody = await sql<{ actor: string }>(
        `SELECT office ->> 'actor' AS actor FROM core.events WHERE type = 'document.read' AND subject = $1 ORDER BY position DESC LIMIT 1`,
        [made.id],
      );
      expect(custody).toEqual([{ actor: desk.clerk.staffId }]);
      expect(await problem(await office.as('auditor'), `/api/documents/${printed!.id}`)).toMatchObject({ status: 403 });
      for (const reason of ['x', '\u200b'.repeat(9)])
        expect((await get(desk.clerk, `/api/documents/${printed!.id}`, reason)).status).toBe(400);
    });
    test('is no exhibit, and its bytes are verified by nobody who is barred from its case', async () => {
      const { printed } = await shown(path());
      const [{ evidenceId }] = await sql<{ evidenceId: string }>(
        'SELECT evidence_id AS "evidenceId" FROM enforcement.documents WHERE id = $1',
        [printed!.id],
      );
      const attached = await desk.inspector.call('POST', `/api/cases/${made.caseId}/exhibits`, { evidenceId, why: 'tự chứng minh' });
      expect(attached.body).toMatchObject({ status: 422, code: 'foreign-evidence' });
      const verify = async (who: Caller) => (await who.call('GET', `/api/evidence/${evidenceId}/verification`)).body;
      const barred = await office.as('auditor');
      expect(await verify(barred)).toMatchObject({ verified: true });
      const party = { kind: 'person', role: 'witness', name: 'Ai', staffId: barred.staffId };
      await desk.inspector.call('POST', `/api/cases/${made.caseId}/parties`, party);
      expect(await verify(barred)).toMatchObject({ status: 404 });
    });
    test('names nobody on the log, in its content or in its events', async () => {
      const rows = await sql<{ all: string }>(
        `SELECT string_agg(convert_from(public_part, 'UTF8') || convert_from(office_part, 'UTF8'), '') || (SELECT string_agg(convert_from(bytes, 'UTF8'), '') FROM enforcement.penalty_contents) AS all FROM core.events`,
      );
      for (const name of ['Nguyễn Văn Thử', PAPERS.person.idNumber, PAPERS.person.residence]) expect(rows[0].all).not.toContain(name);
    });
  });

  test('a crash between printing and sealing, and a delivery that is repeated, make one document', async () => {
    const made = await desk.issued();
    const [delivery] = await sql<{ id: string; event: string }>(
      `SELECT d.id, d.event_id AS event FROM core.deliveries d JOIN core.events e ON e.id = d.event_id WHERE e.subject = $1 AND d.handler = 'PrintDecision'`,
      [made.id],
    );
    const [{ office: data }] = await sql<{ office: { data: object } }>('SELECT office FROM core.events WHERE id = $1', [delivery.event]);
    const { work } = office.app.get(Registry).get('PrintDecision')!.instance as { work(event: object): Promise<{ sha256: string } | null> };
    const instance = office.app.get(Registry).get('PrintDecision')!.instance;
    const lost = await work.call(instance, { office: data.data });
    expect(await shown(`/api/penalties/${made.id}`)).toMatchObject({ state: 'printing' });
    await office.app.get(Deliver).run(delivery.id);
    const { printed } = await shown(`/api/penalties/${made.id}`);
    expect(printed!.sha256).toBe(lost!.sha256);
    await sql(`UPDATE core.deliveries SET state = 'waiting', available_at = now() - interval '1 s' WHERE id = $1`, [delivery.id]);
    await office.app.get(Deliver).run(delivery.id);
    expect((await shown(`/api/penalties/${made.id}`)).printed).toEqual(printed);
    expect(await sql(`SELECT 1 FROM core.events WHERE type = 'document.printed' AND subject = $1`, [made.id])).toHaveLength(1);
    expect(await sql('SELECT 1 FROM core.evidence_items WHERE sha256 = $1', [printed!.sha256])).toHaveLength(1);
  });

  test('what the printer never gets done is told on the page', async () => {
    const made = await desk.issued();
    const [{ id }] = await sql<{ id: string }>(
      `SELECT d.id FROM core.deliveries d JOIN core.events e ON e.id = d.event_id WHERE e.subject = $1 AND d.handler = 'PrintDecision'`,
      [made.id],
    );
    await sql('DELETE FROM enforcement.violation_identities WHERE violation_id = $1', [made.recordId]);
    for (let attempt = 0; attempt < 5; attempt++) {
      await sql(`UPDATE core.deliveries SET available_at = now() - interval '1 s' WHERE id = $1`, [id]);
      await office.app.get(Deliver).run(id);
    }
    expect(await shown(`/api/penalties/${made.id}`)).toMatchObject({ state: 'failed', printed: null });
    const retry = (who: Caller) => who.call('POST', `/api/penalties/${made.id}/document/retry`);
    expect((await retry(desk.legal)).status).toBe(403);
    expect((await retry(desk.clerk)).body).toEqual({ retried: 1, left: 0 });
    expect((await retry(desk.clerk)).body).toEqual({ retried: 0, left: 0 });
    expect(await shown(`/api/penalties/${made.id}`)).toMatchObject({ state: 'printing' });
    const again = await sql<{ actor: string }>(
      `SELECT office ->> 'actor' AS actor FROM core.events WHERE type = 'delivery.retried' AND subject = $1`,
      [made.id],
    );
    expect(again).toEqual([{ actor: desk.clerk.staffId }]);
  });

  test('an administrator and the chief send again what the house gave up, once, and read what became of it', async () => {
    const made = await desk.issued();
    await sql(
      `UPDATE core.deliveries SET state = 'dead', error = 'printer' WHERE handler = 'PrintDecision' AND event_id IN (SELECT id FROM core.events WHERE subject = $1)`,
      [made.id],
    );
    const admin = await office.as('administrator');
    type Line = { handler: string; n: number; retry: boolean; error: string | null; done: number; waiting: number };
    const work = async (who: Caller) => (await who.call('GET', '/api/work')).body as unknown as { gaveUp: Line[]; retried: Line[] };
    const line = async (who: Caller) => (await work(who)).gaveUp.find((g) => g.handler === 'PrintDecision');
    expect([await line(admin), await line(desk.signer)]).toMatchObject([
      { n: 1, retry: true, error: null },
      { retry: true, error: 'printer' },
    ]);
    expect(await line(await office.as('auditor'))).toMatchObject({ retry: false });
    const retry = (who: Caller, handler = 'PrintDecision') => who.call('POST', '/api/deliveries/retries', { handler });
    expect((await retry(desk.clerk)).status).toBe(403);
    const both = await Promise.all([retry(admin), retry(desk.signer)]);
    expect(both.map((r) => (r.body as unknown as { retried: number }).retried).sort()).toEqual([0, 1]);
    expect((await retry(admin, 'CaptureHandler')).body).toEqual({ retried: 0, left: 0 });
    await print();
    expect(await line(admin)).toBeUndefined();
    expect((await work(admin)).retried.find((r) => r.handler === 'PrintDecision')!.done).toBeGreaterThanOrEqual(1);
    expect(await shown(`/api/penalties/${made.id}`)).toMatchObject({ state: 'printed' });
  });

  test('a hostile name stays text and fits, in the draft and in print', async () => {
    const name = `<script>alert(1)</script> \u200eThử ${'Ầ'.repeat(80)}`;
    const made = await desk.accused('person');
    const party = { kind: 'person', role: 'accused', name };
    const { id: partyId } = (await desk.inspector.call('POST', `/api/cases/${made.caseId}/parties`, party)).body as unknown as {
      id: string;
    };
    const papers = { ...PAPERS.person, residence: '{{blank}} ${x} "><img src=x>' };
    const { id } = (await desk.draftRecord({ ...made, partyId }, { identity: papers })).body as unknown as { id: string };
    const draft = await read(desk.inspector, `/api/violations/${id}/document`);
    says(draft.pages, '<script>alert(1)</script>', '‹U+200E›Thử', 'Ầ'.repeat(80), '{ {blank}} ${x} "><img src=x>');
    for (const role of ['recorder', 'accused']) await desk.present(id, role, { name });
    await desk.draw(id);
    await print();
    const { printed } = await shown(`/api/violations/${id}`);
    says((await read(desk.inspector, `/api/documents/${printed!.id}`)).pages, '<script>alert(1)</script>', '‹U+200E›Thử', 'Ầ'.repeat(80));
  });

  test('what a record lacks is named before it is drawn up, and it is not drawn up without', async () => {
    const made = await desk.accused();
    const papers = { ...PAPERS.person, gender: ' ', occupation: '' };
    const { id } = (await desk.draftRecord(made, { identity: papers, stopDemanded: false })).body as unknown as { id: string };
    for (const role of ['recorder', 'accused']) await desk.present(id, role);
    const lacking = ['Giới tính', 'Nghề nghiệp'];
    expect((await shown(`/api/violations/${id}`)).lacks!.map((f) => f.vi)).toEqual(lacking);
    expect((await desk.draw(id)).body).toMatchObject({ code: 'violation-lacks', lacks: ['document-complete'] });
    expect(await problem(desk.inspector, `/api/violations/${id}/document`)).toMatchObject({
      code: 'document-incomplete',
      fields: [{ vi: 'Giới tính' }, { vi: 'Nghề nghiệp' }],
    });
    const { caseId, partyId, ...body } = desk.recordBody(made, { stopDemanded: false });
    expect([caseId, partyId]).toEqual([made.caseId, made.partyId]);
    await desk.inspector.call('PUT', `/api/violations/${id}`, { ...body, version: (await desk.record(id)).version });
    expect((await shown(`/api/violations/${id}`)).lacks).toMatchObject([{ field: 'stop.reason', vi: 'Lý do không yêu cầu' }]);
    await desk.inspector.call('PUT', `/api/violations/${id}`, {
      ...body,
      stopReason: 'bài đã gỡ',
      version: (await desk.record(id)).version,
    });
    expect((await shown(`/api/violations/${id}`)).lacks).toEqual([]);
    await desk.present(id, 'recorder');
    await desk.present(id, 'accused', { signed: false, reason: 'từ chối ký' });
    await desk.present(id, 'witness', { details: { occupation: 'Hưu trí' } });
    expect((await shown(`/api/violations/${id}`)).lacks).toMatchObject([{ vi: 'Địa chỉ người chứng kiến' }]);
    await desk.present(id, 'witness', { name: 'Bà Chứng' });
    expect((await desk.draw(id)).body).toMatchObject({ lacks: ['document-complete'] });
  });

  test('a record prints what was answered, and stays blank where nobody asked', async () => {
    const made = await desk.accused();
    const answers = {
      present: { witness: true, commune: false, victim: false },
      said: { accused: {}, witness: { words: 'Tôi thấy bài đăng' } },
      preventive: {},
      appear: { summoned: { at: '2026-09-21T01:30:00Z', place: 'Trụ sở Sở' } },
      ...{ began: '2026-09-14T01:05:00Z', closed: '2026-09-14T01:50:00Z' },
    };
    const { id } = (await desk.draftRecord(made, { answers, stopDemanded: null })).body as unknown as { id: string };
    const lacks = async () => (await desk.draw(id)).body;
    for (const role of ['recorder', 'accused']) await desk.present(id, role);
    expect(await desk.record(id)).toMatchObject({
      answers: { unasked: ['present.interpreter', 'said.victim', 'stop'], unnoted: ['witness'] },
    });
    expect(await lacks()).toMatchObject({ code: 'violation-lacks', lacks: ['presences-noted'] });
    await desk.present(id, 'witness', { name: 'Bà Chứng' });
    await desk.today('2026-09-15T02:00:00Z');
    expect(await lacks()).toMatchObject({ lacks: ['times-today'] });
    await desk.today('2026-09-14T02:00:00Z');
    expect((await desk.draw(id)).status).toBe(200);
    await print();
    const { printed } = await shown(`/api/violations/${id}`);
    says(
      (await read(desk.inspector, `/api/documents/${printed!.id}`)).pages,
      ...['Vào hồi 08 giờ 05 phút, ngày 14 tháng 9 năm 2026', 'Biên bản lập xong vào 08 giờ 50 phút, ngày 14 tháng 9 năm 2026'],
      ...['2. Với sự chứng kiến của: Người chứng kiến: Bà Chứng.', '4. Cá nhân, tổ chức bị thiệt hại: không có.'],
      ...[
        'hoặc người đại diện: không trình bày ý kiến.',
        'đại diện chính quyền: Tôi thấy bài đăng.',
        '7. Ý kiến trình bày của người bị thiệt hại: …………',
      ],
      '8. Yêu cầu chấm dứt hành vi vi phạm: …………',
      ...['được áp dụng: không có.', '11. Yêu cầu ông (bà) có mặt vào 08 giờ 30 phút, ngày 21 tháng 9 năm 2026, tại Trụ sở Sở'],
    );
  });

  test('a record ends no earlier than it began, and not in the future', async () => {
    const made = await desk.accused();
    const path = async (answers: object) =>
      ((await desk.draftRecord(made, { answers })).body as unknown as { errors: { path: string }[] }).errors.map((e) => e.path);
    expect(await path({ closed: '2026-09-14T03:00:00Z' })).toEqual(['answers.closed']);
    expect(await path({ began: '2026-09-14T01:30:00Z', closed: '2026-09-14T01:00:00Z' })).toEqual(['answers.began']);
    expect(await path({ appear: { summoned: { at: '2026-09-13T01:00:00Z', place: 'Trụ sở' } } })).toEqual(['answers.appear.summoned.at']);
  });

  test('where several texts fit the act, a record names none before somebody has chosen', async () => {
    const made = await desk.accused();
    const act = { types: ['false-info-social', 'panic-fabrication'] };
    const { id } = (await desk.draftRecord(made, { act })).body as unknown as { id: string };
    expect((await desk.record(id)).content.candidates.length).toBeGreaterThan(1);
    expect((await shown(`/api/violations/${id}`)).lacks).toMatchObject([{ vi: 'Điều khoản quy định' }]);
    for (const role of ['recorder', 'accused']) await desk.present(id, role);
    expect((await desk.draw(id)).body).toMatchObject({ code: 'violation-lacks', lacks: ['document-complete'] });
  });

  test('a deputy signs by the delegation that the document names', async () => {
    const deputy = await office.as('chief');
    await desk.title(deputy, 'department-director', '2026-01-01', { delegation: '03/QĐ-GQXP', delegatedOn: '2026-01-05' });
    const made = await desk.drafted();
    says(
      (await read(deputy, `/api/penalties/${made.id}/document`)).pages,
      'giao quyền xử phạt vi phạm hành chính số 03/QĐ-GQXP ngày 05 tháng 01 năm 2026',
      'KT. Giám đốc Sở Văn hóa và Thể thao Phó Giám đốc Sở Văn hóa và Thể thao',
    );
  });

  test('somebody who reads one preview after the other is asked to wait, and nobody else is', async () => {
    const config = office.app.get<Config>(CONFIG);
    const most = config.limits.previewsPerMinute;
    const made = await desk.drafted();
    const reader = await office.as('legal');
    try {
      config.limits.previewsPerMinute = 2;
      const looked = () => get(reader, `/api/penalties/${made.id}/document`);
      const answers = [];
      for (let n = 0; n < 3; n++) answers.push((await looked()).status);
      expect(answers).toEqual([200, 200, 429]);
      expect((await get(await office.as('legal'), `/api/penalties/${made.id}/document`)).status).toBe(200);
    } finally {
      config.limits.previewsPerMinute = most;
    }
  });

  test('a delegation of former times, without its day, is named as what keeps its deputy from signing, and approved no more', async () => {
    const deputy = await office.as('chief');
    const old = async (approved: boolean) =>
      (
        await sql<{ id: string }>(
          `INSERT INTO core.staff_titles (staff_id, title, body, delegation, from_day, approved_at) VALUES ($1, 'department-director', 'Sở', '03/QĐ-GQXP', '2026-01-01', ${approved ? 'now()' : 'NULL'}) RETURNING id`,
          [deputy.staffId],
        )
      )[0].id;
    await old(true);
    const made = await desk.drafted();
    expect((await shown(`/api/penalties/${made.id}`, deputy)).lacks).toMatchObject([
      { field: 'delegation.day', vi: 'Ngày quyết định giao quyền' },
    ]);
    expect(await desk.lacks(made.id, 'sign', deputy)).toEqual(['document-complete']);
    expect((await desk.signer.call('POST', `/api/title-proposals/${await old(false)}/approve`)).body.code).toBe('delegation-undated');
  });

  test('what was signed is printed as it was signed, also when the account, the wording or the form changed since', async () => {
    const form = forms.find((f) => f.form === 'MQĐ02')!;
    const [signed, draft] = [await desk.signed(), await desk.drafted()];
    const before = { account: issuingOffice.payment.account, obey: form.texts.obey };
    try {
      issuingOffice.payment.account = '9999.9.9999999.99999';
      form.texts.obey = '{{who}} chấp hành theo câu chữ mới.';
      expect((await desk.sign(draft.id)).body).toMatchObject({ code: 'penalty-lacks', lacks: ['printing-current'] });
      const { contentHash } = await desk.decision(draft.id);
      expect((await desk.change(draft.id)).status).toBe(200);
      expect((await desk.decision(draft.id)).contentHash).not.toBe(contentHash);
      expect((await desk.sign(draft.id)).status).toBe(200);
      for (const made of [signed, draft]) expect((await desk.number(made.id)).status).toBe(200);
      await print();
      const pages = async (id: string) =>
        (await read(desk.clerk, `/api/documents/${(await shown(`/api/penalties/${id}`)).printed!.id}`)).pages;
      says(await pages(signed.id), before.account!, 'phải nghiêm chỉnh chấp hành Quyết định này');
      says(await pages(draft.id), '9999.9.9999999.99999', 'chấp hành theo câu chữ mới');
    } finally {
      issuingOffice.payment.account = before.account;
      form.texts.obey = before.obey;
    }
  });

  test('an organisation, remedies alone, and the annulment of a fine that was paid are printed in their forms', async () => {
    const remedies = await desk.signed(
      { end: 'remedies', ground: 'Đã hết thời hiệu xử phạt' },
      { subject: { kind: 'organisation' } },
      'organisation',
    );
    await desk.number(remedies.id);
    const fined = await desk.served();
    await desk.pay(fined.id, 12_500_000, '2026-09-14');
    const annulment = (
      await desk.other.call('POST', `/api/penalties/${fined.id}/annulment`, {
        ground: 'error',
        reason: 'Xác định sai người vi phạm',
        version: (await desk.decision(fined.id)).version,
      })
    ).body as unknown as { id: string };
    says((await read(desk.second, `/api/penalties/${annulment.id}/document`)).pages, '3. Hoàn trả 12.500.000 đồng');
    expect((await desk.sign(annulment.id, desk.second)).status).toBe(200);
    await desk.number(annulment.id);
    await print();
    const pages = async (id: string) => {
      const { printed } = await shown(`/api/penalties/${id}`);
      return { form: printed!.form, ...(await read(desk.legal, `/api/documents/${printed!.id}`)) };
    };
    const [first, last] = [await pages(remedies.id), await pages(annulment.id)];
    expect([first.form, last.form]).toEqual(['MQĐ15', 'MQĐ40']);
    says(
      first.pages,
      ...['Mã số doanh nghiệp: 0100000001.', 'ngày cấp: 03/02/2015', 'Lê Thị Đại Diện. Giới tính: Nữ. Chức danh: Giám đốc.'],
      ...['Lý do không ra quyết định xử phạt: Đã hết thời hiệu xử phạt.', 'Buộc gỡ bỏ thông tin. Thời hạn thực hiện là 05 ngày'],
    );
    const { number } = await desk.decision(fined.id);
    says(
      last.pages,
      `Hủy bỏ Quyết định xử phạt vi phạm hành chính số ${number} ngày 14 tháng 9 năm 2026 do Giám đốc Sở Văn hóa và Thể thao ban hành`,
      '2. Lý do hủy bỏ: Xác định sai người vi phạm.',
      '3. Hoàn trả 12.500.000 đồng (Bằng chữ: Mười hai triệu năm trăm nghìn đồng)',
    );
  });

  test('what the office has no form for is not printed, and says so when it is asked for', async () => {
    const made = await desk.drafted({ end: 'none', ground: 'Không xác định được người vi phạm' });
    expect(await problem(desk.signer, `/api/penalties/${made.id}/document`)).toMatchObject({ status: 422, code: 'no-form' });
    await desk.sign(made.id);
    await desk.number(made.id);
    await print();
    expect(await shown(`/api/penalties/${made.id}`)).toMatchObject({ state: 'none', printed: null });
  });

  test('nobody signs on an exhibit whose bytes are no longer those that were sealed; it is named, and the log tells it', async () => {
    const made = await desk.drafted();
    const [{ sha256 }] = await evidenceOf(made);
    const { dataDir } = office.app.get<Config>(CONFIG);
    const file = join(dataDir, 'evidence', sha256.slice(0, 2), sha256);
    expect(readdirSync(join(file, '..'))).toContain(sha256);
    const damaged = { code: 'exhibit-damaged', status: 422, exhibits: [{ exhibitId: made.exhibits[0], part: 'whole', sha256 }] };
    const bytes = Buffer.from('bản chụp đã bị sửa');
    writeFileSync(file, bytes);
    expect((await desk.sign(made.id)).body).toMatchObject(damaged);
    rmSync(file);
    expect((await desk.sign(made.id)).body).toMatchObject(damaged);
    expect(await sql(`SELECT 1 FROM core.events WHERE type = 'evidence.damaged' AND subject = $1`, [made.id])).toHaveLength(2);
    expect(await desk.decision(made.id)).toMatchObject({ state: 'draft', signature: null });
  });
});
