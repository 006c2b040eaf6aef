import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../src/core/config.js';
import { HeadKeeper } from '../../src/core/events/head-keeper.js';
import { Sealer } from '../../src/core/events/sealer.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgedPost, type Ready } from './cases-setup.js';

interface Work {
  proposals: { postId: string; firstLine: string; url: string }[];
  assigned: { id: string }[];
  deadlines: { caseId: string; overdue: boolean }[];
  approvals: { claims: { claimId: string }[]; falls: { caseId: string }[]; roles: { role: string }[]; takedowns: object[] };
  toDraft: { id: string }[];
  toSend: object[];
  late: object[];
  gaveUp: { handler: string; n: number; meaning: { vi: string; en: string } }[];
}
interface Log {
  items: {
    position: string;
    seq: number | null;
    type: string;
    actor: string | null;
    actorName: string | null;
    subject: string;
    public: object;
    office: Record<string, string>;
    record: { kind: string; id: string; label: string | null } | null;
  }[];
  nextCursor: string | null;
  sealedTo: number;
  people: { id: string; name: string }[];
}
interface Found {
  items: { kind: string; id: string; title: string }[];
  partial: boolean;
}

const CLAIM = {
  topic: 'y-te',
  harm: 'high',
  wordings: [{ language: 'vi', text: 'Lá đu đủ chữa khỏi mọi bệnh ung thư' }],
  truth: 'Bộ Y tế bác bỏ tin này',
  sources: [{ title: 'Thông báo', url: 'https://soyte.example/1', date: '2026-11-01' }],
  falseFrom: '2026-01-01',
};

describe('the office room', () => {
  let office: Office;
  let [inspector, chief, auditor, operator]: Caller[] = [];
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    [inspector, chief, auditor, operator] = [
      await office.as('inspector'),
      await office.as('chief'),
      await office.as('auditor'),
      await office.as('operator'),
    ];
  }, 60_000);
  afterAll(() => office.close());

  const get = async <T>(who: Caller, path: string): Promise<T> => {
    const { status, body } = await who.call('GET', path);
    expect(status).toBe(200);
    return body as T;
  };
  const find = async (who: Caller, q: string) => (await who.call('POST', '/api/search', { q })).body as unknown as Found;
  const work = (who: Caller) => get<Work>(who, '/api/work');
  const counts = (who: Caller) => get<Record<string, number>>(who, '/api/counts');
  const propose = (ready: Ready) =>
    office.database.owner('INSERT INTO cases.case_proposals (post_id, judgement_id, item_id) VALUES ($1, $2, $3)', [
      ready.postId,
      ready.judgementId,
      ready.itemId,
    ]);
  const openCase = async (ready?: Ready, title?: string) =>
    (await inspector.call('POST', '/api/cases', { postId: (ready ?? (await judgedPost(office, inspector.staffId))).postId, title }))
      .body as unknown as { id: string; number: string };
  const act = async (who: Caller, id: string, path: string, body: object = {}) => {
    const { version } = (await inspector.call('GET', `/api/cases/${id}`)).body as unknown as { version: number };
    return who.call('POST', `/api/cases/${id}/${path}`, { version, ...body });
  };
  const barFrom = async (id: string, who: Caller) => {
    await act(inspector, id, 'parties', { kind: 'person', role: 'accused', name: 'Người liên quan', staffId: who.staffId });
  };

  describe('my work', () => {
    test('shows an inspector the judged posts that wait for a case, and no longer once somebody opened it', async () => {
      const ready = await judgedPost(office, inspector.staffId, undefined, 'Tin đồn dòng một\ndòng hai');
      await propose(ready);
      expect((await work(inspector)).proposals).toMatchObject([{ postId: ready.postId, firstLine: 'Tin đồn dòng một', url: ready.url }]);
      expect((await work(chief)).proposals).toEqual([]);
      const before = await counts(inspector);
      const { id } = await openCase(ready);
      const mine = await work(inspector);
      expect([mine.proposals, mine.assigned.map((c) => c.id)]).toEqual([[], [id]]);
      expect(await counts(inspector)).toMatchObject({ cases: before.cases + 1, work: before.work });
    });
    test('shows deadlines of my cases that are near or past, and not those that are far', async () => {
      const { id } = await openCase();
      for (const days of [1, 30])
        await act(inspector, id, 'deadlines', {
          what: `việc sau ${days} ngày`,
          dueAt: new Date(Date.now() + days * 86_400_000).toISOString(),
        });
      expect((await work(inspector)).deadlines).toMatchObject([{ caseId: id, what: 'việc sau 1 ngày', overdue: false }]);
    });
    test('shows a claim to those who may approve it and did not write it', async () => {
      const author = await office.as('inspector', 'chief');
      const { claimId } = (await author.call('POST', '/api/claims', CLAIM)).body as unknown as { claimId: string };
      expect((await work(author)).approvals.claims).toEqual([]);
      expect((await work(chief)).approvals.claims).toMatchObject([{ claimId }]);
      expect((await counts(chief)).claims).toBe(1);
      expect((await work(inspector)).approvals.claims).toEqual([]);
    });
    test('shows a proposed fall to the chief, and not to the one who proposed it', async () => {
      const both = await office.as('legal', 'chief');
      const { id } = await openCase();
      for (const to of ['verifying', 'confirmed']) await act(inspector, id, 'steps', { to });
      await act(both, id, 'falls', { reason: 'chứng cứ chưa đủ' });
      expect((await work(chief)).approvals.falls).toMatchObject([{ caseId: id, reason: 'chứng cứ chưa đủ' }]);
      expect((await work(both)).approvals.falls).toEqual([]);
    });
    test('shows a drafted takedown request to those who may approve it and wrote none of it, then to those who send', async () => {
      const writer = await office.as('coordinator', 'legal');
      const [legal, coordinator] = [await office.as('legal'), await office.as('coordinator')];
      const { id } = await openCase();
      const takedownId = randomUUID();
      const sql = office.database.owner.bind(office.database);
      await sql(
        `INSERT INTO enforcement.takedowns (id, reference, kind, case_id, platform, created_by) VALUES ($1, $2, 'removal', $3, 'mang', $4)`,
        [takedownId, `YC-${takedownId}`, id, writer.staffId],
      );
      await sql(
        `INSERT INTO enforcement.takedown_contents (id, takedown_id, number, bytes, sha256, address_ids, written_by, at_version)
        SELECT gen_random_uuid(), $1, 1, b, encode(sha256(b), 'hex'), '{}', $2, 1 FROM (SELECT convert_to('{"x":1}', 'UTF8') AS b) x`,
        [takedownId, writer.staffId],
      );
      expect((await work(legal)).approvals.takedowns).toMatchObject([
        { takedownId, caseId: id, platform: 'mang', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ]);
      expect((await counts(legal)).takedowns).toBe(1);
      for (const who of [writer, coordinator, inspector]) expect((await work(who)).approvals.takedowns).toEqual([]);
      expect((await work(coordinator)).toSend).toEqual([]);
      await sql(`UPDATE enforcement.takedowns SET state = 'approved' WHERE id = $1`, [takedownId]);
      expect((await work(coordinator)).toSend).toMatchObject([{ takedownId, state: 'approved' }]);
      expect((await work(legal)).approvals.takedowns).toEqual([]);
      await barFrom(id, coordinator);
      expect((await work(coordinator)).toSend).toEqual([]);
    });
    test('shows a coordinator the confirmed cases that nobody has drafted a request for, and requests whose time has run out', async () => {
      const coordinator = await office.as('coordinator');
      const { id } = await openCase();
      const drafts = async () => (await work(coordinator)).toDraft.filter((c) => c.id === id);
      expect(await drafts()).toEqual([]);
      for (const to of ['verifying', 'confirmed']) await act(inspector, id, 'steps', { to });
      expect(await drafts()).toMatchObject([{ id, state: 'confirmed' }]);
      const before = await counts(coordinator);
      const takedownId = randomUUID();
      const sql = office.database.owner.bind(office.database);
      await sql(
        `INSERT INTO enforcement.takedowns (id, reference, kind, case_id, platform, created_by, state) VALUES ($1, $2, 'removal', $3, 'mang', $4, 'sent')`,
        [takedownId, `YC-${takedownId}`, id, coordinator.staffId],
      );
      expect(await drafts()).toEqual([]);
      await sql(
        `INSERT INTO enforcement.items (id, takedown_id, case_id, address_id, post_id, url, state, asked_at, due_at, overdue)
         SELECT gen_random_uuid(), $1, l.case_id, a.id, a.post_id, a.url, 'awaiting', now() - interval '2 days', now() - interval '1 day', true
         FROM cases.case_posts l JOIN intake.addresses a ON a.post_id = l.post_id WHERE l.case_id = $2`,
        [takedownId, id],
      );
      expect((await work(coordinator)).late).toMatchObject([{ takedownId }]);
      expect(await counts(coordinator)).toMatchObject({ takedowns: before.takedowns });
      await sql(`UPDATE enforcement.items SET state = 'verified-removed' WHERE takedown_id = $1`, [takedownId]);
      expect((await work(coordinator)).late).toEqual([]);
    });
    test('says in words what background work gave up, to those who read the log', async () => {
      await office.database
        .owner(`WITH d AS (INSERT INTO core.due (kind, ref, due_at, fired_at) SELECT 'case-deadline', 'x' || i, now(), now() FROM generate_series(1, 2) i RETURNING id)
        INSERT INTO core.deliveries (due_id, handler, lane, state, error) SELECT id, 'PassDeadline', 'quick', 'dead', 'hỏng' FROM d`);
      expect((await work(chief)).gaveUp).toMatchObject([
        { handler: 'PassDeadline', n: 2, meaning: { vi: '2 hạn đã qua mà chưa được đánh dấu', en: '2 passed deadlines not marked' } },
      ]);
      expect((await counts(auditor)).log).toBe(1);
      expect((await work(inspector)).gaveUp).toEqual([]);
    });
    test('of somebody who is party to a case does not know that case', async () => {
      const someone = await office.as('inspector', 'chief');
      const ready = await judgedPost(office, inspector.staffId);
      const { id, number } = await openCase(ready, 'Vụ việc không ai được biết');
      for (const to of ['verifying', 'confirmed']) await act(inspector, id, 'steps', { to });
      await act(inspector, id, 'falls', { reason: 'chứng cứ chưa đủ' });
      expect((await work(someone)).approvals.falls.map((f) => f.caseId)).toContain(id);
      await barFrom(id, someone);
      await office.database.owner('UPDATE cases.cases SET assignee = $2 WHERE id = $1', [id, someone.staffId]);
      const { assigned, deadlines, approvals } = await work(someone);
      expect(JSON.stringify([assigned, deadlines, approvals])).not.toContain(id);
      for (const q of [number, 'không ai được biết', ready.url])
        expect((await find(someone, q)).items.filter((i) => i.kind === 'case')).toEqual([]);
      expect(JSON.stringify(await get<Log>(someone, '/api/log?limit=100'))).not.toContain(id);
      expect((await get<Log>(someone, `/api/log?subject=${id}`)).items).toEqual([]);
      expect((await get<Log>(chief, `/api/log?subject=${id}`)).items.length).toBeGreaterThan(3);
    });
  });

  describe('search', () => {
    test('finds the post of a link in any spelling, and its case', async () => {
      const ready = await judgedPost(office, inspector.staffId);
      const { id } = await openCase(ready);
      const found = await find(inspector, ` HTTPS://MANG.example:443/bai/${ready.postId}?utm_source=x#y `);
      expect(found.items).toMatchObject([
        { kind: 'post', id: ready.postId, itemId: ready.itemId, detail: ready.url },
        { kind: 'case', id },
      ]);
      expect((await find(operator, ready.url)).items.map((i) => i.kind)).toEqual(['post']);
    });
    test('finds a case by its number or the end of it', async () => {
      const { id, number } = await openCase();
      expect((await find(inspector, number)).items).toMatchObject([{ kind: 'case', id, title: number }]);
      expect((await find(auditor, number.slice(-6))).items.map((i) => i.id)).toContain(id);
      expect((await find(operator, number)).items).toEqual([]);
    });
    test('finds a phrase in claims and in the texts of the queue, within the rights of who asks', async () => {
      await judgedPost(office, inspector.staffId, undefined, 'Cháy lớn ở chợ Bến Thử, 100% hàng hóa mất');
      const kinds = async (who: Caller, q: string) => (await find(who, q)).items.map((i) => i.kind).sort();
      expect(await kinds(inspector, 'chợ bến thử')).toEqual(['claim', 'post']);
      expect(await kinds(operator, 'chợ bến thử')).toEqual(['claim']);
      expect(await kinds(inspector, '100% hàng')).toEqual(['claim', 'post']);
      expect(await kinds(inspector, '100_ hàng')).toEqual([]);
      expect(await find(await office.as('administrator'), 'chợ bến')).toMatchObject({ items: [] });
    });
    test('finds posts by who wrote them: a handle with or without @, its beginning, a name with or without its marks', async () => {
      const wrote = async (author: string | null, handle: string | null, ready?: Ready) => {
        const made = ready ?? (await judgedPost(office, inspector.staffId, undefined, 'Bài của một người viết'));
        await office.database.owner('UPDATE crawl.captures SET author = $2, handle = $3 WHERE id = $1', [made.captureId, author, handle]);
        return made;
      };
      const [an, anh, hoa] = [
        await wrote('Nguyễn Đức Ẩn', '@duc_an.1'),
        await wrote('Nguyễn Đức Anh', 'duc-an.1.kenh'),
        await wrote('HOA HẬU TIN NÓNG', null),
      ];
      const ids = async (q: string, who = inspector) => (await find(who, q)).items.map((i) => i.id);
      for (const q of ['@duc_an.1', 'duc_an.1', '@DUC_AN']) expect([q, await ids(q)]).toEqual([q, [an.postId]]);
      expect(await ids('@duc')).toEqual(expect.arrayContaining([an.postId, anh.postId]));
      expect(await ids('@uc_an')).toEqual([]);
      for (const q of ['Nguyễn Đức Ẩn', 'nguyen duc an', 'NGUYỄN ĐỨC', 'đức nguyễn'.normalize('NFD')])
        expect([q, await ids(q)]).toEqual([q, expect.arrayContaining([an.postId])]);
      expect(await ids('hoa hậu tin nón')).toEqual([hoa.postId]);
      expect((await find(inspector, '@duc_an.1')).items).toMatchObject([
        { kind: 'post', itemId: an.itemId, title: 'Bài của một người viết', detail: 'Nguyễn Đức Ẩn · @duc_an.1' },
      ]);
      expect(await ids('@duc_an.1', operator)).toEqual([]);
    });
    test('puts the very handle before those that begin alike, shows a post once, and a merged one as what it became', async () => {
      const text = 'Tin nhắn của kenh.thu lan truyền';
      const [exact, longer, merged] = [
        await judgedPost(office, inspector.staffId, undefined, text),
        await judgedPost(office, inspector.staffId),
        await judgedPost(office, inspector.staffId),
      ];
      for (const [ready, handle] of [
        [exact, '@kenh.thu'],
        [longer, '@kenh.thu.hai'],
        [merged, '@kenh.thu.ba'],
      ] as const)
        await office.database.owner('UPDATE crawl.captures SET handle = $2 WHERE id = $1', [ready.captureId, handle]);
      await office.database.owner('UPDATE intake.posts SET merged_into = $2 WHERE id = $1', [merged.postId, exact.postId]);
      const { items } = await find(inspector, 'kenh.thu');
      expect(items.filter((i) => i.kind === 'post').map((i) => i.id)).toEqual([exact.postId, longer.postId]);
      expect((await find(inspector, '@kenh.thu.ba')).items.map((i) => i.id)).toEqual([exact.postId]);
    });
    test('shows nobody the posts of a case that they are party to, whichever way they look', async () => {
      const someone = await office.as('inspector', 'chief');
      const text = 'Câu chỉ có trong bài bị giấu';
      const ready = await judgedPost(office, inspector.staffId, undefined, text);
      await office.database.owner(`UPDATE crawl.captures SET author = 'Tác Giả Giấu Mặt', handle = '@giau.mat' WHERE id = $1`, [
        ready.captureId,
      ]);
      const { id } = await openCase(ready);
      const found = async (who: Caller) => {
        const all: string[] = [];
        for (const q of ['@giau.mat', 'Tác Giả Giấu Mặt', text, ready.url]) all.push(...(await find(who, q)).items.map((i) => i.id));
        return all.filter((x) => x === ready.postId).length;
      };
      expect(await found(someone)).toBe(4);
      await barFrom(id, someone);
      expect([await found(someone), await found(inspector)]).toEqual([0, 4]);
    });
    test('answers a screenful, and nothing to a single letter', async () => {
      for (let i = 0; i < 25; i++) await judgedPost(office, inspector.staffId, undefined, 'Câu lặp lại nhiều lần');
      const { items } = await find(inspector, 'lặp lại nhiều');
      expect([items.length, new Set(items.map((i) => i.kind))]).toEqual([20, new Set(['claim', 'post'])]);
      expect((await inspector.call('POST', '/api/search', { q: 'x' })).status).toBe(400);
    });
  });

  describe('the log', () => {
    const log = (query: string, who = auditor) => get<Log>(who, `/api/log?${query}`);
    test('lists newest first, page by page, each event once, and what is not sealed yet without a seq', async () => {
      await office.app.get(Sealer).seal();
      const { id } = await openCase();
      const seen: Log['items'] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: Log = await log(`limit=40${cursor ? `&cursor=${cursor}` : ''}`);
        seen.push(...page.items);
        cursor = page.nextCursor;
      }
      const all = await office.database.owner<{ position: string }>(
        'SELECT e.position::text AS position FROM core.events e ORDER BY e.position DESC',
      );
      expect(seen.map((e) => e.position)).toEqual(all.map((e) => e.position));
      expect(seen.find((e) => e.type === 'case.opened' && e.subject === id)).toMatchObject({
        seq: null,
        actor: inspector.staffId,
        public: { platform: 'mang', topic: 'y-te' },
        office: { caseId: id },
      });
      expect(Math.max(...seen.map((e) => e.seq ?? 0))).toBe((await log('limit=1')).sealedTo);
      expect(JSON.stringify(seen)).not.toContain('nonce');
    });
    test('is filtered by type or kind, by what it is about, and by who acted', async () => {
      const { id } = await openCase();
      await act(inspector, id, 'notes', { text: 'một ghi chú' });
      expect((await log(`subject=${id}`)).items.map((e) => e.type)).toEqual(['case.noted', 'exhibit.attached', 'case.opened']);
      expect(new Set((await log('type=case.noted')).items.map((e) => e.type))).toEqual(new Set(['case.noted']));
      expect(new Set((await log('type=case&limit=100')).items.map((e) => e.type.split('.')[0]))).toEqual(new Set(['case']));
      expect(new Set((await log(`actor=${inspector.staffId}`)).items.map((e) => e.actor))).toEqual(new Set([inspector.staffId]));
    });
    test('is filtered by day of the office zone, and shows one entry by its number', async () => {
      await openCase();
      const [{ today }] = await office.database.owner<{ today: string }>(
        `SELECT to_char(clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') AS today`,
      );
      const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
      const all = (await log('limit=100')).items.map((e) => e.position);
      expect((await log(`limit=100&from=${today}&to=${today}`)).items.map((e) => e.position)).toEqual(all);
      expect((await log(`limit=100&to=${yesterday}`)).items).toEqual([]);
      expect((await log(`limit=100&from=${yesterday}`)).items.map((e) => e.position)).toEqual(all);
      expect((await auditor.call('GET', '/api/log?from=2026-13-01')).status).toBe(400);
      await office.app.get(Sealer).seal();
      expect((await log('seq=2')).items.map((e) => e.seq)).toEqual([2]);
    });
    test('names the record of each entry as its screen does, and the people who may have acted', async () => {
      const { id } = await openCase();
      const [{ number }] = await office.database.owner<{ number: string }>('SELECT number FROM cases.cases WHERE id = $1', [id]);
      const page = await log(`subject=${id}`);
      expect(page.items.map((e) => e.record)).toEqual(page.items.map(() => ({ kind: 'case', id, label: number })));
      expect(page.people).toEqual(expect.arrayContaining([expect.objectContaining({ id: inspector.staffId })]));
    });
    test('tells how far it is sealed, and what waits for its seal', async () => {
      for (let more = 1; more > 0;) more = (await office.app.get(Sealer).seal()).sealed;
      await openCase();
      const state = await get<{ sealedTo: number; waiting: number; check: object | null }>(auditor, '/api/log/state');
      expect(state.sealedTo).toBe((await log('limit=1')).sealedTo);
      expect(state.waiting).toBeGreaterThan(1);
      expect(state.check).toBeNull();
    });
    test('is read with the right to it only', async () => {
      for (const path of ['/api/log', '/api/log/state', '/api/log/verify']) expect((await inspector.call('GET', path)).status).toBe(403);
    });
    test('is verified against the heads outside, once for all who ask at the same time', async () => {
      for (let more = 1; more > 0;) more = (await office.app.get(Sealer).seal()).sealed;
      const { last } = await office.app.get(Sealer).seal();
      await new HeadKeeper(join(office.app.get<Config>(CONFIG).dataDir, 'heads')).keep(last, true);
      const verdicts = await Promise.all([auditor, chief, auditor].map((who) => get<Record<string, unknown>>(who, '/api/log/verify')));
      expect(verdicts[0]).toMatchObject({
        state: 'done',
        holds: true,
        sealedTo: Number(last.seq),
        heads: 1,
        lastHead: { seq: Number(last.seq) },
      });
      expect(new Set(verdicts.map((v) => v.checkedAt)).size).toBe(1);
      expect((await get<{ check: object }>(auditor, '/api/log/state')).check).toEqual(verdicts[0]);
    });
  });

  describe('the office clock', () => {
    const hours = (n: unknown, who = chief) => who.call('POST', '/api/demo/clock', { hours: n });
    test('is not moved where this is no demo', async () => {
      await office.database.owner(`UPDATE core.installation SET demo = false, clock_offset = '0'`);
      expect((await hours(24)).status).toBe(404);
      expect(await get(inspector, '/api/demo/clock')).toMatchObject({ demo: false, offsetHours: 0 });
    });
    test('goes forward in the demo, by those with the right, and the log says so', async () => {
      await office.database.owner('UPDATE core.installation SET demo = true');
      expect(await hours(24)).toMatchObject({ status: 200, body: { demo: true, offsetHours: 24 } });
      expect(await hours(2)).toMatchObject({ body: { offsetHours: 26 } });
      for (const n of [0, -1, 721, 1.5, '24x', null]) expect((await hours(n)).status).toBe(400);
      expect((await hours(1, inspector)).status).toBe(403);
      const moved = (await get<Log>(auditor, '/api/log?type=clock.moved')).items;
      expect(moved.map((e) => e.office)).toEqual([{ hours: 2 }, { hours: 24 }]);
    });
    test('stops where the table says', async () => {
      await office.database.owner(`UPDATE core.installation SET clock_offset = '3649 days'`);
      expect((await hours(48)).body.code).toBe('clock-too-far');
      await office.database.owner(`UPDATE core.installation SET demo = false, clock_offset = '0'`);
    });
  });
});
