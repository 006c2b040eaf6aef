import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Db, Tx } from '../../src/core/database/db.js';
import { CapturesRepository } from '../../src/crawl/captures.repository.js';
import { ReportsView } from '../../src/intake/reports.view.js';
import { freshDatabase, type FreshDatabase } from '../kit/postgres.js';

const ID = '00000000-0000-4000-8000-000000000000';

describe('among very many', () => {
  let database: FreshDatabase;
  let plan = '';
  /** Answers every question with nothing, and keeps how it would be answered. */
  const tx = {
    query: async (sql: string, values: unknown[]) => {
      const rows = await database.owner<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, values);
      plan = rows.map((r) => r['QUERY PLAN']).join('\n');
      return [{}];
    },
  } as unknown as Tx;
  const captures = new CapturesRepository();
  const reports = new ReportsView({ read: (act: (tx: Tx) => unknown) => act(tx) } as unknown as Db);
  beforeAll(async () => {
    database = await freshDatabase();
    await database.owner(
      `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state) SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'u' || n, 'report', 'failed' FROM generate_series(1, 100000) n`,
    );
    await database.owner(`INSERT INTO core.staff (id, name) VALUES ($1, 'Trực tổng đài')`, [ID]);
    await database.owner(
      `WITH report AS (
         INSERT INTO intake.reports (channel, kind, entered_by, received_at)
         SELECT CASE WHEN n % 5000 = 0 THEN 'phone' ELSE 'web' END, 'text', CASE WHEN n % 5000 = 0 THEN $1::uuid END, now() - n * interval '1 minute' FROM generate_series(1, 50000) n RETURNING id),
       post AS (INSERT INTO intake.posts (id) SELECT id FROM report),
       address AS (INSERT INTO intake.addresses (id, post_id, kind, value, url) SELECT id, id, 'url', id, id FROM report)
       INSERT INTO intake.report_posts (report_id, post_id, address_id, reason) SELECT id, id, id, 'first-report' FROM report`,
      [ID],
    );
    await database.owner('ANALYZE');
  }, 60_000);
  afterAll(() => database.drop());

  test('what was read at an address before is its post, wherever that was read, and its page at that address alone', async () => {
    const [post, address] = ['00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2'];
    const looked = (at: string, rule: string, text: string, day: number) =>
      database.owner(
        `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, text, ground, ordered_at) VALUES (gen_random_uuid(), $1, $2, 'u', 'report', 'failed', $3, $4, $5)`,
        [post, at, text, JSON.stringify({ rule }), new Date(day * 86_400_000)],
      );
    const asked = { query: (sql: string, values: unknown[]) => database.owner(sql, values) } as unknown as Tx;
    const known = () => captures.known(asked, { addressId: address, postId: post });
    expect(await known()).toEqual({ known: undefined, knownPosts: [], knownPages: [] });
    for (const [day, text] of ['trang đầu', 'trang giữa', 'trang cuối'].entries()) await looked(address, 'page-with-text', text, day);
    await looked(ID, 'page-with-text', 'trang khác', 9);
    await looked(address, 'page-without-the-post', 'không phải', 10);
    expect(await known()).toEqual({ known: undefined, knownPosts: [], knownPages: ['trang đầu', 'trang cuối'] });
    await looked(ID, 'post-found', 'bài', 11);
    expect(await known()).toMatchObject({ known: 'bài\nbài', knownPosts: [] });
    await looked(address, 'post-found', 'bài ở đây', 12);
    expect(await known()).toMatchObject({ known: 'bài ở đây\nbài ở đây\nbài\nbài', knownPosts: ['bài ở đây', 'bài ở đây'] });
  });
  test.each<[string, () => Promise<unknown>, string]>([
    ['whether a link was captured lately', () => captures.recent(tx, ID, 24), 'captures_address'],
    ['whether a capture is the first of its link', () => captures.isFirst(tx, { id: ID, addressId: ID }), 'captures_address'],
    ['what a post said before', () => captures.known(tx, { addressId: ID, postId: ID }), 'captures_address'],
    ['the newest of what callers said', () => reports.list({ staffId: ID }, { channel: 'phone' }), 'reports_by_phone'],
  ])('%s is found by an index', async (_, ask, index) => {
    await ask().catch(() => undefined); // what is made of no answer is another story
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan on (captures|reports)/);
  });
});
