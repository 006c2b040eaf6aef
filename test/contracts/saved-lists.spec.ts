import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { builtInLists } from '../../src/office/lists/built-in-lists-table.js';
import { ListCounts } from '../../src/office/lists/list-counts.view.js';
import { LIST_NAMES, type ListName } from '../../src/office/lists/lists.dto.js';
import type { SavedLists } from '../../src/office/lists/saved-lists.view.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgedPost } from './cases-setup.js';
import { PenaltyDesk } from './penalties-setup.js';

const ROUTES: Record<ListName, string> = {
  triage: '/api/triage',
  cases: '/api/cases',
  claims: '/api/claims',
  takedowns: '/api/takedowns',
  links: '/api/takedowns/items',
  penalties: '/api/penalties',
  violations: '/api/violations',
  corrections: '/api/corrections',
  reports: '/api/reports',
};

describe('saved lists', () => {
  let office: Office;
  let [inspector, chief, operator]: Caller[] = [];
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    [inspector, chief, operator] = [await office.as('inspector'), await office.as('chief'), await office.as('operator')];
  }, 60_000);
  afterAll(() => office.close());

  const sql = <T extends object>(text: string, values: unknown[] = []) => office.database.owner<T>(text, values);
  const save = (who: Caller, body: object) => who.call('POST', '/api/saved-lists', { list: 'cases', filter: { state: 'open' }, ...body });
  const change = (who: Caller, id: string, body: object) => who.call('PATCH', `/api/saved-lists/${id}`, { version: 1, ...body });
  const drop = (who: Caller, id: string) => who.call('DELETE', `/api/saved-lists/${id}`);
  const read = async (who: Caller, list?: ListName): Promise<SavedLists> => {
    const { status, body } = await who.call('GET', `/api/saved-lists${list ? `?list=${list}` : ''}`);
    expect(status).toBe(200);
    return body as unknown as SavedLists;
  };
  const names = async (who: Caller, list: ListName = 'cases') => (await read(who, list)).saved.map((s) => s.name);
  /** How long the list itself is, page by page. */
  const length = async (who: Caller, list: ListName, filter: Record<string, string>): Promise<number> => {
    let [n, cursor]: [number, string | null] = [0, ''];
    while (cursor !== null) {
      const query = new URLSearchParams({ ...filter, limit: '2', ...(cursor ? { cursor } : {}) }).toString();
      const { status, body } = await who.call('GET', `${ROUTES[list]}?${query}`);
      expect([list, filter, status]).toEqual([list, filter, 200]);
      const page = body as unknown as { items: object[]; nextCursor: string | null };
      n += page.items.length;
      cursor = page.nextCursor;
    }
    return n;
  };
  const openCase = async () => {
    const { postId } = await judgedPost(office, inspector.staffId);
    return (await inspector.call('POST', '/api/cases', { postId })).body as unknown as { id: string; number: string };
  };
  const asked = async (caseId: string, state: string, overdue: boolean) => {
    const id = randomUUID();
    await sql(
      `INSERT INTO enforcement.takedowns (id, reference, kind, case_id, platform, created_by, state) VALUES ($1, $2, 'removal', $3, 'mang', $4, 'sent')`,
      [id, `YC-${id}`, caseId, inspector.staffId],
    );
    await sql(
      `INSERT INTO enforcement.takedown_contents (id, takedown_id, number, bytes, sha256, address_ids, written_by, at_version)
       SELECT gen_random_uuid(), $1, 1, b, encode(sha256(b), 'hex'), '{}', $2, 1 FROM (SELECT convert_to('{"items":[],"way":"hand","recipient":"Mạng"}', 'UTF8') AS b) x`,
      [id, inspector.staffId],
    );
    await sql(
      `INSERT INTO enforcement.items (id, takedown_id, case_id, address_id, post_id, url, state, asked_at, due_at, overdue)
       SELECT gen_random_uuid(), $1, l.case_id, a.id, a.post_id, a.url, $3, now(), now(), $4
       FROM cases.case_posts l JOIN intake.addresses a ON a.post_id = l.post_id WHERE l.case_id = $2`,
      [id, caseId, state, overdue],
    );
  };

  test('count as many rows as their list shows, for every list that the office offers and whoever asks', async () => {
    const desk = await PenaltyDesk.open(office);
    await desk.drafted();
    const barred = await office.as('inspector', 'chief');
    for (const [state, overdue] of [
      ['awaiting', true],
      ['reappeared', true],
      ['refused', false],
    ] as const)
      await asked((await openCase()).id, state, overdue);
    const { id } = await openCase();
    await asked(id, 'reappeared', true);
    await sql('UPDATE cases.cases SET assignee = NULL WHERE id = $1', [id]);
    await sql(
      `INSERT INTO cases.deadlines (id, case_id, what, due_at, set_by) VALUES (gen_random_uuid(), $1, 'việc đã trễ', core.office_now() - interval '1 day', $2)`,
      [id, inspector.staffId],
    );
    const { version } = (await inspector.call('GET', `/api/cases/${id}`)).body as unknown as { version: number };
    const party = { version, kind: 'person', role: 'accused', name: 'Người liên quan', staffId: barred.staffId };
    expect((await inspector.call('POST', `/api/cases/${id}/parties`, party)).status).toBe(201);
    for (let i = 0; i < 3; i++) await office.guest().call('POST', '/api/reports', { text: `Nội dung phản ánh thứ ${i} để đếm` });

    await sql('UPDATE classify.triage_items SET judged_at = received_at');

    const seen = new Map<string, number[]>();
    for (const who of [inspector, barred]) {
      const { builtIn } = await read(who);
      expect(new Set(builtIn.map((b) => b.list))).toEqual(new Set(LIST_NAMES));
      for (const b of builtIn) {
        expect([b.list, b.id, b.count]).toEqual([b.list, b.id, await length(who, b.list, b.filter)]);
        seen.set(`${b.list} ${b.id}`, [...(seen.get(`${b.list} ${b.id}`) ?? []), b.count!]);
      }
    }
    expect(seen.get('links overdue')).toEqual([3, 2]);
    expect(seen.get('links reappeared')).toEqual([2, 1]);
    expect(seen.get('cases overdue')).toEqual([1, 0]);
    expect(seen.get('penalties to-sign')).toEqual([1, 1]);
    expect(seen.get('reports web')![0]).toBeGreaterThan(2);
  }, 60_000);

  test('are offered to those whom they concern, of rooms that they may enter', async () => {
    expect((await read(operator)).builtIn.map((b) => b.list)).toEqual(
      ['claims', 'corrections', 'corrections', 'reports', 'reports'].sort(),
    );
    expect((await read(chief, 'cases')).builtIn.map((b) => b.id)).not.toContain('mine');
    expect((await read(inspector, 'cases')).builtIn.map((b) => b.id)).toEqual(builtInLists.cases!.map((b) => b.id));
    expect((await (await office.as('administrator')).call('GET', '/api/saved-lists')).body).toMatchObject({ builtIn: [], saved: [] });
    expect((await office.guest().call('GET', '/api/saved-lists')).status).toBe(401);
  });

  test('are kept under a name, for oneself, with what the list takes and nothing else', async () => {
    const { status, body } = await save(inspector, { name: ' Vụ đang mở ', filter: { state: 'open', sort: 'due' } });
    expect(status).toBe(201);
    const { saved } = await read(inspector, 'cases');
    expect(saved).toMatchObject([{ id: body.id, name: 'Vụ đang mở', mine: true, owner: null, shared: false, valid: true, version: 1 }]);
    expect(saved[0].count).toBe(await length(inspector, 'cases', { state: 'open', sort: 'due' }));
    expect(await names(chief)).toEqual([]);
    expect((await save(inspector, { name: 'VỤ ĐANG MỞ' })).body.code).toBe('list-name-taken');
    for (const filter of [
      { state: 'no-such' },
      { cursor: '2026-000001' },
      { limit: '5' },
      { nothing: 'x' },
      { toString: '1' },
      { state: 7 },
      { q: 'x'.repeat(201) },
      [],
      null,
    ])
      expect([filter, (await save(inspector, { name: 'khác', filter })).status]).toEqual([filter, 400]);
    expect((await save(inspector, { name: 'khác', list: 'takedowns', filter: { caseId: randomUUID() } })).status).toBe(400);
    for (const name of ['', '   ', 'x'.repeat(61), 'a\nb', '\u200b'])
      expect([name, (await save(inspector, { name })).status]).toEqual([name, 400]);
    expect((await save(operator, { name: 'không được vào' })).status).toBe(403);
    expect((await drop(inspector, body.id)).status).toBe(204);
    expect(await names(inspector)).toEqual([]);
  });

  test('that are shared are read by all who may see the list, and changed by their owner only', async () => {
    const { id } = (await save(inspector, { name: 'Chung', shared: true })).body as unknown as { id: string };
    const own = (await save(inspector, { name: 'Riêng' })).body as unknown as { id: string };
    expect((await read(chief, 'cases')).saved).toMatchObject([{ id, name: 'Chung', mine: false, owner: expect.stringMatching(/^Người/) }]);
    expect((await read(operator)).saved).toEqual([]);
    expect([(await change(chief, id, { name: 'x' })).status, (await drop(chief, id)).status]).toEqual([403, 403]);
    expect([(await change(chief, own.id, { name: 'x' })).status, (await drop(operator, id)).status]).toEqual([404, 404]);
    expect(await change(inspector, id, { name: 'Chung hơn', filter: { state: 'closed' }, position: 1 })).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    expect((await change(inspector, id, { name: 'cũ' })).body.code).toBe('stale');
    expect(await names(inspector)).toEqual(['Riêng', 'Chung hơn']);
    await change(inspector, id, { version: 2, position: 0, shared: false });
    expect(await names(inspector)).toEqual(['Chung hơn', 'Riêng']);
    expect(await names(chief)).toEqual([]);
    for (const gone of [id, own.id]) await drop(inspector, gone);
  });

  test('of which the list has changed since are shown as such, and not counted', async () => {
    const { id } = (await save(chief, { name: 'Cũ', filter: { state: 'open' } })).body as unknown as { id: string };
    await sql(`UPDATE core.saved_lists SET filter = '{"state": "gone-by"}' WHERE id = $1`, [id]);
    expect((await read(chief, 'cases')).saved).toMatchObject([{ id, valid: false, count: null }]);
    await drop(chief, id);
  });

  test('are fifty at most to a person, also when saved at once', async () => {
    const collector = await office.as('chief');
    const made = await Promise.all(Array.from({ length: 55 }, (_, i) => save(collector, { name: `danh sách ${i}` })));
    expect(made.filter((m) => m.status === 201)).toHaveLength(50);
    expect(new Set(made.filter((m) => m.status !== 201).map((m) => m.body.code))).toEqual(new Set(['too-many-lists']));
    const { saved } = await read(collector, 'cases');
    expect(saved.map((s) => s.position)).toEqual(saved.map((_, i) => i));
  });

  test('say of a count that would take too long that it is not known, and count no further than they say', async () => {
    const counts = office.app.get(ListCounts);
    const all = [{ list: 'cases' as const, filter: {} }];
    expect(await counts.run(inspector, all, 0)).toEqual([null]);
    const [{ n }] = await sql<{ n: number }>('SELECT count(*)::int AS n FROM classify.triage_items');
    await sql(`INSERT INTO classify.triage_items (post_id, received_at) SELECT gen_random_uuid(), now() FROM generate_series(1, 1100)`);
    const answer = await read(inspector, 'triage');
    expect(n).toBeLessThan(100);
    expect(answer.builtIn.find((b) => b.id === 'new')!.count).toBe(answer.countedTo + 1);
  });
});
