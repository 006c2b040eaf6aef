import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Caller, Office } from '../kit/office.js';
import { CorrectionDesk } from './corrections-setup.js';
import { confirmedCase } from './enforcement-setup.js';
import { PenaltyDesk } from './penalties-setup.js';

const REASON = 'Thiếu căn cứ, cần dẫn nguồn';
interface File {
  caseId: string;
  state: string;
  version: number;
  contentHash: string;
  returned: boolean;
  next: { act: string; possible: boolean; lacks: string[]; ownWork: boolean }[];
}

describe('a draft that is sent back', () => {
  let office: Office;
  let desk: PenaltyDesk;
  let inspector: Caller, coordinator: Caller, legal: Caller, chief: Caller;
  beforeAll(async () => {
    desk = await PenaltyDesk.opened();
    ({ office, inspector, legal, clerk: coordinator, signer: chief } = desk);
  }, 60_000);
  afterAll(() => office.close());

  const read = async (path: string, who: Caller) => (await who.call('GET', path)).body as unknown as File;
  /** As it stands, for this reason, unless something else is said. */
  const sendBack = async (who: Caller, path: string, more: object = {}) => {
    const { version, contentHash } = await read(path, chief);
    return who.call('POST', `${path}/return`, { version, contentHash, reason: REASON, ...more });
  };
  const nextOf = async (path: string, who: Caller) => (await read(path, who)).next.map(({ act, possible }) => [act, possible]);
  /** Why a record waits for this person, in lists that name it by that id. */
  const waits = async (who: Caller, list: (work: Lists) => Record<string, unknown>[], id: string) =>
    list((await who.call('GET', '/api/work')).body as unknown as Lists).filter((line) => Object.values(line).includes(id)).length;
  interface Lists {
    approvals: Record<string, Record<string, unknown>[]>;
    penalties: Record<string, Record<string, unknown>[]>;
    toRedraft: Record<string, unknown>[];
    toReword: Record<string, unknown>[];
  }
  const bar = async (caseId: string, who: Caller) => {
    const party = { kind: 'person', role: 'accused', name: 'Người liên quan', staffId: who.staffId };
    expect((await inspector.call('POST', `/api/cases/${caseId}/parties`, party)).status).toBe(201);
  };
  /** Not past the office either. */
  const refusedBySql = (sql: string) =>
    expect(office.database.owner(`SET ROLE lachan_app; ${sql}`)).rejects.toThrow('what was sent back is not approved');
  const noReasons = ['', 'ngắn', ' \u200b\u2060\u00ad  ', 'a'.repeat(1001), 7, null];

  describe('and is a takedown request', () => {
    const drafted = async (who = coordinator) => {
      const { caseId } = await confirmedCase(office, inspector);
      const { id } = (
        await who.call('POST', '/api/takedowns', {
          ...{ caseId, platform: 'mang', delivery: 'email', recipient: 'phap-che@mang.example', legalBasis: 'nd147-24h' },
          fields: { signer: 'Bà B', sources: 'Bộ Y tế' },
        })
      ).body as unknown as { id: string };
      return { caseId, id, path: `/api/takedowns/${id}` };
    };
    const approve = async (path: string, who = legal) => {
      const { version, contentHash } = await read(path, who);
      return who.call('POST', `${path}/approve`, { version, contentHash });
    };
    const rewrite = async (path: string, signer: string, who = coordinator) =>
      who.call('PUT', path, { version: (await read(path, who)).version, fields: { signer } });

    test('waits for a new version, with whoever may write one, and for nobody else', async () => {
      const { id, path } = await drafted();
      const desks = async () => [
        await waits(legal, (w) => w.approvals.takedowns, id),
        await waits(chief, (w) => w.approvals.takedowns, id),
        await waits(coordinator, (w) => w.toRedraft, id),
      ];
      expect(await desks()).toEqual([1, 1, 0]);
      expect((await sendBack(legal, path)).body).toEqual({ state: 'draft', version: 2 });
      expect(await desks()).toEqual([0, 0, 1]);
      expect((await approve(path, chief)).body).toMatchObject({ status: 422, code: 'takedown-lacks', lacks: ['new-version'] });
      expect((await sendBack(chief, path)).body).toMatchObject({ code: 'takedown-lacks', lacks: ['new-version'] });
      expect((await read(path, chief)).next.filter((n) => n.lacks.includes('new-version')).map((n) => n.act)).toEqual([
        'approve',
        'return',
      ]);
      await refusedBySql(
        `INSERT INTO enforcement.takedown_approvals (id, takedown_id, content_id, sha256, approved_by) SELECT gen_random_uuid(), takedown_id, id, sha256, '${chief.staffId}' FROM enforcement.takedown_contents WHERE takedown_id = '${id}'`,
      );
      expect((await rewrite(path, 'Ông C')).body).toMatchObject({ state: 'draft', version: 3 });
      expect(await desks()).toEqual([1, 1, 0]);
      expect((await approve(path)).body).toMatchObject({ state: 'approved' });
    });
    test('says who sent it back, when and why, and is found by that', async () => {
      const { caseId, id, path } = await drafted();
      await sendBack(legal, path, { reason: `  ${REASON}\n` });
      const [{ name }] = await office.database.owner<{ name: string }>('SELECT name FROM core.staff WHERE id = $1', [legal.staffId]);
      expect(await read(path, inspector)).toMatchObject({
        returned: true,
        contents: [{ number: 1, returnedBy: name, returnedAt: expect.any(String), returnReason: REASON, approvedBy: null }],
      });
      const found = async (returned: boolean) =>
        (await read(`/api/takedowns?state=draft&caseId=${caseId}&returned=${returned}`, legal)) as unknown as { total: number };
      expect([await found(true), await found(false)]).toMatchObject([{ total: 1 }, { total: 0 }]);
      await rewrite(path, 'Ông C');
      expect(await read(path, legal)).toMatchObject({ returned: false, contents: [{ returnReason: null }, { returnReason: REASON }] });
      expect([await found(true), await found(false)]).toMatchObject([{ total: 0 }, { total: 1 }]);
      expect(await desk.told(id, 'takedown.returned')).toEqual([{}]);
      const [event] = await office.database.owner<{ text: string }>(
        `SELECT convert_from(office_part, 'UTF8') AS text FROM core.events WHERE subject = $1 AND type = 'takedown.returned'`,
        [id],
      );
      expect(event.text).not.toContain(REASON);
    });
    test('was written by somebody else, and read as it stands now', async () => {
      const both = await office.as('coordinator', 'legal');
      const own = await drafted(both);
      expect((await sendBack(both, own.path)).body).toMatchObject({ status: 403, code: 'own-draft' });
      const { path } = await drafted();
      expect((await sendBack(coordinator, path)).body).toMatchObject({ status: 403, code: 'forbidden' });
      const before = await read(path, legal);
      await rewrite(path, 'Ông C');
      expect((await sendBack(legal, path, { version: before.version })).body).toMatchObject({ status: 409, code: 'stale' });
      expect((await sendBack(legal, path, { contentHash: before.contentHash })).body).toMatchObject({
        status: 409,
        code: 'content-changed',
      });
      expect(await nextOf(path, legal)).toEqual([
        ['approve', true],
        ['return', true],
      ]);
      await approve(path);
      expect((await sendBack(legal, path)).body).toMatchObject({ status: 409, code: 'no-such-step' });
      expect((await read(path, legal)).state).toBe('approved');
    });
    test('needs a reason that says something, and is no secret told to whoever is barred', async () => {
      const { caseId, path } = await drafted();
      for (const reason of noReasons) expect([reason, (await sendBack(legal, path, { reason })).status]).toEqual([reason, 400]);
      const barred = await office.as('legal');
      await bar(caseId, barred);
      expect((await sendBack(barred, path)).status).toBe(404);
      expect((await read(path, legal)).returned).toBe(false);
    });
  });

  describe('and is a decision', () => {
    const toSign = (who: Caller, id: string) => waits(who, (w) => w.penalties.toSign, id);
    const sentBackTo = (who: Caller, id: string) => waits(who, (w) => w.penalties.toDecide, id);

    test('waits for a new version, with legal staff, and for no signature', async () => {
      const { id } = await desk.drafted();
      const path = `/api/penalties/${id}`;
      const desks = async () => [await toSign(chief, id), await toSign(desk.second, id), await sentBackTo(legal, id)];
      expect(await desks()).toEqual([1, 1, 0]);
      expect(await nextOf(path, chief)).toEqual([
        ['sign', true],
        ['return', true],
      ]);
      expect((await sendBack(chief, path)).body).toMatchObject({ state: 'draft', version: 2 });
      expect(await desks()).toEqual([0, 0, 1]);
      expect((await desk.sign(id, desk.second)).body).toMatchObject({ status: 422, code: 'penalty-lacks', lacks: ['new-version'] });
      expect((await sendBack(desk.second, path)).body).toMatchObject({ code: 'penalty-lacks', lacks: ['new-version'] });
      const [{ name }] = await office.database.owner<{ name: string }>('SELECT name FROM core.staff WHERE id = $1', [chief.staffId]);
      expect(await read(path, legal)).toMatchObject({
        returned: true,
        versions: [{ returnedBy: name, returnedAt: expect.any(String), returnReason: REASON, signedBy: null }],
      });
      await refusedBySql(
        `INSERT INTO enforcement.penalty_signatures (content_id, penalty_id, sha256, signed_by, title_id, signed_on) SELECT c.id, c.penalty_id, c.sha256, t.staff_id, t.id, core.office_now()::date
         FROM enforcement.penalty_contents c, core.staff_titles t WHERE c.penalty_id = '${id}' AND t.staff_id = '${desk.second.staffId}'`,
      );
      expect((await desk.change(id, { ground: 'Bản chụp niêm phong, có dẫn nguồn' })).status).toBe(200);
      expect(await desks()).toEqual([1, 1, 0]);
      expect(await read(path, legal)).toMatchObject({ returned: false, versions: [{ returnReason: null }, { returnReason: REASON }] });
      expect((await desk.sign(id)).body).toMatchObject({ state: 'signed' });
      expect(await desk.told(id, 'penalty.returned')).toEqual([{}]);
    });
    test('was written by somebody else, is read as it stands now, and bears no signature', async () => {
      const both = await office.as('legal', 'chief');
      const { recordId, caseId } = await desk.drawn();
      const { id } = (await desk.draftDecision(recordId, {}, both)).body as unknown as { id: string };
      const path = `/api/penalties/${id}`;
      expect((await sendBack(both, path)).body).toMatchObject({ status: 403, code: 'own-signature' });
      expect((await sendBack(legal, path)).body).toMatchObject({ status: 403, code: 'forbidden' });
      for (const reason of noReasons) expect([reason, (await sendBack(chief, path, { reason })).status]).toEqual([reason, 400]);
      const before = await read(path, chief);
      await desk.change(id, { ground: 'Có dẫn nguồn' });
      expect((await sendBack(chief, path, { version: before.version })).body).toMatchObject({ status: 409, code: 'stale' });
      expect((await sendBack(chief, path, { contentHash: before.contentHash })).body).toMatchObject({
        status: 409,
        code: 'content-changed',
      });
      const barred = await office.as('chief');
      await bar(caseId, barred);
      expect((await sendBack(barred, path)).status).toBe(404);
      const signed = await desk.signed();
      expect((await sendBack(desk.second, `/api/penalties/${signed.id}`)).body).toMatchObject({ status: 409, code: 'no-such-step' });
    });
    test('also one that annuls another, to whoever had no hand in that', async () => {
      const { id } = await desk.issued();
      const { version } = await desk.decision(id);
      const body = { ground: 'error', reason: 'Sai tên điều luật', version };
      const made = (await desk.other.call('POST', `/api/penalties/${id}/annulment`, body)).body as unknown as { id: string };
      const path = `/api/penalties/${made.id}`;
      expect((await sendBack(chief, path)).body).toMatchObject({ code: 'own-signature' });
      expect((await sendBack(desk.second, path)).body).toMatchObject({ state: 'draft', version: 2 });
      expect([await sentBackTo(desk.other, made.id), await sentBackTo(legal, made.id)]).toEqual([1, 0]);
      expect((await desk.sign(made.id, desk.second)).body).toMatchObject({ lacks: ['new-version'] });
      const changed = { reason: 'Sai điều luật áp dụng', version: 2 };
      expect((await desk.other.call('PUT', `${path}/annulment`, changed)).body).toMatchObject({ version: 3 });
      expect([await sentBackTo(desk.other, made.id), await toSign(desk.second, made.id)]).toEqual([0, 1]);
      expect((await desk.sign(made.id, desk.second)).body).toMatchObject({ state: 'signed' });
      expect(await desk.told(made.id, 'annulment.returned')).toEqual([{}]);
    });
  });

  describe('and is an answer to a complaint, or why none is given', () => {
    const toAnswer = (who: Caller, id: string) => waits(who, (w) => w.penalties.toAnswer, id);
    const toApprove = (who: Caller, id: string) => waits(who, (w) => w.penalties.toApprove, id);
    /** As it stands, for this reason, unless something else is said. */
    const send = async (penaltyId: string, who = desk.second, more: object = {}) => {
      const { answer } = await desk.complaint(penaltyId);
      return desk.onComplaint(penaltyId, 'return', { contentHash: answer?.sha256 ?? 'f'.repeat(64), reason: REASON, ...more }, who);
    };
    const complained = async () => {
      const made = await desk.issued();
      await desk.complain(made.id, await desk.day());
      return made;
    };
    const answered = async () => {
      const made = await complained();
      await desk.onComplaint(made.id, 'accept');
      await desk.answer(made.id, 'rejected');
      return made;
    };

    test('waits for another answer, with legal staff who had no hand in the decision, and for no approval', async () => {
      const { id } = await answered();
      const desks = async () => [await toApprove(desk.second, id), await toAnswer(desk.other, id), await toAnswer(legal, id)];
      expect(await desks()).toEqual([1, 0, 0]);
      expect((await send(id)).body).toMatchObject({ state: 'accepted', version: 4 });
      expect(await desks()).toEqual([0, 1, 0]);
      for (const answer of [await desk.approveAnswer(id), await send(id)])
        expect(answer.body).toMatchObject({ status: 422, code: 'complaint-lacks', lacks: ['new-version'] });
      const [{ name }] = await office.database.owner<{ name: string }>('SELECT name FROM core.staff WHERE id = $1', [desk.second.staffId]);
      const told = { returnedBy: name, returnedAt: expect.any(String), returnReason: REASON, approved: null };
      expect(await desk.complaint(id)).toMatchObject({ state: 'accepted', answer: told });
      await refusedBySql(
        `UPDATE enforcement.complaints SET state = 'answered', due_at = NULL WHERE penalty_id = '${id}';
         INSERT INTO enforcement.complaint_approvals (complaint_id, answer_id, sha256, approved_by, title_id, approved_on) SELECT a.complaint_id, a.id, a.sha256, t.staff_id, t.id, core.office_now()::date
         FROM enforcement.complaint_answers a JOIN enforcement.complaints k ON k.id = a.complaint_id, core.staff_titles t WHERE k.penalty_id = '${id}' AND t.staff_id = '${desk.second.staffId}'`,
      );
      expect((await desk.answer(id, 'rejected')).body).toMatchObject({ version: 4 });
      expect(await desks()).toEqual([0, 1, 0]);
      expect((await desk.answer(id, 'rejected', desk.other, 'Tài khoản là của người khiếu nại')).body).toMatchObject({ version: 5 });
      expect(await desks()).toEqual([1, 0, 0]);
      expect((await desk.complaint(id)).answer).toMatchObject({ number: 2, returnReason: null });
      const complaintId = (await desk.complaint(id)).id;
      expect((await desk.approveAnswer(id)).body).toMatchObject({ state: 'answered' });
      expect(await desk.told(complaintId, 'complaint.returned')).toEqual([{}]);
    });
    test('holds the complaint where it was: it can still be accepted, and accepting is no way to send back', async () => {
      const { id } = await complained();
      await desk.onComplaint(id, 'refuse', { reason: 'Quá thời hiệu' });
      expect((await desk.complaint(id, desk.second)).next.map((n) => [n.act, n.possible])).toEqual([
        ['approve-refusal', true],
        ['return', true],
      ]);
      const refused = (await desk.complaint(id)).answer!.sha256;
      expect((await send(id)).body).toMatchObject({ state: 'received' });
      expect([await toApprove(desk.second, id), await toAnswer(desk.other, id)]).toEqual([0, 1]);
      expect((await desk.approveAnswer(id)).body).toMatchObject({ lacks: ['new-version'] });
      expect((await desk.onComplaint(id, 'accept')).body).toMatchObject({ state: 'accepted' });
      const both = await office.as('legal', 'chief');
      expect((await desk.onComplaint(id, 'accept', {}, both)).body).toMatchObject({ status: 409, code: 'no-such-step' });
      expect((await send(id, desk.second, { contentHash: refused })).body).toMatchObject({ lacks: ['complaint-answer'] });
    });
    test('was written by somebody else about a decision of others, and read as it stands now', async () => {
      const { id, caseId } = await answered();
      expect((await send(id, chief)).body).toMatchObject({ status: 403, code: 'own-signature' });
      expect((await send(id, desk.other)).body).toMatchObject({ status: 403, code: 'forbidden' });
      for (const reason of noReasons) expect([reason, (await send(id, desk.second, { reason })).status]).toEqual([reason, 400]);
      expect((await send(id, desk.second, { version: 1 })).body).toMatchObject({ status: 409, code: 'stale' });
      expect((await send(id, desk.second, { contentHash: 'f'.repeat(64) })).body).toMatchObject({ status: 409, code: 'content-changed' });
      const both = await office.as('legal', 'chief');
      await desk.answer(id, 'rejected', both, 'Tài khoản là của người khiếu nại');
      expect((await send(id, both)).body).toMatchObject({ status: 403, code: 'own-signature' });
      const barred = await office.as('chief');
      await bar(caseId, barred);
      expect((await send(id, barred)).status).toBe(404);
      expect((await desk.approveAnswer(id)).body).toMatchObject({ state: 'answered' });
      expect((await send(id)).body).toMatchObject({ status: 409, code: 'no-such-step' });
    });
  });

  describe('and is a version of a claim', () => {
    const CLAIM = {
      ...{ topic: 'y-te', harm: 'high', truth: 'Không đúng.', falseFrom: '2026-01-01', falseTo: null },
      wordings: [{ language: 'vi', text: 'Uống nước muối chữa khỏi bệnh' }],
      sources: [{ title: 'Thông báo', url: 'https://soyte.example/1', date: '2026-01-01' }],
    };
    type Drafted = { claimId: string; versionId: string };
    const drafted = async (who = inspector, claimId?: string) =>
      (await who.call('POST', claimId ? `/api/claims/${claimId}/versions` : '/api/claims', CLAIM)).body as unknown as Drafted;
    const approve = (versionId: string, who = chief) => who.call('POST', `/api/claim-versions/${versionId}/approve`);
    const send = async (who: Caller, { claimId, versionId }: Drafted, more: object = {}) => {
      const { version } = await read(`/api/claims/${claimId}`, chief);
      return who.call('POST', `/api/claim-versions/${versionId}/return`, { version, reason: REASON, ...more });
    };
    const desks = async ({ claimId }: Drafted) => [
      await waits(chief, (w) => w.approvals.claims, claimId),
      await waits(inspector, (w) => w.toReword, claimId),
    ];

    test('waits for a new version, with whoever may draft one', async () => {
      const first = await drafted();
      const path = `/api/claims/${first.claimId}`;
      expect(await desks(first)).toEqual([1, 0]);
      expect(await nextOf(path, chief)).toEqual([
        ['approve', true],
        ['return', true],
      ]);
      expect((await send(chief, first)).status).toBe(204);
      expect(await desks(first)).toEqual([0, 1]);
      for (const answer of [await approve(first.versionId, desk.second), await send(desk.second, first)])
        expect(answer.body).toMatchObject({ status: 422, code: 'claim-incomplete', lacks: ['new-version'] });
      const [{ name }] = await office.database.owner<{ name: string }>('SELECT name FROM core.staff WHERE id = $1', [chief.staffId]);
      const told = { returnedBy: name, returnedAt: expect.any(String), returnReason: REASON };
      expect(await read(path, inspector)).toMatchObject({ state: 'draft', version: 2, versions: [told] });
      const found = async (returned: boolean) =>
        ((await read(`/api/claims?state=draft&returned=${returned}`, chief)) as unknown as { items: { id: string }[] }).items
          .filter((c) => c.id === first.claimId)
          .map((c) => c.id);
      expect([await found(true), await found(false)]).toEqual([[first.claimId], []]);
      await refusedBySql(
        `INSERT INTO classify.claim_approvals (version_id, approved_by) VALUES ('${first.versionId}', '${desk.second.staffId}')`,
      );
      const second = await drafted(inspector, first.claimId);
      expect([await desks(first), await found(true)]).toEqual([[1, 0], []]);
      expect((await approve(first.versionId)).body).toMatchObject({ code: 'claim-incomplete' });
      expect((await approve(second.versionId)).status).toBe(204);
      expect(await desk.told(first.claimId, 'claim.returned')).toEqual([{}]);
    });
    test('leaves what is in force as it is, where it was a change of that', async () => {
      const first = await drafted();
      await approve(first.versionId);
      expect((await send(chief, first)).body).toMatchObject({ status: 409, code: 'stale' });
      const change = await drafted(inspector, first.claimId);
      expect((await send(chief, change)).status).toBe(204);
      expect(await desks(first)).toEqual([0, 1]);
      expect(await read(`/api/claims/${first.claimId}`, chief)).toMatchObject({ state: 'approved', currentVersionId: first.versionId });
      expect((await approve(change.versionId)).body).toMatchObject({ code: 'claim-incomplete' });
    });
    test('was written by somebody else, and read as it stands now', async () => {
      const both = await office.as('inspector', 'chief');
      expect((await send(both, await drafted(both))).body).toMatchObject({ status: 403, code: 'own-claim' });
      const first = await drafted();
      expect((await send(inspector, first)).body).toMatchObject({ status: 403, code: 'forbidden' });
      for (const reason of noReasons) expect([reason, (await send(chief, first, { reason })).status]).toEqual([reason, 400]);
      expect((await send(chief, first, { version: 7 })).body).toMatchObject({ status: 409, code: 'stale' });
      const { versionId } = await drafted(inspector, first.claimId);
      expect((await send(chief, first)).body).toMatchObject({ status: 409, code: 'content-changed', current: { versionId } });
      expect(await desks(first)).toEqual([1, 0]);
    });
  });

  test('and is a correction, is not published past the office either', async () => {
    const corrections = await CorrectionDesk.open(office);
    const id = await corrections.draft();
    expect((await corrections.act(corrections.legal, id, 'return', { reason: REASON })).status).toBe(200);
    await refusedBySql(
      `INSERT INTO publication.correction_approvals (content_id, correction_id, sha256, approved_by) SELECT id, correction_id, sha256, '${chief.staffId}' FROM publication.correction_contents
       WHERE correction_id = '${id}' ORDER BY number DESC LIMIT 1`,
    );
  });
});
