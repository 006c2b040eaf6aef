import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgedPost, type Ready } from './cases-setup.js';

interface Hit {
  kind: string;
  id: string;
  title: string;
  detail: string;
  itemId?: string;
  readIn?: string | null;
}
interface Read {
  part?: string;
  kind?: string;
  captureId?: string | null;
  addressId?: string | null;
  sha256?: string;
  at?: string;
  engine?: string;
}

describe('the box for everything finds a post by words in its picture', () => {
  let office: Office;
  let [inspector, auditor, operator]: Caller[] = [];
  let post: Ready;
  let shas = 0;
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    [inspector, auditor, operator] = [await office.as('inspector'), await office.as('auditor'), await office.as('operator')];
    post = await judgedPost(office, inspector.staffId, 'opinion', 'Xem ảnh bên dưới nhé');
    await read(post, 'KHẨN: Vắc-xin\nhết hạn tại trạm y tế Phú Lâm');
  }, 60_000);
  afterAll(() => office.close());

  const sql = <T extends object>(text: string, values: unknown[] = []) => office.database.owner<T>(text, values);
  const read = (of: Ready, text: string, { part = 'picture-1', kind = 'picture', captureId, addressId = null, sha256, at = 'now', engine = 'e' }: Read = {}) =>
    sql(
      `INSERT INTO classify.readings (post_id, capture_id, address_id, evidence_id, part, kind, of_sha256, engine, outcome, confidence, lines, text, read_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'read', 90, '[]', $9, $10::timestamptz)`,
      [of.postId, addressId ? null : (captureId ?? of.captureId), addressId, of.evidenceId, part, kind, sha256 ?? String(++shas).padStart(64, '0'), engine, text, at],
    ); // prettier-ignore
  const find = async (q: string, who = inspector): Promise<Hit[]> => {
    const { status, body } = await who.call('POST', '/api/search', { q });
    expect(status).toBe(200);
    return (body as unknown as { items: Hit[] }).items.filter((hit) => hit.kind === 'post');
  };
  const ids = async (q: string, who = inspector) => (await find(q, who)).map(({ id }) => id);

  test('as typed, without marks and capitals, across a line, from the beginning of a word on; and says that it is in the picture', async () => {
    for (const q of ['trạm y tế Phú Lâm', 'tram y te phu l', 'VẮC-XIN HẾT HẠN', 'vac xin het han', 'Khẩn: vắc'])
      expect([q, await ids(q)]).toEqual([q, [post.postId]]);
    expect(await find('phú lâm')).toEqual([
      { kind: 'post', id: post.postId, title: 'Xem ảnh bên dưới nhé', itemId: post.itemId, detail: 'mang', readIn: 'picture' },
    ]);
    for (const q of ['trạm y tế Phú Nhuận', 'âm y tế', 'tế trạm']) expect([q, await ids(q)]).toEqual([q, []]);
  });

  test('by the subtitles of its film, and by a picture that somebody sent in; without words of its own it is called by those', async () => {
    const film = await judgedPost(office, inspector.staffId, 'opinion', 'x');
    await sql('UPDATE classify.triage_items SET text = NULL WHERE id = $1', [film.itemId]);
    await read(film, 'Bà con nghe đây: đập thủy điện sắp vỡ', { part: 'subtitles-1-text', kind: 'subtitles' });
    expect(await find('dap thuy dien')).toMatchObject([
      { id: film.postId, readIn: 'subtitles', title: 'Bà con nghe đây: đập thủy điện sắp vỡ' },
    ]);
    await read(film, 'Lũ về trong đêm nay ở Sơn Trà', { part: 'picture', addressId: film.addressId });
    expect(await find('lũ về trong đêm')).toMatchObject([{ id: film.postId, readIn: 'picture' }]);
  });

  test('once, and by its text where that says it as well', async () => {
    const both = await judgedPost(office, inspector.staffId, 'opinion', 'Chợ nổi Phong Điền đóng cửa');
    await read(both, 'chợ nổi Phong Điền đóng cửa');
    await read(both, 'Chợ nổi Phong Điền, đóng cửa thật', { part: 'picture-2' });
    const hits = await find('chợ nổi phong điền');
    expect(hits).toHaveLength(1);
    expect(hits[0].readIn ?? null).toBeNull();
  });

  test('by what its present look shows, and by the newest reading of it', async () => {
    const [earlier, again] = [
      await judgedPost(office, inspector.staffId, 'opinion', 'a'),
      await judgedPost(office, inspector.staffId, 'opinion', 'b'),
    ];
    await read(earlier, 'cây cầu quay bị nghiêng', { captureId: again.captureId, part: 'picture-9' });
    expect(await ids('cầu quay bị nghiêng')).toEqual([]);
    const sha256 = 'f'.repeat(64);
    await read(again, 'bến phà Rạch Miễu cháy', { sha256, at: '2026-01-01' });
    expect(await ids('rạch miễu')).toEqual([again.postId]);
    await read(again, 'bến phà Vàm Cống cháy', { sha256, engine: 'e2' });
    expect([await ids('rạch miễu'), await ids('vàm cống')]).toEqual([[], [again.postId]]);
    const same = 'e'.repeat(64); // a look that the queue does not show, read by another engine, hides nothing of the one that it shows
    await read(earlier, 'chùa Ông bị dời đi', { sha256: same, part: 'picture-8', at: '2026-01-01' });
    await read(earlier, 'chua 0ng', { sha256: same, captureId: again.captureId, part: 'picture-8', engine: 'e2' });
    expect(await ids('chùa ông')).toEqual([earlier.postId]);
  });

  test('for those alone who may read its text', async () => {
    expect(await ids('phú lâm', auditor)).toEqual(await ids('xem ảnh bên dưới', auditor));
    expect([await ids('phú lâm', operator), await ids('xem ảnh bên dưới', operator)]).toEqual([[], []]);
    const barred = await office.as('inspector');
    await sql('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [barred.staffId, post.postId]);
    expect([await ids('phú lâm', barred), await ids('xem ảnh bên dưới', barred)]).toEqual([[], []]);
  });

  test('by an index, both ways', async () => {
    await sql(`INSERT INTO classify.readings (post_id, capture_id, evidence_id, part, kind, of_sha256, engine, outcome, lines, text)
      SELECT gen_random_uuid(), gen_random_uuid(), $1, 'picture-1', 'picture', repeat('a', 64), 'e', 'read', '[]', 'nhiều chữ khác số ' || n FROM generate_series(1, 5000) n`, [post.evidenceId]); // prettier-ignore
    await sql('ANALYZE classify.readings');
    for (const [text, query, index] of [
      ['left(text, 20000)', `plainto_tsquery('simple', 'phú lâm')`, 'readings_words'],
      ['core.folded(left(text, 20000))', `plainto_tsquery('simple', core.folded('phú lâm'))`, 'readings_words_folded'],
    ]) {
      const plan = await sql<{ 'QUERY PLAN': string }>(`EXPLAIN SELECT 1 FROM classify.readings WHERE outcome = 'read' AND to_tsvector('simple', ${text}) @@ ${query}`); // prettier-ignore
      expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(new RegExp(`on ${index}\\b`));
    }
  });
});
