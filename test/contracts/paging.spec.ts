import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseFile } from '../../src/cases/case-file.js';
import type { TriageFile } from '../../src/classify/triage-answers.js';
import { Db } from '../../src/core/database/db.js';
import { newestOf } from '../../src/core/database/newest-of.js';
import { Log } from '../../src/core/events/log.js';
import { officeTable } from '../../src/office/office-table.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgedPost } from './cases-setup.js';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
/** Lists that are read page by page, while others work on what they hold. */
describe('the pages of a list', () => {
  let office: Office;
  let [admin, chief, inspector]: Caller[] = [];
  beforeAll(async () => {
    office = await openOffice();
    [admin, chief, inspector] = [await office.as('administrator'), await office.as('chief'), await office.as('inspector')];
  }, 60_000);
  afterAll(() => office.close());

  const sql = <T extends object>(text: string, values: unknown[] = []) => office.database.owner<T>(text, values);
  const page = async <T>(who: Caller, path: string, query: Record<string, string | null>): Promise<Page<T>> => {
    const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null);
    const { status, body } = await who.call('GET', `${path}?${new URLSearchParams(given).toString()}`);
    expect([path, status]).toEqual([path, 200]);
    return body as unknown as Page<T>;
  };
  const whole = async <T>(who: Caller, path: string, limit = '2'): Promise<T[]> => {
    const all: T[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const read: Page<T> = await page<T>(who, path, { limit, cursor: cursor ?? null });
      all.push(...read.items);
      cursor = read.nextCursor;
    }
    return all;
  };

  test('of people stand in the order of their names, as Vietnamese is sorted, and no name stands in a cursor', async () => {
    const names = ['Đặng Ái', 'Ân Bình', 'An Bình', 'Dương Ái', 'An Bình', 'Ăn Bình'];
    for (const name of names) await sql('INSERT INTO core.staff (name) VALUES ($1)', [name]);
    const people = (await whole<{ name: string }>(admin, '/api/users')).map((u) => u.name);
    expect(people.filter((n) => names.includes(n))).toEqual(['An Bình', 'An Bình', 'Ăn Bình', 'Ân Bình', 'Dương Ái', 'Đặng Ái']);
    const { nextCursor } = await page(admin, '/api/users', { limit: '1' });
    expect(Buffer.from(nextCursor!, 'base64url').toString()).toMatch(/^\["[0-9a-f-]{36}"\]$/);
  });
  test('of locked accounts begin with the one that was locked last', async () => {
    for (let i = 0; i < 3; i++)
      await sql(
        `WITH s AS (INSERT INTO core.staff (name) VALUES ('Người ' || $1) RETURNING id)
         INSERT INTO core.accounts (staff_id, email, password_hash, disabled_at) SELECT id, $1 || '@khoa.example', '-', now() - make_interval(mins => $2) FROM s`,
        [`k${i}`, i * 7 === 7 ? 1 : 10 - i],
      );
    const emails = (await whole<{ email: string }>(chief, '/api/accounts/locked', '1')).map((a) => a.email);
    expect(emails).toEqual(['k1@khoa.example', 'k2@khoa.example', 'k0@khoa.example']);
  });
  test('of claims begin with what was worded last', async () => {
    const made: string[] = [];
    for (let i = 0; i < 5; i++) {
      const { status, body } = await inspector.call('POST', '/api/claims', {
        topic: 'y-te',
        harm: 'low',
        wordings: [{ language: 'vi', text: `Tin sai đã biết thứ ${i}` }],
        truth: 'Không đúng như vậy',
        sources: [{ title: 'Thông báo', url: 'https://soyte.example/1', date: '2026-01-01' }],
        falseFrom: '2026-01-01',
      });
      expect(status).toBe(201);
      made.unshift(body.claimId as unknown as string);
    }
    expect((await whole<{ id: string }>(inspector, '/api/claims')).map((c) => c.id)).toEqual(made);
  });
  test('go on where they stopped when the record that they stopped at is gone from the list', async () => {
    await sql(
      `INSERT INTO core.staff_roles (staff_id, role, proposed_by) SELECT s.id, 'legal', $1 FROM core.staff s WHERE s.name IN ('Đặng Ái', 'Dương Ái', 'Ăn Bình')`,
      [admin.staffId],
    );
    const list = '/api/overview/lists/rights';
    const first = await page<{ id: string }>(chief, list, { limit: '1' });
    expect((await chief.call('POST', `/api/role-proposals/${first.items[0].id}/approve`, {})).status).toBe(204);
    const rest = await page<{ id: string }>(chief, list, { cursor: first.nextCursor });
    expect(rest.items).toHaveLength(2);
    expect(rest.items.map((l) => l.id)).not.toContain(first.items[0].id);
  });
  test('my work says of each list how many more wait than it tells, and counts as the rail does', async () => {
    const waiting = async () => (await chief.call('GET', '/api/work')).body as unknown as { approvals: { roles: object[] }; more: object };
    const before = (await waiting()).approvals.roles.length;
    expect((await waiting()).more).toEqual({});
    await sql(
      `WITH s AS (INSERT INTO core.staff (name) SELECT 'Người mới ' || n FROM generate_series(1, $2::int) n RETURNING id)
       INSERT INTO core.staff_roles (staff_id, role, proposed_by) SELECT id, 'legal', $1 FROM s`,
      [admin.staffId, officeTable.work_lines],
    );
    const { approvals, more } = await waiting();
    expect([approvals.roles.length, more]).toEqual([officeTable.work_lines, { roles: before }]);
    expect((await chief.call('GET', '/api/counts')).body).toMatchObject({ users: officeTable.work_lines + before });
  });
  test('of a case file go on past what the file itself tells, in one order, and are none for whoever is barred', async () => {
    const { postId, captureId } = await judgedPost(office, inspector.staffId);
    const { id } = (await inspector.call('POST', '/api/cases', { postId })).body as unknown as { id: string };
    const MORE = 60;
    await sql(
      `WITH e AS (INSERT INTO core.evidence_items (id, kind, sha256, media_type, bytes) SELECT gen_random_uuid(), 'capture', encode(sha256(n::text::bytea), 'hex'), 'text/plain', 1 FROM generate_series(1, $2::int) n RETURNING id)
       INSERT INTO cases.exhibits (id, case_id, evidence_id, part, why, attached_by) SELECT gen_random_uuid(), $1, e.id, 'whole', 'chứng cứ thêm', $3 FROM e`,
      [id, MORE, inspector.staffId],
    );
    const file = async () => (await inspector.call('GET', `/api/cases/${id}`)).body as unknown as CaseFile;
    const { exhibits, totals } = await file();
    const all = await whole<{ id: string }>(inspector, `/api/cases/${id}/exhibits`, '25');
    expect([exhibits.length, totals.exhibits, new Set(all.map((e) => e.id)).size]).toEqual([50, MORE + 1, MORE + 1]);
    expect(all.slice(0, 50).map((e) => e.id)).toEqual(exhibits.map((e) => e.id));
    expect((await whole<{ postId: string }>(inspector, `/api/cases/${id}/posts`)).map((p) => p.postId)).toEqual([postId]);

    const LOOKS = 23;
    for (let i = 0; i < LOOKS; i++)
      await office.app.get(Db).tx((tx) =>
        office.app.get(Log).append(tx, {
          type: 'evidence.read',
          subject: postId,
          actor: inspector.staffId,
          office: { captureId, part: `p${i}` },
        } as never),
      );
    const [first] = (await file()).exhibits;
    expect([first.looks, first.custody.length, first.custody[0].part]).toEqual([LOOKS, 20, `p${LOOKS - 1}`]);
    const looks = await whole<{ part: string }>(inspector, `/api/cases/${id}/exhibits/${first.id}/custody`, '10');
    expect(looks.map((l) => l.part)).toEqual(Array.from({ length: LOOKS }, (_, i) => `p${LOOKS - 1 - i}`));

    const capture = (await inspector.call('GET', `/api/captures/${captureId}`)).body as unknown as { looks: number; custody: object[] };
    expect([capture.looks, capture.custody.length]).toEqual([LOOKS, 20]);
    const its = await whole<{ part: string }>(inspector, `/api/captures/${captureId}/custody`, '10');
    expect(its.map((l) => l.part)).toEqual(looks.map((l) => l.part));

    await office.as('chief'); // somebody still oversees the case
    const { staffId } = chief;
    const party = { kind: 'person', role: 'accused', name: 'Người liên quan', staffId };
    expect((await inspector.call('POST', `/api/cases/${id}/parties`, party)).status).toBe(201);
    for (const part of [
      'posts',
      'exhibits',
      `exhibits/${first.id}/custody`,
      'parties',
      'notes',
      'deadlines',
      'falls',
      'history',
      'assignable',
    ])
      expect((await chief.call('GET', `/api/cases/${id}/${part}`)).status).toBe(404);
    expect((await chief.call('GET', `/api/captures/${captureId}/custody`)).status).toBe(404);
  });
  test('of what was entered into a case go on past what the file tells, and of what happened with it to its beginning', async () => {
    const { postId } = await judgedPost(office, inspector.staffId);
    const { id } = (await inspector.call('POST', '/api/cases', { postId })).body as unknown as { id: string };
    const by = inspector.staffId;
    const [N, MET] = [60, 7];
    // many in one moment, as an import or a fast hand leaves them: the id is what tells them apart
    await sql(
      `INSERT INTO cases.notes (id, case_id, text, written_by) SELECT gen_random_uuid(), $1, 'ghi chú ' || n, $2 FROM generate_series(1, $3::int) n`,
      [id, by, N],
    );
    await sql(
      `INSERT INTO cases.parties (id, case_id, kind, role, name_sealed, added_by) SELECT gen_random_uuid(), $1, 'person', 'witness', '\\x00', $2 FROM generate_series(1, $3::int)`,
      [id, by, N],
    );
    await sql(
      `INSERT INTO cases.deadlines (id, case_id, what, due_at, set_by, met_at) SELECT gen_random_uuid(), $1, 'việc ' || n, now() + make_interval(days => n % 9), $2, CASE WHEN n <= $4 THEN now() END FROM generate_series(1, $3::int) n`,
      [id, by, N, MET],
    );
    await sql(
      `WITH f AS (INSERT INTO cases.case_fall_proposals (id, case_id, what, reason, proposed_by) SELECT gen_random_uuid(), $1, 'fall', 'lý do ' || n, $2 FROM generate_series(1, $3::int) n RETURNING id)
       INSERT INTO cases.case_fall_decisions (proposal_id, decision, reason, decided_by) SELECT id, 'declined', 'chưa đủ', $4 FROM f`,
      [id, by, N, chief.staffId],
    );
    const file = (await inspector.call('GET', `/api/cases/${id}`)).body as unknown as CaseFile;
    expect(file.totals).toMatchObject({
      posts: 1,
      exhibits: 1,
      parties: N,
      notes: N,
      deadlines: N,
      openDeadlines: N - MET,
      falls: N,
      takedowns: 0,
    });
    for (const part of ['parties', 'notes', 'deadlines', 'falls'] as const) {
      const all = await whole<{ id: string }>(inspector, `/api/cases/${id}/${part}`, '17');
      expect([part, file[part].length, all.length, new Set(all.map((x) => x.id)).size]).toEqual([part, 50, N, N]);
      expect(all.slice(0, 50).map((x) => x.id)).toEqual(file[part].map((x) => x.id));
    }
    const deadlines = await whole<{ metAt: string | null; dueAt: string }>(inspector, `/api/cases/${id}/deadlines`, '17');
    expect(deadlines.map((d) => d.metAt !== null)).toEqual([...Array<boolean>(N - MET).fill(false), ...Array<boolean>(MET).fill(true)]);
    const due = deadlines.filter((d) => !d.metAt).map((d) => d.dueAt);
    expect(due).toEqual([...due].sort());

    for (let i = 0; i < N; i++)
      await office.app.get(Db).tx((tx) =>
        office.app.get(Log).append(tx, {
          ...(i % 2 ? { type: 'evidence.read', subject: postId } : { type: 'case.noted', subject: id }),
          ...{ v: 1, public: {}, actor: by, office: i % 2 ? { captureId: id, part: 'picture' } : { noteId: id } },
        } as never),
      );
    const { history, moreHistory } = (await inspector.call('GET', `/api/cases/${id}`)).body as unknown as CaseFile;
    const events = await whole<{ id: string; type: string }>(inspector, `/api/cases/${id}/history`, '13');
    expect([history.length, moreHistory, new Set(events.map((e) => e.id)).size]).toEqual([50, true, events.length]);
    expect(events.slice(0, 50).map((e) => e.id)).toEqual(history.map((e) => e.id));
    const [{ n }] = await sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM core.events WHERE subject IN ($1, $2) OR office -> 'data' ->> 'caseId' = $1`,
      [id, postId],
    );
    expect([events.length, events.some((e) => e.type === 'case.opened')]).toEqual([n, true]);
  });
  test('of captures go on past what an item of the queue tells, which shows its own capture however old it is', async () => {
    const { postId, captureId } = await judgedPost(office, inspector.staffId);
    const [{ itemId }] = await sql<{ itemId: string }>('SELECT id AS "itemId" FROM classify.triage_items WHERE post_id = $1', [postId]);
    const LATER = 25;
    await sql(
      `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, visitor, ordered_at, state, outcome, evidence_id, ended_at, text_sha256)
       SELECT gen_random_uuid(), post_id, address_id, url, 'second-look', CASE n WHEN 23 THEN 'phone' ELSE visitor END, now() + make_interval(hours => n), 'sealed', 'complete', gen_random_uuid(), now(), encode(sha256((CASE n WHEN 23 THEN n ELSE n / 5 END)::text::bytea), 'hex')
       FROM crawl.captures, generate_series(1, $2::int) n WHERE id = $1`,
      [captureId, LATER],
    );
    await sql('UPDATE classify.triage_items SET capture_id = $2 WHERE id = $1', [itemId, captureId]);
    type File = { capture: { id: string }; captures: { id: string; textChanged: boolean }[]; captureTotal: number };
    const file = (await inspector.call('GET', `/api/triage/${itemId}`)).body as unknown as File;
    expect([file.captures.length, file.captureTotal, file.capture.id]).toEqual([20, LATER + 1, captureId]);
    const all = await whole<{ id: string; textChanged: boolean }>(inspector, `/api/posts/${postId}/captures`, '7');
    expect(all).toHaveLength(LATER + 1);
    const told = (of: { id: string; textChanged: boolean }[]) => of.slice(0, 20).map(({ id, textChanged }) => ({ id, textChanged }));
    expect(told(file.captures)).toEqual(told(all));
    expect(file.captures.map((c) => c.textChanged).filter(Boolean)).toHaveLength(4);
  });
  test('of reports, of what happened and of earlier judgements go on past what an item of the queue tells, and of likenesses it says how many', async () => {
    const { postId, itemId, addressId, judgementId } = await judgedPost(office, inspector.staffId);
    const N = 55;
    await sql(
      `WITH r AS (INSERT INTO intake.reports (channel, kind, note) SELECT 'web', 'link', 'tin báo ' || n FROM generate_series(1, $3::int) n RETURNING id)
       INSERT INTO intake.report_posts (report_id, post_id, address_id, reason, linked_at) SELECT id, $1, $2, 'same-address', now() FROM r`,
      [postId, addressId, N],
    );
    await sql(
      `INSERT INTO classify.judgements (item_id, post_id, judgement, reason, judged_by, recorded_at) SELECT $1, $2, 'satire', 'lần ' || n, $3, now() + make_interval(secs => n) FROM generate_series(1, $4::int) n`,
      [itemId, postId, inspector.staffId, N],
    );
    await sql(
      `INSERT INTO classify.judgement_undos (judgement_id, undone_by) SELECT id, $2 FROM classify.judgements WHERE item_id = $1 AND reason = 'lần 3'`,
      [itemId, inspector.staffId],
    );
    const stance = JSON.stringify({ label: 'spread', scores: { spread: 1, denial: 0, question: 0, unrelated: 0 } });
    await sql(`UPDATE classify.triage_items SET text_sha256 = repeat('b', 64) WHERE id = $1`, [itemId]);
    await sql(
      `WITH c AS (INSERT INTO classify.claims (state) SELECT 'draft' FROM generate_series(1, $2::int) RETURNING id),
         v AS (INSERT INTO classify.claim_versions (claim_id, number, topic, harm, wordings, truth, sources, false_from, drafted_by) SELECT id, 1, 'y-te', 'low', '[{"language":"vi","text":"x"}]', 'không', '[]', '2026-01-01', $3 FROM c RETURNING id, claim_id)
       INSERT INTO classify.matches (item_id, text_sha256, claim_id, version_id, score, strength, stance, reasons, spans, model, decision, decided_by, decided_at)
       SELECT $1, repeat('b', 64), claim_id, id, 0.5, 'suggest', $4, '[]', '[]', 'm', 'rejected', $3, now() FROM v`,
      [itemId, 23, inspector.staffId, stance],
    );
    for (let i = 0; i < N; i++)
      await office.app.get(Db).tx((tx) =>
        office.app.get(Log).append(tx, {
          ...{ type: 'evidence.read', subject: postId, v: 1, public: {}, actor: inspector.staffId },
          office: { captureId: itemId, part: `p${i}` },
        } as never),
      );
    const file = (await inspector.call('GET', `/api/triage/${itemId}`)).body as unknown as TriageFile;
    const ids = async (part: string) => (await whole<{ id: string }>(inspector, `/api/triage/${itemId}/${part}`, '17')).map((x) => x.id);
    const [reports, history, earlier] = [await ids('reports'), await ids('history'), await ids('earlier-judgements')];
    for (const all of [reports, history, earlier]) expect(new Set(all).size).toBe(all.length);
    // counted as they stand: what the item itself counts has not heard of them yet
    expect([reports.length, file.reportTotal, file.reports.map((r) => r.id)]).toEqual([N, N, reports.slice(0, 50)]);
    expect([file.item.reports < 2, file.next.map((a) => a.act).includes('split')]).toEqual([true, true]);
    expect([history.length, file.moreHistory, file.history.map((e) => e.id)]).toEqual([N, true, history.slice(0, 30)]);
    // the standing one is none of them, nor the one that was taken back
    expect([earlier.length, file.earlierTotal, file.earlier.map((e) => e.id)]).toEqual([N - 1, N - 1, earlier.slice(0, 10)]);
    expect([earlier.includes(file.item.judgement!.id), earlier.at(-1)]).toEqual([false, judgementId]);
    expect([file.matches.length, file.matchTotal]).toEqual([20, 23]);

    await sql('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [chief.staffId, postId]);
    for (const part of ['reports', 'history', 'earlier-judgements'])
      expect((await chief.call('GET', `/api/triage/${itemId}/${part}`)).status).toBe(404);
  });
  test('of like texts and of addresses go on past what an item of the queue tells', async () => {
    const { postId, itemId, evidenceId } = await judgedPost(office, inspector.staffId);
    const N = 25;
    await sql(`UPDATE classify.triage_items SET text_sha256 = repeat('c', 64) WHERE id = $1`, [itemId]);
    await sql(
      `WITH p AS (INSERT INTO intake.posts (id) SELECT gen_random_uuid() FROM generate_series(1, $2::int) RETURNING id),
         t AS (INSERT INTO classify.triage_items (id, post_id, state) SELECT gen_random_uuid(), id, 'judged' FROM p RETURNING id, post_id)
       INSERT INTO classify.judgements (item_id, post_id, judgement, text_sha256, judged_by) SELECT id, post_id, 'satire', repeat('c', 64), $1 FROM t`,
      [inspector.staffId, N],
    );
    await sql(
      `INSERT INTO intake.addresses (id, post_id, kind, value, url) SELECT x.id, $1, 'url', x.id, 'https://mang.example/' || x.id FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $2::int)) x`,
      [postId, N],
    );
    await sql(`INSERT INTO intake.addresses (post_id, kind, value, evidence_id) VALUES ($1, 'picture', repeat('d', 64), $2)`, [
      postId,
      evidenceId,
    ]);
    const file = (await inspector.call('GET', `/api/triage/${itemId}`)).body as unknown as TriageFile;
    const same = await whole<{ id: string; postId: string }>(inspector, `/api/triage/${itemId}/same-text`, '7');
    expect([new Set(same.map((s) => s.id)).size, file.sameTextTotal, file.sameText]).toEqual([N, N, same.slice(0, 10)]);
    const known = await whole<{ addressId: string; kind: string }>(inspector, `/api/triage/${itemId}/addresses`, '7');
    expect([new Set(known.map((a) => a.addressId)).size, file.post.addressTotal]).toEqual([N + 2, N + 2]);
    expect(file.post.addresses).toEqual(known.slice(0, 20));
    expect(known.map((a) => a.kind)).toEqual(['picture', ...Array<string>(N + 1).fill('url')]); // however late it was sent in

    await sql('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [chief.staffId, postId]);
    for (const part of ['same-text', 'addresses']) expect((await chief.call('GET', `/api/triage/${itemId}/${part}`)).status).toBe(404);
    const others = await office.as('inspector');
    await sql('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [others.staffId, same[0].postId]);
    const left = (await whole<{ id: string }>(others, `/api/triage/${itemId}/same-text`, '7')).map((s) => s.id);
    expect(left).toEqual(same.slice(1).map((s) => s.id));
  });
  test('of the addresses of a post go on past what its case tells, and are none of a post that the case is not about', async () => {
    const { postId, addressId } = await judgedPost(office, inspector.staffId);
    const { id } = (await inspector.call('POST', '/api/cases', { postId })).body as unknown as { id: string };
    const N = 30;
    await sql(
      `INSERT INTO intake.addresses (id, post_id, kind, value, url) SELECT x.id, $1, 'url', x.id, 'https://mang.example/' || x.id FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $2::int)) x`,
      [postId, N],
    );
    const path = `/api/cases/${id}/posts/${postId}/addresses`;
    const [post] = ((await inspector.call('GET', `/api/cases/${id}`)).body as unknown as CaseFile).posts;
    const all = await whole<{ addressId: string; observation: object | null }>(inspector, path, '7');
    expect([new Set(all.map((a) => a.addressId)).size, post.addressTotal, post.addresses]).toEqual([N + 1, N + 1, all.slice(0, 20)]);
    expect(all[0]).toMatchObject({ addressId, observation: { observation: 'present' } });

    const other = await judgedPost(office, inspector.staffId);
    expect((await inspector.call('GET', `/api/cases/${id}/posts/${other.postId}/addresses`)).status).toBe(404);
    const someone = await office.as('inspector');
    await sql('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [someone.staffId, postId]);
    expect((await someone.call('GET', path)).status).toBe(404);
  });
  test('of captures that can become exhibits are one list for all posts of a case, and hold none that is one', async () => {
    const [one, other] = [await judgedPost(office, inspector.staffId), await judgedPost(office, inspector.staffId)];
    const { id } = (await inspector.call('POST', '/api/cases', { postId: one.postId })).body as unknown as { id: string };
    expect((await inspector.call('POST', `/api/cases/${id}/posts`, { postId: other.postId })).status).toBe(201);
    const free = () => whole<{ id: string; evidenceId: string }>(inspector, `/api/cases/${id}/captures`, '3');
    const before = await free();
    const N = 5;
    await sql(
      `WITH x AS (SELECT c.post_id, c.address_id, c.url, gen_random_uuid() AS evidence_id, n FROM crawl.captures c, generate_series(1, $2::int) n WHERE c.id = ANY($1)),
         e AS (INSERT INTO core.evidence_items (id, kind, sha256, media_type, bytes) SELECT evidence_id, 'capture', encode(sha256(evidence_id::text::bytea), 'hex'), 'application/wacz+zip', 1 FROM x)
       INSERT INTO crawl.captures (id, post_id, address_id, url, reason, ordered_at, state, outcome, evidence_id, ended_at)
       SELECT gen_random_uuid(), post_id, address_id, url, 'second-look', now() + make_interval(hours => n), 'sealed', 'complete', evidence_id, now() FROM x`,
      [[one.captureId, other.captureId], N],
    );
    const now = await free();
    expect([now.length, new Set(now.map((c) => c.id)).size]).toEqual([before.length + 2 * N, before.length + 2 * N]);
    const { evidenceId } = now[0];
    expect((await inspector.call('POST', `/api/cases/${id}/exhibits`, { evidenceId, why: 'bản chụp mới nhất' })).status).toBe(201);
    expect((await free()).map((c) => c.evidenceId)).toEqual(now.slice(1).map((c) => c.evidenceId));
  });
  test('that have none tell the newest in the order in which they came, and how many are older', async () => {
    const told = (n: number) =>
      office.app.get(Db).read((tx) => newestOf<{ n: number }>(tx, 'n FROM generate_series(1, $1::int) n ORDER BY n DESC', [n]));
    const { lines, older } = await told(130);
    expect([older, lines.length, lines[0], lines.at(-1)]).toEqual([30, 100, { n: 31 }, { n: 130 }]);
    expect(await told(2)).toEqual({ lines: [{ n: 1 }, { n: 2 }], older: 0 });
    expect(await told(0)).toEqual({ lines: [], older: 0 });
  });
  test('of versions go on past what a claim tells, which tells the one in force however old it is', async () => {
    const [{ id }] = await sql<{ id: string }>(`INSERT INTO classify.claims (state) VALUES ('approved') RETURNING id`);
    const N = 55;
    await sql(
      `INSERT INTO classify.claim_versions (claim_id, number, topic, harm, wordings, truth, sources, false_from, drafted_by)
       SELECT $1, n, 'y-te', 'low', '[{"language":"vi","text":"x"}]', 'bản ' || n, '[]', '2026-01-01', $2 FROM generate_series(1, $3::int) n`,
      [id, inspector.staffId, N],
    );
    await sql(
      'UPDATE classify.claims SET current_version_id = (SELECT v.id FROM classify.claim_versions v WHERE v.claim_id = $1 AND v.number = 2) WHERE id = $1',
      [id],
    );
    const { versions } = (await inspector.call('GET', `/api/claims/${id}`)).body as unknown as { versions: { number: number }[] };
    const numbers = Array.from({ length: N }, (_, i) => N - i);
    expect(versions.map((v) => v.number)).toEqual([...numbers.slice(0, 50), 2]);
    expect((await whole<{ number: number }>(inspector, `/api/claims/${id}/versions`, '20')).map((v) => v.number)).toEqual(numbers);
    expect((await inspector.call('GET', `/api/claims/${chief.staffId}/versions`)).status).toBe(404);
  });
  test('of those to whom a case can be given go on past what the file tells, and hold nobody who may not work on it', async () => {
    const { postId } = await judgedPost(office, inspector.staffId);
    const { id } = (await inspector.call('POST', '/api/cases', { postId })).body as unknown as { id: string };
    await sql(
      `WITH s AS (INSERT INTO core.staff (name) SELECT 'Thanh tra ' || n FROM generate_series(1, 60) n RETURNING id)
       INSERT INTO core.staff_roles (staff_id, role, proposed_by, approved_by, approved_at) SELECT id, 'inspector', $1, $2, now() FROM s`,
      [admin.staffId, chief.staffId],
    );
    const { assignable, totals } = (await inspector.call('GET', `/api/cases/${id}`)).body as unknown as CaseFile;
    const all = await whole<{ staffId: string }>(inspector, `/api/cases/${id}/assignable`, '17');
    expect([assignable.length, all.length, new Set(all.map((p) => p.staffId)).size]).toEqual([50, totals.assignable, totals.assignable]);
    expect(all.slice(0, 50)).toEqual(assignable);
    const told = all.map((p) => p.staffId);
    expect([told.includes(inspector.staffId), told.includes(admin.staffId)]).toEqual([true, false]);
  });
  test('of everybody whom a case may concern tell each member of the office once, whatever they do here', async () => {
    const { postId } = await judgedPost(office, inspector.staffId);
    const { id } = (await inspector.call('POST', '/api/cases', { postId })).body as unknown as { id: string };
    const all = await whole<{ staffId: string; name: string; title: string }>(inspector, `/api/cases/${id}/staff`, '17');
    const staff = await sql<{ staffId: string; name: string; title: string }>('SELECT id AS "staffId", name, title FROM core.staff');
    expect(new Set(all)).toEqual(new Set(staff));
    expect(all).toHaveLength(staff.length);
    const told = all.map((p) => p.staffId);
    for (const { staffId } of [inspector, chief, admin]) expect(told).toContain(staffId);
    expect((await admin.call('GET', `/api/cases/${id}/staff`)).status).toBe(403);
  });
  test('are asked after by a place that the list gave, and by nothing else', async () => {
    const foreign = (await page(inspector, '/api/claims', { limit: '1' })).nextCursor!;
    for (const cursor of ['x', 'W10', foreign]) {
      const { status, body } = await admin.call('GET', `/api/users?cursor=${cursor}`);
      expect([cursor, status, body.code]).toEqual([cursor, 400, 'invalid']);
    }
  });
});
