import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { retire } from './cases-setup.js';

const claim = (text: string, more: object = {}) => ({
  topic: 'thien-tai',
  harm: 'high',
  wordings: [{ language: 'vi', text }],
  truth: 'Không đúng: đập vẫn an toàn.',
  sources: [{ title: 'Thông báo', url: `https://so.example/${encodeURIComponent(text.slice(0, 9))}`, date: '2026-11-01' }],
  falseFrom: '2020-01-01',
  falseTo: null,
  ...more,
});
interface Ids {
  claimId: string;
  versionId: string;
}
interface File {
  state: string;
  version: number;
  currentVersionId: string;
  mergedInto: { id: string; text: string } | null;
  mergedFrom: { id: string }[];
  splitFrom: { id: string } | null;
  merge: { id: string } | null;
  versions: {
    id: string;
    number: number;
    wordings: { text: string }[];
    sources: object[];
    draftedById: string;
    approvedById: string | null;
  }[];
  next: { act: string; possible: boolean; ownWork: boolean }[];
}
interface Item {
  id: string;
  postId: string;
  firstLine: string;
  version: number;
  topClaim: { id: string } | null;
}

describe('claims that are one', () => {
  let office: Office;
  let inspector: Caller;
  let chief: Caller;
  let both: Caller;
  beforeAll(async () => {
    office = await openOffice();
    [inspector, chief, both] = [await office.as('inspector'), await office.as('chief'), await office.as('inspector', 'chief')];
  }, 60_000);
  afterAll(() => office.close());

  const draft = async (content: object) => (await inspector.call('POST', '/api/claims', content)).body as unknown as Ids;
  const inForce = async (text: string, more: object = {}) => {
    const ids = await draft(claim(text, more));
    expect((await chief.call('POST', `/api/claim-versions/${ids.versionId}/approve`)).status).toBe(204);
    await deliverAll(office);
    return ids.claimId;
  };
  const file = async (id: string, by = inspector) => (await by.call('GET', `/api/claims/${id}`)).body as unknown as File;
  const propose = async (by: Caller, id: string, intoId: string, more: object = {}) => {
    const [claimFile, into] = [await file(id), await file(intoId)];
    const asked = { intoId, reason: 'Cùng một tin đồn', version: claimFile.version, intoVersion: into.version, ...more };
    return by.call('POST', `/api/claims/${id}/merge`, asked);
  };
  const decide = async (by: Caller, id: string, agreed = true) =>
    by.call('POST', `/api/claims/${id}/merge/decision`, { mergeId: (await file(id)).merge?.id ?? id, agreed });
  const merged = async (id: string, intoId: string) => {
    expect((await propose(inspector, id, intoId)).status).toBe(201);
    expect((await decide(chief, id)).status).toBe(204);
    await deliverAll(office);
  };
  const queue = async () => ((await inspector.call('GET', '/api/triage?limit=100')).body as unknown as { items: Item[] }).items;
  const report = async (text: string) => {
    expect((await office.guest().call('POST', '/api/reports', { text })).status).toBe(201);
    await deliverAll(office);
    return (await queue()).find((i) => i.firstLine === text)!;
  };
  const judgeFalse = async (item: Item, claimId: string) => {
    const screen = async () =>
      (await inspector.call('GET', `/api/triage/${item.id}`)).body as unknown as {
        item: { version: number };
        matches: { id: string; claimId: string }[];
      };
    const { item: shown, matches } = await screen();
    const { id } = matches.find((m) => m.claimId === claimId)!;
    await inspector.call('POST', `/api/triage/${item.id}/matches/${id}`, { decision: 'confirmed', version: shown.version });
    const { version } = (await screen()).item;
    const judged = await inspector.call('POST', `/api/triage/${item.id}/judgement`, {
      judgement: 'false-statement-of-fact',
      version,
      matchId: id,
    });
    expect(judged.status).toBe(200);
    // the time for an undo is over
    await office.database.owner(`UPDATE classify.judgements SET recorded_at = recorded_at - interval '1 hour' WHERE item_id = $1`, [
      item.id,
    ]);
    await deliverAll(office);
  };
  const stands = async (postId: string) => {
    const { standsFalse } = await import('../../src/classify/index.js');
    return (await office.database.owner<{ stands: boolean }>(`SELECT ${standsFalse('$1::uuid')} AS stands`, [postId]))[0].stands;
  };

  test('one proposes, another agrees: the one that stays says the wordings and sources of both, the other leads to it, and posts look at it', async () => {
    const a = await inForce('Đập hồ Cánh Diều đã vỡ, nước sẽ về thành phố trong hai giờ nữa');
    const b = await inForce('Hồ Cánh Diều xả lũ khẩn cấp, mọi người phải chạy lên núi ngay');
    const waiting = await report('Nghe nói hồ Cánh Diều xả lũ khẩn cấp, mọi người phải chạy lên núi ngay bây giờ');
    expect(waiting.topClaim?.id).toBe(b);
    const judged = await report('Hồ Cánh Diều xả lũ khẩn cấp rồi, mọi người phải chạy lên núi ngay thôi bà con');
    await judgeFalse(judged, b);
    const rested = await office.database.owner('SELECT * FROM classify.judgements ORDER BY id');
    const preview = (await inspector.call('GET', `/api/claims/${b}/merge-preview?intoId=${a}`)).body as unknown as {
      content: { wordings: object[] };
    };
    expect(preview.content.wordings).toHaveLength(2);

    expect((await propose(both, b, a)).status).toBe(201);
    expect((await file(b, both)).next.find((n) => n.act === 'merge')).toMatchObject({ possible: false, ownWork: true });
    const own = await decide(both, b);
    expect([own.status, own.body.code]).toEqual([403, 'own-merge']);
    expect((await decide(inspector, b)).status).toBe(403);
    const work = (await chief.call('GET', '/api/work')).body as unknown as { approvals: { claims: { claimId: string; why: string }[] } };
    expect(work.approvals.claims).toMatchObject([{ claimId: b, why: 'merge' }]);
    const read = (await chief.call('GET', `/api/claims/${b}/merge`)).body as unknown as { content: object; merge: { reason: string } };
    expect(read).toMatchObject({ content: preview.content, merge: { reason: 'Cùng một tin đồn' } });
    expect((await decide(chief, b)).status).toBe(204);
    await deliverAll(office);

    const [one, other] = [await file(a), await file(b)];
    expect(one.versions[0]).toMatchObject({
      number: 2,
      draftedById: both.staffId,
      approvedById: chief.staffId,
      ...{ id: one.currentVersionId },
    });
    expect([one.versions[0].wordings.length, one.versions[0].sources.length, one.mergedFrom.map((m) => m.id)]).toEqual([2, 2, [b]]);
    expect(other).toMatchObject({ state: 'merged', mergedInto: { id: a } });
    expect(other.versions).toHaveLength(1);
    const listed = (await inspector.call('GET', '/api/claims?state=merged')).body as unknown as {
      items: { id: string; mergedInto: object }[];
    };
    expect(listed.items).toMatchObject([{ id: b, mergedInto: { id: a } }]);
    expect((await queue()).find((i) => i.id === waiting.id)!.topClaim?.id).toBe(a);
    expect(await office.database.owner('SELECT * FROM classify.judgements ORDER BY id')).toEqual(rested);
    expect(await stands(judged.postId)).toBe(true);
    expect((await inspector.call('POST', `/api/claims/${b}/versions`, claim('Một cách nói khác hẳn của tin này'))).status).toBe(409);
    await retire(office, a);
    expect(await stands(judged.postId)).toBe(false);
  }, 60_000);
  test('declined, both stay as they were', async () => {
    const [a, b] = [await inForce('Nước máy có thạch tín ở quận Bốn'), await inForce('Nước máy quận Bốn nhiễm thạch tín nặng')];
    await propose(inspector, b, a);
    expect((await decide(chief, b, false)).status).toBe(204);
    const [one, other] = [await file(a), await file(b)];
    expect([one.state, other.state, one.versions.length, other.merge, other.mergedInto]).toEqual(['approved', 'approved', 1, null, null]);
    const types = await office.database.owner<{ type: string }>(
      `SELECT type FROM core.events WHERE type LIKE 'claim.merge%' ORDER BY position DESC LIMIT 2`,
    );
    expect(types.map((t) => t.type)).toEqual(['claim.merge-declined', 'claim.merge-proposed']);
  });
  test('a merge that was wrong is undone in the same way, and takes along what it brought', async () => {
    const [a, b] = [await inForce('Chợ Bình Lộ bán thịt nhiễm bệnh dại'), await inForce('Thịt ở chợ Bình Lộ làm từ chuột cống đấy')];
    await merged(b, a);
    const post = await report('Trời ơi thịt ở chợ Bình Lộ làm từ chuột cống đấy bà con ạ');
    expect(post.topClaim?.id).toBe(a);
    const { version } = await file(b);
    expect((await both.call('POST', `/api/claims/${b}/reinstatement`, { reason: 'Hai tin khác nhau', version })).status).toBe(201);
    expect((await decide(both, b)).body.code).toBe('own-merge');
    expect((await decide(chief, b)).status).toBe(204);
    await deliverAll(office);
    const [one, other] = [await file(a), await file(b)];
    expect([other.state, other.mergedInto, one.versions[0].number]).toEqual(['approved', null, 3]);
    expect(one.versions[0].wordings.map((w) => w.text)).toEqual(['Chợ Bình Lộ bán thịt nhiễm bệnh dại']);
    expect((await queue()).find((i) => i.id === post.id)!.topClaim?.id).toBe(b);
  }, 60_000);
  test('a merged claim is reinstated also after the one that it went into was retired', async () => {
    const [a, b] = [
      await inForce('Hết gạo ở kho dự trữ quốc gia phía Nam'),
      await inForce('Kho dự trữ quốc gia phía Nam không còn hạt gạo nào'),
    ];
    await merged(b, a);
    await retire(office, a);
    await deliverAll(office);
    await inspector.call('POST', `/api/claims/${b}/reinstatement`, { reason: 'Tin này vẫn còn lan', version: (await file(b)).version });
    expect((await decide(chief, b)).status).toBe(204);
    expect([(await file(b)).state, (await file(a)).state, (await file(a)).versions.length]).toEqual(['approved', 'retired', 2]);
  });
  test('what changed since it was proposed is not merged, and what waits for another decision is not proposed', async () => {
    const [a, b, c] = [
      await inForce('Xe buýt ngừng chạy vì hết xăng dầu'),
      await inForce('Xe buýt thành phố hết xăng, ngừng chạy'),
      await inForce('Tàu điện bỏ ga Cầu Đá từ thứ hai'),
    ];
    const code = async (answer: ReturnType<typeof propose>) => (await answer).body.code as unknown as string;
    expect(await code(propose(inspector, b, b))).toBe('no-such-step');
    expect(await code(propose(inspector, b, a, { version: 99 }))).toBe('stale');
    expect(await code(propose(inspector, b, a, { intoVersion: 99 }))).toBe('stale');
    await propose(inspector, b, a);
    expect(await code(propose(inspector, c, a))).toBe('decision-open');
    const retiring = await inspector.call('POST', `/api/claims/${a}/retirement`, {
      reason: 'Không còn cần',
      version: (await file(a)).version,
    });
    expect(retiring.body.code).toBe('decision-open');
    const { versionId } = (await inspector.call('POST', `/api/claims/${a}/versions`, claim('Xe buýt ngừng chạy vì hết dầu thật')))
      .body as unknown as Ids;
    expect(await code(decide(chief, b))).toBe('claim-has-draft');
    await chief.call('POST', `/api/claim-versions/${versionId}/approve`);
    expect(await code(decide(chief, b))).toBe('content-changed');
    expect((await decide(chief, b, false)).status).toBe(204);
    await merged(b, a);
    expect(await code(propose(inspector, a, c))).toBe('claim-holds-others');
    expect((await file(b)).state).toBe('merged');
  }, 60_000);
  test('two who merge them the other way round end in one merge', async () => {
    const [a, b] = [
      await inForce('Bánh mì Hòa Mã có thuốc chuột trong nhân'),
      await inForce('Trong nhân bánh mì Hòa Mã có thuốc chuột đó'),
    ];
    const answers = await Promise.all([propose(inspector, a, b), propose(both, b, a)]);
    expect(answers.map((x) => x.status).sort()).toEqual([201, 409]);
  });
  test('the database lets nobody merge alone, nor decide twice', async () => {
    const [a, b] = [await inForce('Sân bay đóng cửa cả tháng tới đây'), await inForce('Cả tháng tới sân bay đóng cửa hẳn')];
    const sql = (text: string, ...values: unknown[]) => office.database.owner(text, values);
    await expect(sql(`UPDATE classify.claims SET state = 'merged', merged_into = $2 WHERE id = $1`, b, a)).rejects.toThrow(
      /by two persons/,
    );
    await propose(inspector, b, a);
    await expect(
      sql('UPDATE classify.claim_merges SET agreed = true, decided_by = proposed_by, decided_at = now() WHERE claim_id = $1', b),
    ).rejects.toThrow(/decided_by_another/);
    await decide(chief, b);
    await expect(sql('UPDATE classify.claim_merges SET agreed = false WHERE claim_id = $1', b)).rejects.toThrow(/decided once/);
    await expect(sql(`UPDATE classify.claims SET state = 'approved', merged_into = NULL WHERE id = $1`, b)).rejects.toThrow(
      /by two persons/,
    );
  });
  test('a claim that says two things is split: both parts are drafts that a second person approves', async () => {
    const two = [
      { language: 'vi', text: 'Cá ở sông Lộ chết vì nhà máy xả thải' },
      { language: 'vi', text: 'Ăn cá sông Lộ sẽ bị ung thư ngay' },
    ];
    const a = await inForce('', { wordings: two, sources: [{ title: 'Thông báo', url: 'https://so.example/ca', date: '2026-11-01' }] });
    const { version } = await file(a);
    const whole = await inspector.call('POST', `/api/claims/${a}/split`, { wordings: [0, 1], version });
    expect([whole.status, whole.body.code]).toEqual([400, 'invalid']);
    const made = (await inspector.call('POST', `/api/claims/${a}/split`, { wordings: [1], version })).body as unknown as Record<
      string,
      string
    >;
    const [one, other] = [await file(a), await file(made.newClaimId)];
    expect([one.state, one.versions[0].wordings, one.currentVersionId]).toEqual(['approved', [two[0]], one.versions[1].id]);
    expect(other).toMatchObject({ state: 'draft', splitFrom: { id: a }, versions: [{ wordings: [two[1]] }] });
    expect((await inspector.call('POST', `/api/claims/${a}/split`, { wordings: [1], version })).body.code).toBe('claim-has-draft');
    for (const id of [made.versionId, made.newVersionId])
      expect((await chief.call('POST', `/api/claim-versions/${id}/approve`)).status).toBe(204);
    expect([(await file(a)).versions[0].number, (await file(made.newClaimId)).state]).toEqual([2, 'approved']);
  });
});
