import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Db } from '../../src/core/database/db.js';
import { CLAIM_POSTS, SPREAD } from '../../src/classify/spread/claim-spread.view.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';

interface ClaimPost {
  itemId: string;
  postId: string;
  firstLine: string;
  platform: string | null;
  score: number;
  strength: string;
  stance: string | null;
  state: string;
  judgement: string | null;
}
interface Spread {
  columns: { from: string; posts: number; stance: Record<string, number>; judged: Record<string, number> }[];
  earlier: number;
  total: number;
}
const wording = 'Đập hồ Cánh Diều đã vỡ, nước sẽ về thành phố trong hai giờ nữa';
const SAID = [
  [`${wording}, chạy ngay đi bà con`, '2026-11-02', 'facebook'],
  [`Tin khẩn: ${wording}`, '2026-11-02', 'zalo'],
  [`${wording}: tin này là tin giả, bịa đặt, đừng chia sẻ`, '2026-11-04', 'facebook'],
  [`Cho hỏi có thật là ${wording} không mọi người?`, null, 'tiktok'],
  [`${wording}, ai cũng thấy rồi`, '2026-05-01', 'facebook'],
] as const;

describe('the spread of a claim', () => {
  let office: Office;
  let [inspector, chief]: Caller[] = [];
  let claimId: string;
  beforeAll(async () => {
    office = await openOffice();
    [inspector, chief] = [await office.as('inspector'), await office.as('chief')];
    for (const [text, day, platform] of SAID)
      await office.database.owner(
        `WITH p AS (INSERT INTO intake.posts (id) VALUES (gen_random_uuid()) RETURNING id)
         INSERT INTO classify.triage_items (post_id, text, text_sha256, posted_on, platform, received_at) SELECT p.id, $1, md5($1), $2, $3, '2026-11-04T17:30:00Z' FROM p`,
        [text, day, platform],
      );
    const drafted = await inspector.call('POST', '/api/claims', {
      topic: 'thien-tai',
      harm: 'high',
      wordings: [{ language: 'vi', text: wording }],
      truth: 'Đập an toàn.',
      sources: [{ title: 'Ban quản lý hồ', url: 'https://ho.example/1', date: '2026-11-03' }],
      falseFrom: '2020-01-01',
    });
    const made = drafted.body as unknown as { claimId: string; versionId: string };
    claimId = made.claimId;
    expect((await inspector.call('GET', `/api/claims/${claimId}/spread`)).body).toEqual({ by: 'day', columns: [], earlier: 0, total: 0 });
    expect((await chief.call('POST', `/api/claim-versions/${made.versionId}/approve`)).status).toBe(204);
    await deliverAll(office);
  }, 60_000);
  afterAll(() => office.close());

  const posts = async (query = '', who = inspector) =>
    (await who.call('GET', `/api/claims/${claimId}/posts${query}`)).body as unknown as { items: ClaimPost[]; nextCursor: string | null };
  const spread = async (query = '', who = inspector) =>
    (await who.call('GET', `/api/claims/${claimId}/spread${query}`)).body as unknown as Spread;

  test('shows its posts, the most alike first, by strength, stance and platform, and whether they were judged', async () => {
    const { items } = await posts();
    expect(items.map((p) => p.firstLine).sort()).toEqual(SAID.map(([text]) => text).sort());
    expect(items.map((p) => p.score)).toEqual(items.map((p) => p.score).sort((a, b) => b - a));
    const first = await posts('?limit=2');
    const rest = await posts(`?limit=100&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items]).toEqual(items);
    expect((await posts('?platform=facebook')).items).toHaveLength(3);
    expect((await posts('?stance=denial')).items.map((p) => p.firstLine)).toEqual([SAID[2][0]]);
    expect((await posts('?stance=question')).items.map((p) => p.firstLine)).toEqual([SAID[3][0]]);
    for (const strength of ['strong', 'suggest'])
      expect((await posts(`?strength=${strength}`)).items).toEqual(items.filter((p) => p.strength === strength));
    for (const wrong of ['?stance=x', '?strength=x', '?judged=x', '?cursor=x', '?by=year'])
      expect((await inspector.call('GET', `/api/claims/${claimId}/${wrong.includes('by') ? 'spread' : 'posts'}${wrong}`)).status).toBe(400);
    for (const part of ['posts', 'spread']) expect((await inspector.call('GET', `/api/claims/${randomUUID()}/${part}`)).status).toBe(404);
  });

  test('tells by the days that posts show, else by the office day on which they came in, what they do with it', async () => {
    const { columns, earlier, total } = await spread();
    expect([total, earlier]).toEqual([5, 1]);
    expect(columns.map((c) => [c.from, c.posts])).toEqual([
      ['2026-11-02', 2],
      ['2026-11-03', 0],
      ['2026-11-04', 1],
      ['2026-11-05', 1],
    ]);
    expect(columns[2].stance.denial).toBe(1);
    expect(columns[3].stance.question).toBe(1);
    const weeks = (await spread('?by=week')).columns;
    expect([weeks[0], weeks.at(-1)!].map((c) => [c.from, c.posts])).toEqual([
      ['2026-04-27', 1],
      ['2026-11-02', 4],
    ]);
    expect(weeks).toHaveLength(28);
  });

  test('follows what people decide, names the cases that rest on it, and tells nothing to whoever is barred', async () => {
    const [{ itemId, postId }, , denied] = await Promise.all([0, 1, 2].map(async (i) => (await posts()).items.find((p) => p.firstLine === SAID[i][0])!)); // prettier-ignore
    const screen = (await inspector.call('GET', `/api/triage/${itemId}`)).body as unknown as {
      item: { version: number };
      matches: { id: string }[];
    };
    const judged = await inspector.call('POST', `/api/triage/${itemId}/judgement`, {
      judgement: 'false-statement-of-fact',
      matchId: screen.matches[0].id,
      version: screen.item.version,
    });
    expect(judged.status).toBe(200);
    await office.database.owner(`UPDATE core.deliveries SET available_at = now() WHERE state = 'waiting'`);
    await deliverAll(office);
    expect((await posts('?judged=true')).items).toMatchObject([
      { itemId, state: 'judged', judgement: 'false-statement-of-fact', decision: 'confirmed' },
    ]);
    expect((await posts('?judged=false')).items).toHaveLength(4);
    expect((await spread()).columns[0].judged).toEqual({ waiting: 1, 'false-statement-of-fact': 1, other: 0 });

    const opened = await inspector.call('POST', '/api/cases', { postId });
    expect(opened.status).toBe(201);
    const casesOf = async (id: string) =>
      (await inspector.call('GET', `/api/cases?claimId=${id}`)).body as unknown as { items: object[]; total: number };
    expect(await casesOf(claimId)).toMatchObject({ total: 1, items: [{ posts: 1 }] });
    expect(await casesOf(randomUUID())).toMatchObject({ total: 0, items: [] });

    const other = (await inspector.call('GET', `/api/triage/${denied.itemId}`)).body as unknown as { matches: { id: string }[] };
    await inspector.call('POST', `/api/triage/${denied.itemId}/matches/${other.matches[0].id}`, { decision: 'rejected' });
    expect((await posts('?stance=denial')).items).toEqual([]);
    expect((await spread()).total).toBe(4);

    await office.database.owner('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [chief.staffId, postId]);
    expect((await posts('', chief)).items.map((p) => p.postId)).not.toContain(postId);
    expect([(await spread('', chief)).total, (await spread()).total]).toEqual([3, 4]);
  });

  test('is counted from what the database keeps of each post: the same as the posts, matches and judgements say', async () => {
    const { items } = await posts();
    const judge = async (itemId: string, judgement: string) => {
      const { item } = (await inspector.call('GET', `/api/triage/${itemId}`)).body as unknown as { item: { version: number } };
      return inspector.call('POST', `/api/triage/${itemId}/judgement`, { judgement, reason: 'Chép lại để hỏi', version: item.version });
    };
    const [first, second] = items.filter((p) => p.state === 'waiting');
    expect((await judge(first.itemId, 'satire')).status).toBe(200);
    expect((await judge(second.itemId, 'opinion')).status).toBe(200);
    expect((await inspector.call('DELETE', `/api/triage/${second.itemId}/judgement`)).status).toBe(200);
    await office.database.owner(`UPDATE classify.triage_items SET posted_on = '2026-11-08' WHERE id = $1`, [second.itemId]);
    const said = (await spread()).columns;
    expect(said.find((c) => c.from === '2026-11-08')).toMatchObject({ posts: 1, judged: { waiting: 1 } });
    expect(said.reduce((n, c) => n + c.judged.other, 0)).toBe(1);
    await office.database.owner(`UPDATE classify.triage_items SET text_sha256 = 'another' WHERE id = $1`, [first.itemId]);
    expect((await spread()).total).toBe(3);
    const kept = await office.database.owner(
      `WITH said AS (SELECT m.version_id, t.id AS item_id, t.post_id, t.posted_on, t.received_at, m.stance ->> 'label' AS stance, CASE WHEN t.state = 'judged' THEN (
           SELECT j.judgement FROM classify.judgements j WHERE j.item_id = t.id AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id) ORDER BY j.recorded_at DESC LIMIT 1) END AS judgement
         FROM classify.triage_items t JOIN classify.matches m ON m.item_id = t.id AND m.text_sha256 = t.text_sha256 WHERE t.state <> 'merged' AND m.decision IS DISTINCT FROM 'rejected')
       (SELECT 'lacks' AS what, * FROM said EXCEPT ALL SELECT 'lacks', * FROM classify.claim_posts) UNION ALL (SELECT 'has more', * FROM classify.claim_posts EXCEPT ALL SELECT 'has more', * FROM said)`,
    );
    expect(kept).toEqual([]);
  });

  test('is read by an index, however often it was said', async () => {
    await office.database.owner(
      `INSERT INTO classify.triage_items (post_id, text, text_sha256, platform) SELECT gen_random_uuid(), 'bài ' || n, 'h' || n, 'zalo' FROM generate_series(1, 30000) n`,
    );
    await office.database.owner(
      `INSERT INTO classify.matches (item_id, claim_id, version_id, text_sha256, score, strength, stance, reasons, spans, model)
       SELECT t.id, c.id, c.current_version_id, t.text_sha256, 0.2 + random() / 2, 'suggest', '{"label":"spread"}', '[]', '[]', 'm' FROM classify.triage_items t, classify.claims c WHERE t.text LIKE 'bài %' AND c.id = $1`,
      [claimId],
    );
    await office.database.owner('ANALYZE classify.triage_items, classify.matches');
    const rows = await office.app
      .get(Db)
      .once<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${CLAIM_POSTS} AND true ORDER BY round(m.score * 10000)::int DESC, m.id DESC LIMIT 51`, [
        claimId,
        inspector.staffId,
        null,
        null,
        null,
        null,
      ]);
    const says = rows.map((r) => r['QUERY PLAN']).join('\n');
    expect(says).toMatch(/Index Scan Backward using matches_version/);
    expect(says).not.toMatch(/Seq Scan on (triage_items|matches)/);
    await office.database.owner('VACUUM ANALYZE classify.claim_posts');
    const plan = await office.app
      .get(Db)
      .once<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${SPREAD}`, [claimId, inspector.staffId, 'day', 'Asia/Ho_Chi_Minh']);
    const spoken = plan.map((r) => r['QUERY PLAN']).join('\n');
    expect(spoken).toMatch(/claim_posts/);
    expect(spoken).not.toMatch(/Scan [^\n]*on (triage_items|matches|judgements)/);
  });
});
