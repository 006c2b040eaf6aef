// The box for everything and the counters of saved lists in an office of a million posts and two hundred thousand cases: how soon each kind of
// words is answered, words in pictures among them, and what the counters cost. The rows are laid into the database; they hold what the search reads.
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { openHouse } from './kit/house.mjs';
import { person } from './kit/person.mjs';

const EACH = 200;
/** Every so many posts have two pictures with words. */
const PICTURED = 5;
const WORDS = [
  'nước',
  'máy',
  'chanh',
  'muối',
  'đập',
  'ngân',
  'hàng',
  'thuốc',
  'trường',
  'cầu',
  'điện',
  'bão',
  'quận',
  'sữa',
  'xăng',
  'chợ',
];
const id = (letter, n) => `md5('${letter}' || ${n})::uuid`;
/** Four of the words in an order of their own, and a word that no other post has. */
const text = (n) =>
  `${[3, 5, 7, 11].map((k) => `(ARRAY['${WORDS.join("','")}'])[1 + (${n} * ${k} + ${n} / ${k}) % ${WORDS.length}]`).join(` || ' ' || `)} || ' từ' || ${n}`;
const sha = (n) => createHash('sha256').update(String(n)).digest('hex');

function rowsOf(posts, cases, staff) {
  const all = `FROM generate_series(1, ${posts}) n`;
  const some = `FROM generate_series(1, ${cases}) n`;
  const post = `n * ${Math.floor(posts / cases)}`;
  return [
    `INSERT INTO intake.posts (id) SELECT ${id('p', 'n')} ${all}`,
    `INSERT INTO intake.addresses (id, post_id, kind, value, url) SELECT ${id('a', 'n')}, ${id('p', 'n')}, 'url', u, u FROM (SELECT n, 'https://mxh.example.vn/p/' || n AS u ${all}) n`,
    `INSERT INTO core.evidence_items (id, kind, sha256, media_type, bytes) SELECT ${id('e', 'n')}, 'capture', encode(sha256(n::text::bytea), 'hex'), 'application/wacz+zip', 9 ${all}`,
    `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, outcome, evidence_id, platform, text, author, handle)
     SELECT ${id('c', 'n')}, ${id('p', 'n')}, ${id('a', 'n')}, 'https://mxh.example.vn/p/' || n, 'report', 'sealed', 'complete', ${id('e', 'n')}, 'mxh', ${text('n')}, 'Người Viết ' || n % 50000, '@nguoi.' || n % 50000 ${all}`,
    `INSERT INTO classify.triage_items (id, post_id, state, text, evidence_id, capture_id, platform, received_at, judged_at, priority)
     SELECT ${id('t', 'n')}, ${id('p', 'n')}, CASE WHEN n % 50 = 0 THEN 'waiting' ELSE 'judged' END, ${text('n')}, ${id('e', 'n')}, ${id('c', 'n')}, 'mxh', now() - n * interval '1 second', now(), n % 900 ${all}`,
    `INSERT INTO classify.readings (post_id, capture_id, evidence_id, part, kind, of_sha256, engine, outcome, confidence, lines, text)
     SELECT ${id('p', 'n')}, ${id('c', 'n')}, ${id('e', 'n')}, 'picture-' || k, 'picture', encode(sha256((n || ' ' || k)::bytea), 'hex'), 'e', 'read', 90, '[]', ${text('n + k')} || ' ảnh' || n ${all}, generate_series(1, 2) k WHERE n % ${PICTURED} = 0`,
    `INSERT INTO cases.cases (id, year, serial, title, state, opened_by, assignee) SELECT ${id('k', 'n')}, 2026, n, 'Tin về ' || ${text('n')},
     (ARRAY['open','verifying','confirmed','dismissed','closed'])[1 + n % 5], '${staff}', CASE WHEN n % 1000 = 0 THEN '${staff}'::uuid END ${some}`,
    `INSERT INTO cases.case_posts (case_id, post_id, reason) SELECT ${id('k', 'n')}, ${id('p', post)}, 'opened-from' ${some}`,
    `INSERT INTO cases.exhibits (id, case_id, evidence_id, part, why) SELECT ${id('x', 'n')}, ${id('k', 'n')}, ${id('e', post)}, 'package', 'bản chụp' ${some}`,
    `INSERT INTO cases.deadlines (id, case_id, what, due_at, set_by) SELECT ${id('d', 'n')}, ${id('k', 'n')}, 'việc phải làm', now() + (n % 100 - 2) * interval '1 day', '${staff}' ${some} WHERE n % 10 = 0`,
    `INSERT INTO enforcement.takedowns (id, reference, kind, case_id, platform, state) SELECT ${id('r', 'n')}, '2026-' || lpad(n::text, 6, '0') || '/YCG-1', 'removal', ${id('k', 'n')}, 'mxh', 'sent' ${some}`,
    `INSERT INTO enforcement.items (id, takedown_id, case_id, address_id, post_id, url, asked_at, due_at, overdue)
     SELECT ${id('i', 'n')}, ${id('r', 'n')}, ${id('k', 'n')}, ${id('a', post)}, ${id('p', post)}, 'https://mxh.example.vn/p/' || ${post}, now(), now(), n % 90 = 0 ${some}`,
    `INSERT INTO enforcement.violations (id, reference, case_id, party_id, created_by) SELECT ${id('v', 'n')}, '2026-' || lpad(n::text, 6, '0') || '/BB-1', ${id('k', 'n')}, ${id('y', 'n')}, '${staff}' ${some} WHERE n % 10 = 0`,
    `ALTER TABLE enforcement.penalties DISABLE TRIGGER USER`,
    `INSERT INTO enforcement.penalties (id, violation_id, case_id, kind, act, state, year, serial, number, issued_on, created_by)
     SELECT ${id('q', 'n')}, ${id('v', 'n')}, ${id('k', 'n')}, 'decision', ${id('z', 'n')}, 'numbered', 2026, n, n || '/QĐ-XPHC', current_date, '${staff}' ${some} WHERE n % 10 = 0`,
    'VACUUM ANALYZE',
  ];
}

/** Milliseconds of so many questions, one after the other, each of which must find something. */
async function asked(house, questions, found) {
  const times = [];
  let partial = 0;
  for (const { path, ...how } of questions) {
    const since = performance.now();
    const answer = await fetch(house.base + path, how);
    const body = await answer.json();
    times.push(performance.now() - since);
    partial += body.partial ? 1 : 0;
    if (!body.partial && !found(body)) throw new Error(`${path} ${how.body ?? ''} found nothing: ${JSON.stringify(body).slice(0, 200)}`);
  }
  times.sort((a, b) => a - b);
  const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
  return { n: times.length, p50: at(0.5), p95: at(0.95), worst: at(1), ...(partial ? { partial } : {}) };
}

export default async function search({ posts = 1_000_000, cases = 200_000 }) {
  const house = await openHouse({ LACHAN_DEMO: 'off' });
  try {
    const { staffId, headers } = await person(house);
    const filling = performance.now();
    for (const sql of rowsOf(Number(posts), Number(cases), staffId)) await house.ask(sql);
    const figures = { posts: Number(posts), cases: Number(cases), filledInSeconds: Math.round((performance.now() - filling) / 1_000) };
    const numbers = Array.from({ length: EACH }, (_, i) => 10 * (1 + ((i * 7919) % (cases / 10))));
    const ask = (q) => ({ path: '/api/search', method: 'POST', headers, body: JSON.stringify({ q }) });
    const has = (kind) => (body) => body.items.some((hit) => hit.kind === kind);
    const padded = (n) => String(n).padStart(6, '0');
    const kinds = {
      link: ['post', (n) => `HTTPS://MXH.example.vn/p/${n}?utm_source=x`],
      number: ['case', (n) => `2026-${padded(n)}`],
      endOfNumber: ['case', (n) => padded(n)],
      handle: ['post', (n) => `@nguoi.${n % 50_000}`],
      name: ['post', (n) => `người viết ${n % 50_000}`],
      reference: ['takedown', (n) => `2026-${padded(n)}/YCG-1`],
      officialNumber: ['penalty', (n) => `${n}/QĐ-XPHC`],
      hash: ['capture', (n) => sha(n).slice(0, 12)],
      rarePhrase: ['post', (n) => `từ${n}`],
      unmarkedPhrase: ['post', (n) => `tu${n}`],
      commonUnmarkedPhrase: ['post', (n) => 'may muoi ngan hang'.split(' ')[n % 4]],
      inPicturePhrase: ['post', (n) => `ảnh${n}`],
      unmarkedInPicturePhrase: ['post', (n) => `anh${n}`],
      commonPhrase: ['post', (n) => WORDS[n % WORDS.length]],
    };
    for (const [name, [kind, words]] of Object.entries(kinds)) {
      console.error(name);
      const slow = name.endsWith('Phrase');
      const of = slow ? numbers.slice(0, 20) : numbers;
      figures[name] = await asked(
        house,
        of.map((n) => ask(words(n))),
        has(kind),
      );
    }
    const counters = ['', '?list=triage', '?list=cases', '?list=links', '?list=penalties'];
    for (const list of counters) {
      const path = `/api/saved-lists${list}`;
      const { builtIn } = await (await fetch(house.base + path, { headers })).json();
      const unknown = builtIn.filter((b) => b.count === null).map((b) => `${b.list} ${b.id}`);
      figures[`counters${list}`] = {
        ...(await asked(house, Array(20).fill({ path, headers }), () => true)),
        lists: builtIn.length,
        unknown,
      };
    }
    return figures;
  } finally {
    await house.close();
  }
}
