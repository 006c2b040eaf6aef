// An office of 25 years laid into the database: cases, captures, judgements, files that people brought. Then: how long the daily search for what
// is due takes, class by class, when nothing was purged yet and when all that was due is gone; how soon a list of it is shown; and how long the
// database purges at one thing of a list. `--plans` prints how it is found.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { parse } from 'yaml';
import { openHouse } from './kit/house.mjs';

const ROOT = join(import.meta.dirname, '..');
const PER_POST = 3;
const id = (kind, n) => `md5('${kind} ' || ${n})::uuid`;
/** the nth of so many, spread over 25 years */
const AT = (n, of) => `(clock_timestamp() - interval '25 years' * (1 - ${n}::float8 / ${of}))`;
const OVER = 'n % 10 >= 6';

/** Of ten cases three are under way, three confirmed, one dismissed, three closed; each is about a post of its own, and other posts are in none. */
const seeds = ({ posts, cases, staff }) => [
  `INSERT INTO retention.sweeps (at) SELECT core.office_now() + interval '1 day'`, // the house looks for nothing meanwhile
  `INSERT INTO intake.posts (id, created_at) SELECT ${id('post', 'n')}, ${AT('n', posts)} FROM generate_series(1, ${posts}) n`,
  `INSERT INTO intake.addresses (id, post_id, kind, value, url) SELECT ${id('address', 'n')}, ${id('post', 'n')}, 'url', 'https://mxh.example.vn/p/' || n, 'https://mxh.example.vn/p/' || n FROM generate_series(1, ${posts}) n`,
  `INSERT INTO core.evidence_items (id, kind, sha256, media_type, bytes) SELECT ${id('capture', 'n')}, 'capture', md5('a' || n) || md5('b' || n), 'application/wacz+zip', 1 FROM generate_series(1, ${posts * PER_POST}) n`,
  `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, ordered_at, ended_at, state, outcome, evidence_id)
   SELECT ${id('capture', 'n')}, ${id('post', `(n - 1) / ${PER_POST} + 1`)}, ${id('address', `(n - 1) / ${PER_POST} + 1`)}, 'https://mxh.example.vn/', 'report', ${AT('n', posts * PER_POST)}, ${AT('n', posts * PER_POST)}, 'sealed', 'complete', ${id('capture', 'n')} FROM generate_series(1, ${posts * PER_POST}) n`,
  `INSERT INTO classify.triage_items (id, post_id, state, received_at, judged_at) SELECT ${id('item', 'n')}, ${id('post', 'n')}, 'judged', ${AT('n', posts)}, ${AT('n', posts)} FROM generate_series(1, ${posts}) n`,
  `INSERT INTO classify.judgements (id, item_id, post_id, judgement, judged_by, judged_at, recorded_at)
   SELECT ${id('judgement', 'n')}, ${id('item', 'n')}, ${id('post', 'n')}, CASE WHEN (n::bigint * ${cases}) % ${posts} < ${cases} THEN 'false-statement-of-fact' ELSE 'satire' END, '${staff}', ${AT('n', posts)}, ${AT('n', posts)} FROM generate_series(1, ${posts}) n`,
  `INSERT INTO cases.cases (id, year, serial, title, state, opened_by, opened_at) SELECT ${id('case', 'n')}, 2026, n, 'Vụ việc', (ARRAY['open','open','verifying','confirmed','confirmed','confirmed','dismissed','closed','closed','closed'])[n % 10 + 1], '${staff}', ${AT('n', cases)} FROM generate_series(1, ${cases}) n`,
  `INSERT INTO cases.case_posts (case_id, post_id, reason) SELECT ${id('case', 'row_number() OVER (ORDER BY judged_at)')}, post_id, 'opened-from' FROM classify.judgements WHERE judgement = 'false-statement-of-fact' ORDER BY judged_at LIMIT ${cases}`,
  `INSERT INTO cases.steps (id, case_id, from_state, to_state, taken_by, taken_at) SELECT gen_random_uuid(), ${id('case', 'n')}, 'verifying', CASE WHEN n % 10 = 6 THEN 'dismissed' ELSE 'confirmed' END, '${staff}', ${AT('n', cases)} FROM generate_series(1, ${cases}) n WHERE n % 10 >= 3`,
  `INSERT INTO cases.steps (id, case_id, from_state, to_state, taken_by, taken_at) SELECT gen_random_uuid(), ${id('case', 'n')}, 'confirmed', 'closed', '${staff}', ${AT('n', cases)} FROM generate_series(1, ${cases}) n WHERE n % 10 >= 7`,
  `INSERT INTO cases.exhibits (id, case_id, evidence_id, part, why, capture_id) SELECT gen_random_uuid(), l.case_id, c.evidence_id, 'whole', 'nhận định', c.id FROM cases.case_posts l JOIN LATERAL (SELECT * FROM crawl.captures c WHERE c.post_id = l.post_id LIMIT 1) c ON true`,
  `INSERT INTO cases.parties (id, case_id, kind, role, name_sealed, added_by, added_at) SELECT gen_random_uuid(), ${id('case', 'n')}, 'person', 'accused', 'x', '${staff}', ${AT('n', cases)} FROM generate_series(1, ${cases}) n WHERE ${OVER}`,
  `INSERT INTO core.evidence_items (id, kind, sha256, media_type, bytes) SELECT ${id('file', 'n')}, 'file', md5('c' || n) || md5('d' || n), 'image/jpeg', 1 FROM generate_series(1, ${cases}) n`,
  `INSERT INTO cases.exhibits (id, case_id, evidence_id, part, why) SELECT ${id('file', 'n')}, ${id('case', 'n')}, ${id('file', 'n')}, 'whole', 'ảnh gốc' FROM generate_series(1, ${cases}) n`,
  `INSERT INTO cases.files (exhibit_id, kind, name, origin, claims) SELECT ${id('file', 'n')}, 'picture', 'anh.jpg', 'người dân giao nộp', '{}' FROM generate_series(1, ${cases}) n`,
  'VACUUM ANALYZE',
];
/** As if all that is due of captures, names and files had gone: one list, with a tombstone for each thing. */
const OLD = (at, years) => `${at} + interval '${years} years' <= clock_timestamp()`;
const gone = [
  `CREATE TEMPORARY TABLE went AS SELECT 'capture' AS kind, c.id FROM crawl.captures c WHERE ${OLD('c.ordered_at', 1)} AND NOT EXISTS (SELECT 1 FROM cases.case_posts l WHERE l.post_id = c.post_id)
   UNION ALL SELECT 'capture', c.id FROM cases.cases k JOIN cases.case_posts l ON l.case_id = k.id JOIN crawl.captures c ON c.post_id = l.post_id WHERE k.state = 'dismissed' AND ${OLD('k.opened_at', 2)} OR k.state = 'closed' AND ${OLD('k.opened_at', 20)}
   UNION ALL SELECT 'party', p.id FROM cases.cases k JOIN cases.parties p ON p.case_id = k.id WHERE k.state = 'dismissed' AND ${OLD('k.opened_at', 1)} OR k.state = 'closed' AND ${OLD('k.opened_at', 20)}
   UNION ALL SELECT 'file', f.exhibit_id FROM cases.cases k JOIN cases.exhibits x ON x.case_id = k.id JOIN cases.files f ON f.exhibit_id = x.id WHERE k.state = 'dismissed' AND ${OLD('k.opened_at', 2)} OR k.state = 'closed' AND ${OLD('k.opened_at', 20)}`,
  `UPDATE cases.files f SET name = NULL, origin = NULL, claims = NULL FROM went w WHERE w.kind = 'file' AND w.id = f.exhibit_id`,
  'ALTER TABLE retention.batches DISABLE TRIGGER USER', // one by one: the worker tells of what went, and changes both
  'ALTER TABLE retention.items DISABLE TRIGGER USER',
  `DELETE FROM retention.tombstones; DELETE FROM retention.items; INSERT INTO retention.batches (id, class, kind, basis, keep, rule, state, submitted_by, decided_by) SELECT ${id('list', 0)}, 'x', 'capture', 'x', '1 day', '{}', 'done', (array_agg(id))[1], (array_agg(id))[2] FROM core.staff`,
  `INSERT INTO retention.items (id, batch_id, kind, ref_id, since, due_at, state, told) SELECT ${id('went', 'w.id')}, ${id('list', 0)}, w.kind, w.id, now(), now(), 'purged', true FROM went w`,
  `INSERT INTO retention.tombstones (kind, ref_id, item_id, rule, since, held, submitted_by, decided_by) SELECT w.kind, w.id, ${id('went', 'w.id')}, '{}', now(), '{}', gen_random_uuid(), gen_random_uuid() FROM went w`,
  'VACUUM ANALYZE',
];

export default async function retention({ cases = 200_000, captures = 1_000_000, plans }) {
  const built = (file) => import(join(ROOT, 'dist/src/retention', file));
  const [{ DueView }, { interval }, { BatchesRepository }, { BatchesView }] = await Promise.all(
    ['due.view.js', 'retention-table.js', 'batches.repository.js', 'batches.view.js'].map(built),
  );
  const table = parse(readFileSync(join(ROOT, 'config/retention.yaml'), 'utf8'));
  const house = await openHouse({ LACHAN_DEMO: 'off' });
  const [word, at] = ['owner.secret', 'port'].map((f) => readFileSync(join(house.dataDir, 'postgres', f), 'utf8').trim());
  const client = new pg.Client({ connectionString: `postgres://lachan_owner:${word}@127.0.0.1:${at}/lachan` });
  try {
    await client.connect();
    const rows = async (sql, values) => (await client.query(sql, values)).rows;
    const staff = await rows(`INSERT INTO core.staff (name) VALUES ('Một'), ('Hai') RETURNING id`);
    const began = performance.now();
    for (const sql of seeds({ posts: Math.round(captures / PER_POST), cases: Number(cases), staff: staff[0].id })) await client.query(sql);
    const figures = {
      cores: cpus().length,
      cases: Number(cases),
      captures: Number(captures),
      fillSeconds: Math.round((performance.now() - began) / 1_000),
    };
    const search = async () => {
      const told = {};
      for (const [name, { kind, from, keep }] of Object.entries(table.classes)) {
        const explain = async (sql, values) => {
          if (plans !== undefined)
            console.error(name, (await rows(`EXPLAIN (ANALYZE, BUFFERS) ${sql}`, values)).map((r) => r['QUERY PLAN']).join('\n'));
          return rows(sql, values);
        };
        const since = performance.now();
        const due = await new DueView().of({ query: explain }, kind, from, interval(keep), table.again_after_days, table.batch);
        told[name] = { milliseconds: Math.round(performance.now() - since), due };
      }
      return told;
    };
    /** Milliseconds until the first fifty things of a list are shown to somebody who is barred from nothing. */
    const shown = async (due) => {
      const tx = { query: rows };
      const { kind, from, keep } = table.classes['capture-closed-case'];
      const given = { class: 'capture-closed-case', kind, basis: from, keep: interval(keep), rule: {} };
      const list = await new BatchesRepository().propose(tx, given, due);
      const since = performance.now();
      const { items } = await new BatchesView({ read: (fn) => fn(tx) }).items({ staffId: staff[1].id }, list, {});
      return { milliseconds: Math.round(performance.now() - since), items: items.length };
    };
    /** As two persons let it go: how long the database purges at each thing of a list, the median and the longest. */
    const purged = async (name, due) => {
      const { kind, from, keep } = table.classes[name];
      const given = { class: name, kind, basis: from, keep: interval(keep), rule: {} };
      const list = await new BatchesRepository().propose({ query: rows }, given, due);
      await rows(`UPDATE retention.batches SET state = 'submitted', submitted_by = $2 WHERE id = $1`, [list, staff[0].id]);
      await rows(`UPDATE retention.batches SET state = 'approved', decided_by = $2 WHERE id = $1`, [list, staff[1].id]);
      const took = [];
      let gone = 0;
      for (const item of await rows('SELECT id FROM retention.items WHERE batch_id = $1', [list])) {
        const since = performance.now();
        const [{ became }] = await rows('SELECT retention.purge($1) AS became', [item.id]);
        took.push(performance.now() - since);
        gone += Number(became === 'purged');
      }
      took.sort((a, b) => a - b);
      const tenth = (ms) => Math.round(ms * 10) / 10;
      return { of: took.length, gone, medianMilliseconds: tenth(took[took.length >> 1]), longestMilliseconds: tenth(took.at(-1)) };
    };
    const counted = (told) =>
      Object.fromEntries(Object.entries(told).map(([name, { milliseconds, due }]) => [name, { milliseconds, due: due.length }]));
    const first = await search();
    figures.atFirst = counted(first);
    figures.aPageOfTheList = await shown(first['capture-closed-case'].due);
    figures.purged = {};
    for (const name of ['file-closed-case', 'file-dismissed-case', 'capture-dismissed-case'])
      figures.purged[name] = await purged(name, first[name].due);
    for (const sql of gone) await client.query(sql);
    [{ n: figures.gone }] = await rows('SELECT count(*)::int AS n FROM retention.tombstones');
    figures.whenAllIsGone = counted(await search());
    return figures;
  } finally {
    await client.end();
    await house.close();
  }
}
