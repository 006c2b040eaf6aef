import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { exchangeTable } from '../../src/classify/exchange/exchange-table.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { exported, imported, previewed, type Line } from './exchange-setup.js';

const claim = (wording: string, more: object = {}) => ({
  topic: 'y-te',
  harm: 'high',
  wordings: [
    { language: 'vi', text: wording },
    { language: 'en', text: `“${wording}”,\n= said "somebody"` },
  ],
  truth: `+Không đúng:\r\n${wording}, theo "Sở Y tế".`,
  sources: [
    { title: 'Thông báo; số 1', url: 'https://soyte.example/tb/1', date: '2026-11-01' },
    { title: 'Kiểm chứng', url: 'https://check.example/9', date: '2026-11-02', publisher: 'Check', rating: 'Sai', licence: 'CC BY 4.0' },
  ],
  falseFrom: '2026-11-01',
  falseTo: null,
  ...more,
});
const line = (content: object) => `${JSON.stringify(content)}\n`;

describe('claims that leave and come', () => {
  let office: Office;
  let inspector: Caller;
  let colleague: Caller;
  let chief: Caller;
  beforeAll(async () => {
    office = await openOffice();
    [inspector, colleague, chief] = [await office.as('inspector'), await office.as('legal'), await office.as('chief')];
  }, 60_000);
  afterAll(() => office.close());

  const draft = async (content: object) =>
    (await inspector.call('POST', '/api/claims', content)).body as unknown as { claimId: string; versionId: string };
  const claims = async () => (await office.database.owner<{ n: number }>('SELECT count(*)::int AS n FROM classify.claims'))[0].n;
  const one = async (id: string) =>
    (await inspector.call('GET', `/api/claims/${id}`)).body as unknown as {
      state: string;
      versions: { id: string; draftedById: string }[];
    };

  test('what leaves as JSONL or CSV comes into another office as drafts of the same content', async () => {
    for (const wording of ['Uống nước muối chữa khỏi bệnh ngay', 'Ngày mai cả thành phố bị cắt nước', '=Cầu sắp sập, tránh xa'])
      await draft(claim(wording));
    const { versionId } = await draft(claim('Trường học đóng cửa đến hết năm', { falseTo: '2026-12-31' }));
    expect((await chief.call('POST', `/api/claim-versions/${versionId}/approve`)).status).toBe(204);
    const told = 'SELECT topic, harm, wordings, truth, sources, false_from, false_to FROM classify.claim_versions ORDER BY wordings::text';
    const here = await office.database.owner(told);
    expect(here).toHaveLength(4);
    for (const form of ['jsonl', 'csv'] as const) {
      const file = await exported(inspector, { form });
      const other = await openOffice();
      const theirs = await other.as('inspector');
      const preview = await previewed(theirs, file);
      expect(preview.body).toMatchObject({ form, counts: { new: 4, similar: 0, known: 0, faulty: 0 } });
      expect((await imported(theirs, file)).body).toMatchObject({ drafted: 4, again: false });
      expect(await other.database.owner(told)).toEqual(here);
      const states = await other.database.owner('SELECT DISTINCT state, current_version_id FROM classify.claims');
      expect(states).toEqual([{ state: 'draft', current_version_id: null }]);
      await other.close();
    }
  }, 120_000);
  test('a table begins with the mark that tells UTF-8, ends its lines as RFC 4180 says, and holds no formula', async () => {
    const file = await exported(inspector, { form: 'csv' });
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = file.toString();
    expect(text).toMatch(/^\uFEFFid,state,number,.*\r\n/);
    expect(text).toContain(`,'=Cầu sắp sập`.replace(/,'/, `,"'`));
    expect(text).toContain(`"'+Không đúng:\r\n`);
  });
  test('as ClaimReview only claims in force leave, each signed by the office', async () => {
    const { '@context': context, '@graph': graph } = JSON.parse((await exported(inspector, { form: 'claimreview' })).toString()) as {
      '@context': string;
      '@graph': object[];
    };
    expect(context).toBe('https://schema.org');
    expect(graph).toMatchObject([
      {
        '@type': 'ClaimReview',
        claimReviewed: 'Trường học đóng cửa đến hết năm',
        author: { name: exchangeTable.author.name },
        itemReviewed: { temporalCoverage: '2026-11-01/2026-12-31' },
        citation: [{ name: 'Thông báo; số 1' }, { '@type': 'ClaimReview', publisher: { name: 'Check' }, license: 'CC BY 4.0' }],
      },
    ]);
  });
  test('what leaves is what the list shows, narrowed alike, by the version in force', async () => {
    const { claimId, versionId } = await draft(claim('Nước giếng nhiễm độc ở phường Cây Gạo'));
    await chief.call('POST', `/api/claim-versions/${versionId}/approve`);
    await inspector.call('POST', `/api/claims/${claimId}/versions`, claim('Nước giếng nhiễm độc ở phường Cây Gạo', { harm: 'low' }));
    const records = (await exported(inspector, { form: 'jsonl', q: 'Cây Gạo' }))
      .toString()
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l) as { id: string; harm: string; number: number });
    expect(records).toMatchObject([{ id: claimId, harm: 'high', number: 1, state: 'approved' }]);
    expect((await exported(inspector, { form: 'jsonl', state: 'retired' })).toString()).toBe('');
  });

  test('a preview tells what is new, similar, known and faulty, with line and reason, and writes nothing', async () => {
    const known = claim('Uống nước muối chữa khỏi bệnh ngay');
    const fresh = claim('Phà Bến Lau bị chìm tối qua');
    const file =
      line(known) +
      line(
        claim('Trường học đóng cửa đến hết năm nay luôn', {
          sources: [{ title: 'Báo', url: 'https://bao.example/2', date: '2026-11-02' }],
        }),
      ) +
      line(fresh) +
      '{"wordings": [\n' +
      line({ ...fresh, wordings: [{ language: 'vi', text: 'ngắn' }] }) +
      line(fresh) +
      line({ ...claim('Điều khác hẳn chưa ai nói ở đây'), sources: [] });
    const before = await claims();
    const { status, body } = await previewed(inspector, file);
    expect([status, body.counts]).toEqual([200, { new: 1, similar: 1, known: 2, faulty: 3 }]);
    const lines = body.lines as unknown as Line[];
    expect(lines.map((l) => [l.place, l.outcome, l.reason])).toEqual([
      ...[
        [1, 'known', null],
        [2, 'similar', null],
        [3, 'new', null],
        [4, 'faulty', 'not-json'],
        [5, 'faulty', 'form'],
      ],
      ...[
        [6, 'known', null],
        [7, 'faulty', 'incomplete'],
      ],
    ]);
    expect(lines[1].similar[0]).toMatchObject({ text: 'Trường học đóng cửa đến hết năm', strength: 'strong' });
    expect(lines[4].faults).toMatchObject([{ path: 'wordings.0.text', rule: 'isLength', min: 10 }]);
    expect([lines[5].samePlace, lines[6].lacks]).toEqual([3, ['no-source']]);
    expect(await claims()).toBe(before);
  });
  test('a wording copied with signs that nobody sees is found by its words, and is no other claim without them', async () => {
    const hidden = [...'Sông Lam đổi màu tím chỉ sau một đêm'].join('\u200b');
    const { claimId } = await draft(claim(`\ufeff${hidden}`));
    const found = (await inspector.call('POST', '/api/claims/search', { q: 'Sông Lam đổi màu' })).body as unknown as {
      items: { id: string }[];
    };
    expect(found.items.map((c) => c.id)).toEqual([claimId]);
    const { body } = await previewed(inspector, line(claim('Sông Lam đổi màu tím chỉ sau một đêm')));
    expect(body.lines).toMatchObject([{ outcome: 'known', claimId }]);
  });
  test('an import drafts what is new and was not left out, by the person who brings it, and a second person approves each', async () => {
    const file = ['Bão số 9 đổ bộ đêm nay vào Bình Lộ', 'Sữa hộp Mai Hoa có chất gây mê', 'Ví điện tử Tín Phát sắp đóng cửa']
      .map((w) => line(claim(w)))
      .join('');
    const done = await imported(colleague, file, { leave: '2' });
    expect([done.status, done.body]).toMatchObject([201, { drafted: 2, faulty: 0 }]);
    const { importId } = done.body as unknown as { importId: string };
    const list = (await chief.call('GET', `/api/claims?importId=${importId}`)).body as unknown as {
      items: { id: string; versionId: string; state: string; draftedById: string }[];
    };
    expect(list.items.map((c) => [c.state, c.draftedById])).toEqual(Array(2).fill(['draft', colleague.staffId]));
    const both = await office.as('legal', 'chief');
    const ids = list.items.map((c) => c.versionId);
    const approve = async (who: Caller, versionIds: string[]) => {
      const { status, body } = await who.call('POST', '/api/claim-versions/approve', { versionIds });
      return { status, body: body.versions as object };
    };
    expect((await approve(inspector, ids)).status).toBe(403);
    await both.call('POST', `/api/claims/${list.items[0].id}/versions`, claim('Bão số 9 đã tan ngoài khơi rồi'));
    expect((await approve(chief, [...ids, '11111111-1111-4111-8111-111111111111'])).body).toEqual([
      ...ids.map((versionId) => ({ versionId, problem: null })),
      { versionId: '11111111-1111-4111-8111-111111111111', problem: 'missing' },
    ]);
    expect((await approve(chief, ids)).body).toEqual(ids.map((versionId) => ({ versionId, problem: 'stale' })));
    const own = await imported(both, line(claim('Kho gạo dự trữ của thành phố đã cạn')));
    const [mine] = (await both.call('GET', `/api/claims?importId=${own.body.importId}`)).body.items as unknown as {
      versionId: string;
      id: string;
    }[];
    expect((await approve(both, [mine.versionId])).body).toEqual([{ versionId: mine.versionId, problem: 'own-claim' }]);
    expect((await one(mine.id)).state).toBe('draft');
    const imports = (await chief.call('GET', '/api/claim-imports')).body as unknown as { items: object[] };
    expect(imports.items.slice(0, 2)).toMatchObject([
      { drafted: 1, waiting: 1 },
      { id: importId, drafted: 2, waiting: 0, form: 'jsonl' },
    ]);
    await deliverAll(office);
  });
  test('a file that comes again drafts nothing, also when two bring it at once', async () => {
    const file = Array.from({ length: 30 }, (_, i) => line(claim(`Tin đồn lạ lùng thứ ${i} về chợ nổi`))).join('');
    const before = await claims();
    const all = await Promise.all([inspector, colleague, inspector, colleague].map((who) => imported(who, file)));
    expect(await claims()).toBe(before + 30);
    expect(all.map((a) => a.status).sort()).toEqual([201, 201, 422, 422]);
    expect(all.filter((a) => a.body.again === (false as never))).toHaveLength(1);
    const [first] = all.filter((a) => a.body.again === (false as never));
    const again = await imported(all.indexOf(first) % 2 === 0 ? inspector : colleague, file);
    expect(again.body).toMatchObject({ again: true, importId: first.body.importId, known: 30 });
    expect(await claims()).toBe(before + 30);
  });
  test('a file that is broken, too large, or another one than was read, changes nothing and says why', async () => {
    const before = await claims();
    const broken = await previewed(inspector, '{"@context":"https://schema.org",\n"@graph":[{]}');
    expect([broken.status, broken.body]).toMatchObject([422, { code: 'import-unreadable', says: 'not-json', line: 2 }]);
    const large = await previewed(inspector, Buffer.alloc(exchangeTable.most_bytes + 1, 'x'));
    expect([large.status, large.body.code, large.body.limit]).toEqual([413, 'import-too-large', exchangeTable.most_bytes]);
    const nothing = await inspector.call('POST', '/api/claim-imports/preview', {});
    expect([nothing.status, nothing.body.says]).toEqual([422, 'nothing']);
    const other = await imported(inspector, line(claim('Một tin chưa từng ai nhập vào')), {
      sha256: createHash('sha256').update('another').digest('hex'),
    });
    expect([other.status, other.body.code]).toEqual([409, 'content-changed']);
    expect(await claims()).toBe(before);
  });
  test('of a review by others the draft keeps who said it, where, how it was rated and by which licence', async () => {
    const review = {
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: 'https://check.example/phao-hoa',
      name: 'Không có chuyện cấm pháo hoa',
      claimReviewed: 'Thành phố cấm bán pháo hoa từ tuần sau',
      datePublished: '2026-10-20',
      author: { '@type': 'Organization', name: 'Check VN' },
      reviewRating: { '@type': 'Rating', alternateName: 'Sai' },
      itemReviewed: { '@type': 'Claim', appearance: [{ '@type': 'CreativeWork', url: 'https://mang.example/p/77' }] },
    };
    const asked = { topic: 'chinh-sach', harm: 'low', licence: 'CC BY 4.0' };
    const { body } = await imported(inspector, JSON.stringify([review, { ...review, reviewRating: { alternateName: 'Đúng' } }]), asked);
    expect(body).toMatchObject({ drafted: 1, faulty: 1 });
    const list = (await inspector.call('GET', `/api/claims?importId=${body.importId}`)).body as unknown as { items: object[] };
    expect(list.items).toMatchObject([
      {
        ...{ topic: 'chinh-sach', harm: 'low', truth: 'Không có chuyện cấm pháo hoa', falseFrom: '2026-10-20' },
        sources: [
          {
            ...{ title: 'Không có chuyện cấm pháo hoa', url: review.url, date: '2026-10-20', publisher: 'Check VN', rating: 'Sai' },
            ...{ licence: 'CC BY 4.0', appearances: ['https://mang.example/p/77'] },
          },
        ],
      },
    ]);
  });
  test('a registry of thousands leaves whole, each claim once, page after page', async () => {
    await office.database
      .owner(`WITH c AS (INSERT INTO classify.claims (state) SELECT 'draft' FROM generate_series(1, ${3 * exchangeTable.export_page + 1}) RETURNING id)
      INSERT INTO classify.claim_versions (claim_id, number, topic, harm, wordings, truth, sources, false_from, drafted_by)
      SELECT id, 1, 'khac', 'low', '[{"language":"vi","text":"một tin trong hàng nghìn tin"}]', 'Không đúng', '[]', '2026-01-01', '${inspector.staffId}' FROM c`);
    const ids = (await exported(inspector, { form: 'jsonl' }))
      .toString()
      .trim()
      .split('\n')
      .map((l) => (JSON.parse(l) as { id: string }).id);
    expect([ids.length, new Set(ids).size]).toEqual(Array(2).fill(await claims()));
  });
});
