import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openOffice, type Office } from '../kit/office.js';
import { judgedPost } from './cases-setup.js';
import { CorrectionDesk, SOURCES, VI } from './corrections-setup.js';

const HOSTILE = `</script><script>alert(1)</script><!-- " ' & ]]> <b>`;
const shown = (html: string): string =>
  html
    .replace(/<script[^]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&');
const review = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)![1]) as Record<string, never>;

describe('what the public reads of corrections', () => {
  let office: Office;
  let desk: CorrectionDesk;
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const { status, body, headers: answered } = await office.guest().call('GET', path, undefined, headers);
    return { status, text: body.text as string, headers: answered };
  };
  beforeAll(async () => {
    office = await openOffice();
    desk = await CorrectionDesk.open(office);
  }, 60_000);
  afterAll(() => office.close());

  test('begins with a list that says that it is empty', async () => {
    expect((await get('/dinh-chinh?lang=vi')).text).toContain('Chưa có đính chính nào.');
    expect((await get('/dinh-chinh/feed.xml')).text).not.toContain('<entry');
  });
  test('is a page with sources, and a ClaimReview of schema.org with the rating in words', async () => {
    const id = await desk.published();
    const { status, text } = await get(`/dinh-chinh/${id}?lang=vi`);
    expect([status, shown(text)]).toEqual([200, expect.stringContaining(VI.said)]);
    expect(text).toContain(`<a href="${SOURCES[0].url}" rel="nofollow noopener noreferrer">${SOURCES[0].title}</a>`);
    expect(review(text)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: expect.stringMatching(new RegExp(`^http.*/dinh-chinh/${id}$`)),
      datePublished: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      claimReviewed: VI.said,
      reviewRating: { '@type': 'Rating', ratingValue: 1, bestRating: 5, worstRating: 1, alternateName: 'Sai sự thật' },
      author: { '@type': 'GovernmentOrganization', name: 'Lá Chắn' },
      itemReviewed: { '@type': 'Claim', text: VI.said },
    });
  });
  test('stands in the language of the reader, in Vietnamese where there is no English', async () => {
    const en = { title: 'Salt water cures nothing', said: 'Salt water cures', truth: 'It does not.' };
    const [both, one] = [await desk.published({}, { en }), await desk.published()];
    const english = (await get(`/dinh-chinh/${both}?lang=en`)).text;
    expect([english, review(english).claimReviewed]).toEqual([expect.stringContaining(en.truth), en.said]);
    expect((await get(`/dinh-chinh/${one}?lang=en`)).text).toMatch(/in Vietnamese only[^]*<blockquote lang="vi">/);
  });
  test('shows hostile text in every field as text: on the page, in the data for machines, in the feed', async () => {
    const wording = { title: HOSTILE, said: `${HOSTILE} said`, truth: `${HOSTILE} truth` };
    const url = `https://soyte.example/?a="><script>'&b=</script>`;
    const source = { title: `${HOSTILE} source`, url: encodeURI(url) };
    const id = await desk.published(wording, { en: wording, sources: [source] });
    for (const language of ['vi', 'en']) {
      const { text } = await get(`/dinh-chinh/${id}?lang=${language}`);
      expect(text.match(/<script/g)).toHaveLength(1);
      for (const said of [...Object.values(wording), source.title]) expect(shown(text)).toContain(said);
      expect(review(text)).toMatchObject({ name: wording.title, claimReviewed: wording.said, reviewBody: wording.truth });
      expect(text).not.toMatch(/<b>(?!Lá Chắn)|<!--/);
    }
    expect((await get('/dinh-chinh?lang=vi')).text).not.toMatch(/<script|<!--/);
    const feed = (await get('/dinh-chinh/feed.xml')).text;
    expect(feed).not.toMatch(/<script|<!--|<b>|]]>/);
    await desk.act(desk.legal, id, 'withdrawal', { reason: HOSTILE });
    await desk.act(desk.chief, id, 'withdrawal/decision', { agreed: true });
    const withdrawn = (await get(`/dinh-chinh/${id}`)).text;
    expect([shown(withdrawn), withdrawn.match(/<script|<!--/)]).toEqual([expect.stringContaining(HOSTILE), null]);
  });
  test('takes no source but a link of the web, and no field longer than its bound', async () => {
    const id = await desk.draft();
    const refused = async (vi: object, more: object = {}) => (await desk.write(id, vi, more)).status;
    expect(await refused({}, { sources: [{ title: 'x', url: 'javascript:alert(1)' }] })).toBe(400);
    expect(await refused({}, { sources: [{ title: 'x', url: 'data:text/html,x' }] })).toBe(400);
    expect(await refused({}, { sources: Array(21).fill(SOURCES[0]) })).toBe(400);
    expect(await refused({ title: 'x'.repeat(201) })).toBe(400);
    expect(await refused({ said: 'x'.repeat(1001) })).toBe(400);
    expect(await refused({ truth: 'x'.repeat(4001) })).toBe(400);
    expect(await refused({ title: 'a\ud800b' })).toBe(400);
  });
  test('names nobody of the staff and no post', async () => {
    const id = await desk.published();
    const everything = [await get(`/dinh-chinh/${id}`), await get('/dinh-chinh'), await get('/dinh-chinh/feed.xml')]
      .map((a) => a.text)
      .join();
    const secrets = await office.database.owner<{ secret: string }>(
      'SELECT name AS secret FROM core.staff UNION SELECT id::text FROM core.staff UNION SELECT url FROM intake.addresses WHERE url IS NOT NULL',
    );
    expect(secrets.length).toBeGreaterThan(2);
    expect(secrets.filter(({ secret }) => everything.includes(secret))).toEqual([]);
  });
  test('may be kept a minute by caches, by language, and not when the language was just chosen', async () => {
    const id = await desk.published();
    for (const path of [`/dinh-chinh/${id}`, '/dinh-chinh']) {
      const { headers } = await get(path);
      expect([headers.get('cache-control'), headers.get('vary'), headers.get('set-cookie')]).toEqual([
        'public, max-age=60',
        expect.stringMatching(/Accept-Language.*Cookie/),
        null,
      ]);
      expect((await get(`${path}?lang=en`)).headers.get('cache-control')).toBe('private, no-cache');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'self'/);
    }
    const feed = await get('/dinh-chinh/feed.xml');
    expect([feed.headers.get('content-type'), feed.headers.get('cache-control')]).toEqual([
      expect.stringMatching(/^application\/atom\+xml/),
      'public, max-age=60',
    ]);
  });
  test('is paged, newest first, without a gap or a repetition', async () => {
    while (((await desk.inspector.call('GET', '/api/corrections?state=published')).body.total as unknown as number) < 22)
      await desk.published();
    const idsOf = (html: string) => [...html.matchAll(/href="\/dinh-chinh\/([0-9a-f-]{36})"/g)].map((m) => m[1]);
    const first = (await get('/dinh-chinh')).text;
    const older = /href="(\/dinh-chinh\?after=[^"]+)"/.exec(first)![1];
    const [a, b] = [idsOf(first), idsOf((await get(older)).text)];
    expect([a.length, new Set([...a, ...b]).size, b.length > 0]).toEqual([20, a.length + b.length, true]);
  });
  test('is found under an address that a social network has added to', async () => {
    const id = await desk.published();
    for (const path of [`/dinh-chinh/${id}`, '/dinh-chinh', '/dinh-chinh/feed.xml'])
      expect([path, (await get(`${path}?fbclid=IwAR0x&utm_source=zalo`)).status]).toEqual([path, 200]);
    expect((await get('/dinh-chinh?after=1')).status).toBe(404);
  });
  test('answers what never was with a page that says so', async () => {
    for (const path of ['/dinh-chinh/11111111-2222-4333-8444-555555555555', '/dinh-chinh/khong-co']) {
      const { status, text } = await get(path, { accept: 'text/html', 'accept-language': 'vi' });
      expect([status, text]).toEqual([404, expect.stringContaining('Không có trang này')]);
    }
  });
  test('is pointed to by the receipt of a post that was judged false by the claim, once a case acts on it', async () => {
    const sql = office.database.owner.bind(office.database);
    const { receipt } = (await office.guest().call('POST', '/api/reports', { text: 'Một bài nói uống nước muối khỏi bệnh' })).body as {
      receipt?: string;
      id?: string;
    };
    const ready = await judgedPost(office, desk.inspector.staffId);
    await sql(`UPDATE classify.judgements SET recorded_at = recorded_at - interval '1 hour' WHERE id = $1`, [ready.judgementId]);
    await sql('UPDATE intake.report_posts SET post_id = $1 WHERE ended_at IS NULL', [ready.postId]);
    const [{ claimId }] = await sql<{ claimId: string }>(
      'SELECT v.claim_id AS "claimId" FROM classify.judgements j JOIN classify.claim_versions v ON v.id = j.claim_version_id WHERE j.id = $1',
      [ready.judgementId],
    );
    const { id } = (await desk.inspector.call('POST', '/api/corrections', { claimId })).body;
    await desk.write(id);
    await desk.act(desk.legal, id, 'publish');
    const told = async () => (await get(`/receipt/${receipt}?lang=vi`)).text;
    expect(await told()).not.toContain('/dinh-chinh/');
    const opened = (await desk.inspector.call('POST', '/api/cases', { postId: ready.postId })).body as unknown as { id: string };
    for (const to of ['verifying', 'confirmed']) {
      const { version } = (await desk.inspector.call('GET', `/api/cases/${opened.id}`)).body;
      await desk.inspector.call('POST', `/api/cases/${opened.id}/steps`, { to, version });
    }
    expect(await told()).toContain(`<a href="/dinh-chinh/${id as string}">Đọc đính chính</a>`);
    const { version } = (await desk.inspector.call('GET', `/api/cases/${opened.id}`)).body;
    await desk.inspector.call('POST', `/api/cases/${opened.id}/steps`, { to: 'closed', version, reason: 'đã làm xong' });
    expect(await told()).toContain(`<a href="/dinh-chinh/${id as string}">Đọc đính chính</a>`);
    await desk.act(desk.legal, id, 'withdrawal', { reason: 'Nguồn đã đổi' });
    await desk.act(desk.chief, id, 'withdrawal/decision', { agreed: true });
    expect(await told()).not.toContain('/dinh-chinh/');
  });
});
