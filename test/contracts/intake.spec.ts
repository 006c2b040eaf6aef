import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { openOffice, type Office } from '../kit/office.js';

describe('reports', () => {
  let office: Office;
  let png: Buffer;
  const rows = <T extends object>(sql: string) => office.database.owner<T>(sql);
  const report = (body: unknown, headers: Record<string, string> = {}) => office.guest().call('POST', '/api/reports', body, headers);
  const form = (fields: Record<string, string | Buffer>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === 'string') data.set(name, value);
      else data.set(name, new Blob([new Uint8Array(value)]), 'anh.png');
    }
    return fetch(`${office.base}/report`, { method: 'POST', body: data, redirect: 'manual' });
  };
  const postsOf = async (url: string) =>
    rows<{ post: string }>(
      `SELECT DISTINCT l.post_id AS post FROM intake.report_posts l JOIN intake.addresses a ON a.id = l.address_id WHERE a.url = '${url}'`,
    );
  beforeAll(async () => {
    office = await openOffice({ LIMIT_REPORTS_PER_MINUTE: '500' });
    png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#b33' } })
      .png()
      .toBuffer();
  }, 60_000);
  afterAll(() => office.close());

  test('of one link in three spellings join one post, and each has a receipt of its own', async () => {
    const spellings = ['https://mxh.example.vn/p/9', 'mxh.example.vn/p/9?utm_source=zalo', 'HTTPS://MXH.example.vn:443/p/9#x'];
    const receipts: string[] = [];
    for (const url of spellings) receipts.push((await report({ url })).body.receipt);
    expect(new Set(receipts).size).toBe(3);
    expect(await postsOf('https://mxh.example.vn/p/9')).toHaveLength(1);
  });
  test('of one post of a platform in several forms join one post, and two of its comments do not', async () => {
    const forms = [
      'https://m.facebook.com/story.php?story_fbid=456789&id=100012345&mibextid=x',
      'https://www.facebook.com/100012345/posts/456789',
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.facebook.com%2Fpermalink.php%3Fid%3D100012345%26story_fbid%3D456789',
    ];
    for (const url of forms) await report({ url });
    for (const comment of [1, 2]) await report({ url: `https://www.facebook.com/100012345/posts/456789?comment_id=${comment}` });
    await report({ url: 'https://www.facebook.com/100099999/posts/456789' });
    const named = await rows<{ value: string; url: string; n: number }>(
      `SELECT a.value, a.url, count(DISTINCT l.report_id)::int AS n FROM intake.addresses a JOIN intake.report_posts l ON l.address_id = a.id
       WHERE a.value LIKE '%456789%' GROUP BY a.id ORDER BY n DESC, a.value`,
    );
    expect(named.map((a) => [a.value, a.n])).toEqual([
      ['https://www.facebook.com/100012345/posts/456789', 3],
      ['https://www.facebook.com/100012345/posts/456789?comment_id=1', 1],
      ['https://www.facebook.com/100012345/posts/456789?comment_id=2', 1],
      ['https://www.facebook.com/100099999/posts/456789', 1],
    ]);
    expect(named[0].url).toBe('https://www.facebook.com/permalink.php?story_fbid=456789&id=100012345');
    expect(await postsOf(named[0].url)).toHaveLength(1);
  });
  test('of one new link that come at the same moment join one post', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => report({ url: 'https://mxh.example.vn/p/dong-thoi' })));
    expect(new Set(answers.map((a) => a.status))).toEqual(new Set([201]));
    expect(await postsOf('https://mxh.example.vn/p/dong-thoi')).toHaveLength(1);
  });
  test('of only a text or only a picture are evidence themselves, sealed as they came', async () => {
    const text = 'Uống nước muối\r\nchữa khỏi bệnh ';
    await report({ text });
    await report({ text: 'Uống nước muối chữa khỏi bệnh' });
    expect((await form({ picture: png })).status).toBe(303);
    const sealed = await rows<{ kind: string; media: string; n: number }>(
      `SELECT a.kind, e.media_type AS media, (SELECT count(*)::int FROM intake.report_posts l WHERE l.address_id = a.id) AS n FROM intake.addresses a JOIN core.evidence_items e ON e.id = a.evidence_id ORDER BY 1`,
    );
    expect(sealed).toEqual([
      { kind: 'picture', media: 'image/png', n: 1 },
      { kind: 'text', media: 'text/plain; charset=utf-8', n: 2 },
    ]);
    expect(await rows(`SELECT bytes::int FROM core.evidence_items WHERE media_type LIKE 'text%' ORDER BY sealed_at LIMIT 1`)).toEqual([
      { bytes: Buffer.byteLength(text) },
    ]);
    expect(await rows(`SELECT count(*)::int AS n FROM core.events WHERE type = 'submission.sealed'`)).toEqual([{ n: 2 }]);
  });
  test('sent twice with one key, also from another network, are one report with one receipt', async () => {
    const key = randomUUID();
    const before = await rows<{ n: number }>('SELECT count(*)::int AS n FROM intake.reports');
    const answers = await Promise.all(
      [1, 2, 3].map((n) =>
        report({ url: 'https://mxh.example.vn/p/hai-lan' }, { 'idempotency-key': key, 'x-forwarded-for': `203.0.113.${n}` }),
      ),
    );
    const given = answers.filter((a) => a.status === 201);
    expect(given.length).toBeGreaterThan(0);
    expect(new Set(given.map((a) => a.body.receipt)).size).toBe(1);
    expect(await rows('SELECT count(*)::int AS n FROM intake.reports')).toEqual([{ n: before[0].n + 1 }]);
  });
  test('with a key that somebody used for another report are reports of their own, and give no foreign receipt', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await report({ url: 'https://mxh.example.vn/p/cua-toi' }, key);
    const second = await report({ url: 'https://mxh.example.vn/p/cua-nguoi-khac' }, key);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.body.receipt).not.toBe(second.body.receipt);
  });
  test('with a key that somebody could guess are refused, and an operator\u2019s key gives no citizen\u2019s receipt', async () => {
    const told = { url: 'https://mxh.example.vn/p/doan-khoa' };
    for (const key of ['1', 'guessed', '1'.repeat(36)])
      expect([key, (await report(told, { 'idempotency-key': key })).body.code]).toEqual([key, 'submission-key']);
    const key = { 'idempotency-key': randomUUID() };
    const citizens = await report(told, key);
    const callers = await (await office.as('operator')).call('POST', '/api/phone-reports', told, key);
    expect([citizens.status, callers.status]).toEqual([201, 201]);
    expect(callers.body.receipt).not.toBe(citizens.body.receipt);
  });
  test.each([
    [{}, 422, 'nothing-reported'],
    [{ text: '   ' }, 422, 'nothing-reported'],
    [{ url: 'không phải link' }, 422, 'not-a-url'],
    [{ url: 'http://127.0.0.1/x' }, 422, 'private-address'],
    [{ url: 'http://2130706433/' }, 422, 'private-address'],
    [{ url: 'ftp://a.vn/x' }, 422, 'unsupported-scheme'],
    [{ url: `https://a.vn/${'x'.repeat(10_000)}` }, 422, 'too-long'],
    [{ text: 'x'.repeat(5_000_000) }, 413, 'too-large'],
    [{ text: 'x'.repeat(50_000) }, 413, 'too-large'],
    [{ url: 'https://a.vn/1', admin: true }, 400, 'invalid'],
    [{ url: 7 }, 400, 'invalid'],
    ['{"url": "https://a.vn', 400, 'invalid'],
  ])('that cannot be taken get a clear answer: %#', async (body, status, says) => {
    const answer = await report(body);
    expect([answer.status, answer.body.reason ?? answer.body.code]).toEqual([status, says]);
  });
  test('show the picture that was sent in to an inspector, each look on the log, and to nobody without that right', async () => {
    const [{ id }] = await rows<{ id: string }>(`SELECT id FROM intake.addresses WHERE kind = 'picture' LIMIT 1`);
    const path = `/api/submissions/${id}/picture`;
    const inspector = await office.as('inspector');
    const answer = await fetch(office.base + path, { headers: { cookie: inspector.cookie } });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-security-policy')]).toEqual([
      200,
      'image/png',
      "default-src 'none'; sandbox",
    ]);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png);
    expect(await rows(`SELECT office ->> 'actor' AS actor FROM core.events WHERE type = 'submission.read'`)).toEqual([
      { actor: inspector.staffId },
    ]);
    expect((await office.guest().call('GET', path)).status).toBe(401);
    expect((await (await office.as('operator')).call('GET', path)).status).toBe(403);
    const [{ text }] = await rows<{ text: string }>(`SELECT id AS text FROM intake.addresses WHERE kind <> 'picture' LIMIT 1`);
    expect((await inspector.call('GET', `/api/submissions/${text}/picture`)).status).toBe(404);
  });
  test('with a file that is no picture, or one that is too large, are refused on the form with what was typed', async () => {
    const contact = { 'contact[name]': 'Cô Tư bán nước', 'contact[phone]': '0000 111 222' };
    const wrong = await form({ note: 'giữ lại dòng này', ...contact, picture: Buffer.from('<svg onload=alert(1)>') });
    expect(wrong.status).toBe(415);
    const page = await wrong.text();
    for (const typed of ['giữ lại dòng này', ...Object.values(contact)]) expect(page).toContain(typed);
    expect((await form({ picture: Buffer.concat([png, Buffer.alloc(11_000_000)]) })).status).toBe(413);
    const wide = Buffer.from(png);
    wide.writeUInt32BE(60_000, 16); // the width that its head says
    wide.writeUInt32BE(60_000, 20);
    wide.writeInt32BE(crc32(wide.subarray(12, 29)) | 0, 29);
    expect((await form({ picture: wide })).status).toBe(413);
    expect((await form({ picture: png.subarray(0, 20) })).status).toBe(415);
  });
  test('entered by an operator are marked as such, and nobody else may enter one', async () => {
    const operator = await office.as('operator');
    expect(
      (await operator.call('POST', '/api/phone-reports', { text: 'Bà con nói mai cúp nước cả tháng', contact: { phone: '0000 000 000' } }))
        .status,
    ).toBe(201);
    expect(await rows(`SELECT channel, entered_by FROM intake.reports WHERE entered_by = '${operator.staffId}'`)).toEqual([
      { channel: 'phone', entered_by: operator.staffId },
    ]);
    expect((await office.guest().call('POST', '/api/phone-reports', { text: 'x' })).status).toBe(401);
  });
  test('tell the whole note that came with them, however long it is', async () => {
    const note = `${'Người gọi kể lại từng câu đã nghe. '.repeat(100)}Hết.`;
    const operator = await office.as('operator');
    await operator.call('POST', '/api/phone-reports', { text: 'Bà con nói chợ sắp đóng cửa', note });
    const { items } = (await operator.call('GET', '/api/reports?limit=100')).body as unknown as { items: { note: string | null }[] };
    expect(items.map((r) => r.note)).toContain(note);
  });
  test('hide who reported: encrypted in the database, and in no list, log or event', async () => {
    await report({ url: 'https://mxh.example.vn/p/10', contact: { name: 'Nguyễn Bí Mật', phone: '0999888777' } });
    const inspector = await office.as('inspector');
    const list = JSON.stringify((await inspector.call('GET', '/api/reports?limit=100')).body);
    const kept =
      JSON.stringify(await rows(`SELECT encode(sealed, 'escape') AS s FROM intake.reporter_identities`)) +
      JSON.stringify(await rows('SELECT office::text FROM core.events')) +
      JSON.stringify(await rows('SELECT * FROM intake.reports'));
    for (const secret of ['Bí Mật', '0999888777']) {
      expect(list).not.toContain(secret);
      expect(kept).not.toContain(secret);
    }
    expect((await rows('SELECT 1 FROM intake.reporter_identities')).length).toBeGreaterThan(0);
  });
  test('are listed newest first, page by page, without a gap or a repetition', async () => {
    const operator = await office.as('operator');
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { items, nextCursor } = (await operator.call('GET', `/api/reports?limit=5${cursor}`)).body as unknown as {
        items: { id: string }[];
        nextCursor: string | null;
      };
      seen.push(...items.map((i) => i.id));
      if (!nextCursor) break;
      cursor = `&cursor=${nextCursor}`;
    }
    const [{ n }] = await rows<{ n: number }>('SELECT count(*)::int AS n FROM intake.reports');
    expect([seen.length, new Set(seen).size]).toEqual([n, n]);
  });
  test('can be followed with the receipt alone, and a wrong code opens nothing', async () => {
    const { receipt } = (await report({ url: 'https://mxh.example.vn/p/theo-doi' })).body as unknown as { receipt: string };
    const typed = receipt.toLowerCase().replaceAll('-', ' ');
    expect((await office.guest().call('GET', `/api/receipts/${encodeURIComponent(typed)}`)).body).toMatchObject({
      state: 'received',
      lines: [{ line: 'received' }],
    });
    const page = await fetch(`${office.base}/receipt/${receipt}`, { headers: { 'accept-language': 'en' } });
    const told = await page.text();
    expect(told).toContain('The office has received your report.');
    expect([told.includes('A post on example.vn'), told.includes('theo-doi'), told.includes('What comes next')]).toEqual([
      true,
      false,
      true,
    ]);
    const failed = (visitor: string) =>
      office.database.owner(
        `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, outcome, platform, visitor, ended_at)
         SELECT gen_random_uuid(), a.post_id, a.id, a.url, 'inspector', 'failed', 'failed', 'none', $1, clock_timestamp() FROM intake.addresses a WHERE a.url LIKE '%/p/theo-doi'`,
        [visitor],
      );
    const { staffId } = await office.as('administrator');
    await office.database.owner(
      `INSERT INTO crawl.profiles (name, visitor, platform, hosts, cookies, given_by) VALUES ('van-phong', 'desktop', 'none', '{example.vn}', 'x', $1)`,
      [staffId],
    );
    const lines = async () =>
      ((await office.guest().call('GET', `/api/receipts/${receipt}`)).body as unknown as { lines: { line: string }[] }).lines.map(
        (l) => l.line,
      );
    await failed('van-phong'); // a session of the office that has ended says nothing of the page
    expect(await lines()).toEqual(['received']);
    await failed('desktop');
    expect(await lines()).toEqual(['received', 'not-reached']);
    const words = (await report({ text: 'Ngày mai  cả thành phố\ncúp nước' })).body as unknown as { receipt: string };
    const ofText = await (await fetch(`${office.base}/receipt/${words.receipt}`, { headers: { 'accept-language': 'en' } })).text();
    expect([ofText.includes('A text of 7 words'), ofText.includes('cúp')]).toEqual([true, false]);
    expect((await office.guest().call('GET', '/api/receipts/0000-0000-0000-0000')).body.code).toBe('no-such-receipt');
    const wrong = await fetch(`${office.base}/receipt`, { method: 'POST', body: new URLSearchParams({ code: '<script>' }) });
    expect([wrong.status, (await wrong.text()).includes('<script>')]).toEqual([404, false]);
  });
  test('of nothing that can be seen, or with a contact that is a list, are refused', async () => {
    expect((await report({ text: '\u200b\u2060 \u3164' })).body.code).toBe('nothing-reported');
    expect((await report({ text: 'Tin đồn', contact: [] })).status).toBe(400);
    for (const path of ['/report', '/receipt']) {
      const answer = await fetch(office.base + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ url: { toString: 1 }, code: { toString: 1 } }),
      });
      expect([path, answer.status]).toEqual([path, 400]);
    }
  });
  test('come in on a page that works without scripts, in Vietnamese and in English', async () => {
    const vi = await (await fetch(`${office.base}/`, { headers: { 'accept-language': 'vi' } })).text();
    const en = await (await fetch(`${office.base}/?lang=en`)).text();
    expect(vi).toContain('Báo tin sai sự thật');
    expect(en).toContain('Report false information');
    expect(vi + en).not.toContain('<script');
  });
  test('beyond what one network may send in a minute come back on the form as they were typed', async () => {
    const from = { 'x-forwarded-for': '198.51.100.7' };
    const call = () =>
      fetch(`${office.base}/api/reports`, { method: 'POST', headers: { ...from, 'content-type': 'application/json' }, body: '{}' });
    // a minute may end in the middle
    for (let sent = 0; sent < 2_000 && (await call()).status !== 429; sent++);
    const typed = new FormData();
    for (const [name, value] of Object.entries({ url: 'https://mxh.example.vn/p/giu-lai', note: 'đừng mất dòng này' }))
      typed.set(name, value);
    const answer = await fetch(`${office.base}/report`, { method: 'POST', headers: from, body: typed, redirect: 'manual' });
    expect(answer.status).toBe(429);
    const page = await answer.text();
    expect(page).toContain('https://mxh.example.vn/p/giu-lai');
    expect(page).toContain('đừng mất dòng này');
    expect((await form({ url: 'https://mxh.example.vn/p/mang-khac' })).status).toBe(303);
  });
});
