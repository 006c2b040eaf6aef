import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { Db } from '../../src/core/database/db.js';
import { Evidence } from '../../src/core/evidence/evidence.js';
import { Log } from '../../src/core/events/log.js';
import { PostsDoor } from '../../src/intake/index.js';
import { KnownClaims, suggestions } from '../../src/classify/known-claims.repository.js';
import { MatchRepository } from '../../src/classify/match.repository.js';
import { modelsOf } from '../../src/classify/matching/match.js';
import { matching } from '../../src/classify/matching/matching-table.js';
import { TriageRepository } from '../../src/classify/triage.repository.js';
import { queueQuery } from '../../src/classify/triage-list.view.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { retire } from './cases-setup.js';

interface Item {
  id: string;
  postId: string;
  state: string;
  platform: string | null;
  reports: number;
  version: number;
  priority: number;
  firstLine: string;
  lookAgain: boolean;
  topClaim: object | null;
  capture: { state: string; outcome: string | null } | null;
}
const wording = 'Ngân hàng An Phú Đông sắp phá sản, người gửi tiền phải rút ngay';

describe('what captures show', () => {
  let office: Office;
  let inspector: Caller;
  let inForce: (text: string, falseFrom?: string) => Promise<string>;
  beforeAll(async () => {
    office = await openOffice();
    inspector = await office.as('inspector');
    const chief = await office.as('chief');
    const { versionId } = (
      await inspector.call('POST', '/api/claims', {
        topic: 'tai-chinh',
        harm: 'high',
        wordings: [{ language: 'vi', text: wording }],
        truth: 'Ngân hàng hoạt động bình thường.',
        sources: [{ title: 'Ngân hàng Nhà nước', url: 'https://nhnn.example/1', date: '2026-11-01' }],
        falseFrom: '2026-11-01',
        falseTo: '2026-11-20',
      })
    ).body as unknown as { versionId: string };
    await chief.call('POST', `/api/claim-versions/${versionId}/approve`);
    await deliverAll(office);
    inForce = async (text, falseFrom = '2020-01-01') => {
      const drafted = await inspector.call('POST', '/api/claims', {
        topic: 'tai-chinh',
        harm: 'medium',
        wordings: [{ language: 'vi', text }],
        truth: 'Không có chuyện đó.',
        sources: [{ title: 'Cơ quan', url: 'https://coquan.example/1', date: '2026-11-01' }],
        falseFrom,
      });
      const { claimId, versionId } = drafted.body as unknown as { claimId: string; versionId: string };
      expect((await chief.call('POST', `/api/claim-versions/${versionId}/approve`)).status).toBe(204);
      await deliverAll(office);
      return claimId;
    };
  }, 60_000);
  afterAll(() => office.close());

  const queue = async (query = '') => ((await inspector.call('GET', `/api/triage${query}`)).body as unknown as { items: Item[] }).items;
  const reported = async (url: string) => {
    expect((await office.guest().call('POST', '/api/reports', { url })).status).toBe(201);
    await deliverAll(office);
    const [open] = await office.database.owner<{ id: string; postId: string; addressId: string }>(
      'SELECT id, post_id AS "postId", address_id AS "addressId" FROM crawl.captures WHERE url = $1 ORDER BY ordered_at DESC LIMIT 1',
      [url],
    );
    return open;
  };
  /** Ends an order as the crawl room does: the row, then the event. */
  const ends = async (
    capture: { id: string; postId: string; addressId: string },
    end: { text: string | null; outcome?: string; postedAt?: string; author?: string; handle?: string },
  ) => {
    const db = office.app.get(Db);
    const evidence = office.app.get(Evidence);
    const stored = await evidence.store.put(Buffer.from(randomUUID()));
    await db.tx(async (tx) => {
      const evidenceId = await evidence.seal(tx, { kind: 'capture', ...stored, mediaType: 'application/zip' });
      await tx.query(
        `UPDATE crawl.captures SET state = 'sealed', outcome = $2, evidence_id = $3, platform = 'demo', text = $4, text_sha256 = $5, posted_at = $6, author = $7, handle = $8, ended_at = now() WHERE id = $1`,
        [
          capture.id,
          end.outcome ?? 'complete',
          evidenceId,
          end.text,
          end.text && createHash('sha256').update(end.text).digest('hex'),
          end.postedAt ?? null,
          end.author ?? null,
          end.handle ?? null,
        ],
      );
      const ids = { captureId: capture.id, postId: capture.postId, addressId: capture.addressId };
      await office.app.get(Log).append(tx, {
        type: 'capture.sealed',
        v: 2,
        public: { platform: 'demo', outcome: end.outcome ?? 'complete' },
        office: { ...ids, evidenceId, observation: 'present', packageSha256: '0'.repeat(64) },
        subject: capture.postId,
      });
    });
    await deliverAll(office);
  };
  const again = async (capture: { postId: string; addressId: string }) => {
    const id = randomUUID();
    await office.database.owner(
      `INSERT INTO crawl.captures (id, post_id, address_id, url, reason) SELECT $1, $2, $3, url, 'second-look' FROM intake.addresses WHERE id = $3`,
      [id, capture.postId, capture.addressId],
    );
    return { ...capture, id };
  };
  const itemOf = async (postId: string, query = '') => (await queue(query)).find((i) => i.postId === postId)!;

  test('a reported link waits in the queue until it is captured, and is then matched by the date of the post', async () => {
    const inTime = await reported('https://mang.example/p/1');
    expect(await itemOf(inTime.postId)).toMatchObject({
      topClaim: null,
      firstLine: 'https://mang.example/p/1',
      capture: { state: 'ordered' },
    });
    await ends(inTime, { text: `${wording}!`, postedAt: '2026-11-20T16:30:00Z' });
    expect(await itemOf(inTime.postId)).toMatchObject({
      platform: 'demo',
      topClaim: { strength: 'strong' },
      capture: { outcome: 'complete' },
    });
    const nextDayHere = await reported('https://mang.example/p/2');
    await ends(nextDayHere, { text: `${wording}!!`, postedAt: '2026-11-20T17:30:00Z' });
    expect((await itemOf(nextDayHere.postId)).topClaim).toBeNull();
  });
  test('a text that changed since the judgement is to be looked at again; the same text is not', async () => {
    const capture = await reported('https://mang.example/p/3');
    await ends(capture, { text: 'Hôm nay chợ đông vui quá', postedAt: '2026-11-10T01:00:00Z' });
    const { id, version } = await itemOf(capture.postId);
    expect((await inspector.call('POST', `/api/triage/${id}/judgement`, { judgement: 'true', version })).status).toBe(200);
    await ends(await again(capture), { text: 'Hôm nay chợ đông vui quá', postedAt: '2026-11-10T01:00:00Z' });
    await ends(await again(capture), { text: null, outcome: 'gone' });
    expect(await itemOf(capture.postId)).toBeUndefined();
    await ends(await again(capture), { text: `${wording} nha bà con`, postedAt: '2026-11-10T01:00:00Z' });
    expect(await itemOf(capture.postId)).toMatchObject({ lookAgain: true, topClaim: { strength: 'strong' } });
    const [judged] = await office.database.owner<{ judgement: string }>('SELECT judgement FROM classify.judgements WHERE item_id = $1', [
      id,
    ]);
    expect(judged.judgement).toBe('true');
  });
  test('a match names its model, and what an earlier one said of the same words stays, with the decision on it', async () => {
    const capture = await reported('https://mang.example/p/model');
    await ends(capture, { text: `${wording}, thấy bảo vậy`, postedAt: '2026-11-10T01:00:00Z' });
    const { id } = await itemOf(capture.postId);
    const model = modelsOf(matching);
    const read = () =>
      office.database.owner<{ id: string; model: string; score: number; decision: string | null }>(
        'SELECT id, model, score, decision FROM classify.matches WHERE item_id = $1',
        [id],
      );
    const [made] = await read();
    expect(made).toMatchObject({ model, decision: null });
    await office.database.owner(`UPDATE classify.matches SET decision = 'confirmed' WHERE item_id = $1`, [id]);
    const past = () =>
      office.database.owner('SELECT model, score, matched_at AS "matchedAt" FROM classify.past_matches WHERE match_id = $1', [made.id]);
    expect(await past()).toEqual([]);
    const db = office.app.get(Db);
    const item = await db.tx((tx) => office.app.get(TriageRepository).inForce(tx, capture.postId));
    const { index, rules } = await office.app.get(KnownClaims).now();
    const [match] = suggestions({ text: item.text!, date: '2026-11-10' }, index, rules);
    await db.tx((tx) => office.app.get(MatchRepository).add(tx, item, [{ ...match, strength: 'suggest', score: 0.25, model: 'another' }]));
    const countsAs = async (denial: number) => {
      const stance = { label: 'denial', scores: { spread: 0.2, denial, question: 0, unrelated: 0 } };
      await office.database.owner(`UPDATE classify.matches SET stance = $2, decision = NULL WHERE item_id = $1`, [id, stance]);
      return (await db.read((tx) => office.app.get(MatchRepository).top(tx, item)))?.stance;
    };
    expect(await read()).toEqual([{ id: made.id, model: 'another', score: 0.25, decision: 'confirmed' }]);
    expect(await past()).toEqual([{ model, score: made.score, matchedAt: expect.any(Date) }]);
    expect([await countsAs(0.69), await countsAs(0.7)]).toEqual(['unclear', 'denial']);
    await expect(db.tx((tx) => tx.query('UPDATE classify.past_matches SET score = 1'))).rejects.toThrow(/permission denied/);
  });
  test('a denial is read with the name over it, when it comes in and when a claim comes later', async () => {
    const said = 'Nghe nói ngân hàng Hưng Lộc đóng cửa từ thứ hai: tin này sai, quầy vẫn mở cửa như thường';
    const [byOffice, byAnybody] = [await reported('https://mang.example/p/office'), await reported('https://mang.example/p/anybody')];
    await ends(byOffice, { text: said, postedAt: '2026-11-10T01:00:00Z', author: 'Tin Hưng Lộc', handle: '@hungloc.gov.example' });
    await ends(byAnybody, { text: said, postedAt: '2026-11-10T01:00:00Z', author: 'Bảy Chợ Cũ', handle: '@bay.cho.cu' });
    await inForce('Ngân hàng Hưng Lộc đóng cửa từ thứ hai');
    const { index, rules } = await office.app.get(KnownClaims).now();
    const readAs = (author: string | null) => suggestions({ text: said, author, date: '2026-11-10' }, index, rules)[0].stance.scores;
    const readOf = async (postId: string) =>
      (
        await office.database.owner<{ stance: { scores: object } }>(
          `SELECT m.stance FROM classify.matches m JOIN classify.triage_items t ON t.id = m.item_id JOIN classify.claim_versions v ON v.id = m.version_id
           WHERE t.post_id = $1 AND v.wordings -> 0 ->> 'text' LIKE 'Ngân hàng Hưng Lộc%'`,
          [postId],
        )
      ).map((m) => m.stance.scores);
    const names = ['Tin Hưng Lộc @hungloc.gov.example', 'Bảy Chợ Cũ @bay.cho.cu'];
    expect(readAs(names[0]).denial).toBeGreaterThan(readAs(names[1]).denial);
    expect([await readOf(byOffice.postId), await readOf(byAnybody.postId)]).toEqual(names.map((name) => [readAs(name)]));

    const later = await reported('https://mang.example/p/office-later');
    await ends(later, { text: `${said}.`, postedAt: '2026-11-10T01:00:00Z', author: 'Tin Hưng Lộc', handle: '@hungloc.gov.example' });
    expect(await readOf(later.postId)).toEqual([
      suggestions({ text: `${said}.`, author: names[0], date: '2026-11-10' }, index, rules)[0].stance.scores,
    ]);
  });
  test('a post whose capture failed stays in the queue, visible as such', async () => {
    const capture = await reported('https://mang.example/p/4');
    await office.app.get(Db).tx(async (tx) => {
      await tx.query(`UPDATE crawl.captures SET state = 'failed', outcome = 'failed', ended_at = now() WHERE id = $1`, [capture.id]);
      await office.app.get(Log).append(tx, {
        type: 'capture.failed',
        v: 1,
        public: { outcome: 'failed' },
        office: {
          captureId: capture.id,
          postId: capture.postId,
          addressId: capture.addressId,
          observation: 'fetch-failed',
          rule: 'no-connection',
        },
        subject: capture.postId,
      });
    });
    await deliverAll(office);
    expect(await itemOf(capture.postId)).toMatchObject({ state: 'waiting', capture: { state: 'failed', outcome: 'failed' } });
  });
  test('two posts that turn out to be one have one item, with the reports of both', async () => {
    const [short, long] = [await reported('https://mang.example/s/abc'), await reported('https://mang.example/p/5')];
    await ends(short, { text: wording, postedAt: '2026-11-10T01:00:00Z' });
    await office.app.get(Db).tx((tx) => office.app.get(PostsDoor).addAddress(tx, short.postId, 'https://mang.example/p/5'));
    await deliverAll(office);
    expect(await itemOf(short.postId)).toBeUndefined();
    expect(await itemOf(long.postId)).toMatchObject({ reports: 2, topClaim: { strength: 'strong' } });
  });

  test('a claim that comes into force is set beside the whole queue, batch after batch', async () => {
    await office.database.owner(
      `INSERT INTO classify.triage_items (post_id, text, text_sha256, evidence_id) SELECT gen_random_uuid(), CASE WHEN n % 50 = 0 THEN 'Cầu Vàm Sâu bị nứt trụ và sắp sập, lượt ' || n ELSE 'Chợ hôm nay đông vui, lượt ' || n END, md5(n::text) || md5(n::text), gen_random_uuid()
       FROM generate_series(1, 700) n`,
    );
    const chief = await office.as('chief');
    const { claimId, versionId } = (
      await inspector.call('POST', '/api/claims', {
        topic: 'giao-thong',
        harm: 'medium',
        wordings: [{ language: 'vi', text: 'Cầu Vàm Sâu bị nứt trụ và sắp sập' }],
        truth: 'Cầu an toàn.',
        sources: [{ title: 'Sở Giao thông', url: 'https://giaothong.example/1', date: '2026-11-01' }],
        falseFrom: '2020-01-01',
        falseTo: null,
      })
    ).body as unknown as { claimId: string; versionId: string };
    expect((await chief.call('POST', `/api/claim-versions/${versionId}/approve`)).status).toBe(204);
    await deliverAll(office);
    const [{ n }] = await office.database.owner<{ n: number }>('SELECT count(*)::int AS n FROM classify.matches WHERE claim_id = $1', [
      claimId,
    ]);
    expect(n).toBe(14);
    await retire(office, claimId);
    await deliverAll(office);
    expect(await queue('?limit=100&topic=giao-thong')).toEqual([]);
  });
  test('the queue is read by an index, however long it is', async () => {
    await office.database.owner(
      `INSERT INTO classify.triage_items (post_id, state, priority, platform, topic, text, received_at, judged_at)
       SELECT gen_random_uuid(), s, (random() * 1000)::int, 'p' || (n % 7), 't' || (n % 11), 'bài số ' || n, now() - n * interval '1 second', CASE WHEN s = 'judged' THEN now() - n * interval '1 second' END
       FROM generate_series(1, 30000) n, LATERAL (SELECT CASE WHEN n % 2 = 0 THEN 'waiting' ELSE 'judged' END AS s) x`,
    );
    await office.database.owner('ANALYZE classify.triage_items');
    const plan = async (filter: Parameters<typeof queueQuery>[0]) => {
      const { sql, values } = queueQuery(filter, 51, { zone: 'UTC', reader: '00000000-0000-4000-8000-000000000000' });
      const rows = await office.app
        .get(Db)
        .once<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql.replace(/^WITH page AS MATERIALIZED \((.*)\)\s+SELECT[\s\S]*$/s, '$1')}`, values);
      return rows.map((r) => r['QUERY PLAN']).join('\n');
    };
    const { nextCursor } = (await inspector.call('GET', '/api/triage?limit=5')).body as unknown as { nextCursor: string };
    const together = { copies: 'together' as const };
    for (const filter of [
      {},
      { cursor: nextCursor },
      { topic: 't3' },
      { platform: 'p2' },
      { state: 'judged' as const },
      together,
      { ...together, platform: 'p2' },
    ]) {
      const says = await plan(filter);
      expect(says).toMatch(/Index Scan using triage_(open|judged)/);
      expect(says).not.toMatch(/Sort|Seq Scan/);
    }
    for (const filter of [
      { sort: 'newest' as const },
      { sort: 'oldest' as const, platform: 'p2' },
      { claim: 'without' as const },
      { claim: 'with' as const, since: '2026-01-01' },
    ]) {
      const says = await plan(filter);
      expect(says).toMatch(/Index Scan( Backward)? using triage_open/);
      expect(says).not.toMatch(/Sort|Seq Scan/);
    }
    expect(await plan({ q: 'bai 29999' })).toMatch(/triage_words_folded/);
  });
  test('the queue shows what has a claim or has none, what came in since a day, and the newest or oldest first, page by page', async () => {
    await office.database.owner(
      `INSERT INTO classify.triage_items (post_id, platform, priority, topic, text, received_at)
       SELECT gen_random_uuid(), 'week', n, CASE WHEN n % 2 = 0 THEN 'nuoc' END, 'bài ' || n, timestamptz '2026-11-20 00:00+07' + n * interval '1 day' - interval '1 second' FROM generate_series(0, 6) n`,
    );
    const said = async (query: string) =>
      (await queue(`?platform=week&${query}`)).map((i) => (i as unknown as { firstLine: string }).firstLine);
    expect(await said('claim=with')).toEqual(['bài 6', 'bài 4', 'bài 2', 'bài 0']);
    expect(await said('claim=without')).toEqual(['bài 5', 'bài 3', 'bài 1']);
    // a day of the office, not of Greenwich: post 3 came in a second before the 23rd began here
    expect(await said('since=2026-11-23')).toEqual(['bài 6', 'bài 5', 'bài 4']);
    expect(await said('sort=oldest&limit=2')).toEqual(['bài 0', 'bài 1']);
    const walked: string[] = [];
    for (let cursor = ''; ;) {
      const { items, nextCursor } = (await inspector.call('GET', `/api/triage?platform=week&sort=newest&limit=3${cursor}`))
        .body as unknown as {
        items: { firstLine: string }[];
        nextCursor: string | null;
      };
      walked.push(...items.map((i) => i.firstLine));
      if (!nextCursor) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(walked).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `bài ${n}`));
    for (const wrong of ['sort=loudest', 'claim=maybe', 'since=2026-02-30', 'since=gestern'])
      expect([wrong, (await inspector.call('GET', `/api/triage?${wrong}`)).status]).toEqual([wrong, 400]);
  });
});
