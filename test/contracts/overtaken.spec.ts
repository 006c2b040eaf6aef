import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Db } from '../../src/core/database/db.js';
import { OvertakenView } from '../../src/classify/overtaken/overtaken.view.js';
import { deliverAll } from '../kit/deliver-all.js';
import type { Caller, Office } from '../kit/office.js';
import { judgedPost, retireClaim, undoIsOver, type Ready } from './cases-setup.js';
import { moveClock, openTakedownOffice, stepCase } from './enforcement-setup.js';

type Body = Record<string, never>;
interface Overtaken {
  claimId: string;
  text: string;
  since: string;
  cause: string;
  counts: { stillFalse: number; lookAnew: number; dateUnknown: number };
  posts: { postId: string; advice: string }[];
  look?: { by: string; note: string } | null;
}
interface CaseBody {
  version: number;
  overtaken: Overtaken[];
}
interface Resting {
  queue: number;
  cases: { total: number; items: { id: string; acts: boolean; state: string }[] };
  drafts: { total: number; items: { kind: string; id: string; state: string }[] };
}
const TOLD = 'Cầu Vàm Sâu bị nứt trụ và sắp sập trong đêm nay';

describe('a claim that events have overtaken', () => {
  let at: Awaited<ReturnType<typeof openTakedownOffice>>;
  let office: Office;
  let [inspector, legal, coordinator, chief]: Caller[] = [];
  beforeAll(async () => {
    at = await openTakedownOffice();
    ({ office, inspector, legal, coordinator, chief } = at);
  }, 90_000);
  afterAll(() => at.close());

  const read = async <T>(path: string, who = inspector) => (await who.call('GET', path)).body as unknown as T;
  const caseOf = (id: string) => read<CaseBody>(`/api/cases/${id}`);
  const workOf = async (who: Caller) => (await read<{ overtaken: { caseId: string; since: string }[] }>('/api/work', who)).overtaken;
  const today = async (days = 0) => {
    const [{ day }] = await office.database.owner<{ day: string }>(
      `SELECT ((core.office_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + $1::int)::text AS day`,
      [days],
    );
    return day;
  };
  const claimOf = async (p: Ready) => {
    const [{ id }] = await office.database.owner<{ id: string }>(
      'SELECT v.claim_id AS id FROM classify.judgements j JOIN classify.claim_versions v ON v.id = j.claim_version_id WHERE j.id = $1',
      [p.judgementId],
    );
    return id;
  };
  const content = (text: string, falseTo: string | null) => ({
    topic: 'giao-thong',
    harm: 'high',
    wordings: [{ language: 'vi', text }],
    truth: 'Cầu vẫn đi lại được.',
    sources: [{ title: 'Sở Giao thông', url: 'https://giaothong.example/1', date: '2026-11-01' }],
    falseFrom: '2026-01-01',
    falseTo,
  });
  /** A version that ends on that day comes into force, by two persons. */
  const put = async (text: string, falseTo: string | null, claimId?: string) => {
    const drafted = await inspector.call('POST', claimId ? `/api/claims/${claimId}/versions` : '/api/claims', content(text, falseTo));
    const made = drafted.body as unknown as { claimId: string; versionId: string };
    expect((await chief.call('POST', `/api/claim-versions/${made.versionId}/approve`)).status).toBe(204);
    await deliverAll(office);
    return made.claimId;
  };
  const postedOn = (p: Ready, day: string | null) =>
    office.database.owner('UPDATE classify.triage_items SET posted_on = $2 WHERE id = $1', [p.itemId, day]);
  const openCase = async (posts: Ready[]) => {
    await undoIsOver(office);
    const { id } = (await inspector.call('POST', '/api/cases', { postId: posts[0].postId })).body as unknown as { id: string };
    for (const { postId } of posts.slice(1)) expect((await inspector.call('POST', `/api/cases/${id}/posts`, { postId })).status).toBe(201);
    return id;
  };
  const waiting = async (text: string, day: string | null) => {
    const [{ id }] = await office.database.owner<{ id: string }>(
      `WITH p AS (INSERT INTO intake.posts DEFAULT VALUES RETURNING id)
       INSERT INTO classify.triage_items (post_id, text, text_sha256, evidence_id, posted_on) SELECT p.id, $1, md5(p.id::text) || md5(p.id::text), gen_random_uuid(), $2::date FROM p RETURNING id`,
      [text, day],
    );
    return id;
  };
  const queueLine = async (id: string) =>
    (
      await read<{ items: { id: string; priority: number; topClaim: object | null; overtaken: object | null }[] }>('/api/triage?limit=100')
    ).items.find((l) => l.id === id)!;

  test('is told of on the day after its last one, by the office clock alone', async () => {
    const claimId = await put(TOLD, await today());
    expect((await read<{ overtaken: object | null }>(`/api/claims/${claimId}`)).overtaken).toBeNull();
    const item = await waiting(`${TOLD}, ai biết thì tránh`, await today());
    await put(TOLD, await today(), claimId);
    expect(await queueLine(item)).toMatchObject({ topClaim: { id: claimId }, overtaken: null });
    await moveClock(office, 24);
    await deliverAll(office);
    const since = await today();
    expect((await read<Body>(`/api/claims/${claimId}`)).overtaken).toEqual({ since, cause: 'ended' });
    // it was false when the post was made: it stays where it is in the queue, and says so
    expect(await queueLine(item)).toMatchObject({ topClaim: { id: claimId }, overtaken: { claimId, since } });
    expect((await read<{ overtaken: Overtaken[] }>(`/api/triage/${item}`)).overtaken).toMatchObject([
      { claimId, text: TOLD, since, cause: 'ended', posts: [{ advice: 'still-false' }] },
    ]);
    const events = await office.database.owner<{ office: { data: object } }>(
      `SELECT office FROM core.events WHERE type = 'claim.overtaken' AND subject = $1`,
      [claimId],
    );
    expect(events.map((e) => e.office.data)).toEqual([{ claimId, since, cause: 'ended' }]);
  });
  test('that a newer version lets be false for longer warns no more', async () => {
    const claimId = await put('Chợ Bến Đò bán trứng gà giả làm bằng nhựa', await today(-1));
    expect((await read<Body>(`/api/claims/${claimId}`)).overtaken).toEqual({ since: await today(), cause: 'ended' });
    await put('Chợ Bến Đò bán trứng gà giả làm bằng nhựa', null, claimId);
    expect((await read<Body>(`/api/claims/${claimId}`)).overtaken).toBeNull();
  });
  test('matches no post of a later day, and what it raised in the queue sinks; a post of its time stays', async () => {
    const text = 'Trường tiểu học Gò Mây cho học sinh nghỉ học từ thứ hai';
    const claimId = await put(text, null);
    const [before, after] = [await waiting(`${text} nhé`, await today(-5)), await waiting(`${text} đó`, await today(-1))];
    await put(text, null, claimId);
    const [raised, kept] = [await queueLine(after), await queueLine(before)];
    expect(raised).toMatchObject({ topClaim: { id: claimId } });
    await put(text, await today(-3), claimId);
    const sunk = await queueLine(after);
    expect(sunk.topClaim).toBeNull();
    expect(sunk.priority).toBeLessThan(raised.priority);
    expect(await queueLine(before)).toMatchObject({ topClaim: { id: claimId }, priority: kept.priority });
    const advice = async (id: string) => (await read<{ overtaken: Overtaken[] }>(`/api/triage/${id}`)).overtaken.flatMap((o) => o.posts);
    expect(await advice(after)).toMatchObject([{ advice: 'look-anew' }]);
    expect(await advice(before)).toMatchObject([{ advice: 'still-false' }]);
  });

  test('warns the cases that rest on it, post by post, and who has them in hand until somebody looked anew', async () => {
    const [old, late, undated] = [
      await judgedPost(office, inspector.staffId, undefined, TOLD),
      await judgedPost(office, inspector.staffId, undefined, TOLD),
      await judgedPost(office, inspector.staffId, undefined, TOLD),
    ];
    const claimId = await claimOf(old);
    // all three were judged by the one claim
    await office.database.owner(
      `INSERT INTO classify.judgements (item_id, post_id, judgement, evidence_id, judged_by, claim_version_id)
       SELECT j.item_id, j.post_id, j.judgement, j.evidence_id, j.judged_by, (SELECT claim_version_id FROM classify.judgements WHERE id = $1) FROM classify.judgements j WHERE j.id = ANY($2)`,
      [old.judgementId, [late.judgementId, undated.judgementId]],
    );
    await postedOn(old, await today(-9));
    await postedOn(late, await today(-1));
    const caseId = await openCase([old, late, undated]);
    const other = await openCase([await judgedPost(office, inspector.staffId, undefined, 'Một tin khác hẳn về giá xăng')]);
    expect((await caseOf(caseId)).overtaken).toEqual([]);
    expect(await workOf(inspector)).toEqual([]);

    await put(TOLD, await today(-4), claimId);
    const { overtaken, version } = await caseOf(caseId);
    expect(overtaken).toMatchObject([
      { claimId, since: await today(-3), cause: 'ended', counts: { stillFalse: 1, lookAnew: 1, dateUnknown: 1 }, look: null },
    ]);
    expect(overtaken[0].posts.map((p) => [p.postId, p.advice])).toEqual([
      [late.postId, 'look-anew'],
      [undated.postId, 'date-unknown'],
      [old.postId, 'still-false'],
    ]);
    expect((await caseOf(other)).overtaken).toEqual([]);
    const listed = async (query: string) => (await read<{ items: { id: string; overtaken: number }[] }>(`/api/cases?${query}`)).items;
    expect(await listed('overtaken=true')).toMatchObject([{ id: caseId, overtaken: 3 }]);
    expect((await listed('overtaken=false')).map((c) => c.id)).toContain(other);

    expect(await workOf(inspector)).toMatchObject([{ caseId, since: await today(-3) }]);
    expect(await workOf(legal)).toEqual([]);
    const look = (body: object, who = inspector) => who.call('POST', `/api/cases/${caseId}/looks-anew`, { claimId, version, ...body });
    expect((await look({ note: 'Đã xem' }, coordinator)).status).toBe(403);
    expect((await look({ note: ' . ' })).status).toBe(400);
    expect((await look({ note: 'Đã xem', version: version + 1 })).body.code).toBe('stale');
    expect((await look({ note: 'Đã xem', claimId: other })).body.code).toBe('not-overtaken');
    expect((await look({ note: 'Bài đăng khi tin còn sai; hai bài kia xem lại.' })).status).toBe(201);
    expect((await caseOf(caseId)).overtaken[0].look).toMatchObject({ note: 'Bài đăng khi tin còn sai; hai bài kia xem lại.' });
    expect(await workOf(inspector)).toEqual([]);

    // it ends on another day than was thought: what was looked at then was something else
    await put(TOLD, await today(-6), claimId);
    expect((await caseOf(caseId)).overtaken[0]).toMatchObject({ since: await today(-5), look: null });
    expect(await workOf(inspector)).toHaveLength(1);
  });
  test('that was retired carries nothing, whenever a post was made', async () => {
    const post = await judgedPost(office, inspector.staffId, undefined, 'Uống nước lá tre đằng ngà chữa khỏi tiểu đường');
    await postedOn(post, await today(-2));
    const caseId = await openCase([post]);
    await retireClaim(office, post);
    await deliverAll(office);
    expect((await caseOf(caseId)).overtaken).toMatchObject([
      { since: await today(), cause: 'retired', counts: { stillFalse: 0, lookAnew: 1, dateUnknown: 0 } },
    ]);
  });

  test('is said of a draft before it is approved, and blocks nothing; a closed case is listed while what was done on it stands', async () => {
    const post = await judgedPost(office, inspector.staffId, undefined, 'Ngân hàng Sông Cả hết tiền mặt, rút ngay kẻo mất');
    await postedOn(post, await today(-8));
    const claimId = await claimOf(post);
    const caseId = await openCase([post]);
    for (const to of ['verifying', 'confirmed']) await stepCase(inspector, caseId, to);
    const drafted = await coordinator.call('POST', '/api/takedowns', {
      caseId,
      platform: 'mang',
      delivery: 'email',
      recipient: 'phap-che@mang.example',
      legalBasis: 'nd147-24h',
      fields: { signer: 'Bà B', sources: 'Bộ Y tế' },
    });
    const takedownId = (drafted.body as unknown as { id: string }).id;
    expect((await read<{ overtaken: Overtaken[] }>(`/api/takedowns/${takedownId}`, legal)).overtaken).toEqual([]);
    const resting = () => read<Resting>(`/api/claims/${claimId}/resting`, chief);

    await put('Ngân hàng Sông Cả hết tiền mặt, rút ngay kẻo mất', await today(-4), claimId);
    const file = await read<{ overtaken: Overtaken[]; contentHash: string; version: number; next: { act: string; lacks: string[] }[] }>(
      `/api/takedowns/${takedownId}`,
      legal,
    );
    expect(file.overtaken).toMatchObject([{ claimId, since: await today(-3), posts: [{ postId: post.postId, advice: 'still-false' }] }]);
    expect(file.next.find((n) => n.act === 'approve')).toMatchObject({ possible: true });
    expect(await resting()).toMatchObject({
      queue: 0,
      cases: { total: 1, items: [{ id: caseId, acts: false }] },
      drafts: { total: 1, items: [{ kind: 'takedown', id: takedownId, state: 'draft' }] },
    });

    await stepCase(inspector, caseId, 'closed');
    expect((await resting()).cases.total).toBe(0);
    expect(await workOf(inspector)).not.toContainEqual(expect.objectContaining({ caseId }));
    await office.database.owner(`UPDATE enforcement.takedowns SET state = 'sent', sent_at = core.office_now() WHERE id = $1`, [takedownId]);
    expect(await resting()).toMatchObject({
      cases: { total: 1, items: [{ id: caseId, acts: true, state: 'closed' }] },
      drafts: { total: 0 },
    });
    expect((await caseOf(caseId)).overtaken).toMatchObject([{ claimId }]);
    expect(await workOf(inspector)).toContainEqual(expect.objectContaining({ caseId }));
  });
  test('is nothing that whoever may not know of a case hears of', async () => {
    const post = await judgedPost(office, inspector.staffId, undefined, 'Bệnh viện Cây Da ngừng nhận người bệnh');
    const caseId = await openCase([post]);
    await put('Bệnh viện Cây Da ngừng nhận người bệnh', await today(-1), await claimOf(post));
    const resting = async (who: Caller) => (await read<Resting>(`/api/claims/${await claimOf(post)}/resting`, who)).cases.total;
    expect(await resting(chief)).toBe(1);
    const { version } = await caseOf(caseId);
    const barred = { kind: 'person', role: 'accused', name: 'Lê Văn Tám', staffId: legal.staffId, version };
    expect((await inspector.call('POST', `/api/cases/${caseId}/parties`, barred)).status).toBe(201);
    expect(await resting(legal)).toBe(0);
  });
  test('is asked of posts, and nothing else, by the rooms to the right', async () => {
    const post = await judgedPost(office, inspector.staffId, 'satire', 'Bò biết bay qua sông Cả');
    await retireClaim(office, post);
    await deliverAll(office);
    expect(await office.app.get(Db).read((tx) => office.app.get(OvertakenView).ofPosts(tx, [post.postId]))).toEqual([]);
  });
});
