import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ClaimRepository } from '../../src/classify/claim.repository.js';
import { Db, type Tx } from '../../src/core/database/db.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { until } from '../kit/until.js';

const claim = (...wordings: string[]) => ({
  ...{ topic: 'y-te', harm: 'high', truth: 'Không đúng.', falseFrom: '2020-01-01', falseTo: null },
  wordings: wordings.map((text) => ({ language: 'vi', text })),
  sources: [{ title: 'Thông báo của Sở', url: 'https://so.example/thong-bao/1', date: '2026-11-01' }],
});
interface Ids {
  claimId: string;
  versionId: string;
}
interface Full {
  item: { version: number; factors: { name: string }[]; topic: string | null };
  matches: { id: string; versionId: string; decision: string | null }[];
}

describe('while a claim comes into force or leaves', () => {
  let office: Office;
  let [inspector, chief]: Caller[] = [];
  let claims: ClaimRepository;
  beforeAll(async () => {
    office = await openOffice();
    [inspector, chief] = [await office.as('inspector'), await office.as('chief')];
    claims = office.app.get(ClaimRepository);
  }, 60_000);
  afterAll(() => office.close());

  const drafted = async (content: object, claimId?: string) =>
    (await inspector.call('POST', claimId ? `/api/claims/${claimId}/versions` : '/api/claims', content)).body as unknown as Ids;
  const inForce = async (...wordings: string[]) => {
    const made = await drafted(claim(...wordings));
    expect((await chief.call('POST', `/api/claim-versions/${made.versionId}/approve`)).status).toBe(204);
    await deliverAll(office);
    return made.claimId;
  };
  const version = async (id: string) => ((await inspector.call('GET', `/api/claims/${id}`)).body as unknown as { version: number }).version;
  const report = async (text: string) => {
    expect((await office.guest().call('POST', '/api/reports', { text })).status).toBe(201);
    await deliverAll(office);
    const [{ id }] = await office.database.owner<{ id: string }>('SELECT id FROM classify.triage_items WHERE text = $1', [text]);
    return id;
  };
  const full = async (id: string) => (await inspector.call('GET', `/api/triage/${id}`)).body as unknown as Full;
  /** Somebody waits for the registry: an act that comes after, not beside. */
  const waits = () =>
    until(async () => {
      const sql = `SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND NOT l.granted AND a.datname = current_database()`;
      return (await office.database.owner(sql)).length > 0;
    }, 5_000);
  const during = (act: (tx: Tx) => Promise<unknown>) => office.app.get(Db).tx(act);

  test('a merge that brings no new words, too, comes after the posts that are being matched', async () => {
    const [into, going] = [
      await inForce('Chuối chín ép chứa chất gây mù mắt', 'Ăn chuối chín ép là bị mù mắt'),
      await inForce('Ăn chuối chín ép là bị mù mắt'),
    ];
    const asked = { intoId: into, reason: 'Cùng một tin', version: await version(going), intoVersion: await version(into) };
    const { mergeId } = (await inspector.call('POST', `/api/claims/${going}/merge`, asked)).body as unknown as { mergeId: string };
    let decided: ReturnType<Caller['call']>;
    await during(async (tx) => {
      await claims.holdRegistry(tx);
      decided = chief.call('POST', `/api/claims/${going}/merge/decision`, { mergeId, agreed: true });
      await waits();
    });
    expect((await decided!).status).toBe(204);
  });

  test('what refers to it is written all the same: nobody who matches a post and nobody who approves waits for the other for ever', async () => {
    const id = await inForce('Rau muống hai lá gây ngộ độc hàng loạt');
    await during(async (tx) => {
      await claims.lock(tx, id);
      await office.database.owner('SELECT 1 FROM classify.claims WHERE id = $1 FOR KEY SHARE NOWAIT', [id]);
    });
  });

  test('a claim is named by the version that is in force when that is written', async () => {
    const id = await inForce('Trà gừng làm tan sỏi thận sau một đêm');
    const item = await report('Bác hàng xóm bảo cứ uống thứ nước cay cay ấy, sáng ra là hết đau lưng');
    const next = await drafted(claim('Trà gừng làm tan sỏi thận chỉ sau một đêm'), id);
    let named: ReturnType<Caller['call']>;
    await during(async (tx) => {
      await claims.approve(tx, await claims.version(tx, next.versionId), chief.staffId);
      named = inspector.call('POST', `/api/triage/${item}/claims`, { claimId: id });
      await waits();
    });
    expect((await named!).status).toBe(200);
    expect((await full(item)).matches).toMatchObject([{ versionId: next.versionId, decision: 'confirmed' }]);
  });

  test('a claim is not named for a post of a day on which it was not false', async () => {
    const id = await inForce('Từ thứ hai cả thành phố bị phong tỏa hoàn toàn');
    const item = await report('Chuẩn bị gạo mì đi bà con ơi, sắp không ra khỏi nhà được rồi');
    await office.database.owner(`UPDATE classify.triage_items SET posted_on = '2019-12-31' WHERE id = $1`, [item]);
    const named = await inspector.call('POST', `/api/triage/${item}/claims`, { claimId: id });
    expect([named.status, named.body.code]).toEqual([422, 'claim-not-false-then']);
    await office.database.owner(`UPDATE classify.triage_items SET posted_on = '2020-01-01' WHERE id = $1`, [item]);
    expect((await inspector.call('POST', `/api/triage/${item}/claims`, { claimId: id })).status).toBe(200);
  });
  test('a claim that was named by mistake, and taken back, is no suggestion', async () => {
    const id = await inForce('Bật điện thoại lúc đổ xăng là nổ cả trạm');
    const item = await report('Hôm qua trời mưa to, phố ngập đến tận đầu gối, xe chết máy la liệt');
    const before = await full(item);
    expect((await inspector.call('POST', `/api/triage/${item}/claims`, { claimId: id })).status).toBe(200);
    const said = (await inspector.call('GET', `/api/claims/${id}/posts`)).body as unknown as { items: object[] };
    expect(said.items).toMatchObject([{ itemId: item, strength: null, decision: 'confirmed' }]);
    const { item: shown, matches } = await full(item);
    expect(shown.topic).toBe('y-te');
    const back = await inspector.call('POST', `/api/triage/${item}/matches/${matches[0].id}`, { decision: null, version: shown.version });
    expect(back.status).toBe(200);
    const after = await full(item);
    expect([after.item.topic, after.item.factors, after.matches]).toEqual([null, before.item.factors, []]);
    expect((await inspector.call('GET', `/api/claims/${id}/posts`)).body.items).toEqual([]);
    const { items } = (await inspector.call('GET', '/api/triage?limit=100')).body as unknown as {
      items: { id: string; topClaim: object | null }[];
    };
    expect(items.find((i) => i.id === item)?.topClaim).toBeNull();
  });
});
