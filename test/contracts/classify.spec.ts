import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';

const claim = (wording: string, more: object = {}) => ({
  topic: 'thien-tai',
  harm: 'high',
  wordings: [{ language: 'vi', text: wording }],
  truth: 'Không đúng: đập vẫn an toàn.',
  sources: [{ title: 'Thông báo của Sở Nông nghiệp', url: 'https://so-nong-nghiep.example/thong-bao/12', date: '2026-11-01' }],
  falseFrom: '2020-01-01',
  falseTo: null,
  ...more,
});
interface Item {
  id: string;
  postId: string;
  priority: number;
  reports: number;
  version: number;
  firstLine: string;
  topClaim: { id: string } | null;
  lookAgain: boolean;
  judgement: object | null;
  lease: object | null;
  factors: { points: number; label: { vi: string } }[];
}
interface Screen {
  item: Item & { state: string };
  post: { text: string | null };
  matches: {
    id: string;
    claimId: string;
    strength: string;
    decision: string | null;
    spans: { start: number; end: number }[];
    text: string;
    sources: object[];
  }[];
  reports: object[];
  history: { type: string }[];
  sameText: object[];
  next: { act: string; to?: string; possible: boolean; lacks: string[] }[];
}

describe('from a report to a judgement', () => {
  let office: Office;
  let inspector: Caller;
  let colleague: Caller;
  let chief: Caller;
  beforeAll(async () => {
    office = await openOffice();
    [inspector, colleague, chief] = [await office.as('inspector'), await office.as('inspector'), await office.as('chief')];
  }, 60_000);
  afterAll(() => office.close());

  const report = async (text: string) => {
    expect((await office.guest().call('POST', '/api/reports', { text })).status).toBe(201);
    await deliverAll(office);
  };
  const draft = async (by: Caller, wording: string, more: object = {}) =>
    (await by.call('POST', '/api/claims', claim(wording, more))).body as unknown as { claimId: string; versionId: string };
  const inForce = async (wording: string, more: object = {}) => {
    const ids = await draft(inspector, wording, more);
    expect((await chief.call('POST', `/api/claim-versions/${ids.versionId}/approve`)).status).toBe(204);
    await deliverAll(office);
    return ids;
  };
  const queue = async (query = '') => ((await inspector.call('GET', `/api/triage${query}`)).body as unknown as { items: Item[] }).items;
  const itemOf = async (words: string, query = '') => (await queue(query)).find((i) => i.firstLine.includes(words))!;
  const screen = async (id: string, by = inspector) => (await by.call('GET', `/api/triage/${id}`)).body as unknown as Screen;

  test('a text that somebody sent in is matched, confirmed, judged, and the judgement taken back within seconds', async () => {
    const { claimId } = await inForce('Đập hồ Cánh Diều đã vỡ, nước sẽ về thành phố trong hai giờ nữa');
    await report('TIN KHẨN: đập hồ Cánh Diều đã vỡ rồi, nước sẽ về thành phố trong hai giờ nữa!!!');
    const item = await itemOf('TIN KHẨN');
    expect(item).toMatchObject({ reports: 1, topClaim: { id: claimId }, lease: null, judgement: null });
    expect(item.factors.reduce((sum, f) => sum + f.points, 0)).toBe(item.priority);
    expect(item.factors[0].label.vi.length).toBeGreaterThan(3);
    const shown = await screen(item.id);
    expect(shown.matches).toMatchObject([{ claimId, strength: 'strong', decision: null }]);
    expect(shown.post.text!.slice(shown.matches[0].spans[0].start, shown.matches[0].spans[0].end)).toContain('Cánh Diều');
    expect(shown.next.find((n) => n.to === 'false-statement-of-fact')).toMatchObject({ possible: false, lacks: ['confirmed-match'] });
    const early = await inspector.call('POST', `/api/triage/${item.id}/judgement`, {
      judgement: 'false-statement-of-fact',
      version: shown.item.version,
    });
    expect([early.status, early.body.code]).toEqual([422, 'claim-needed']);
    const confirmed = await inspector.call('POST', `/api/triage/${item.id}/matches/${shown.matches[0].id}`, {
      decision: 'confirmed',
      version: shown.item.version,
    });
    expect(confirmed.status).toBe(200);
    const judged = await inspector.call('POST', `/api/triage/${item.id}/judgement`, {
      judgement: 'false-statement-of-fact',
      version: confirmed.body.version,
    });
    expect(judged.body).toMatchObject({ undoSeconds: 10 });
    expect(await itemOf('TIN KHẨN', '?state=judged')).toMatchObject({ judgement: { judgement: 'false-statement-of-fact' } });
    expect((await colleague.call('DELETE', `/api/triage/${item.id}/judgement`)).body.code).toBe('undo-too-late');
    expect((await inspector.call('DELETE', `/api/triage/${item.id}/judgement`)).status).toBe(200);
    const after = await screen(item.id);
    expect(after.item).toMatchObject({ state: 'waiting', judgement: null });
    expect(after.history.map((e) => e.type)).toEqual(
      expect.arrayContaining(['report.received', 'submission.sealed', 'post.matched', 'match.decided', 'post.judged', 'judgement.undone']),
    );
  });
  test('a claim is approved by somebody who did not write it, and matches nothing before', async () => {
    const both = await office.as('inspector', 'chief');
    const { claimId, versionId } = await draft(both, 'Uống nước muối ấm mỗi sáng thì không bao giờ mắc cúm');
    await report('Sáng nào cũng uống nước muối ấm thì không bao giờ mắc cúm');
    expect((await itemOf('nước muối')).topClaim).toBeNull();
    const own = await both.call('POST', `/api/claim-versions/${versionId}/approve`);
    expect([own.status, own.body.code]).toEqual([403, 'own-claim']);
    expect((await both.call('GET', `/api/claims/${claimId}`)).body).toMatchObject({
      state: 'draft',
      next: [{ act: 'approve', ownWork: true, possible: false }, { act: 'return', ownWork: true, possible: false }, { act: 'change' }],
    });
    const before = await itemOf('nước muối');
    expect((await chief.call('POST', `/api/claim-versions/${versionId}/approve`)).status).toBe(204);
    await deliverAll(office);
    const after = await itemOf('nước muối');
    expect(after.topClaim).toMatchObject({ id: claimId });
    expect(after.priority).toBeGreaterThan(before.priority);
    const detail = (await chief.call('GET', `/api/claims/${claimId}`)).body as unknown as { versions: { approvedById: string }[] };
    expect(detail.versions[0].approvedById).toBe(chief.staffId);
  });
  test('a claim is about a topic that the office lists, since the topic stands in the public part of the log', async () => {
    const wording = 'Ông Nguyễn Văn An ở số 12 bán thuốc giả cho cả phường';
    const answer = await inspector.call('POST', '/api/claims', claim(wording, { topic: 'nguyen-van-an' }));
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'topic', rule: 'isIn' }] } });
  });
  test('an approval of what was approved meanwhile is answered with what it is now', async () => {
    const { versionId } = await inForce('Cầu Vàm Sâu bị nứt trụ và sắp sập trong tuần này');
    const again = await chief.call('POST', `/api/claim-versions/${versionId}/approve`);
    expect(again).toMatchObject({ status: 409, body: { code: 'stale', current: { state: 'approved', versionId } } });
  });
  test('a post is with one inspector at a time', async () => {
    await report('Một bài đăng về chuyện không ai biết rõ ở phường Tân Hội');
    const { id, version } = await itemOf('Tân Hội');
    expect((await inspector.call('POST', `/api/triage/${id}/lease`)).status).toBe(200);
    const refused = await colleague.call('POST', `/api/triage/${id}/lease`);
    expect([refused.status, refused.body.code]).toEqual([409, 'leased']);
    expect((await colleague.call('POST', `/api/triage/${id}/judgement`, { judgement: 'true', version })).body.code).toBe('leased');
    expect((await screen(id, colleague)).next.every((n) => n.lacks.includes('lease'))).toBe(true);
    expect((await inspector.call('DELETE', `/api/triage/${id}/lease`)).status).toBe(204);
    expect((await colleague.call('POST', `/api/triage/${id}/lease`)).status).toBe(200);
  });
  test('a judgement on an older reading is refused with what has changed', async () => {
    await inForce('Siêu thị Thành Công bán gạo nhựa cho người dân trong thành phố');
    await report('Siêu thị Thành Công bán gạo nhựa cho người dân, nấu lên ném nảy tưng tưng');
    const { id } = await itemOf('gạo nhựa');
    const { item, matches } = await screen(id);
    await colleague.call('POST', `/api/triage/${id}/matches/${matches[0].id}`, { decision: 'rejected' });
    const late = await inspector.call('POST', `/api/triage/${id}/judgement`, { judgement: 'true', version: item.version });
    expect(late).toMatchObject({ status: 409, body: { code: 'stale', current: { version: item.version + 1, state: 'waiting' } } });
    expect((await itemOf('gạo nhựa')).topClaim).toBeNull();
  });
  test('excluding judgements need a reason in words', async () => {
    await report('Ngày xưa có một con rồng sống dưới hồ, truyện cười thôi nhé');
    const { id, version } = await itemOf('con rồng');
    expect((await inspector.call('POST', `/api/triage/${id}/judgement`, { judgement: 'satire', version })).body.code).toBe('reason-needed');
    expect(
      (await inspector.call('POST', `/api/triage/${id}/judgement`, { judgement: 'satire', reason: 'ghi rõ là truyện cười', version }))
        .status,
    ).toBe(200);
  });
  test('true, said of a post that very likely repeats a claim, needs a reason in words, until somebody rejects the match', async () => {
    await inForce('Bến xe Hòa Bình đóng cửa vĩnh viễn từ đầu tháng sau');
    await report('Bến xe Hòa Bình đóng cửa vĩnh viễn từ đầu tháng sau nha mọi người');
    const { id } = await itemOf('Bến xe Hòa Bình');
    const judge = async (reason?: string) => {
      const { item } = await screen(id);
      return inspector.call('POST', `/api/triage/${id}/judgement`, { judgement: 'true', reason, version: item.version });
    };
    const lacks = async () => (await screen(id)).next.find((n) => n.act === 'judge' && n.to === 'true')!.lacks;
    const { matches } = await screen(id);
    expect([matches[0].strength, await lacks(), (await judge()).body.code]).toEqual(['strong', ['reason'], 'reason-needed']);
    const decide = (decision: string | null) => inspector.call('POST', `/api/triage/${id}/matches/${matches[0].id}`, { decision });
    await decide('rejected');
    expect(await lacks()).toEqual([]);
    await decide('confirmed');
    expect([await lacks(), (await judge()).body.code]).toEqual([['reason'], 'reason-needed']);
    expect((await judge('bến xe đã có thông báo chính thức')).status).toBe(200);
  });
  test('a retired claim matches no longer, and what was judged by it is to be looked at again', async () => {
    const wording = 'Trứng gà giả làm bằng nhựa bán tràn lan ở chợ Bến Đò';
    const { claimId } = await inForce(wording);
    await report(`${wording} kìa bà con`);
    await report(`Cảnh báo: ${wording}, mọi người cẩn thận`);
    const first = await itemOf('kìa bà con');
    const { matches, item } = await screen(first.id);
    expect(
      (
        await inspector.call('POST', `/api/triage/${first.id}/judgement`, {
          judgement: 'false-statement-of-fact',
          matchId: matches[0].id,
          version: item.version,
        })
      ).status,
    ).toBe(200);
    expect((await itemOf('Cảnh báo: Trứng')).topClaim).toMatchObject({ id: claimId });
    const told = async (who: Caller) =>
      (await who.call('GET', `/api/claims/${claimId}`)).body as unknown as { version: number; next: { act: string; ownWork: boolean }[] };
    const propose = async (reason?: string, version?: number) =>
      inspector.call('POST', `/api/claims/${claimId}/retirement`, { reason, version: version ?? (await told(inspector)).version });
    const decide = async (who: Caller, agreed: boolean, version?: number) =>
      who.call('POST', `/api/claims/${claimId}/retirement/decision`, { agreed, version: version ?? (await told(who)).version });
    for (const reason of [undefined, 'bỏ', '\u3164'.repeat(9), 'x'.repeat(1_001)]) expect((await propose(reason)).status).toBe(400);
    expect((await decide(chief, true)).body.code).toBe('no-such-step');
    const both = await office.as('inspector', 'chief');
    const { version } = await told(both);
    expect((await both.call('POST', `/api/claims/${claimId}/retirement`, { reason: 'Tự đề nghị, tự duyệt', version })).status).toBe(204);
    expect((await decide(both, true)).body.code).toBe('own-retirement');
    expect((await told(both)).next).toContainEqual(expect.objectContaining({ act: 'retire', possible: false, ownWork: true }));
    await expect(
      office.database.owner(`UPDATE classify.claim_retirements SET agreed = true, decided_by = proposed_by, decided_at = now()`),
    ).rejects.toThrow(/decided_by_another/);
    expect((await propose('Đề nghị lần nữa')).body.code).toBe('no-such-step');
    expect((await decide(inspector, true)).status).toBe(403);
    expect((await decide(chief, true, version)).body.code).toBe('stale');
    expect((await decide(chief, false)).status).toBe(204);
    await deliverAll(office);
    expect((await itemOf('Cảnh báo: Trứng')).topClaim).toMatchObject({ id: claimId });

    expect((await propose(' Sở Y tế rút lại thông báo ', version)).body.code).toBe('stale');
    expect((await propose(' Sở Y tế rút lại thông báo ')).status).toBe(204);
    const work = (await chief.call('GET', '/api/work')).body as unknown as { approvals: { claims: { claimId: string; why: string }[] } };
    expect(work.approvals.claims).toContainEqual(expect.objectContaining({ claimId, why: 'retire' }));
    await expect(office.database.owner(`UPDATE classify.claims SET state = 'retired' WHERE id = '${claimId}'`)).rejects.toThrow(
      /by two persons/,
    );
    expect((await decide(chief, true)).status).toBe(204);
    expect((await decide(chief, false)).body.code).toBe('no-such-step');
    const names = await office.database.owner<{ name: string }>('SELECT name FROM core.staff WHERE id = ANY($1) ORDER BY id = $2', [
      [inspector.staffId, chief.staffId],
      chief.staffId,
    ]);
    const retirement = { reason: 'Sở Y tế rút lại thông báo', proposedBy: names[0].name, decidedBy: names[1].name };
    expect((await inspector.call('GET', `/api/claims/${claimId}`)).body).toMatchObject({ state: 'retired', retirement });
    expect((await inspector.call('GET', '/api/claims?state=retired')).body).toMatchObject({ items: [{ id: claimId, retirement }] });
    await expect(office.database.owner(`SET ROLE lachan_app; UPDATE classify.claim_retirements SET reason = 'khác'`)).rejects.toThrow(
      /permission denied/,
    );
    await deliverAll(office);
    expect((await itemOf('Cảnh báo: Trứng')).topClaim).toBeNull();
    expect(await inspector.call('POST', `/api/claims/${claimId}/versions`, claim(wording))).toMatchObject({
      status: 409,
      body: { code: 'stale', current: { state: 'retired' } },
    });
    expect(await itemOf('kìa bà con')).toMatchObject({ lookAgain: true, judgement: { judgement: 'false-statement-of-fact' } });
    await report(`Lại nghe ${wording}`);
    expect((await itemOf('Lại nghe')).topClaim?.id).not.toBe(claimId);
  });
  test('a claim that comes into force later finds what was judged before', async () => {
    await report('Hồ chứa Vĩnh An sắp cạn, thành phố cắt nước sinh hoạt ba tuần liền');
    const { id, version } = await itemOf('Vĩnh An');
    expect((await inspector.call('POST', `/api/triage/${id}/judgement`, { judgement: 'true', version })).status).toBe(200);
    await inForce('Hồ chứa Vĩnh An sắp cạn, thành phố sẽ cắt nước sinh hoạt ba tuần liền');
    expect(await itemOf('Vĩnh An')).toMatchObject({ lookAgain: true });
  });
  test('a claim does not match a post from outside the days on which it was false', async () => {
    await inForce('Thành phố phong tỏa toàn bộ quận Hòa Lâm trong mười ngày', { falseFrom: '2020-03-01', falseTo: '2020-03-20' });
    await report('Thành phố phong tỏa toàn bộ quận Hòa Lâm trong mười ngày nghe bà con');
    expect((await itemOf('Hòa Lâm')).topClaim).toBeNull();
  });
  test('a report leads to where its post stands in the queue, for those who may read that', async () => {
    const { id, postId } = await itemOf('Tân Hội');
    expect(await inspector.call('GET', `/api/triage/of-post/${postId}`)).toMatchObject({ status: 200, body: { id, state: 'waiting' } });
    expect((await inspector.call('GET', `/api/triage/of-post/${id}`)).status).toBe(404);
    expect((await (await office.as('operator')).call('GET', `/api/triage/of-post/${postId}`)).status).toBe(403);
  });
  test('the same text reported again raises its one item', async () => {
    const before = await itemOf('Tân Hội');
    await report('Một bài đăng về chuyện không ai biết rõ ở phường Tân Hội');
    const after = await itemOf('Tân Hội');
    expect(after).toMatchObject({ id: before.id, reports: before.reports + 1, version: before.version });
    expect(after.priority).toBeGreaterThan(before.priority);
    expect((await queue()).filter((i) => i.firstLine.includes('Tân Hội'))).toHaveLength(1);
    expect((await screen(before.id)).reports).toHaveLength(2);
  });
  test('a report that was joined wrongly gets a post of its own, of which whoever was barred from the first knows nothing', async () => {
    const barred = await office.as('inspector');
    const { id } = await itemOf('Tân Hội');
    const { reports } = (await screen(id)) as unknown as { reports: { id: string }[] };
    await colleague.call('DELETE', `/api/triage/${id}/lease`);
    const wrong = await inspector.call('POST', `/api/triage/${id}/split`, {
      reportId: '00000000-0000-4000-8000-000000000000',
      reason: 'không liên quan',
    });
    expect(wrong.status).toBe(404);
    await office.database.owner('INSERT INTO core.bars (staff_id, post_id) SELECT $1, post_id FROM classify.triage_items WHERE id = $2', [
      barred.staffId,
      id,
    ]);
    expect((await inspector.call('POST', `/api/triage/${id}/split`, { reportId: reports[0].id, reason: 'nói về bài khác' })).status).toBe(
      200,
    );
    await deliverAll(office);
    expect((await screen(id)).item.reports).toBe(1);
    const both = (await queue()).filter((i) => i.firstLine.includes('Tân Hội'));
    expect(both).toHaveLength(2);
    for (const item of both) expect((await barred.call('GET', `/api/triage/${item.id}`)).status).toBe(404);
  });
  test('nothing that tells who reported stands on the screen or in the log', async () => {
    await office.guest().call('POST', '/api/reports', {
      text: 'Tin đồn về chợ nổi Cái Bè đóng cửa vĩnh viễn',
      contact: { name: 'Nguyễn Thị Bí Mật', phone: '0901234567' },
    });
    await deliverAll(office);
    const { id } = await itemOf('Cái Bè');
    expect(JSON.stringify(await screen(id))).not.toMatch(/Bí Mật|0901234567/);
    const [{ n }] = await office.database.owner<{ n: number }>(
      `SELECT count(*)::int AS n FROM core.events WHERE office::text LIKE '%Cái Bè%' OR public::text LIKE '%Cái Bè%'`,
    );
    expect(n).toBe(0);
  });
  test('who drafts a claim is shown those that say nearly the same', async () => {
    const { items } = (
      await inspector.call('POST', '/api/claims/similar', { text: 'Hồ Cánh Diều vỡ đập, nước về thành phố trong hai giờ' })
    ).body as unknown as { items: { text: string; score: number }[] };
    expect(items[0].text).toContain('Cánh Diều');
    expect((await inspector.call('POST', '/api/claims/similar', {})).status).toBe(400);
  });
  test('the queue is read page by page, each post once, the most urgent first', async () => {
    const all = await queue('?limit=100');
    const paged: Item[] = [];
    let cursor = '';
    do {
      const { items, nextCursor } = (await inspector.call('GET', `/api/triage?limit=3${cursor && `&cursor=${cursor}`}`))
        .body as unknown as { items: Item[]; nextCursor: string | null };
      paged.push(...items);
      cursor = nextCursor ?? '';
    } while (cursor);
    expect(paged.map((i) => i.id)).toEqual(all.map((i) => i.id));
    expect(all.map((i) => i.priority)).toEqual(all.map((i) => i.priority).sort((a, b) => b - a));
    expect((await inspector.call('GET', '/api/triage?cursor=abc')).status).toBe(400);
    const words = { q: 'có một con rồng', state: 'judged', limit: 100 };
    expect((await inspector.call('POST', '/api/triage/search', words)).body).toMatchObject({
      items: [{ state: 'judged' }],
      nextCursor: null,
    });
    for (const list of ['/api/triage', '/api/claims', '/api/corrections']) {
      expect([list, (await inspector.call('GET', `${list}?q=r%E1%BB%93ng`)).status]).toEqual([list, 400]);
      expect([list, (await inspector.call('POST', `${list}/search?q=x`, { q: 'rồng' })).status]).toEqual([list, 400]);
      expect([list, (await inspector.call('POST', `${list}/search`, { q: 'không có chữ này' })).body.items]).toEqual([list, []]);
    }
  });
});
