import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Db } from '../../src/core/database/db.js';
import { Log } from '../../src/core/events/log.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgedPost, type Ready } from './cases-setup.js';

interface Told {
  custody: { part: string; reason: string | null; by?: string | null; actor?: string | null }[];
}

describe('a legal hold', () => {
  let office: Office;
  let inspector: Caller;
  let legal: Caller;
  let chief: Caller;
  let ready: Ready;
  let caseId: string;
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    [inspector, legal, chief] = [await office.as('inspector'), await office.as('legal'), await office.as('chief')];
    ready = await judgedPost(office, inspector.staffId);
    const opened = await inspector.call('POST', '/api/cases', { postId: ready.postId });
    caseId = (opened.body as unknown as { id: string }).id;
  }, 60_000);
  afterAll(() => office.close());

  const version = async () => ((await legal.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number }).version;
  const act = async (who: Caller, path: string, body: object) =>
    who.call('POST', `/api/cases/${caseId}/${path}`, { version: await version(), ...body });
  const capture = async (id = ready.captureId) => (await legal.call('GET', `/api/captures/${id}`)).body as unknown as Told;
  const holds = async (who = legal) => (await who.call('GET', `/api/cases/${caseId}/holds`)).body as unknown as { items: object[] };
  const toDecide = async (who: Caller) =>
    ((await who.call('GET', '/api/work')).body as unknown as { approvals: { releases: object[] } }).approvals.releases;
  const why = 'Tòa án nhân dân yêu cầu giữ nguyên hồ sơ';

  test('is placed by legal staff alone, with a reason, and once', async () => {
    expect((await act(inspector, 'holds', { reason: why })).status).toBe(403);
    expect((await act(chief, 'holds', { reason: why })).status).toBe(403);
    expect((await act(legal, 'holds', { reason: 'ngắn' })).body.code).toBe('invalid');
    expect((await act(legal, 'holds', { reason: why })).status).toBe(201);
    expect((await act(legal, 'holds', { reason: why })).body.code).toBe('held-already');
    expect((await holds(inspector)).items).toMatchObject([{ reason: why, liftedAt: null, release: null }]);
    expect((await inspector.call('GET', '/api/holds')).body).toMatchObject({ total: 1, items: [{ caseId, reason: why }] });
  });

  test('stands with its reason in the history of the case and the custody of its exhibits; a capture, which other cases show as well, tells only that it is held', async () => {
    expect((await capture()).custody).toMatchObject([{ part: 'hold', reason: null }]);
    const file = (await legal.call('GET', `/api/cases/${caseId}`)).body as unknown as { exhibits: Told[]; history: object[] };
    expect(file.exhibits[0].custody).toMatchObject([{ part: 'hold', reason: why }]);
    expect(file.history).toContainEqual(expect.objectContaining({ type: 'case.held', reason: why }));
  });

  test('covers what is captured later', async () => {
    const [later, evidence] = [randomUUID(), randomUUID()];
    const sql = office.database.owner.bind(office.database);
    await sql(
      `INSERT INTO core.evidence_items (id, kind, sha256, media_type, bytes) VALUES ($1, 'capture', repeat('b', 64), 'application/wacz+zip', 1)`,
      [evidence],
    );
    await sql(
      `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, outcome, evidence_id) VALUES ($1, $2, $3, $4, 'report', 'sealed', 'complete', $5)`,
      [later, ready.postId, ready.addressId, ready.url, evidence],
    );
    const of = { captureId: later, postId: ready.postId, addressId: ready.addressId, evidenceId: evidence };
    const sealed = { ...of, observation: 'present', packageSha256: 'b'.repeat(64) };
    await office.app.get(Db).tx((tx) =>
      office.app.get(Log).append(tx, {
        type: 'capture.sealed',
        v: 2,
        public: { platform: 'mang', outcome: 'complete' },
        office: sealed,
        subject: ready.postId,
      }),
    );
    await deliverAll(office);
    expect((await capture(later)).custody).toMatchObject([{ part: 'hold', reason: null, actor: null }]);
  });

  test('ends by a second person only', async () => {
    expect((await act(chief, 'holds/release/decision', { decision: 'approved' })).body.code).toBe('no-release-proposed');
    expect((await act(legal, 'holds/release', { reason: 'Bản án đã có hiệu lực' })).status).toBe(201);
    expect((await act(legal, 'holds/release', { reason: 'Bản án đã có hiệu lực' })).body.code).toBe('release-proposed-already');
    expect([await toDecide(legal), await toDecide(inspector)]).toEqual([[], []]);
    const line = { caseId, number: expect.any(String), reason: 'Bản án đã có hiệu lực', proposedBy: expect.any(String) };
    expect(await toDecide(chief)).toMatchObject([line]);
    const other = await office.as('legal');
    expect(await toDecide(other)).toMatchObject([line]);
    await office.database.owner('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [other.staffId, ready.postId]);
    expect(await toDecide(other)).toEqual([]);
    expect((await act(legal, 'holds/release/decision', { decision: 'approved' })).body.code).toBe('own-release');
    expect((await act(chief, 'holds/release/decision', { decision: 'declined' })).body.code).toBe('step-reason-needed');
    expect((await act(chief, 'holds/release/decision', { decision: 'declined', reason: 'còn kháng cáo' })).status).toBe(200);
    expect((await holds()).items).toMatchObject([{ liftedAt: null, release: { decision: 'declined', mine: true } }]);
    expect(await toDecide(chief)).toEqual([]);
    expect((await act(legal, 'holds/release', { reason: 'Bản án đã có hiệu lực' })).status).toBe(201);
    expect((await act(chief, 'holds/release/decision', { decision: 'approved' })).status).toBe(200);
    expect((await holds()).items).toMatchObject([{ liftedAt: expect.any(String), release: { decision: 'approved' } }]);
    expect((await capture()).custody).toMatchObject([{ part: 'hold-lifted', reason: null }, { part: 'hold' }]);
    expect((await act(chief, 'holds/release/decision', { decision: 'approved' })).body.code).toBe('not-held');
  });

  test('cannot be ended past the office: the database asks for the decision', async () => {
    expect((await act(legal, 'holds', { reason: why })).status).toBe(201);
    const app = office.app.get(Db);
    await expect(app.once('UPDATE cases.holds SET lifted_at = now() WHERE lifted_at IS NULL')).rejects.toThrow('second person');
    await expect(app.once('DELETE FROM cases.holds')).rejects.toThrow('permission denied');
    await expect(app.once(`UPDATE cases.holds SET case_id = case_id`)).rejects.toThrow('permission denied');
  });
});
