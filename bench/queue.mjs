// A page of the queue of an office where very much waits, a good part of it near copies: how soon it is answered with copies together and apart,
// and by which plan. The rows are laid into the database. `npm run bench -- queue` [--posts 200000] [--plans]
import { performance } from 'node:perf_hooks';
import { join } from 'node:path';
import { openHouse } from './kit/house.mjs';
import { person } from './kit/person.mjs';

const ROUNDS = 20;
const id = (letter, n) => `md5('${letter}' || ${n})::uuid`;
/** Of a hundred posts sixty stand alone, twenty in pairs, ten in tens, ten in groups of five hundred that are as urgent as one another. */
const FIRST = `CASE WHEN n % 10 < 6 THEN n WHEN n % 10 < 8 THEN n - (n % 10 - 6) WHEN n % 10 = 8 THEN n - (n / 10 % 10) * 10 ELSE n - (n / 10 % 500) * 10 END`;
const rowsOf = (posts) => [
  `INSERT INTO intake.posts (id) SELECT ${id('p', 'n')} FROM generate_series(0, ${posts - 1}) n`,
  `INSERT INTO classify.triage_items (id, post_id, state, text, platform, topic, reports, received_at, priority, copy_of, copy_steps, copy_kinds)
   SELECT ${id('t', 'n')}, ${id('p', 'n')}, 'waiting', 'nước máy ngân hàng từ' || f, 'mxh' || n % 7, CASE WHEN f % 3 = 0 THEN 'y-te' END, 1, now() - n * interval '1 second',
     CASE WHEN n % 10 = 9 THEN f % 900 ELSE n % 900 END, CASE WHEN f <> n THEN ${id('t', 'f')} END, CASE WHEN f <> n THEN 1 ELSE 0 END, CASE WHEN f <> n THEN ARRAY['text'] ELSE '{}' END
   FROM (SELECT n, ${FIRST} AS f FROM generate_series(0, ${posts - 1}) n) x`,
  'VACUUM ANALYZE',
];

/** The first page and the nine after it, so often. */
async function paged(house, headers, query) {
  const [first, next] = [[], []];
  let cursor = null;
  for (let i = 0; i < ROUNDS * 10; i++) {
    const since = performance.now();
    const answer = await fetch(`${house.base}/api/triage?limit=100${query}${cursor ? `&cursor=${cursor}` : ''}`, { headers });
    const body = await answer.json();
    (cursor ? next : first).push(performance.now() - since);
    if (!answer.ok || body.items.length === 0) throw new Error(`${query}: ${answer.status} ${JSON.stringify(body).slice(0, 300)}`);
    cursor = i % 10 === 9 ? null : body.nextCursor;
  }
  return { first: spread(first), next: spread(next) };
}
function spread(times) {
  times.sort((a, b) => a - b);
  const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
  return { p50: at(0.5), p95: at(0.95), worst: at(1) };
}

async function planOf(house, filter) {
  const { queueQuery } = await import(join(import.meta.dirname, '..', 'dist', 'src', 'classify', 'triage-list.view.js'));
  const { sql, values } = queueQuery(filter, 101, { zone: 'Asia/Ho_Chi_Minh', reader: '00000000-0000-4000-8000-000000000000' });
  const rows = await house.ask(`EXPLAIN (ANALYZE, BUFFERS) ${sql}`, values);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

export default async function queue({ posts = 200_000, plans = false }) {
  const house = await openHouse({ LACHAN_DEMO: 'off' });
  try {
    const { headers } = await person(house);
    for (const sql of rowsOf(Number(posts))) await house.ask(sql);
    const figures = { posts: Number(posts) };
    for (const copies of ['apart', 'together'])
      for (const more of ['', '&sort=newest', '&platform=mxh3', '&claim=with'])
        figures[`${copies}${more}`] = await paged(house, headers, `&copies=${copies}${more}`);
    const since = performance.now();
    const lists = await (await fetch(`${house.base}/api/saved-lists?list=triage`, { headers })).json();
    figures.counters = { ms: Math.round(performance.now() - since), counts: lists.builtIn.map((b) => b.count) };
    if (plans)
      for (const filter of [{}, { sort: 'newest' }, { platform: 'mxh3' }])
        console.error(await planOf(house, { copies: 'together', ...filter }));
    return figures;
  } finally {
    await house.close();
  }
}
