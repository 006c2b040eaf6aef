import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { evidenceTables } from '../../src/core/backup/house-tables.js';
import { CONFIG, type Config } from '../../src/core/config.js';
import { Db } from '../../src/core/database/db.js';
import { HeadKeeper } from '../../src/core/events/head-keeper.js';
import { Sealer } from '../../src/core/events/sealer.js';
import { verifyLog } from '../../src/core/events/verify-log.js';
import { EvidenceStore } from '../../src/core/evidence/store.js';
import { encrypt } from '../../src/core/identity/secrets.js';
import { KeepRetention } from '../../src/retention/index.js';
import { madePhoto } from '../kit/made-files.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { until } from '../kit/until.js';
import { besideOffice, emptyMachine, sealAll } from './backup-setup.js';
import { judgedPost, type Ready } from './cases-setup.js';
import { Device } from './penalties-setup.js';
import { bringFile } from './retention-setup.js';

interface Batch {
  id: string;
  class: string;
  state: string;
  version: number;
  counts: Record<string, number>;
}
interface Item {
  id: string;
  refId: string;
  state: string;
  said: string | null;
}
const why = 'Đã xem từng mục, hết hạn lưu giữ';

describe('retention', () => {
  let office: Office;
  let inspector: Caller;
  let legal: Caller;
  let chief: Caller;
  let device: Device;
  let harmless: Ready;
  let guilty: Ready;
  const sql = <T extends object>(text: string, values?: unknown[]) => office.database.owner<T>(text, values);
  const turn = () => office.app.get(KeepRetention).run(0);
  /** The house looks again at once. */
  const sweep = async () => {
    await sql('DELETE FROM retention.sweeps');
    await turn();
  };
  const batches = async (state = '') =>
    ((await legal.call('GET', `/api/retention${state && `?state=${state}`}`)).body as unknown as { items: Batch[]; total: number }).items;
  const batch = async (name: string) => (await batches()).find((b) => b.class === name)!;
  const items = async (id: string) => ((await legal.call('GET', `/api/retention/${id}/items`)).body as unknown as { items: Item[] }).items;
  const act = async (who: Caller, { id }: Batch, path: string, body: object) => {
    const { version } = (await legal.call('GET', `/api/retention/${id}`)).body as unknown as Batch;
    return who.call('POST', `/api/retention/${id}/${path}`, { version, ...body });
  };
  const letGo = async (b: Batch) => {
    expect((await act(legal, b, 'submission', { reason: why })).status).toBe(200);
    expect((await act(chief, b, 'decision', { decision: 'approved' })).status).toBe(200);
  };
  const passed = async (r: Ready, years: number) => {
    await sql(`UPDATE classify.judgements SET judged_at = judged_at - make_interval(years => $2) WHERE post_id = $1`, [r.postId, years]);
    await sql(`UPDATE crawl.captures SET ordered_at = ordered_at - make_interval(years => $2) WHERE post_id = $1`, [r.postId, years]);
  };
  const holdsBytes = (sha256: string) => existsSync(join(office.app.get<Config>(CONFIG).dataDir, 'evidence', sha256.slice(0, 2), sha256));
  const hashOf = async (r: Ready) =>
    (await sql<{ sha256: string }>('SELECT sha256 FROM core.evidence_items WHERE id = $1', [r.evidenceId]))[0].sha256;
  const openCase = async (r: Ready) => {
    const { body } = await inspector.call('POST', '/api/cases', { postId: r.postId });
    return (body as unknown as { id: string }).id;
  };
  /** A case stands so many years at its end: closed, after it had been confirmed, or dismissed. */
  const over = async (id: string, state: 'closed' | 'dismissed', years: number) => {
    const from = state === 'closed' ? 'confirmed' : 'verifying';
    await sql(
      `INSERT INTO cases.steps (id, case_id, from_state, to_state, taken_by, taken_at) VALUES (gen_random_uuid(), $1, $2, $3, $4, now() - make_interval(years => $5))`,
      [id, from, state, inspector.staffId, years],
    );
    await sql(`UPDATE cases.cases SET state = $2 WHERE id = $1`, [id, state]);
  };
  const asPurger = async (text: string, values: unknown[] = []) => {
    const client = new pg.Client({ connectionString: office.database.urls.purger });
    await client.connect();
    try {
      return await client.query(text, values);
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000', LIMIT_STEP_UP_MINUTES: '60' });
    [inspector, legal, chief] = [await office.as('inspector'), await office.as('legal'), await office.as('chief')];
    device = await Device.enrol(chief);
    harmless = await judgedPost(office, inspector.staffId, 'satire');
    guilty = await judgedPost(office, inspector.staffId);
  }, 60_000);
  afterAll(() => office.close());

  test('proposes nothing before its time, and by itself never does more than propose', async () => {
    await sweep();
    expect(await batches()).toEqual([]);
    await passed(harmless, 2);
    await turn();
    expect(await batches()).toEqual([]); // it looked today
    await sweep();
    const [one] = await batches();
    expect(one).toMatchObject({ class: 'capture-harmless', state: 'proposed', counts: { all: 1, due: 1, purged: 0 } });
    expect(await items(one.id)).toMatchObject([{ refId: harmless.captureId, state: 'due', about: harmless.url }]);
    await sweep();
    expect(await batches()).toHaveLength(1); // what stands on an open list is on no other
    await turn();
    expect(holdsBytes(await hashOf(harmless))).toBe(true);
  });

  test('needs one person who asks and another who lets go', async () => {
    const b = await batch('capture-harmless');
    expect((await act(inspector, b, 'submission', { reason: why })).status).toBe(403);
    expect((await act(chief, b, 'decision', { decision: 'approved' })).body.code).toBe('batch-settled');
    const both = await office.as('legal', 'chief');
    const toDecide = async (who: Caller) => {
      const { approvals } = (await who.call('GET', '/api/work')).body as unknown as { approvals: { purges: object[] } };
      const { work } = (await who.call('GET', '/api/counts')).body as unknown as { work: number };
      return [approvals.purges, work];
    };
    const before = [await toDecide(chief), await toDecide(both)];
    expect(before.map(([purges]) => purges)).toEqual([[], []]);
    expect((await act(both, b, 'submission', { reason: why })).status).toBe(200);
    const line = { batchId: b.id, items: 1, reason: why, submittedBy: expect.any(String), submittedAt: expect.any(String), label: { vi: expect.any(String), en: expect.any(String) } }; // prettier-ignore
    expect(await toDecide(chief)).toEqual([[line], Number(before[0][1]) + 1]);
    expect([await toDecide(both), (await toDecide(legal))[0]]).toEqual([before[1], []]);
    await sql('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [chief.staffId, harmless.postId]);
    expect(await toDecide(chief)).toEqual(before[0]);
    await sql('DELETE FROM core.bars WHERE staff_id = $1', [chief.staffId]);
    expect((await act(both, b, 'decision', { decision: 'approved' })).body.code).toBe('own-batch');
    expect((await act(legal, b, 'submission', { reason: why })).body.code).toBe('batch-settled');
    const [{ id }] = await items(b.id);
    await expect(asPurger('SELECT retention.purge($1)', [id])).rejects.toThrow('two persons');
  });

  test('lets nothing go without a second factor that was shown just now; to keep it, none is asked for', async () => {
    const b = await batch('capture-harmless');
    const shown = (minutesAgo: number) =>
      sql(
        `UPDATE core.sessions SET second_factor_at = clock_timestamp() - make_interval(mins => $2) WHERE account_id IN (SELECT id FROM core.accounts WHERE staff_id = $1)`,
        [chief.staffId, minutesAgo],
      );
    expect((await act(await office.as('chief'), b, 'decision', { decision: 'approved' })).body.code).toBe('second-factor-needed');
    await shown(61);
    expect((await act(chief, b, 'decision', { decision: 'approved' })).body.code).toBe('step-up-needed');
    expect((await batch('capture-harmless')).state).toBe('submitted');
    expect((await device.show()).status).toBe(204);
    await shown(59);
  });

  test('keeps all of a list that is declined, with its reason, and does not propose it anew at once', async () => {
    const b = await batch('capture-harmless');
    expect((await act(chief, b, 'decision', { decision: 'declined' })).body.code).toBe('step-reason-needed');
    expect((await act(chief, b, 'decision', { decision: 'declined', reason: 'còn cần đối chiếu' })).status).toBe(200);
    expect(await items(b.id)).toMatchObject([{ state: 'kept', said: 'declined' }]);
    await sweep();
    expect(await batches('proposed')).toEqual([]);
    await sql(`UPDATE retention.items SET settled_at = settled_at - interval '2 years'`);
    await sweep();
    expect(await batches('proposed')).toHaveLength(1);
  });

  test('purges what two persons let go: bytes and words are gone, hashes and the chain of the log stay', async () => {
    const sha256 = await hashOf(harmless);
    const [b] = await batches('proposed');
    const reasons = [{ code: 'words', share: 60, words: ['nhiễm', 'độc'] }, { code: 'pairs', share: 40 }, { code: 'cue', kind: 'denial', words: 'không', start: 3, end: 8 }]; // prettier-ignore
    const matched = await sql<{ id: string }>(
      `INSERT INTO classify.matches (item_id, claim_id, version_id, evidence_id, text_sha256, score, strength, stance, reasons, spans, model)
       SELECT t.id, v.claim_id, v.id, $2, 'x', 0.5, 'suggest', '{}', $3, '[{"start": 0, "end": 5}]', 'm' FROM classify.triage_items t, classify.claim_versions v WHERE t.post_id = $1 LIMIT 1 RETURNING id`,
      [harmless.postId, harmless.evidenceId, JSON.stringify(reasons)],
    );
    expect(matched).toHaveLength(1);
    const [{ id: readingId }] = await sql<{ id: string }>(
      `INSERT INTO classify.readings (post_id, capture_id, evidence_id, part, kind, of_sha256, engine, outcome, lines, text) VALUES ($1, $2, $3, 'picture-1', 'picture', repeat('0', 64), 'e', 'read', '[]', 'nhiễm độc') RETURNING id`,
      [harmless.postId, harmless.captureId, harmless.evidenceId],
    );
    await sql('UPDATE classify.matches SET reading_id = $2 WHERE id = $1', [matched[0].id, readingId]);
    await letGo(b);
    await turn();
    expect(await sql('SELECT 1 FROM classify.readings WHERE id = $1', [readingId])).toEqual([]);
    expect(await sql('SELECT score, reasons, spans, reading_id FROM classify.matches WHERE id = $1', [matched[0].id])).toEqual([
      {
        score: 0.5,
        reading_id: null,
        reasons: reasons.map((r) => ('words' in r ? { ...r, words: Array.isArray(r.words) ? [] : '' } : r)),
        spans: [],
      },
    ]);
    expect(await batch('capture-harmless')).toMatchObject({ id: b.id, state: 'done', counts: { purged: 1, due: 0 } });
    expect(holdsBytes(sha256)).toBe(false);
    const seen = (await legal.call('GET', `/api/captures/${harmless.captureId}`)).body;
    expect(seen).toMatchObject({
      purgedAt: expect.any(String),
      text: null,
      author: null,
      parts: [],
      outcome: 'complete',
      custody: [{ part: 'purged' }],
    });
    for (const [method, path, body] of [
      ['GET', `/api/captures/${harmless.captureId}/parts/picture`],
      ['GET', `/api/evidence/${harmless.evidenceId}/verification`],
      ['POST', `/api/captures/${harmless.captureId}/package`, { reason: why }],
    ] as const)
      expect([path, await legal.call(method, path, body)]).toMatchObject([path, { status: 410, body: { code: 'purged' } }]);
    const [grave] = await sql('SELECT rule, held, since, submitted_by, decided_by FROM retention.tombstones WHERE ref_id = $1', [
      harmless.captureId,
    ]);
    expect(grave).toMatchObject({
      submitted_by: legal.staffId,
      decided_by: chief.staffId,
      rule: { from: 'judged-harmless', ground: { vi: expect.any(String) } },
      held: { parts: [expect.objectContaining({ name: 'picture' }), expect.objectContaining({ sha256 })] },
    });
    const heads = join(office.app.get<Config>(CONFIG).dataDir, 'heads');
    const { last } = await office.app.get(Sealer).seal();
    await new HeadKeeper(heads).keep(last);
    expect(await verifyLog(office.database.urls.reader, heads)).toMatchObject({ holds: true });
    expect(
      await sql(`SELECT 1 FROM core.events WHERE type = 'retention.purged' AND office #>> '{data,refId}' = $1`, [harmless.captureId]),
    ).toHaveLength(1);
  });

  test('leaves bytes that another capture names', async () => {
    const bytes = Buffer.from('cùng một nội dung');
    const [one, other] = [
      await judgedPost(office, inspector.staffId, 'opinion', 'a', bytes),
      await judgedPost(office, inspector.staffId, 'opinion', 'b', bytes),
    ];
    await passed(one, 2);
    await sweep();
    await letGo((await batches('proposed'))[0]);
    await turn();
    expect(holdsBytes(await hashOf(other))).toBe(true);
    expect(await office.app.get(EvidenceStore).has(await hashOf(one))).toBe(true);
    const [{ outcome }] = await sql<{ outcome: string }>('SELECT outcome FROM retention.objects WHERE digest = $1', [await hashOf(other)]);
    expect(outcome).toBe('named');
  });

  test('purges nothing that came under hold after it was approved, and proposes nothing that is held', async () => {
    const id = await openCase(guilty);
    await over(id, 'closed', 21);
    await passed(guilty, 21);
    await sweep();
    const b = await batch('capture-closed-case');
    expect(await items(b.id)).toMatchObject([{ refId: guilty.captureId, caseId: id }]);
    await letGo(b);
    const { version } = (await legal.call('GET', `/api/cases/${id}`)).body as unknown as { version: number };
    expect((await legal.call('POST', `/api/cases/${id}/holds`, { version, reason: 'Cơ quan điều tra đề nghị giữ' })).status).toBe(201);
    const [{ id: item }] = await items(b.id);
    expect((await asPurger('SELECT retention.purge($1) AS became', [item])).rows).toEqual([{ became: 'held' }]);
    await turn();
    expect(await items(b.id)).toMatchObject([{ state: 'refused', said: 'held' }]);
    expect(holdsBytes(await hashOf(guilty))).toBe(true);
    await sweep();
    expect(await batches('proposed')).toEqual([]);
  });

  test('is closed to every other way: no login of the house deletes by itself', async () => {
    for (const text of [
      'DELETE FROM core.evidence_items',
      'DELETE FROM crawl.capture_parts',
      'DELETE FROM intake.reporter_identities',
      'UPDATE crawl.captures SET text = NULL',
      'UPDATE cases.files SET name = NULL',
      `UPDATE retention.items SET state = 'due'`,
      'INSERT INTO core.evidence_tombstones (evidence_id, item_id) SELECT id, id FROM core.evidence_items',
    ])
      await expect(asPurger(text)).rejects.toThrow('permission denied');
    const app = office.app.get(Db);
    await expect(app.once('DELETE FROM core.evidence_items')).rejects.toThrow('permission denied');
    await expect(app.once('SELECT retention.purge(gen_random_uuid())')).rejects.toThrow('permission denied');
    await expect(app.once(`UPDATE retention.batches SET state = 'approved'`)).rejects.toThrow();
    await expect(
      app.once(
        `INSERT INTO retention.batches (class, kind, basis, keep, rule, state, submitted_by, decided_by) SELECT 'x', 'capture', 'case-closed', '1 day', '{}', 'approved', $1, $2`,
        [legal.staffId, chief.staffId],
      ),
    ).rejects.toThrow('begins as a proposal');
  });

  test('goes on after a kill where it ended: one thing gone and not told, one still there, bytes half away', async () => {
    const two = [
      await judgedPost(office, inspector.staffId, 'question', 'một'),
      await judgedPost(office, inspector.staffId, 'question', 'hai'),
    ];
    for (const r of two) await passed(r, 2);
    await sweep();
    const [b] = await batches('proposed');
    await letGo(b);
    const [first] = await items(b.id);
    await asPurger('SELECT retention.purge($1)', [first.id]); // … and the worker was killed
    const gone = two.find((r) => r.captureId === first.refId)!;
    await office.app.get(EvidenceStore).remove(await hashOf(gone), new Date(Date.now() + 60_000)); // … or here
    expect(await batch('capture-harmless')).toMatchObject({ state: 'approved', counts: { purged: 1, due: 1 } });
    await turn();
    await turn();
    expect(await batch('capture-harmless')).toMatchObject({ id: b.id, state: 'done', counts: { purged: 2, due: 0 } });
    for (const r of two) expect(holdsBytes(await hashOf(r))).toBe(false);
    expect(
      await sql(`SELECT 1 FROM core.events WHERE type = 'retention.purged' AND office #>> '{data,batchId}' = $1`, [b.id]),
    ).toHaveLength(2);
    expect(await sql(`SELECT 1 FROM core.events WHERE type = 'retention.done' AND office #>> '{data,batchId}' = $1`, [b.id])).toHaveLength(
      1,
    );
  });

  test('keeps one thing of a list for a reason, and lets the rest go', async () => {
    const two = [await judgedPost(office, inspector.staffId, 'true', 'ba'), await judgedPost(office, inspector.staffId, 'true', 'bốn')];
    for (const r of two) await passed(r, 2);
    await sweep();
    const [b] = await batches('proposed');
    const [kept, other] = await items(b.id);
    expect((await act(legal, b, `items/${kept.id}/keep`, { reason: 'Đang được báo chí hỏi lại' })).status).toBe(200);
    expect((await act(legal, b, `items/${kept.id}/keep`, { reason: 'Đang được báo chí hỏi lại' })).body.code).toBe('batch-settled');
    await letGo(b);
    await turn();
    expect((await items(b.id)).map((i) => [i.refId, i.state]).sort()).toEqual(
      [
        [kept.refId, 'kept'],
        [other.refId, 'purged'],
      ].sort(),
    );
  });

  test('forgets how a reporter can be reached, and the words of a report that joined no case; the report itself stays counted', async () => {
    const sent = await office
      .guest()
      .call('POST', '/api/reports', { url: harmless.url, note: 'Nhà tôi ở số 5', contact: { phone: '0900000000' } });
    expect(sent.status).toBe(201);
    const [{ id }] = await sql<{ id: string }>('SELECT id FROM intake.reports ORDER BY received_at DESC LIMIT 1');
    await sql(`UPDATE intake.reports SET received_at = received_at - interval '3 years' WHERE id = $1`, [id]);
    await sql(`UPDATE classify.triage_items SET state = 'judged', look_again = false WHERE post_id = $1`, [harmless.postId]);
    await sql(`UPDATE classify.judgements SET judged_at = judged_at - interval '3 years' WHERE post_id = $1`, [harmless.postId]);
    await sweep();
    for (const b of await batches('proposed')) await letGo(b);
    await turn();
    expect(await sql('SELECT note, link_as_given FROM intake.reports WHERE id = $1', [id])).toEqual([{ note: null, link_as_given: null }]);
    expect(await sql('SELECT 1 FROM intake.reporter_identities WHERE report_id = $1', [id])).toEqual([]);
    expect(await sql('SELECT kind FROM retention.tombstones WHERE ref_id = $1 ORDER BY 1', [id])).toEqual([
      { kind: 'report' },
      { kind: 'reporter' },
    ]);
  });

  test('leaves no name of a party to be read once its case is over', async () => {
    const ready = await judgedPost(office, inspector.staffId, 'false-statement-of-fact', 'năm');
    const id = await openCase(ready);
    const { secret } = office.app.get<Config>(CONFIG);
    const [party] = await sql<{ id: string }>(
      `INSERT INTO cases.parties (id, case_id, kind, role, name_sealed, added_by, added_at) VALUES (gen_random_uuid(), $1, 'person', 'accused', $2, $3, now() - interval '30 years') RETURNING id`,
      [id, encrypt(secret, 'party', 'Người Nào Đó'), inspector.staffId],
    );
    await over(id, 'closed', 21);
    await sweep();
    await letGo(await batch('party-closed-case'));
    await turn();
    expect(await legal.call('POST', `/api/cases/${id}/parties/${party.id}/look`, { reason: 'Cần đối chiếu hồ sơ' })).toMatchObject({
      status: 410,
      body: { code: 'purged' },
    });
  });

  /** The address of the first is split off to the post of the second; what was captured of it stays with the first. */
  const split = async (from: Ready, to: Ready) =>
    sql('UPDATE intake.addresses SET post_id = $2 WHERE id = $1', [from.addressId, to.postId]);
  const isDue = async ({ captureId }: Ready, basis: string) =>
    (await sql<{ at: Date | null }>(`SELECT retention.since('capture', $2, $1) AS at`, [captureId, basis]))[0].at !== null;

  test('keeps what a split took to the post of an open or a held case, and what is an exhibit of one', async () => {
    const [left, taken] = [await judgedPost(office, inspector.staffId, 'satire', 'bảy'), await judgedPost(office, inspector.staffId)];
    for (const r of [left, taken]) await passed(r, 21);
    expect(await isDue(left, 'judged-harmless')).toBe(true);
    await split(left, taken);
    expect(await isDue(left, 'judged-harmless')).toBe(false); // judged false there
    const id = await openCase(taken);
    expect([await isDue(left, 'case-closed'), await isDue(left, 'judged-harmless')]).toEqual([false, false]);
    await over(id, 'closed', 21);
    expect([await isDue(left, 'case-closed'), await isDue(left, 'judged-harmless')]).toEqual([true, false]);
    await sweep();
    const [b] = (await batches('proposed')).filter((one) => one.class === 'capture-closed-case');
    expect((await items(b.id)).map((i) => i.refId)).toContain(left.captureId);
    const { version } = (await legal.call('GET', `/api/cases/${id}`)).body as unknown as { version: number };
    expect((await legal.call('POST', `/api/cases/${id}/holds`, { version, reason: 'Cơ quan điều tra đề nghị giữ' })).status).toBe(201);
    expect(await sql('SELECT 1 FROM cases.held_evidence WHERE evidence_id = $1', [left.evidenceId])).toHaveLength(1);
    await letGo(b);
    await turn();
    expect((await items(b.id)).find((i) => i.refId === left.captureId)).toMatchObject({ state: 'refused', said: 'held' });
    const shown = await judgedPost(office, inspector.staffId, 'satire', 'tám');
    await passed(shown, 2);
    const [{ id: open }] = await sql<{ id: string }>(`SELECT id FROM cases.cases WHERE id <> $1 ORDER BY opened_at DESC LIMIT 1`, [id]);
    await sql(`UPDATE cases.cases SET state = 'open' WHERE id = $1`, [open]);
    await sql(
      `INSERT INTO cases.exhibits (id, case_id, evidence_id, part, why, capture_id) VALUES (gen_random_uuid(), $1, $2, 'whole', 'đối chiếu', $3)`,
      [open, shown.evidenceId, shown.captureId],
    );
    expect(await isDue(shown, 'judged-harmless')).toBe(false);
    await sql(`UPDATE cases.cases SET state = 'closed' WHERE id = $1`, [open]);
  });

  test('lets the purger take nothing of a held case, of no kind and not its bytes, also past the program, and waits where a hold is being placed', async () => {
    const ready = await judgedPost(office, inspector.staffId, 'false-statement-of-fact', 'mười ba');
    const id = await openCase(ready);
    await office.guest().call('POST', '/api/reports', { url: ready.url, note: 'Xin xem', contact: { phone: '0911111111' } });
    const [{ report }] = await sql<{ report: string }>('SELECT report_id AS report FROM intake.report_posts WHERE post_id = $1', [
      ready.postId,
    ]);
    const [{ party }] = await sql<{ party: string }>(
      `INSERT INTO cases.parties (id, case_id, kind, role, name_sealed, added_by) VALUES (gen_random_uuid(), $1, 'person', 'accused', 'x', $2) RETURNING id AS party`,
      [id, inspector.staffId],
    );
    /** A thing that two persons let go, as if nothing had been asked. */
    const letGoOf = async (kind: string, ref: string) => {
      const [{ list }] = await sql<{ list: string }>(
        `INSERT INTO retention.batches (class, kind, basis, keep, rule) SELECT 'x', $1, 'matter-ended', '1 day', rule FROM retention.batches LIMIT 1 RETURNING id AS list`,
        [kind],
      );
      const [{ item }] = await sql<{ item: string }>(
        `INSERT INTO retention.items (batch_id, kind, ref_id, since, due_at) VALUES ($1, $2, $3, now(), now()) RETURNING id AS item`,
        [list, kind, ref],
      );
      await sql(`UPDATE retention.batches SET state = 'submitted', submitted_by = $2 WHERE id = $1`, [list, legal.staffId]);
      await sql(`UPDATE retention.batches SET state = 'approved', decided_by = $2 WHERE id = $1`, [list, chief.staffId]);
      return item;
    };
    const { id: file } = (await bringFile(office, inspector, id, await madePhoto())).body;
    const things = { capture: ready.captureId, reporter: report, report, party, file };
    const letGo = await Promise.all(Object.entries(things).map(([kind, ref]) => letGoOf(kind, ref)));
    const purge = async (item: string) => (await asPurger('SELECT retention.purge($1) AS became', [item])).rows[0] as object;

    const placing = new pg.Client({ connectionString: office.database.urls.app });
    await placing.connect();
    await placing.query('BEGIN');
    const { rows } = await placing.query<{ id: string }>('INSERT INTO core.custody_reasons (reason, given_by) VALUES ($1, $2) RETURNING id', [why, legal.staffId]); // prettier-ignore
    await placing.query('INSERT INTO cases.holds (case_id, reason_id, placed_by) VALUES ($1, $2, $3)', [id, rows[0].id, legal.staffId]);
    const first = purge(letGo[0]);
    const waits = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    await until(async () => (await sql(waits)).length > 0);
    await placing.query('COMMIT');
    await placing.end();
    expect(await first).toEqual({ became: 'held' });
    for (const item of letGo.slice(1)) expect(await purge(item)).toEqual({ became: 'held' });

    const [{ digest: fileDigest }] = await sql<{ digest: string }>(
      'SELECT e.sha256 AS digest FROM cases.exhibits x JOIN core.evidence_items e ON e.id = x.evidence_id WHERE x.id = $1',
      [file],
    );
    const digest = await hashOf(ready);
    await sql(`INSERT INTO retention.objects (digest, doomed_at) VALUES ($1, now() - interval '1 day')`, [digest]);
    await sql(`INSERT INTO core.unsealed_bytes (digest, put_at) VALUES ($1, now() - interval '1 day')`, [fileDigest]);
    for (const grace of ['1 hour', '0 s'])
      for (const gone of [digest, fileDigest])
        expect((await asPurger('SELECT digest FROM retention.doomed($1, 100)', [grace])).rows).not.toContainEqual({ digest: gone });
    expect(await sql('SELECT outcome FROM retention.objects WHERE digest IN ($1, $2)', [digest, fileDigest])).toEqual([
      { outcome: 'named' },
      { outcome: 'named' },
    ]);
    expect(await sql('SELECT 1 FROM cases.files WHERE exhibit_id = $1 AND name IS NOT NULL', [file])).toHaveLength(1);
    await expect(asPurger(`UPDATE cases.holds SET lifted_at = now()`)).rejects.toThrow('permission denied');
    await expect(asPurger(`SELECT retention.purge_capture($1, $2)`, [letGo[0], ready.captureId])).rejects.toThrow('permission denied');
    await expect(asPurger(`SELECT retention.purge_file($1, $2)`, [letGo[4], file])).rejects.toThrow('permission denied');
    expect([holdsBytes(digest), await sql('SELECT 1 FROM retention.tombstones WHERE ref_id = ANY ($1)', [Object.values(things)])]).toEqual([
      true,
      [],
    ]);
  });

  test('keeps a case that was dismissed and never confirmed by a shorter time of its own; one that fell waits until it is closed', async () => {
    const [nothing, fell] = [await judgedPost(office, inspector.staffId), await judgedPost(office, inspector.staffId)];
    for (const r of [nothing, fell]) await passed(r, 3);
    const [dismissed, fallen] = [await openCase(nothing), await openCase(fell)];
    const [{ id: party }] = await sql<{ id: string }>(
      `INSERT INTO cases.parties (id, case_id, kind, role, name_sealed, added_by, added_at) VALUES (gen_random_uuid(), $1, 'person', 'accused', 'x', $2, now() - interval '3 years') RETURNING id`,
      [dismissed, inspector.staffId],
    );
    await over(fallen, 'closed', 4);
    await over(fallen, 'dismissed', 3);
    expect([await isDue(nothing, 'case-dismissed'), await isDue(fell, 'case-dismissed')]).toEqual([false, false]);
    await over(dismissed, 'dismissed', 3);
    expect([await isDue(nothing, 'case-dismissed'), await isDue(nothing, 'case-closed'), await isDue(fell, 'case-dismissed')]).toEqual([
      true,
      false,
      false,
    ]);
    await sweep();
    const due = async (name: string) => (await items((await batch(name)).id)).map((i) => i.refId);
    expect([await due('capture-dismissed-case'), await due('party-dismissed-case')]).toEqual([[nothing.captureId], [party]]);
    await sql(`UPDATE cases.cases SET state = 'closed' WHERE id IN ($1, $2)`, [dismissed, fallen]);
    expect([await isDue(nothing, 'case-dismissed'), await isDue(nothing, 'case-closed')]).toEqual([true, false]);
    expect([await isDue(fell, 'case-dismissed'), await isDue(fell, 'case-closed')]).toEqual([false, true]);
  });

  test('is not stopped by one thing that does not go; it stays due and goes later', async () => {
    const two = [await judgedPost(office, inspector.staffId, 'true', 'chín'), await judgedPost(office, inspector.staffId, 'true', 'mười')];
    for (const r of two) await passed(r, 2);
    await sweep();
    const [b] = await batches('proposed');
    const [first, second] = await items(b.id);
    await letGo(b);
    await sql(
      `CREATE FUNCTION public.stuck() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.item_id = '${first.id}' THEN RAISE EXCEPTION 'stuck'; END IF; RETURN NEW; END $$`,
    );
    await sql('CREATE TRIGGER stuck BEFORE INSERT ON retention.tombstones FOR EACH ROW EXECUTE FUNCTION public.stuck()');
    await turn();
    const states = async () => Object.fromEntries((await items(b.id)).map((i) => [i.id, i.state]));
    expect(await states()).toEqual({ [first.id]: 'due', [second.id]: 'purged' });
    const told = () => sql(`SELECT 1 FROM core.events WHERE type = 'retention.purged' AND office #>> '{data,batchId}' = $1`, [b.id]);
    expect(await told()).toHaveLength(1);
    await sql('DROP TRIGGER stuck ON retention.tombstones');
    await turn();
    expect([await states(), (await told()).length]).toEqual([{ [first.id]: 'purged', [second.id]: 'purged' }, 2]);
  });

  test('lets nobody ask or decide who is barred from something of the list', async () => {
    const ready = await judgedPost(office, inspector.staffId, 'satire', 'mười một');
    await passed(ready, 2);
    await sweep();
    const [b] = await batches('proposed');
    const [other, judge] = [await office.as('legal'), await office.as('chief')];
    await sql('INSERT INTO core.bars (staff_id, post_id) SELECT s, $3 FROM unnest(ARRAY[$1, $2]::uuid[]) s', [
      other.staffId,
      judge.staffId,
      ready.postId,
    ]);
    expect(await act(other, b, 'submission', { reason: why })).toMatchObject({ status: 403, body: { code: 'barred-from-list' } });
    expect((await act(legal, b, 'submission', { reason: why })).status).toBe(200);
    expect(await act(judge, b, 'decision', { decision: 'approved' })).toMatchObject({ status: 403, body: { code: 'barred-from-list' } });
    expect((await act(chief, b, 'decision', { decision: 'approved' })).status).toBe(200);
    await turn();
    expect((await batch('capture-harmless')).id).toBe(b.id);
  });

  test('lets nothing that is gone become an exhibit', async () => {
    const ready = await judgedPost(office, inspector.staffId, 'false-statement-of-fact', 'mười hai');
    const id = await openCase(ready);
    const [gone] = await sql<{ id: string }>(
      `INSERT INTO core.evidence_items (kind, sha256, media_type, bytes) VALUES ('capture', repeat('c', 64), 'application/wacz+zip', 1) RETURNING id`,
    );
    await sql(
      `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, outcome, evidence_id) VALUES (gen_random_uuid(), $1, $2, $3, 'report', 'sealed', 'complete', $4)`,
      [ready.postId, ready.addressId, ready.url, gone.id],
    );
    const free = async () => ((await inspector.call('GET', `/api/cases/${id}/captures`)).body as unknown as { items: object[] }).items;
    expect(await free()).toHaveLength(1);
    await sql('INSERT INTO core.evidence_tombstones (evidence_id, item_id) VALUES ($1, gen_random_uuid())', [gone.id]);
    expect(await free()).toEqual([]);
    const { version } = (await inspector.call('GET', `/api/cases/${id}`)).body as unknown as { version: number };
    expect(await inspector.call('POST', `/api/cases/${id}/exhibits`, { evidenceId: gone.id, why: 'đối chiếu', version })).toMatchObject({
      status: 410,
      body: { code: 'purged' },
    });
  });

  test('leaves nothing of what was sent in, and a later report of the same can be read', async () => {
    const send = async (text: string) => {
      expect((await office.guest().call('POST', '/api/reports', { text })).status).toBe(201);
      const [sent] = await sql<{ id: string; evidenceId: string; postId: string; addressId: string }>(
        `SELECT r.id, r.evidence_id AS "evidenceId", l.post_id AS "postId", l.address_id AS "addressId" FROM intake.reports r JOIN intake.report_posts l ON l.report_id = r.id ORDER BY r.recorded_at DESC LIMIT 1`,
      );
      return sent;
    };
    const text = 'Uống nước lá này thì khỏi hẳn bệnh, không cần bác sĩ';
    const [one, same] = [await send(text), await send(`${text}  `)];
    expect(same.addressId).toBe(one.addressId);
    const [{ id: itemId }] = await sql<{ id: string }>(
      `INSERT INTO classify.triage_items (post_id, state, judged_at) VALUES ($1, 'judged', now()) ON CONFLICT (post_id) DO UPDATE SET state = 'judged' RETURNING id`,
      [one.postId],
    );
    await sql(
      `INSERT INTO classify.judgements (item_id, post_id, judgement, judged_by, judged_at) VALUES ($1, $2, 'satire', $3, now() - interval '3 years')`,
      [itemId, one.postId, inspector.staffId],
    );
    await sql(`UPDATE intake.reports SET received_at = received_at - interval '3 years' WHERE id IN ($1, $2)`, [one.id, same.id]);
    await sweep();
    for (const b of await batches('proposed')) await letGo(b);
    await turn();
    expect(
      await sql('SELECT 1 FROM core.evidence_tombstones WHERE evidence_id IN ($1, $2)', [one.evidenceId, same.evidenceId]),
    ).toHaveLength(2);
    const anew = await send(text);
    expect(anew.addressId).not.toBe(one.addressId);
    expect(await sql('SELECT text FROM intake.addresses WHERE id = $1', [anew.addressId])).toEqual([{ text }]);
  });

  test('is asked for anew after a restore: a hold that came after the backup is lost with it', async () => {
    const ready = await judgedPost(office, inspector.staffId, 'satire', 'sáu');
    await passed(ready, 2);
    await sweep();
    await letGo((await batches('proposed'))[0]);
    const dir = mkdtempSync(join(tmpdir(), 'lachan-retention-'));
    const [house, machine] = [besideOffice(office, dir), await emptyMachine()];
    try {
      await sealAll(office);
      await house.lachan(['backup', join(dir, 'backups')], {}, { apart: true });
      const { verdict, missing } = await machine.restore(join(dir, 'backups'));
      expect([verdict.holds, missing]).toEqual([true, ['a'.repeat(64)]]); // that of the kit's pictures; what was purged is missed by nobody
      const [restored] = await machine.database.owner(
        'SELECT state, submitted_by, decided_by FROM retention.batches ORDER BY proposed_at DESC LIMIT 1',
      );
      expect(restored).toEqual({ state: 'proposed', submitted_by: null, decided_by: null });
      // what goes after a backup lies on in it, until that backup is deleted and its objects are pruned
      const [gone, kept] = [await hashOf(ready), await hashOf(guilty)];
      const backedUp = (sha256: string) => existsSync(join(dir, 'backups', 'evidence', sha256.slice(0, 2), sha256));
      await turn();
      expect([holdsBytes(gone), backedUp(gone), backedUp(kept)]).toEqual([false, true, true]);
      const prune = async () =>
        (await house.lachan(['backup', join(dir, 'backups'), '--prune', '--json'], {}, { apart: true })).json.pruned;
      expect([await prune(), backedUp(gone)]).toEqual([0, true]);
      for (const old of readdirSync(join(dir, 'backups')).filter((name) => /^\d{4}-/.test(name)))
        rmSync(join(dir, 'backups', old), { recursive: true });
      expect([await prune(), backedUp(gone), backedUp(kept)]).toEqual([1, false, true]);
    } finally {
      await machine.remove();
      rmSync(dir, { recursive: true, force: true });
    }
  }, 120_000);

  test('proposes a look that came to nothing and kept what came in place of an answer', async () => {
    const [look] = await sql<{ id: string }>(
      `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, outcome, ground, ordered_at, ended_at)
       SELECT gen_random_uuid(), post_id, address_id, url, reason, 'failed', 'failed', '{"rule": "answer-unreadable"}', ordered_at, ended_at FROM crawl.captures WHERE id = $1 RETURNING id`,
      [harmless.captureId],
    );
    await sweep();
    const proposes = async () =>
      (await Promise.all((await batches('proposed')).map((b) => items(b.id)))).flat().some((i) => i.refId === look.id);
    expect(await proposes()).toBe(false);
    await sql(`INSERT INTO crawl.capture_parts (capture_id, name, sha256, media_type, bytes) VALUES ($1, 'answer', $2, 'application/octet-stream', 9)`, [look.id, '0'.repeat(64)]); // prettier-ignore
    await sweep();
    expect(await proposes()).toBe(true);
  });

  test('knows every table that names bytes of the store', async () => {
    const client = new pg.Client({ connectionString: office.database.urls.owner });
    await client.connect();
    expect(await evidenceTables(client)).toEqual(['core.evidence_items', 'crawl.capture_parts']);
    await client.end();
  });
});
