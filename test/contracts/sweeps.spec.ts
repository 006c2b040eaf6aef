import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { Db } from '../../src/core/database/db.js';
import { Deliver } from '../../src/core/events/deliver.js';
import { Log } from '../../src/core/events/log.js';
import { Relay } from '../../src/core/events/relay.js';
import { Evidence } from '../../src/core/evidence/evidence.js';
import { KnownClaims } from '../../src/classify/known-claims.repository.js';
import { SweepQueue } from '../../src/classify/sweeps/sweep-queue.handler.js';
import { pastItems } from '../../src/classify/sweeps/swept-items.repository.js';
import { triageTable } from '../../src/classify/triage-table.js';
import { deliverAll } from '../kit/deliver-all.js';
import { until } from '../kit/until.js';
import { retire } from './cases-setup.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';

interface Sweep {
  id: string;
  claimId: string;
  versionId: string;
  number: number;
  text: string;
  cause: string;
  state: string;
  items: number;
  done: number;
  found: number;
  stop: { reason: string; by: string } | null;
  failure: string | null;
  next: { act: string; possible: boolean }[];
}
const POSTS = 700;
const EVERY = 50;
/** so many more where reading them takes a while */
const MORE = 4_000;

describe('a changed claim and the posts that came in before', () => {
  let office: Office;
  let [inspector, chief]: Caller[] = [];
  const asShipped = { ...triageTable.sweep };
  beforeAll(async () => {
    office = await openOffice();
    [inspector, chief] = [await office.as('inspector'), await office.as('chief')];
    await office.database.owner(
      `INSERT INTO classify.triage_items (post_id, text, text_sha256, evidence_id, received_at) SELECT gen_random_uuid(),
         CASE n % ${EVERY} WHEN 0 THEN 'Cầu Vàm Sâu bị nứt trụ và sắp sập, lượt ' || n WHEN 1 THEN 'Chợ Bến Đò bán trứng gà giả làm bằng nhựa, lượt ' || n ELSE 'Hôm nay trời đẹp, đi chợ vui, lượt ' || n END,
         md5(n::text) || md5(n::text), gen_random_uuid(), core.office_now() - n * interval '1 minute' FROM generate_series(1, ${POSTS}) n`,
    );
  }, 60_000);
  afterAll(() => office.close());
  // turns of a page, so that there are several
  beforeEach(() => {
    Object.assign(triageTable.sweep, { turn_ms: 1, breath_ms: 100, page: 100 });
  });
  afterEach(async () => {
    Object.assign(triageTable.sweep, asShipped);
    await toTheEnd();
  });

  const change = async (text: string, claimId?: string) => {
    const drafted = await inspector.call('POST', claimId ? `/api/claims/${claimId}/versions` : '/api/claims', {
      topic: 'giao-thong',
      harm: 'medium',
      wordings: [{ language: 'vi', text }],
      truth: 'Không có chuyện đó.',
      sources: [{ title: 'Sở Giao thông', url: 'https://giaothong.example/1', date: '2026-11-01' }],
      falseFrom: '2020-01-01',
    });
    const made = drafted.body as unknown as { claimId: string; versionId: string };
    expect((await chief.call('POST', `/api/claim-versions/${made.versionId}/approve`)).status).toBe(204);
    await deliverAll(office, ['quick']);
    return made;
  };
  const sweepsOf = async (claimId: string, who = inspector) =>
    ((await who.call('GET', `/api/sweeps?claimId=${claimId}`)).body as unknown as { items: Sweep[] }).items;
  const matchesOf = async (claimId: string) => {
    const [{ n }] = await office.database.owner<{ n: number }>('SELECT count(*)::int AS n FROM classify.matches WHERE claim_id = $1', [
      claimId,
    ]);
    return n;
  };
  /** the turns that wait now */
  const waiting = async () => {
    await office.app.get(Relay).sweep(() => Promise.resolve());
    return office.database.owner<{ id: string }>(`SELECT id FROM core.deliveries WHERE state = 'waiting' AND lane = 'sweep' ORDER BY id`);
  };
  const turn = async () => {
    const found = await waiting();
    for (const { id } of found) await office.app.get(Deliver).run(id);
    return found.length;
  };
  const toTheEnd = async () => {
    while ((await turn()) > 0);
    await deliverAll(office);
  };
  const logged = async (claimId: string) =>
    (
      await office.database.owner<{ type: string }>(
        `SELECT type FROM core.events WHERE subject = $1 AND type LIKE 'sweep.%' ORDER BY position`,
        [claimId],
      )
    ).map((e) => e.type);

  test('are read once, the newest first, and the record tells how far it is and in how many the claim was found', async () => {
    const { claimId, versionId } = await change('Cầu Vàm Sâu bị nứt trụ và sắp sập');
    const [begun] = await sweepsOf(claimId);
    expect(begun).toMatchObject({ versionId, number: 1, cause: 'approved', state: 'running', items: POSTS, done: 0, found: 0, stop: null });
    expect(begun.text).toBe('Cầu Vàm Sâu bị nứt trụ và sắp sập');
    await turn();
    const [moved] = await sweepsOf(claimId);
    expect(moved.state).toBe('running');
    expect(moved.done).toBeGreaterThan(0);
    expect(moved.done).toBeLessThanOrEqual(100);
    const [{ oldest, newest }] = await office.database.owner<{ oldest: boolean; newest: boolean }>(
      `SELECT bool_or(t.received_at < s.after_at AND m.id IS NOT NULL) AS oldest, bool_and(m.id IS NOT NULL) FILTER (WHERE t.received_at >= s.after_at) AS newest
       FROM classify.sweeps s CROSS JOIN classify.triage_items t LEFT JOIN classify.matches m ON m.item_id = t.id AND m.claim_id = s.claim_id WHERE s.id = $1 AND t.text LIKE 'Cầu Vàm Sâu%'`,
      [moved.id],
    );
    expect({ oldest, newest: newest ?? true }).toEqual({ oldest: false, newest: true });
    await toTheEnd();
    const [done] = await sweepsOf(claimId);
    expect(done).toMatchObject({ state: 'done', items: POSTS, done: POSTS, found: POSTS / EVERY, next: [] });
    expect(await matchesOf(claimId)).toBe(POSTS / EVERY);
    expect(await logged(claimId)).toEqual(['sweep.started', 'sweep.done']);
    expect((await inspector.call('GET', `/api/sweeps/${done.id}`)).body).toEqual(done);
    expect((await inspector.call('GET', `/api/sweeps/${randomUUID()}`)).status).toBe(404);
  });

  test('are gone on with after a kill where the last turn ended, and a turn that comes late changes nothing', async () => {
    const { claimId } = await change('Chợ Bến Đò bán trứng gà giả làm bằng nhựa');
    await turn();
    const [{ id }] = await sweepsOf(claimId);
    const handler = office.app.get(SweepQueue);
    const due = { id: randomUUID(), kind: 'claim-sweep', ref: id, dueAt: new Date() };
    const killed = await handler.work(due);
    expect(killed?.read).toBeGreaterThan(0);
    await turn();
    const [after] = await sweepsOf(claimId);
    await office.app.get(Db).tx((tx) => handler.handle(tx, due, killed));
    expect(await sweepsOf(claimId)).toEqual([after]);
    await toTheEnd();
    expect(await sweepsOf(claimId)).toMatchObject([{ state: 'done', done: POSTS, found: POSTS / EVERY }]);
    expect(await matchesOf(claimId)).toBe(POSTS / EVERY);
  });

  test('are left when a person stops it for a reason, and read on from there when one lets it go on', async () => {
    const { claimId } = await change('Trứng gà giả làm bằng nhựa bán ở chợ Bến Đò');
    await turn();
    const [{ id, done }] = await sweepsOf(claimId);
    expect((await sweepsOf(claimId))[0].next).toEqual([expect.objectContaining({ act: 'stop-sweep', possible: true })]);
    expect((await sweepsOf(claimId, await office.as('auditor')))[0].next).toEqual([]);
    for (const reason of [undefined, 'x', '\u3164'.repeat(9)])
      expect((await inspector.call('POST', `/api/sweeps/${id}/stop`, { reason })).status).toBe(400);
    expect((await inspector.call('POST', `/api/sweeps/${id}/stop`, { reason: ' Câu chữ quá rộng ' })).status).toBe(204);
    expect((await inspector.call('POST', `/api/sweeps/${id}/stop`, { reason: 'Lần nữa' })).body).toMatchObject({
      code: 'no-such-step',
      current: { state: 'cancelled' },
    });
    await toTheEnd();
    const [stopped] = await sweepsOf(claimId);
    expect(stopped).toMatchObject({
      state: 'cancelled',
      done,
      stop: { reason: 'Câu chữ quá rộng' },
      next: [{ act: 'resume-sweep', possible: true }],
    });
    expect((await inspector.call('POST', `/api/sweeps/${id}/resume`)).status).toBe(204);
    expect((await inspector.call('POST', `/api/sweeps/${id}/resume`)).body.code).toBe('no-such-step');
    await toTheEnd();
    expect(await sweepsOf(claimId)).toMatchObject([{ id, state: 'done', done: POSTS, found: POSTS / EVERY }]);
    expect(await logged(claimId)).toEqual(['sweep.started', 'sweep.cancelled', 'sweep.resumed', 'sweep.done']);
    const told = await office.database.owner<{ said: string }>(
      `SELECT office::text || public::text AS said FROM core.events WHERE type LIKE 'sweep.%'`,
    );
    expect(told.map((e) => e.said).join()).not.toMatch(/Câu chữ/);
  });

  test('are begun anew when the claim changes again, and what the earlier change began is not taken up any more', async () => {
    const { claimId } = await change('Cầu Vàm Sâu nứt trụ, sắp sập tới nơi');
    await turn();
    await change('Cầu Vàm Sâu bị nứt cả hai trụ, sắp sập', claimId);
    const [second, first] = await sweepsOf(claimId);
    expect([first, second]).toMatchObject([
      { number: 1, state: 'superseded', next: [] },
      { number: 2, state: 'running' },
    ]);
    expect((await inspector.call('POST', `/api/sweeps/${first.id}/resume`)).body.code).toBe('no-such-step');
    await toTheEnd();
    expect((await sweepsOf(claimId)).map((s) => s.state)).toEqual(['done', 'superseded']);
    expect(await logged(claimId)).toEqual(['sweep.started', 'sweep.superseded', 'sweep.started', 'sweep.done']);
  });

  test('are read once for claims that wait together, and whoever is stopped keeps no other waiting', async () => {
    const [one, other] = [await change('Cầu Vàm Sâu nứt trụ, nguy hiểm, sắp sập'), await change('Trứng gà giả bằng nhựa ở chợ Bến Đò')];
    const both = async () => [...(await sweepsOf(one.claimId)), ...(await sweepsOf(other.claimId))];
    await turn();
    const [first, second] = await both();
    expect(first.done).toBeGreaterThan(0);
    expect(second.done).toBe(first.done);
    expect((await inspector.call('POST', `/api/sweeps/${first.id}/stop`, { reason: 'Để xem lại' })).status).toBe(204);
    await toTheEnd();
    expect(await both()).toMatchObject([
      { state: 'cancelled', done: first.done },
      { state: 'done', done: POSTS, found: POSTS / EVERY },
    ]);
    expect((await inspector.call('POST', `/api/sweeps/${first.id}/resume`)).status).toBe(204);
    await toTheEnd();
    expect(await both()).toMatchObject([{ state: 'done', found: POSTS / EVERY }, { state: 'done' }]);
  });

  test('whose turn failed for good are marked as failed with the reason, keep no other claim waiting, and go on when a person lets them', async () => {
    const [one, other] = [await change('Cầu Vàm Sâu nứt trụ, cấm xe, sắp sập'), await change('Trứng gà giả bằng nhựa bán ở chợ')];
    await office.database.owner(
      `CREATE FUNCTION classify.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'hết chỗ ghi'; END $$;
       CREATE TRIGGER refuse BEFORE INSERT ON classify.matches FOR EACH ROW WHEN (NEW.claim_id = '${one.claimId}') EXECUTE FUNCTION classify.refuse()`,
    );
    const again = async () => {
      await office.database.owner(`UPDATE core.deliveries SET available_at = now() WHERE state = 'waiting' AND lane = 'sweep'`);
      return turn();
    };
    // a turn that comes to no match first has nothing to write, and goes well
    const state = async () => (await sweepsOf(one.claimId))[0].state;
    for (let tries = 0; tries < POSTS && (await state()) === 'running'; tries++) await again();
    const [failed] = await sweepsOf(one.claimId);
    expect(failed).toMatchObject({ state: 'failed', failure: 'hết chỗ ghi', next: [{ act: 'resume-sweep', possible: true }] });
    expect(failed.done).toBeLessThan(POSTS);
    while ((await again()) > 0);
    expect(await sweepsOf(other.claimId)).toMatchObject([{ state: 'done', found: POSTS / EVERY, failure: null }]);
    expect((await chief.call('GET', '/api/work')).body.gaveUp).toMatchObject([{ handler: 'SweepQueue', n: 1, retry: false }]);
    await office.database.owner('DROP FUNCTION classify.refuse CASCADE');
    const [{ id }] = await sweepsOf(one.claimId);
    expect((await inspector.call('POST', `/api/sweeps/${id}/resume`)).status).toBe(204);
    expect((await chief.call('GET', '/api/work')).body.gaveUp).toEqual([]);
    await toTheEnd();
    expect(await sweepsOf(one.claimId)).toMatchObject([{ id, state: 'done', found: POSTS / EVERY, failure: null }]);
    expect(await logged(one.claimId)).toEqual(['sweep.started', 'sweep.failed', 'sweep.resumed', 'sweep.done']);
  });

  test('leave no gap: a claim comes into force before or after a post is written down, never between', async () => {
    const drafted = await inspector.call('POST', '/api/claims', {
      topic: 'giao-thong',
      harm: 'low',
      wordings: [{ language: 'vi', text: 'Bến phà Cồn Én ngừng chạy từ tuần sau' }],
      truth: 'Phà chạy như thường.',
      sources: [{ title: 'Sở Giao thông', url: 'https://giaothong.example/2', date: '2026-11-01' }],
      falseFrom: '2020-01-01',
    });
    const { versionId } = drafted.body as unknown as { versionId: string };
    const known = office.app.get(KnownClaims);
    const registry = await known.now();
    const order: string[] = [];
    let approved: Promise<unknown> = Promise.resolve();
    await office.app.get(Db).tx(async (tx) => {
      expect(await known.current(tx, registry)).toBe(true);
      approved = chief.call('POST', `/api/claim-versions/${versionId}/approve`).then(({ status }) => order.push(`approved ${status}`));
      await until(async () => {
        const waits = await office.database.owner(
          `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        );
        return waits.length > 0 || order.length > 0;
      });
      order.push('written');
    });
    await approved;
    expect(order).toEqual(['written', 'approved 204']);
    expect(await office.app.get(Db).tx((tx) => known.current(tx, registry))).toBe(false);
  });

  test('are only those that it was matched with, where a claim is retired', async () => {
    const { claimId } = await change('Cầu Vàm Sâu nứt trụ lớn, sắp sập');
    await toTheEnd();
    const had = await matchesOf(claimId);
    expect(had).toBe(POSTS / EVERY);
    await retire(office, claimId);
    await deliverAll(office, ['quick']);
    await toTheEnd();
    expect((await sweepsOf(claimId))[0]).toMatchObject({ cause: 'retired', state: 'done', items: had, done: had });
  });

  test('let a new post pass: it is matched while a turn is under way', async () => {
    await office.database.owner(
      `INSERT INTO classify.triage_items (post_id, text, text_sha256, received_at) SELECT gen_random_uuid(), 'Hôm nay trời đẹp, chị em rủ nhau đi chợ từ sớm, lượt ' || n, md5(n::text), core.office_now() - n * interval '1 second' FROM generate_series(1, ${MORE}) n`,
    );
    const { claimId } = await change('Cầu Vàm Sâu nứt trụ, có thể sập');
    Object.assign(triageTable.sweep, { turn_ms: 60_000, breath_ms: 4, page: 500 });
    const [{ postId, captureId, addressId }] = await office.database.owner<{ postId: string; captureId: string; addressId: string }>(
      `WITH p AS (INSERT INTO intake.posts (id) VALUES (gen_random_uuid()) RETURNING id),
         a AS (INSERT INTO intake.addresses (id, post_id, kind, value, url) SELECT gen_random_uuid(), p.id, 'url', 'https://mang.example/p/9', 'https://mang.example/p/9' FROM p RETURNING id, post_id)
       INSERT INTO crawl.captures (id, post_id, address_id, url, reason) SELECT gen_random_uuid(), a.post_id, a.id, 'https://mang.example/p/9', 'report' FROM a
       RETURNING post_id AS "postId", id AS "captureId", address_id AS "addressId"`,
    );
    const text = 'Nghe nói cầu Vàm Sâu nứt trụ, có thể sập';
    const evidence = office.app.get(Evidence);
    const stored = await evidence.store.put(Buffer.from(randomUUID()));
    const [sweeping] = await office.database.owner<{ ref: string }>(`SELECT id AS ref FROM classify.sweeps WHERE claim_id = $1`, [claimId]);
    const order: string[] = [];
    const read = office.app
      .get(SweepQueue)
      .work({ id: randomUUID(), kind: 'claim-sweep', ref: sweeping.ref, dueAt: new Date() })
      .then((turn) => order.push(`${turn?.read} read`));
    await office.app.get(Db).tx(async (tx) => {
      const evidenceId = await evidence.seal(tx, { kind: 'capture', ...stored, mediaType: 'application/zip' });
      await tx.query(
        `UPDATE crawl.captures SET state = 'sealed', outcome = 'complete', evidence_id = $2, platform = 'demo', text = $3, text_sha256 = $4, ended_at = now() WHERE id = $1`,
        [captureId, evidenceId, text, createHash('sha256').update(text).digest('hex')],
      );
      await office.app.get(Log).append(tx, {
        type: 'capture.sealed',
        v: 2,
        public: { platform: 'demo', outcome: 'complete' },
        office: { captureId, postId, addressId, evidenceId, observation: 'present', packageSha256: '0'.repeat(64) },
        subject: postId,
      });
    });
    await deliverAll(office, ['quick']);
    const [{ matched }] = await office.database.owner<{ matched: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM classify.matches m JOIN classify.triage_items t ON t.id = m.item_id WHERE t.post_id = $1) AS matched',
      [postId],
    );
    order.push(matched ? 'matched' : 'not matched');
    await read;
    expect(order).toEqual(['matched', `${POSTS + MORE} read`]);
  });

  test('are found by an index, however many there are', async () => {
    await office.database.owner(
      `INSERT INTO classify.triage_items (post_id, text, text_sha256, received_at) SELECT gen_random_uuid(), 'bài số ' || n, 'x', core.office_now() - n * interval '1 second' FROM generate_series(1, 30000) n`,
    );
    await office.database.owner('ANALYZE classify.triage_items, classify.matches');
    for (const after of [false, true]) {
      const place = after ? [new Date().toISOString(), randomUUID()] : [];
      const rows = await office.app
        .get(Db)
        .once<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${pastItems('approved', after)}`, [[randomUUID()], 500, ...place]);
      const says = rows.map((r) => r['QUERY PLAN']).join('\n');
      expect(says).toMatch(/Index Scan Backward using triage_received/);
      expect(says).not.toMatch(/^Limit[^\n]*\n *->  Sort|Seq Scan on triage_items/);
    }
  });
});
