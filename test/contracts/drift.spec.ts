import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Db } from '../../src/core/database/db.js';
import { driftTable } from '../../src/classify/drift/drift-table.js';
import { DECISIONS, LOOKS } from '../../src/classify/drift/drift.repository.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';

interface Share {
  of: number;
  share: number;
}
interface Column {
  from: string;
  posts: number;
  suggested: Share | null;
  strong: Share | null;
  vietnamese: Share | null;
  precision: Share | null;
  missed: Share | null;
  letters: number | null;
  psi: { index: number; chance: number } | null;
}
interface Drift {
  columns: Column[];
  reference: (Column & { to: string }) | null;
  latest: { from: string; moved: { figure: string; now: Share; before: Share }[] } | null;
  switches: { on: string; trialId: string | null; trialNumber: number | null; suggest: number }[];
}
interface Claims {
  items: { claimId: string; text: string; decided: number; precision: Share; strongPrecision: Share | null; poor: boolean }[];
  nextCursor: string | null;
}
const WORDING = 'Đập hồ Cánh Diều đã vỡ, nước sẽ về thành phố trong hai giờ nữa';

let office: Office;
let [inspector, chief]: Caller[] = [];
beforeAll(async () => {
  office = await openOffice();
  [inspector, chief] = [await office.as('inspector'), await office.as('chief')];
}, 60_000);
afterAll(() => office.close());

const owner = <T extends object = object>(sql: string, values: unknown[] = []) => office.database.owner<T>(sql, values);
const drift = async (by = 'week') => (await chief.call('GET', `/api/matching/drift?by=${by}`)).body as unknown as Drift;
const claims = async (query = '') => (await chief.call('GET', `/api/matching/claims${query}`)).body as unknown as Claims;
async function inForce(text: string): Promise<string> {
  const claim = { topic: 'thien-tai', harm: 'high', truth: 'Không đúng.', falseFrom: '2020-01-01', wordings: [{ language: 'vi', text }] };
  const sources = [{ title: 'Thông báo', url: 'https://so.example/1', date: '2026-11-01' }];
  const { claimId, versionId } = (await inspector.call('POST', '/api/claims', { ...claim, sources })).body as Record<string, string>;
  expect((await chief.call('POST', `/api/claim-versions/${versionId}/approve`)).status).toBe(204);
  await deliverAll(office);
  return claimId;
}
async function reported(text: string): Promise<void> {
  expect((await office.guest().call('POST', '/api/reports', { text })).status).toBe(201);
  await deliverAll(office);
}
/** looks of so many days ago by the rules that were used last */
const looked = (many: number, daysAgo: number, of: { score: number; strength: string | null; stance: string | null }) =>
  owner(
    `WITH i AS (INSERT INTO classify.triage_items (post_id, text, text_sha256) SELECT gen_random_uuid(), 'bài', 'x' FROM generate_series(1, $1) RETURNING id)
     INSERT INTO classify.looks (item_id, day, rules_id, score, strength, stance, language, letters, words, unknown)
     SELECT i.id, (core.office_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - $2::int, (SELECT max(id) FROM classify.matching_rules), $3, $4, $5, 'vi', 200, 40, 10 FROM i`,
    [many, daysAgo, of.score, of.strength, of.stance],
  );

test('the first look at each post is kept without its words, and told by day, week and month', async () => {
  expect(await drift()).toMatchObject({ columns: [], reference: null, latest: null, switches: [] });
  await inForce(WORDING);
  await reported(`TIN KHẨN: ${WORDING}!!!`);
  await reported('Hôm nay trời đẹp, cả nhà rủ nhau ra hồ câu cá');
  const kept = await owner<{ score: number; strength: string | null; language: string; words: number; unknown: number }>(
    'SELECT score, strength, language, words, unknown FROM classify.looks ORDER BY score DESC',
  );
  expect(kept).toMatchObject([
    { strength: 'strong', language: 'vi' },
    { strength: null, language: 'vi' },
  ]);
  expect(kept[1].score).toBeGreaterThanOrEqual(0);
  expect(kept[1].unknown).toBeGreaterThan(kept[0].unknown);
  for (const by of ['day', 'week', 'month']) {
    const { columns, reference, switches } = await drift(by);
    expect(columns).toMatchObject([
      { posts: 2, suggested: { share: 0.5, of: 2 }, strong: { share: 0.5 }, vietnamese: { share: 1 }, psi: null },
    ]);
    expect(reference).toMatchObject({ posts: 2 });
    expect(switches).toMatchObject([{ trialId: null, trialNumber: null }]);
  }
  expect((await chief.call('GET', '/api/matching/drift?by=year')).status).toBe(400);
  expect((await (await office.as('coordinator')).call('GET', '/api/matching/drift')).status).toBe(403);
});

test('what moved since the first days of the rules in force is told, with an index of their scores', async () => {
  await owner(`UPDATE classify.matching_rules SET since = core.office_now() - interval '70 days'; DELETE FROM classify.looks`);
  await looked(312, 60, { score: 0.002, strength: null, stance: null });
  await looked(88, 60, { score: 0.3, strength: 'suggest', stance: 'spread' });
  await looked(124, 0, { score: 0.02, strength: null, stance: null });
  await looked(76, 0, { score: 0.7, strength: 'strong', stance: 'spread' });
  const { columns, reference, latest } = await drift();
  expect(reference).toMatchObject({ posts: 400, suggested: { share: 0.22 } });
  const now = columns.at(-1)!;
  expect(now).toMatchObject({ posts: 200, suggested: { share: 0.38 }, letters: 200 });
  expect(now.psi!.index).toBeGreaterThan(driftTable.psi.marks.much);
  expect(now.psi!.chance).toBeLessThan(now.psi!.index);
  expect(latest).toMatchObject({ from: now.from });
  expect(latest!.moved.find((m) => m.figure === 'suggested')).toMatchObject({ now: { share: 0.38 }, before: { share: 0.22 } });
  // weeks without a post stand between
  expect(columns.length).toBeGreaterThan(7);
  expect(columns.find((c) => c.posts === 0)).toMatchObject({ suggested: null, psi: null });
});

test('decisions and the sample are told with the week in which they were made', async () => {
  const { items } = (await inspector.call('GET', '/api/triage')).body as unknown as { items: { id: string; firstLine: string }[] };
  const { id } = items.find((i) => i.firstLine.includes('TIN KHẨN'))!;
  const { matches } = (await inspector.call('GET', `/api/triage/${id}`)).body as unknown as { matches: { id: string }[] };
  await inspector.call('POST', `/api/triage/${id}/matches/${matches[0].id}`, { decision: 'confirmed' });
  expect((await drift()).columns.at(-1)).toMatchObject({ precision: { share: 1, of: 1 }, missed: null });
  const low = items.find((i) => i.firstLine.includes('câu cá'))!;
  await owner('UPDATE classify.triage_items SET sampled = true WHERE id = $1', [low.id]);
  const { item } = (await inspector.call('GET', `/api/triage/${low.id}`)).body as unknown as { item: { version: number } };
  expect((await inspector.call('POST', `/api/triage/${low.id}/judgement`, { judgement: 'true', version: item.version })).status).toBe(200);
  expect((await drift()).columns.at(-1)!.missed).toMatchObject({ share: 0, of: 1 });
});

test('other rules stand on the plot from the first post that was looked at by them, and have first days of their own', async () => {
  const asked = { suggest: 0.3, strong: 0.6, reason: 'Ít gợi ý sai hơn' };
  const { id } = (await inspector.call('POST', '/api/matching/trials', asked)).body as unknown as { id: string };
  await deliverAll(office);
  expect((await chief.call('POST', `/api/matching/trials/${id}/approve`)).status).toBe(204);
  expect((await drift()).reference).toBeNull();
  await reported('Chiều nay kẹt xe ở cầu, mọi người đi đường vòng');
  const { switches, reference } = await drift('month');
  expect(switches).toMatchObject([{ trialId: null }, { trialId: id, trialNumber: 1, suggest: 0.3 }]);
  expect(reference).toMatchObject({ posts: 1 });
});

test('claims are told apart by how right their suggestions are, and one that is mostly rejected is pointed out', async () => {
  const [poor, good] = [await inForce('Uống nước muối mỗi sáng thì khỏi cúm'), await inForce('Trứng gà giả bằng nhựa bán ở chợ Bến Đò')];
  const decided = (claimId: string, many: number, decision: string, strength: string) =>
    owner(
      `INSERT INTO classify.matches (item_id, claim_id, version_id, text_sha256, score, strength, stance, reasons, spans, model, decision, decided_at)
       SELECT t.id, c.id, c.current_version_id, 'x', 0.3, $4, '{}', '[]', '[]', 'm', $3, core.office_now() FROM classify.claims c,
         (SELECT id FROM classify.triage_items t WHERE text = 'bài' AND NOT EXISTS (SELECT 1 FROM classify.matches m WHERE m.item_id = t.id) LIMIT $2) t WHERE c.id = $1`,
      [claimId, many, decision, strength],
    );
  await decided(poor, 18, 'rejected', 'suggest');
  await decided(poor, 2, 'confirmed', 'suggest');
  await decided(good, 10, 'confirmed', 'strong');
  await decided(good, 30, 'rejected', 'suggest');
  await decided(good, 40, 'confirmed', 'suggest');
  const { items } = await claims();
  expect(items).toMatchObject([
    { claimId: poor, decided: 20, precision: { share: 0.1 }, strongPrecision: null, poor: true },
    { claimId: good, decided: 80, precision: { share: 0.625 }, strongPrecision: { share: 1, of: 10 }, poor: false },
  ]);
  expect((await claims('?sort=decided')).items.map((c) => c.claimId)).toEqual([good, poor]);
  expect((await claims('?sort=strong')).items.map((c) => c.claimId)).toEqual([good, poor]);
  for (const sort of ['precision', 'decided', 'strong']) {
    const first = await claims(`?sort=${sort}&limit=1`);
    const rest = await claims(`?sort=${sort}&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items]).toEqual((await claims(`?sort=${sort}`)).items);
  }
  expect((await chief.call('GET', '/api/matching/claims?sort=x')).status).toBe(400);
});

test('figures are read from indexes, however many posts there are', async () => {
  await looked(30_000, 400, { score: 0.02, strength: null, stance: null });
  await owner('VACUUM ANALYZE classify.looks');
  const explained = async (sql: string, values: unknown[]) =>
    (await office.app.get(Db).once<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql}`, values)).map((r) => r['QUERY PLAN']).join('\n');
  const range = ['week', new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10), new Date().toISOString().slice(0, 10)];
  expect(await explained(LOOKS, [...range, 1, driftTable.psi.bins, null])).toMatch(/Index Only Scan using looks_day/);
  await owner(
    `INSERT INTO classify.matches (item_id, claim_id, version_id, text_sha256, score, strength, stance, reasons, spans, model, decision, decided_at)
     SELECT i.item_id, c.id, c.current_version_id, 'y', 0.3, 'suggest', '{}', '[]', '[]', 'm', 'rejected', core.office_now() - interval '400 days' FROM classify.looks i, (SELECT * FROM classify.claims WHERE state = 'approved' LIMIT 1) c LIMIT 20000`,
  );
  await owner('VACUUM ANALYZE classify.matches');
  expect(await explained(DECISIONS, [...range, 'Asia/Ho_Chi_Minh'])).toMatch(/Index Only Scan using matches_decided_at/);
});
