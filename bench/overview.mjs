// A full office laid into the database: so many reports over a year, posts, cases, requests, fines and events. Then: how soon the overview
// answers the chief, alone and when four ask at once, and how soon the lists behind its figures do.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openHouse } from './kit/house.mjs';

const CLI = join(import.meta.dirname, '..', 'dist', 'src', 'cli', 'main.js');
const TOPICS = `(ARRAY['y-te','thien-tai','nuoc-sach','dien','tai-chinh','lua-dao','giao-thong'])`;
const PLATFORMS = `(ARRAY['song-lo','facebook','tiktok','youtube','zalo'])`;
const AT = (n, of) => `(clock_timestamp() - interval '365 days' * (1 - ${n}::float8 / ${of}))`;
const id = (kind, n) => `overlay(overlay(md5('${kind} ' || ${n}) placing '4' from 13) placing '8' from 17)::uuid`;

/** What each event says in its parts; the order of the list is how often. */
const event = (type, publicFields, every, rest) =>
  `WHEN n % 20 ${every === rest ? `= ${rest}` : `BETWEEN ${every} AND ${rest}`} THEN ARRAY['${type}', '${publicFields}']`;
const KINDS = `CASE
  ${event('report.received', '"channel":"web","kind":"link",', 0, 9)}
  ${event('post.judged', '"judgement":"opinion","platform":"zalo","topic":"dien",', 10, 13)}
  ${event('case.opened', '"platform":"zalo","topic":"dien",', 14, 14)}
  ${event('case.stepped', '"to":"confirmed",', 15, 15)}
  ${event('takedown.sent', '"again":false,"kind":"removal","items":1,"platform":"zalo","topic":"dien",', 16, 16)}
  ELSE ARRAY['capture.sealed', '"outcome":"complete","platform":"zalo",'] END`;

const seeds = ({ reports, cases, events, staff }) => {
  const posts = Math.round(reports / 3);
  // a post is told of by three, soon after each other
  const post = `least(${posts}, n / 3 + 1)`;
  return [
    ['posts', `INSERT INTO intake.posts (id, created_at) SELECT ${id('post', 'n')}, ${AT('n', posts)} FROM generate_series(1, ${posts}) n`],
    [
      'addresses',
      `INSERT INTO intake.addresses (id, post_id, kind, value, url) SELECT ${id('address', 'n')}, ${id('post', 'n')}, 'url', 'https://mxh.example.vn/p/' || n, 'https://mxh.example.vn/p/' || n FROM generate_series(1, ${posts}) n`,
    ],
    [
      'reports',
      `INSERT INTO intake.reports (id, channel, kind, received_at) SELECT ${id('report', 'n')}, 'web', 'link', ${AT('n', reports)} FROM generate_series(1, ${reports}) n`,
    ],
    [
      'links of reports',
      `INSERT INTO intake.report_posts (report_id, post_id, address_id, reason, reported_at) SELECT ${id('report', 'n')}, ${id('post', post)}, ${id('address', post)}, 'same-address', ${AT('n', reports)} FROM generate_series(1, ${reports}) n`,
    ],
    ['claims', `INSERT INTO classify.claims (id, state) SELECT ${id('claim', 'n')}, 'approved' FROM generate_series(1, 200) n`],
    [
      'wordings',
      `INSERT INTO classify.claim_versions (id, claim_id, number, topic, harm, wordings, truth, sources, false_from, drafted_by)
       SELECT ${id('version', 'n')}, ${id('claim', 'n')}, 1, 'dien', 'low', '[{"language":"vi","text":"Tin đồn"}]', 'Không đúng', '[]', '2026-01-01', '${staff}' FROM generate_series(1, 200) n`,
    ],
    ['current', `UPDATE classify.claims SET current_version_id = v.id FROM classify.claim_versions v WHERE v.claim_id = claims.id`],
    ['approvals', `INSERT INTO classify.claim_approvals (version_id, approved_by) SELECT id, '${staff}' FROM classify.claim_versions`],
    [
      'queue',
      `INSERT INTO classify.triage_items (id, post_id, state, text, text_sha256, platform, topic, received_at, judged_at)
       SELECT ${id('item', 'n')}, ${id('post', 'n')}, CASE WHEN n % 15 = 0 THEN 'waiting' ELSE 'judged' END, 'Nghe nói', repeat('a', 64), ${PLATFORMS}[n % 5 + 1], CASE WHEN n % 3 > 0 THEN ${TOPICS}[n % 7 + 1] END, ${AT('n', posts)}, clock_timestamp() FROM generate_series(1, ${posts}) n`,
    ],
    [
      'matches',
      `INSERT INTO classify.matches (item_id, claim_id, version_id, text_sha256, score, strength, stance, reasons, spans, model)
       SELECT ${id('item', 'n')}, ${id('claim', 'n % 200 + 1')}, ${id('version', 'n % 200 + 1')}, repeat('a', 64), 0.9, CASE WHEN n % 2 = 0 THEN 'strong' ELSE 'suggest' END, '{}', '[]', '[]', 'm' FROM generate_series(1, ${posts}) n WHERE n % 3 > 0`,
    ],
    [
      'cases',
      `INSERT INTO cases.cases (id, year, serial, title, state, opened_by) SELECT ${id('case', 'n')}, 2026, n, 'Vụ việc', (ARRAY['open','verifying','confirmed','dismissed','closed'])[n % 5 + 1], '${staff}' FROM generate_series(1, ${cases}) n`,
    ],
    [
      'posts of cases',
      `INSERT INTO cases.case_posts (case_id, post_id, reason) SELECT ${id('case', 'n')}, ${id('post', `n % ${posts} + 1`)}, 'opened-from' FROM generate_series(1, ${cases}) n`,
    ],
    [
      'deadlines',
      `INSERT INTO cases.deadlines (id, case_id, what, due_at, set_by, met_at) SELECT gen_random_uuid(), ${id('case', 'n')}, 'Trả lời', clock_timestamp() + interval '1 hour' * (n % 200 - 100), '${staff}', CASE WHEN n % 100 > 0 THEN clock_timestamp() END FROM generate_series(1, ${cases}) n`,
    ],
    [
      'requests',
      `INSERT INTO enforcement.takedowns (id, reference, kind, case_id, platform, state, created_by) SELECT ${id('takedown', 'n')}, 'YC-' || n, 'removal', ${id('case', 'n')}, 'zalo', CASE WHEN n % 50 = 0 THEN 'draft' WHEN n % 50 = 1 THEN 'approved' ELSE 'sent' END, '${staff}' FROM generate_series(1, ${cases / 4}) n`,
    ],
    [
      'links',
      `INSERT INTO enforcement.items (id, takedown_id, case_id, address_id, post_id, url, asked_at, due_at, overdue) SELECT gen_random_uuid(), ${id('takedown', 'n')}, ${id('case', 'n')}, ${id('address', 'n')}, ${id('post', 'n')}, 'https://mxh.example.vn/p/' || n, clock_timestamp(), clock_timestamp(), n % 40 = 0 FROM generate_series(1, ${cases / 4}) n`,
    ],
    [
      'events',
      `INSERT INTO core.events (id, type, public_part, office_part)
       SELECT gen_random_uuid(), kind[1], convert_to('{' || kind[2] || frame || ',"part":"public"}', 'UTF8'), convert_to('{"actor":null,"data":{"n":"x"},' || frame || ',"part":"office","subject":"s' || n || '"}', 'UTF8')
       FROM (SELECT n, ${KINDS} AS kind, '"officeAt":"' || at || '","recordedAt":"' || at || '"' AS frame FROM (SELECT n, to_char(${AT('n', events)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at FROM generate_series(1, ${events}) n) y) x`,
    ],
  ];
};

async function signedIn(house) {
  const told = spawnSync(
    process.execPath,
    ['--no-warnings', CLI, 'users', 'add', '--email', 'chief@bench.example', '--name', 'Lãnh đạo', '--roles', 'chief', '--json'],
    { env: { ...process.env, LACHAN_DATA: house.dataDir }, encoding: 'utf8' },
  );
  const { email, password, staffId } = JSON.parse(told.stdout);
  await house.ask('UPDATE core.accounts SET password_given = false');
  const answer = await fetch(`${house.base}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return { staffId, cookie: answer.headers.getSetCookie()[0].split(';')[0] };
}

export default async function overview({ reports = 1_000_000, cases = 200_000, events = 2_000_000, rounds = 20 }) {
  const house = await openHouse({ LACHAN_DEMO: 'off' });
  try {
    const { staffId, cookie } = await signedIn(house);
    const figures = { cores: cpus().length, node: process.version, reports: Number(reports), cases: Number(cases), events: Number(events) };
    let began = performance.now();
    await house.ask('ALTER TABLE core.events DISABLE TRIGGER await_seal');
    for (const [, sql] of seeds({ reports: Number(reports), cases: Number(cases), events: Number(events), staff: staffId }))
      await house.ask(sql);
    await house.ask('ALTER TABLE core.events ENABLE TRIGGER await_seal');
    await house.ask('VACUUM ANALYZE');
    figures.fillSeconds = Math.round((performance.now() - began) / 1_000);
    const timed = async (path) => {
      began = performance.now();
      const since = performance.now();
      const answer = await fetch(house.base + path, { headers: { cookie } });
      const body = await answer.json();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status} ${JSON.stringify(body)}`);
      return { ms: performance.now() - since, body };
    };
    const spread = (times) => {
      times.sort((a, b) => a - b);
      return { p50: Math.round(times[Math.floor(times.length / 2)]), p95: Math.round(times[Math.floor((times.length - 1) * 0.95)]) };
    };
    figures.firstMs = Math.round((await timed('/api/overview')).ms);
    const alone = [];
    for (let n = 0; n < Number(rounds); n++) alone.push((await timed('/api/overview')).ms);
    figures.aloneMs = spread(alone);
    const together = [];
    for (let n = 0; n < Number(rounds) / 4; n++)
      together.push(...(await Promise.all(Array.from({ length: 4 }, () => timed('/api/overview')))).map((t) => t.ms));
    figures.fourAtOnceMs = spread(together);
    const { body } = await timed('/api/overview');
    const all = [...body.rises.flatMap((r) => [r.reports, r.posts]), ...body.waits, ...body.late, ...body.done];
    figures.figures = all.length;
    figures.counted = Object.fromEntries([...body.waits, ...body.late].filter((w) => w.count > 0).map((w) => [w.name, w.count]));
    figures.done = Object.fromEntries(body.done.map((d) => [d.figure, d.now]));
    const lists = [];
    for (const { list } of all) lists.push({ list, ms: Math.round((await timed(`${list}${list.includes('?') ? '&' : '?'}limit=50`)).ms) });
    figures.slowestLists = lists.sort((a, b) => b.ms - a.ms).slice(0, 8);
    return figures;
  } finally {
    await house.close();
  }
}
