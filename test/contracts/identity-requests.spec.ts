import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Db } from '../../src/core/database/db.js';
import { Log } from '../../src/core/events/log.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgedPost, type Ready } from './cases-setup.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const SECRETS = ['Lê Thị Kín', '0911222333', 'kin@example.vn'];
const CONTACT = { name: SECRETS[0], phone: SECRETS[1], email: SECRETS[2] };
interface Line {
  id: string;
  hasContact: boolean;
  identity: { id: string; state: string; openUntil: string | null; decisionReason: string | null } | null;
}
interface Asked {
  requestId: string;
  kind: string;
  reason: string;
  about: string | null;
  number: string | null;
  state?: string;
  decisionReason?: string;
  looked?: boolean;
}

describe('who reported', () => {
  let office: Office;
  let [inspector, other, operator, chief, second, auditor, admin]: Caller[] = [];
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    inspector = await office.as('inspector');
    other = await office.as('inspector');
    operator = await office.as('operator');
    chief = await office.as('chief');
    second = await office.as('chief');
    auditor = await office.as('auditor');
    admin = await office.as('administrator');
  }, 60_000);
  afterAll(() => office.close());

  const sql = <T extends object>(text: string, values: unknown[] = []) => office.database.owner<T>(text, values);
  const post = () => judgedPost(office, inspector.staffId);
  const reported = async (ready: Ready, contact: object | undefined = CONTACT): Promise<string> => {
    expect((await office.guest().call('POST', '/api/reports', { url: ready.url, contact })).status).toBe(201);
    const [{ id }] = await sql<{ id: string }>(
      'SELECT report_id AS id FROM intake.report_posts WHERE post_id = $1 ORDER BY linked_at DESC',
      [ready.postId],
    );
    return id;
  };
  const ask = (who: Caller, reportId: string, reason = 'Cần hỏi thêm người báo') =>
    who.call('POST', `/api/reports/${reportId}/identity-requests`, { reason });
  const asked = async (who: Caller, reportId: string): Promise<string> => {
    const { status, body } = await ask(who, reportId);
    expect([status, body.state]).toEqual([201, 'asked']);
    return body.id;
  };
  const decide = (who: Caller, id: string, decision: string, reason?: string) =>
    who.call('POST', `/api/identity-requests/${id}/decision`, { decision, reason });
  const look = (who: Caller, id: string) => who.call('GET', `/api/identity-requests/${id}/identity`);
  const work = async (who: Caller) =>
    (await who.call('GET', '/api/work')).body as unknown as { approvals: { identities: Asked[] }; answers: Asked[] };
  const line = async (who: Caller, reportId: string) =>
    ((await who.call('GET', '/api/reports?limit=100')).body as unknown as { items: Line[] }).items.find((i) => i.id === reportId)!;
  const looks = (refId: string) =>
    sql<{ type: string; actor: string; office: object }>(
      `SELECT type, office ->> 'actor' AS actor, office -> 'data' AS office FROM core.events WHERE subject = $1 AND type <> 'report.received' ORDER BY position`,
      [refId],
    );
  /** The time of an approval is over, as if the hours of the setting had passed. */
  const expire = (id: string) =>
    sql(`ALTER TABLE core.identity_requests DISABLE TRIGGER USER;
      UPDATE core.identity_requests SET open_until = clock_timestamp() - interval '1 second' WHERE id = '${id}';
      ALTER TABLE core.identity_requests ENABLE TRIGGER USER`);

  test('is shown to the one who asked and gave a reason, after the chief approved, and each look stands in the log', async () => {
    const reportId = await reported(await post());
    expect(await line(inspector, reportId)).toMatchObject({ hasContact: true, identity: null });
    const id = await asked(inspector, reportId);
    expect(await line(inspector, reportId)).toMatchObject({ identity: { id, state: 'asked', openUntil: null } });
    expect((await line(other, reportId)).identity).toBeNull();
    expect(await look(inspector, id)).toMatchObject({ status: 403, body: { code: 'identity-not-approved' } });

    const waiting = (await work(chief)).approvals.identities.find((i) => i.requestId === id);
    expect(waiting).toMatchObject({ kind: 'reporter', reason: 'Cần hỏi thêm người báo', about: expect.stringContaining('mang.example') });
    const before = Date.now();
    const approved = await decide(chief, id, 'approved');
    expect([approved.status, approved.body.state]).toEqual([200, 'approved']);
    expect(Math.round((Date.parse(approved.body.openUntil) - before) / 3_600_000)).toBe(24);
    expect((await work(chief)).approvals.identities.some((i) => i.requestId === id)).toBe(false);
    expect((await work(inspector)).answers).toMatchObject([{ requestId: id, state: 'approved', looked: false }]);
    const counted = async () => ((await inspector.call('GET', '/api/counts')).body as Record<string, number>).work;
    const waits = await counted();

    for (let i = 0; i < 2; i++) {
      const seen = await look(inspector, id);
      expect(seen).toMatchObject({ status: 200, body: CONTACT });
      expect(seen.headers.get('cache-control')).toBe('no-store');
    }
    expect((await work(inspector)).answers).toMatchObject([{ requestId: id, looked: true }]);
    expect(await counted()).toBe(waits - 1);
    expect(await looks(reportId)).toEqual([
      { type: 'identity.requested', actor: inspector.staffId, office: { kind: 'reporter', requestId: id } },
      { type: 'identity.approved', actor: chief.staffId, office: { kind: 'reporter', requestId: id } },
      { type: 'personal-data.read', actor: inspector.staffId, office: { kind: 'reporter', requestId: id, readId: expect.any(String) } },
      { type: 'personal-data.read', actor: inspector.staffId, office: { kind: 'reporter', requestId: id, readId: expect.any(String) } },
    ]);
    const reads = await sql('SELECT reason FROM core.personal_data_reads WHERE ref_id = $1', [reportId]);
    expect(reads).toEqual([{ reason: 'Cần hỏi thêm người báo' }, { reason: 'Cần hỏi thêm người báo' }]);
  });

  test('is a matter of the one who asked: nobody else looks, not even the chief who approved', async () => {
    const id = await asked(inspector, await reported(await post()));
    await decide(chief, id, 'approved');
    for (const who of [other, chief, second, auditor, operator]) expect((await look(who, id)).status).toBe(404);
    expect((await look(admin, id)).status).toBe(403);
    expect((await look(office.guest(), id)).status).toBe(401);
    expect((await look(inspector, NOBODY)).status).toBe(404);
  });

  test('is approved by another chief when a chief asks, never by the one who asked', async () => {
    const id = await asked(chief, await reported(await post()));
    expect((await work(chief)).approvals.identities.some((i) => i.requestId === id)).toBe(false);
    expect(await decide(chief, id, 'approved')).toMatchObject({ status: 403, body: { code: 'own-identity-request' } });
    await expect(
      sql(
        `UPDATE core.identity_requests SET decision = 'approved', decided_by = requested_by, decided_at = now(), open_until = now() WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('violates check constraint');
    expect((await decide(second, id, 'approved')).status).toBe(200);
    expect((await look(chief, id)).body).toMatchObject(CONTACT);
  });

  test('stays hidden when the chief refuses, who says why; the answer is final, and one may ask again', async () => {
    const reportId = await reported(await post());
    const id = await asked(inspector, reportId);
    expect((await decide(chief, id, 'refused')).body.code).toBe('step-reason-needed');
    expect((await decide(chief, id, 'refused', 'Tin báo đã đủ rõ')).body).toMatchObject({ state: 'refused', openUntil: null });
    expect((await work(inspector)).answers.find((a) => a.requestId === id)).toMatchObject({
      state: 'refused',
      decisionReason: 'Tin báo đã đủ rõ',
    });
    expect(await decide(second, id, 'approved')).toMatchObject({ status: 409, body: { code: 'stale' } });
    await expect(sql(`UPDATE core.identity_requests SET decision_reason = 'khác' WHERE id = $1`, [id])).rejects.toThrow('answered once');
    expect(await look(inspector, id)).toMatchObject({ status: 403, body: { code: 'identity-not-approved' } });
    await asked(inspector, reportId);
  });

  test('is asked for once at a time by one person, also when two requests come at once', async () => {
    const reportId = await reported(await post());
    const both = await Promise.all([ask(inspector, reportId), ask(inspector, reportId), ask(inspector, reportId)]);
    expect(both.map((b) => b.status).sort()).toEqual([201, 409, 409]);
    expect(both.find((b) => b.status === 409)!.body.code).toBe('identity-asked');
    const { id } = (await line(inspector, reportId)).identity!;
    await decide(chief, id, 'approved');
    expect((await ask(inspector, reportId)).body.code).toBe('identity-asked');
    await asked(other, reportId);
  });

  test('is hidden again when the time of the approval is over', async () => {
    const reportId = await reported(await post());
    const id = await asked(inspector, reportId);
    await decide(chief, id, 'approved');
    await expire(id);
    expect(await look(inspector, id)).toMatchObject({ status: 403, body: { code: 'identity-expired' } });
    expect((await line(inspector, reportId)).identity).toMatchObject({ id, state: 'expired' });
    expect((await work(inspector)).answers.some((a) => a.requestId === id)).toBe(false);
    await asked(inspector, reportId);
  });

  test('is not asked for where there is no contact: the list says so, and no request is made', async () => {
    const reportId = await reported(await post(), {});
    expect(await line(inspector, reportId)).toMatchObject({ hasContact: false });
    expect(await ask(inspector, reportId)).toMatchObject({ status: 422, body: { code: 'no-contact' } });
    expect((await ask(inspector, NOBODY)).status).toBe(404);
    expect(await looks(reportId)).toEqual([]);
  });

  test('needs a written reason, and the right to read reports', async () => {
    const reportId = await reported(await post());
    for (const reason of ['', '    ', 'vì', 'x'.repeat(1_001)]) expect((await ask(inspector, reportId, reason)).status).toBe(400);
    expect((await ask(admin, reportId)).body.code).toBe('forbidden');
    const id = await asked(operator, reportId);
    expect((await decide(inspector, id, 'approved')).body.code).toBe('forbidden');
    expect((await decide(chief, id, 'maybe')).status).toBe(400);
  });

  test('is out of reach for a staff member who is party to a case on that post, before and after an approval', async () => {
    const ready = await post();
    const reportId = await reported(ready);
    const [before, after] = [await office.as('inspector', 'chief'), await office.as('inspector', 'chief')];
    const open = await asked(after, reportId);
    await decide(chief, open, 'approved');
    const fromInspector = await asked(inspector, reportId);
    const { id: caseId } = (await inspector.call('POST', '/api/cases', { postId: ready.postId })).body as unknown as { id: string };
    for (const { staffId } of [before, after])
      await inspector.call('POST', `/api/cases/${caseId}/parties`, { kind: 'person', role: 'accused', name: 'Người trong nhà', staffId });
    expect((await ask(before, reportId)).status).toBe(404);
    expect((await look(after, open)).status).toBe(404);
    expect((await decide(before, fromInspector, 'approved')).status).toBe(404);
    const { approvals, answers } = await work(before);
    expect([approvals.identities.map((i) => i.requestId).includes(fromInspector), answers]).toEqual([false, []]);
    expect((await work(after)).answers).toEqual([]);
    expect((await decide(chief, fromInspector, 'approved')).status).toBe(200);
  });

  test('is barred also where the post became another one by a merge', async () => {
    const [ready, into] = [await post(), await post()];
    const reportId = await reported(into);
    const { id: caseId } = (await inspector.call('POST', '/api/cases', { postId: ready.postId })).body as unknown as { id: string };
    const someone = await office.as('inspector');
    await inspector.call('POST', `/api/cases/${caseId}/parties`, { kind: 'person', role: 'accused', name: 'X', staffId: someone.staffId });
    await sql('UPDATE intake.posts SET merged_into = $2 WHERE id = $1', [ready.postId, into.postId]);
    await office.app.get(Db).tx((tx) =>
      office.app.get(Log).append(tx, {
        type: 'post.merged',
        v: 1,
        public: {},
        office: { postId: ready.postId, into: into.postId, addressId: ready.addressId },
      }),
    );
    await deliverAll(office);
    expect((await ask(someone, reportId)).status).toBe(404);
    await asked(inspector, reportId);
  });

  describe('as a party to a case', () => {
    let caseId: string;
    let reporter: string;
    let witness: string;
    const party = async (role: string, name: string): Promise<string> =>
      (await inspector.call('POST', `/api/cases/${caseId}/parties`, { kind: 'person', role, name })).body.id;
    const askParty = (who: Caller, id: string) =>
      who.call('POST', `/api/cases/${caseId}/parties/${id}/identity-requests`, { reason: 'Cần mời làm việc' });
    const name = (who: Caller, id: string) => who.call('POST', `/api/cases/${caseId}/parties/${id}/look`, { reason: 'Cần mời làm việc' });
    beforeAll(async () => {
      caseId = (await inspector.call('POST', '/api/cases', { postId: (await post()).postId })).body.id;
      reporter = await party('reporter', SECRETS[0]);
      witness = await party('witness', 'Người Chứng Kiến');
    });

    test('is no side door: the name needs the same approval, for the chief too', async () => {
      for (const who of [inspector, chief]) expect((await name(who, reporter)).body.code).toBe('identity-not-approved');
      const id = (await askParty(inspector, reporter)).body.id as string;
      const { number } = (await inspector.call('GET', `/api/cases/${caseId}`)).body;
      expect((await work(chief)).approvals.identities.find((i) => i.requestId === id)).toMatchObject({ kind: 'party', number });
      await decide(chief, id, 'approved');
      expect((await name(inspector, reporter)).body).toMatchObject({ name: SECRETS[0], role: 'reporter' });
      expect((await look(inspector, id)).body).toMatchObject({ name: SECRETS[0] });
      expect((await name(other, reporter)).body.code).toBe('identity-not-approved');
      expect((await name(chief, reporter)).body.code).toBe('identity-not-approved');
      const file = (await inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as {
        parties: { id: string; name: string; reads: number; identity: object | null }[];
        history: { type: string }[];
      };
      expect(file.parties).toMatchObject([
        { id: reporter, name: '••••••', reads: 2, identity: { id, state: 'approved' } },
        { id: witness, name: '••••••', reads: 0, identity: null },
      ]);
      expect(file.history.filter((h) => /^(identity|personal-data)\./.test(h.type)).map((h) => h.type)).toEqual([
        'personal-data.read',
        'personal-data.read',
        'identity.approved',
        'identity.requested',
      ]);
      await expire(id);
      expect((await name(inspector, reporter)).body.code).toBe('identity-not-approved');
    });
    test('differs from others, whose name is shown for a written reason alone', async () => {
      expect((await name(inspector, witness)).body.name).toBe('Người Chứng Kiến');
      expect((await askParty(inspector, witness)).status).toBe(400);
      expect(
        (await inspector.call('POST', `/api/cases/${NOBODY}/parties/${reporter}/identity-requests`, { reason: 'Cần mời' })).status,
      ).toBe(404);
    });
    test('is out of reach for whoever is party to that case, and so are the looks in the log', async () => {
      const someone = await office.as('inspector', 'chief');
      const id = (await askParty(someone, reporter)).body.id as string;
      await decide(chief, id, 'approved');
      await inspector.call('POST', `/api/cases/${caseId}/parties`, {
        kind: 'person',
        role: 'accused',
        name: 'Người trong nhà',
        staffId: someone.staffId,
      });
      expect([
        (await look(someone, id)).status,
        (await name(someone, reporter)).status,
        (await askParty(someone, reporter)).status,
      ]).toEqual([404, 404, 404]);
      expect(JSON.stringify((await someone.call('GET', '/api/log?type=personal-data&limit=100')).body)).not.toContain(caseId);
      expect(JSON.stringify((await chief.call('GET', '/api/log?type=personal-data&limit=100')).body)).toContain(caseId);
    });
  });

  test('cannot be looked at past the approval, even by the office’s own hand on the database', async () => {
    const reportId = await reported(await post());
    const id = await asked(inspector, reportId);
    const note = (requestId: string | null, by: string) =>
      sql(`INSERT INTO core.personal_data_reads (kind, ref_id, reason, read_by, request_id) VALUES ('reporter', $1, 'tự xem', $2, $3)`, [
        reportId,
        by,
        requestId,
      ]);
    await expect(note(null, inspector.staffId)).rejects.toThrow('reporters_by_request');
    await expect(note(id, inspector.staffId)).rejects.toThrow('not approved');
    await decide(chief, id, 'approved');
    await expect(note(id, other.staffId)).rejects.toThrow('not approved');
    await note(id, inspector.staffId);
    await expire(id);
    await expect(note(id, inspector.staffId)).rejects.toThrow('not approved');
  });

  test('stands nowhere in the clear: not in lists, my work, the log, nor the database', async () => {
    const texts: string[] = [];
    for (const who of [inspector, chief, auditor])
      for (const path of ['/api/reports?limit=100', '/api/work', '/api/log?limit=100', '/api/triage?limit=100'])
        texts.push(JSON.stringify((await who.call('GET', path)).body));
    const stored = await sql(
      `SELECT (SELECT string_agg(office::text || public::text, '') FROM core.events) || (SELECT string_agg(encode(sealed, 'escape'), '') FROM intake.reporter_identities)
         || (SELECT string_agg(q::text, '') FROM core.identity_requests q) || (SELECT string_agg(r::text, '') FROM core.personal_data_reads r) AS all`,
    );
    for (const secret of SECRETS) expect(texts.join() + JSON.stringify(stored)).not.toContain(secret);
  });
});
