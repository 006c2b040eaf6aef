import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { asked } from '../../src/office/search/asked.js';
import { casesByTitle } from '../../src/office/search/cases.view.js';
import { penaltiesByNumber } from '../../src/office/search/enforcement.view.js';
import type { Place } from '../../src/office/search/place.js';
import { postsByPhrase } from '../../src/office/search/posts.view.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgedPost } from './cases-setup.js';
import { CorrectionDesk } from './corrections-setup.js';
import { PenaltyDesk } from './penalties-setup.js';

describe('the box for everything, asked with and without marks', () => {
  let office: Office;
  let inspector: Caller;
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    inspector = await office.as('inspector');
  }, 60_000);
  afterAll(() => office.close());

  const find = async (q: string, kind?: string, who = inspector) => {
    const { body } = await who.call('POST', '/api/search', { q });
    return (body.items as { kind: string; id: string }[]).filter((hit) => !kind || hit.kind === kind);
  };
  const ids = async (q: string, kind: string) => (await find(q, kind)).map((hit) => hit.id);
  const post = (text: string) => judgedPost(office, inspector.staffId, undefined, text);

  test('finds a post, its case, its claim and its correction either way', async () => {
    const ready = await post('ĐƯỜNG ống nước máy nhiễm độc');
    await inspector.call('POST', '/api/cases', { postId: ready.postId, title: 'Đường ống nước máy' });
    await (await CorrectionDesk.open(office)).draft({ title: 'Đường ống nước máy vẫn sạch' });
    for (const q of ['đường ống nước máy', 'duong ong nuoc may', 'Duong Ống NUOC ma', 'đường ống nước máy'.normalize('NFD')])
      expect([q, new Set((await find(q)).map((hit) => hit.kind))]).toEqual([q, new Set(['post', 'case', 'claim', 'correction'])]);
  });
  test('finds what was written without marks by words that have them', async () => {
    const ready = await post('tin don sua doc hai o cho ben thu');
    expect(await ids('sữa độc hại', 'post')).toEqual([ready.postId]);
    expect(await ids('đồn sữa', 'claim')).toHaveLength(1);
    expect(await ids('sữa 100%', 'post')).toEqual([]);
  });
  test('puts what has the marks as they were typed first, however old it is', async () => {
    const [exact, newer] = [await post('Giá bán thuốc tăng'), await post('Gia bạn thuộc lòng')];
    expect(await ids('bán thuốc', 'post')).toEqual([exact.postId, newer.postId]);
    expect(await ids('ban thuoc', 'post')).toEqual([newer.postId, exact.postId]);
    for (const ready of [exact, newer])
      await inspector.call('POST', '/api/cases', { postId: ready.postId, title: ready === exact ? 'Vụ giá bán' : 'Vụ già bạn' });
    const titles = async (q: string) => (await find(q, 'case')).map((hit) => (hit as unknown as { detail: string }).detail);
    expect(await titles('giá bán')).toEqual(['Vụ giá bán', 'Vụ già bạn']);
    expect(await titles('già bạn')).toEqual(['Vụ già bạn', 'Vụ giá bán']);
    expect((await ids('bán thuốc', 'claim')).length).toBe(2);
    const claims = async (q: string) => (await find(q, 'claim')).map((hit) => (hit as unknown as { title: string }).title);
    expect(await claims('bán thuốc')).toEqual(['Giá bán thuốc tăng', 'Gia bạn thuộc lòng']);
  });
  test('finds a decision by an official number typed without its marks', async () => {
    const { id } = await (await PenaltyDesk.open(office)).issued();
    const auditor = await office.as('auditor');
    for (const q of ['1/QĐ-XPHC', '1/qd-xp']) expect([q, await find(q, 'penalty', auditor)]).toMatchObject([q, [{ id }]]);
  });
  test('so do the lists that words narrow, also where a hyphen joins the words', async () => {
    await post('Tiêm VẮC-XIN gây vô sinh');
    await (await CorrectionDesk.open(office)).draft({ title: 'Vắc-xin không gây vô sinh' });
    const found = async (list: string, q: string) => {
      const { body } = await inspector.call('POST', `/api/${list}/search`, { q, ...(list === 'triage' ? { state: 'all' } : {}) });
      return [list, q, (body.items as object[]).length];
    };
    for (const list of ['triage', 'claims', 'corrections']) {
      for (const q of ['vac xin', 'vắc xin', 'VAC-XIN', 'vắc-xin'.normalize('NFD')]) expect(await found(list, q)).toEqual([list, q, 1]);
      if (list !== 'triage') expect(await found(list, 'vac-xi')).toEqual([list, 'vac-xi', 1]);
      for (const q of ['vac xin trong', '!!!', 'ac xin']) expect(await found(list, q)).toEqual([list, q, 0]);
    }
  });
  test('finds what a hyphen joins by words without one, and the other way round', async () => {
    const joined = await post('Tiêm vắc-xin ngừa sởi làm trẻ chậm nói');
    await inspector.call('POST', '/api/cases', { postId: joined.postId, title: 'Vắc-xin ngừa sởi' });
    await (await CorrectionDesk.open(office)).draft({ title: 'Vắc-xin ngừa sởi an toàn' });
    for (const q of ['vac xin ngua soi', 'Vắc xin ngừa sở', 'VAC-XIN ngua', 'vắc\u2011xin ngừa', 'vắc-xin ngừa'.normalize('NFD')])
      expect([q, new Set((await find(q)).map((hit) => hit.kind))]).toEqual([q, new Set(['post', 'case', 'claim', 'correction'])]);
    const apart = await post('Mua mì\nchính giả ở tap hoa');
    for (const q of ['mì-chính', 'mi-chinh', 'mi chinh gia', 'tạp-hoá']) expect([q, await ids(q, 'post')]).toEqual([q, [apart.postId]]);
    expect(await ids('xin vac', 'post')).toEqual([]);
  });
  test('reads each by an index', async () => {
    await office.database.owner('SET enable_seqscan = off');
    const plans = async (place: Place, q: string) => {
      const looks = [place.look({ ...asked(q), url: null }, { staffId: inspector.staffId, rights: new Set() } as never) ?? []].flat();
      const literal = (value: unknown) => (value === null ? 'NULL' : `'${String(value)}'`);
      return Promise.all(
        looks.map(async ({ sql, values }) => {
          const filled = sql.replace(/\$(\d+)/g, (_, n: string) => literal(values[Number(n) - 1]));
          return JSON.stringify(await office.database.owner(`EXPLAIN ${filled}`));
        }),
      );
    };
    expect(await plans(postsByPhrase, 'nuoc may')).toEqual(
      [/on triage_words /, /on triage_words_folded /].map((index) => expect.stringMatching(index)),
    );
    expect(await plans(casesByTitle, 'nuoc may')).toEqual(
      [/on cases_title_words /, /on cases_title_folded /].map((index) => expect.stringMatching(index)),
    );
    expect(await plans(penaltiesByNumber, '1/qd')).toEqual([expect.stringMatching(/penalties_number_folded/)]);
  });
});
