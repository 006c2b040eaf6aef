import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Db } from '../../src/core/database/db.js';
import { ALTERATIONS, drawn } from '../kit/drawn-pictures.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import type { Ready } from './cases-setup.js';
import { seals, waiting, type Shown } from './copies-setup.js';

interface Line {
  id: string;
  group: string;
  copies: { others: number; reports: number; kinds: string[] } | null;
}
const SAID =
  'Khẩn cấp! Nhà máy nước Sông Lô đã bị nhiễm độc, cả thành phố không được dùng nước máy từ tối nay, nhiều người ở phường Bến Tre đã nhập viện.';
const OTHER =
  'Từ ngày mai mọi phương tiện vào trung tâm thành phố đều phải nộp phí một trăm nghìn đồng, ai không nộp bị tịch thu xe ngay tại chỗ.';

describe('near copies in the queue', () => {
  let office: Office;
  let inspector: Caller;
  beforeAll(async () => {
    office = await openOffice();
    inspector = await office.as('inspector');
  }, 60_000);
  afterAll(() => office.close());
  beforeEach(() => office.database.owner(`UPDATE classify.triage_items SET state = 'merged', look_again = false`));

  const posted = (shown: Shown, priority?: number) => waiting(office, inspector.staffId, shown, priority);
  const page = async (query: string, by = inspector) =>
    (await by.call('GET', `/api/triage?${query}`)).body as unknown as { items: Line[]; nextCursor: string | null };
  const together = async (query = '', by = inspector) => (await page(`copies=together&${query}`, by)).items;
  const ids = (lines: Line[] | Ready[]) => lines.map((l) => ('itemId' in l ? l.itemId : l.id));
  const judge = async (post: Ready) => {
    const { item } = (await inspector.call('GET', `/api/triage/${post.itemId}`)).body as unknown as { item: { version: number } };
    const said = { judgement: 'opinion', reason: 'Nêu ý kiến riêng', version: item.version };
    expect((await inspector.call('POST', `/api/triage/${post.itemId}/judgement`, said)).status).toBe(200);
  };

  test('stand on one line, that of the most urgent, with how many there are and by what they are alike', async () => {
    const low = await posted({ text: SAID }, 100);
    const high = await posted({ text: `Mọi người đọc ngay ạ! ${SAID}` }, 300);
    const alone = await posted({ text: OTHER }, 200);
    await office.database.owner('UPDATE classify.triage_items SET reports = 7 WHERE id = $1', [low.itemId]);
    const lines = await together();
    expect(ids(lines)).toEqual([high.itemId, alone.itemId]);
    expect(lines.map((l) => l.copies)).toEqual([{ others: 1, reports: 8, kinds: ['text'] }, null]);
    expect(ids(await together(`group=${lines[0].group}`))).toEqual([high.itemId]);
    expect(ids((await page(`group=${lines[0].group}`)).items)).toEqual([high.itemId, low.itemId]);
    expect(ids((await page('copies=apart')).items)).toEqual([high.itemId, alone.itemId, low.itemId]);
    expect(ids((await page('')).items)).toHaveLength(3);
  });
  test('are the same picture with a watermark, and the same few words however they are written', async () => {
    const original = await drawn(11);
    const first = await posted({ pictures: { 'picture-1': original.bytes } }, 90);
    await posted({ pictures: { 'picture-1': await ALTERATIONS.watermark(original, 11) } }, 80);
    const short = await posted({ text: 'Thứ 6 này cả thành phố phong tỏa' }, 70);
    await posted({ text: 'THỨ 6 NÀY, cả thành phố phong tỏa!!!' }, 60);
    await posted({ text: 'Thứ 6 này cả thành phố nghỉ học' }, 50);
    const lines = await together();
    expect(lines.map((l) => l.copies?.kinds ?? null)).toEqual([['picture'], ['text'], null]);
    expect(ids(lines).slice(0, 2)).toEqual([first.itemId, short.itemId]);
  });
  test('are films that have two stills alike; one still alone, such as an opening title, joins nothing', async () => {
    const [title, a, b, c, d] = await Promise.all([21, 22, 23, 24, 25].map(async (n) => (await drawn(n)).bytes));
    const film = await posted({ pictures: { 'frame-1': title, 'frame-2': a, 'frame-3': b } }, 90);
    const again = await posted({ pictures: { 'frame-1': a, 'frame-2': b } }, 80);
    const stranger = await posted({ pictures: { 'frame-1': title, 'frame-2': c, 'frame-3': d } }, 70);
    const lines = await together();
    expect(ids(lines)).toEqual([film.itemId, stranger.itemId]);
    expect(lines[0].copies).toMatchObject({ others: 1, kinds: ['film'] });
    expect((await page(`group=${lines[0].group}`)).items.map((i) => i.id)).toEqual(ids([film, again]));
  });
  test('are told to be alike in the picture as well once a later look shows it', async () => {
    const picture = (await drawn(31)).bytes;
    await posted({ text: SAID, pictures: { 'picture-1': picture } });
    const again = await posted({ text: `${SAID} #nuoc` });
    expect((await together())[0].copies?.kinds).toEqual(['text']);
    await seals(office, again, { text: `${SAID} #nuoc`, pictures: { 'picture-1': picture } });
    expect((await together())[0].copies?.kinds).toEqual(['text', 'picture']);
  });
  test('are judged one by one: the next one takes the line, and what was judged is in no group that waits', async () => {
    const [first, second, third] = [
      await posted({ text: SAID }, 300),
      await posted({ text: SAID }, 200),
      await posted({ text: SAID }, 100),
    ];
    await judge(first);
    expect(await together()).toMatchObject([{ id: second.itemId, copies: { others: 1 } }]);
    await judge(second);
    expect(await together()).toMatchObject([{ id: third.itemId, copies: null }]);
    expect((await page('state=judged&copies=together')).items).toHaveLength(2);
    const late = await posted({ text: SAID }, 400);
    expect(await together()).toMatchObject([{ id: late.itemId, copies: { others: 1 } }]);
  });
  test('count as far as they fit what the queue is narrowed to, and as far as the reader may know of them', async () => {
    const [first, second] = [await posted({ text: SAID }, 300), await posted({ text: `Nghe nói là ${SAID}` }, 200)];
    await office.database.owner(`UPDATE classify.triage_items SET platform = 'khac' WHERE id = $1`, [second.itemId]);
    expect(await together('platform=khac')).toMatchObject([{ id: second.itemId, copies: null }]);
    const byWords = await inspector.call('POST', '/api/triage/search', { q: 'nghe nói', copies: 'together' });
    expect(byWords.body).toMatchObject({ items: [{ id: second.itemId, copies: null }] });
    const barred = await office.as('inspector');
    await office.database.owner('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [barred.staffId, first.postId]);
    expect(await together('', barred)).toMatchObject([{ id: second.itemId, copies: null }]);
  });
  test('are paged and counted as lines, in every order, and none is lost between two pages', async () => {
    const posts: Ready[] = [];
    for (const [n, text] of [
      SAID,
      OTHER,
      SAID,
      'Hồ Xuân Hương cạn nước vì đường hầm bị nứt, dân phố cổ phải sơ tán trong đêm nay',
      OTHER,
      SAID,
    ].entries())
      posts.push(await posted({ text }, 100 + n));
    await office.database.owner(
      `UPDATE classify.triage_items SET received_at = now() - (priority || ' minutes')::interval WHERE state = 'waiting'`,
    );
    for (const [sort, expected] of [
      ['priority', [5, 4, 3]],
      ['newest', [0, 1, 3]],
      ['oldest', [5, 4, 3]],
    ] as const) {
      const walked: string[] = [];
      for (let cursor = ''; ;) {
        const { items, nextCursor } = await page(`copies=together&sort=${sort}&limit=1${cursor}`);
        walked.push(...ids(items));
        if (!nextCursor) break;
        cursor = `&cursor=${nextCursor}`;
      }
      expect([sort, walked]).toEqual([sort, expected.map((n) => posts[n].itemId)]);
    }
    const { builtIn } = (await inspector.call('GET', '/api/saved-lists?list=triage')).body as unknown as { builtIn: { count: number }[] };
    expect(builtIn.map((list) => list.count)).toEqual([0, 3]);
    const apart = await inspector.call('POST', '/api/saved-lists', { list: 'triage', name: 'Từng bài', filter: { copies: 'apart' } });
    expect(apart.status).toBe(201);
    const { saved } = (await inspector.call('GET', '/api/saved-lists?list=triage')).body as unknown as { saved: { count: number }[] };
    expect(saved.map((list) => list.count)).toEqual([6]);
  });
  test('of a post that became part of another stand with that one', async () => {
    const [first, copy, other] = [await posted({ text: SAID }, 300), await posted({ text: SAID }, 200), await posted({ text: OTHER }, 100)];
    await office.app.get(Db).tx(async (tx) => {
      const { PostsDoor } = await import('../../src/intake/index.js');
      await office.app.get(PostsDoor).addAddress(tx, other.postId, first.url);
    });
    const { deliverAll } = await import('../kit/deliver-all.js');
    await deliverAll(office);
    const lines = await together();
    expect(lines).toMatchObject([{ copies: { others: 1 } }]);
    expect(ids((await page(`group=${lines[0].group}`)).items)).toContain(copy.itemId);
  });
  test('are asked for by a key, in one of two ways', async () => {
    for (const wrong of ['copies=maybe', 'group=abc'])
      expect([wrong, (await inspector.call('GET', `/api/triage?${wrong}`)).status]).toEqual([wrong, 400]);
  });
});
