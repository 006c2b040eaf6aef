import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DecisionsExport, type Exported } from '../../src/classify/trials/decisions-export.use-case.js';
import { triageTable } from '../../src/classify/triage-table.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';

const claim = (wording: string) => ({
  topic: 'thien-tai',
  harm: 'high',
  wordings: [{ language: 'vi', text: wording }],
  truth: 'Không đúng.',
  sources: [{ title: 'Thông báo của Sở', url: 'https://so.example/thong-bao/1', date: '2026-11-01' }],
  falseFrom: '2020-01-01',
  falseTo: null,
});
interface Item {
  id: string;
  version: number;
  firstLine: string;
  factors: { name: string }[];
}
interface Full {
  item: Item;
  matches: { id: string; claimId: string; strength: string | null; decision: string | null }[];
}
interface Stands {
  suggest: number;
  strong: number;
  trialId: string | null;
  decided: number;
  decidedEarlier: number;
  curve: { at: number; shown: number; precision: { share: number } | null }[];
  recall: { found: number; low: number; judged: number; missed: number };
}
interface Trial {
  state: string;
  posts: number;
  done: number;
  changes: number;
  failure: string | null;
  before: { strong: { recall: { share: number } } };
  after: { strong: { recall: { share: number } } };
  next: { act: string; possible: boolean }[];
}

let office: Office;
let inspector: Caller;
let chief: Caller;
let salt: string;
beforeAll(async () => {
  office = await openOffice();
  [inspector, chief] = [await office.as('inspector'), await office.as('chief')];
  await inForce('Đập hồ Cánh Diều đã vỡ, nước sẽ về thành phố trong hai giờ nữa');
  salt = await inForce('Uống nước muối ấm mỗi sáng thì không bao giờ mắc cúm');
}, 60_000);
afterAll(() => office.close());

async function inForce(wording: string): Promise<string> {
  const { claimId, versionId } = (await inspector.call('POST', '/api/claims', claim(wording))).body as Record<string, string>;
  expect((await chief.call('POST', `/api/claim-versions/${versionId}/approve`)).status).toBe(204);
  await deliverAll(office);
  return claimId;
}
async function reported(text: string): Promise<Full> {
  expect((await office.guest().call('POST', '/api/reports', { text })).status).toBe(201);
  await deliverAll(office);
  const { items } = (await inspector.call('GET', '/api/triage')).body as unknown as { items: Item[] };
  return full(items.find((i) => i.firstLine.includes(text.slice(0, 30)))!.id);
}
const full = async (id: string) => (await inspector.call('GET', `/api/triage/${id}`)).body as unknown as Full;
const stands = async () => (await chief.call('GET', '/api/matching')).body as unknown as Stands;
const trialOf = async (id: string, by = chief) => (await by.call('GET', `/api/matching/trials/${id}`)).body as unknown as Trial;
const changesOf = async (id: string) =>
  ((await chief.call('GET', `/api/matching/trials/${id}/changes`)).body as unknown as { items: Record<string, unknown>[] }).items;
const ask = (by: Caller, input: object) => by.call('POST', '/api/matching/trials', { reason: 'Ít gợi ý sai hơn', ...input });

test('a claim that was not suggested is named by an inspector, and counts as missed', async () => {
  const missed = await reported('Sáng ra bà con cứ pha tí mặn vào cốc, đảm bảo bệnh tật tránh xa cả nhà');
  expect(missed.matches).toEqual([]);
  await office.database.owner('UPDATE classify.triage_items SET sampled = true WHERE id = $1', [missed.item.id]);
  const name = (claimId: string) =>
    inspector.call('POST', `/api/triage/${missed.item.id}/claims`, { claimId, version: missed.item.version });
  expect((await name('3b0d9c52-5f8e-4f62-9a53-0c9f3e0f4d11')).body.code).toBe('no-such-claim');
  expect((await chief.call('POST', `/api/triage/${missed.item.id}/claims`, { claimId: salt })).status).toBe(403);
  const named = await name(salt);
  expect(named.status).toBe(200);
  expect((await name(salt)).body.code).toBe('stale');
  expect((await full(missed.item.id)).matches).toMatchObject([{ claimId: salt, strength: null, decision: 'confirmed' }]);
  const judged = { judgement: 'false-statement-of-fact', version: named.body.version };
  expect((await inspector.call('POST', `/api/triage/${missed.item.id}/judgement`, judged)).status).toBe(200);
  expect((await stands()).recall).toMatchObject({ low: 1, judged: 1, missed: 1, found: 0 });
});

test('other thresholds are tried on what people decided, list what would come out otherwise, and are put in force by somebody else', async () => {
  const { item, matches } = await reported('TIN KHẨN: đập hồ Cánh Diều đã vỡ rồi, nước sẽ về thành phố trong hai giờ nữa!!!');
  expect(matches).toMatchObject([{ strength: 'strong' }]);
  const judged = { judgement: 'false-statement-of-fact', matchId: matches[0].id, version: item.version };
  expect((await inspector.call('POST', `/api/triage/${item.id}/judgement`, judged)).status).toBe(200);
  const now = await stands();
  expect(now).toMatchObject({ trialId: null, decided: 2, decidedEarlier: 0, recall: { found: 1 } });
  expect(now.curve.find((p) => p.at === 0.5)).toMatchObject({ shown: 1, precision: { share: 1 } });

  expect((await ask(chief, { suggest: 0.2, strong: 0.6 })).status).toBe(403);
  expect((await chief.call('GET', `/api/matching/trials/${salt}/changes`)).status).toBe(404);
  expect((await ask(inspector, { suggest: 0.7, strong: 0.6 })).body.code).toBe('strong-below-suggest');
  expect((await ask(inspector, { suggest: 0.2, strong: 0.6, model: { kind: 'stance' } })).body.code).toBe('no-model');
  const both = await office.as('inspector', 'chief');
  const { id } = (await ask(both, { suggest: 0.9999, strong: 1 })).body as unknown as { id: string };
  expect((await ask(inspector, { suggest: 0.2, strong: 0.6 })).body.code).toBe('trial-running');
  await deliverAll(office);

  const trial = await trialOf(id, both);
  expect(trial).toMatchObject({ state: 'done', posts: 2, done: 2, changes: 1 });
  expect([trial.before.strong.recall.share, trial.after.strong.recall.share]).toEqual([0.5, 0]);
  expect(trial.next.find((n) => n.act === 'approved')!.possible).toBe(false);
  expect(await changesOf(id)).toMatchObject([{ itemId: item.id, decided: 'confirmed', before: 'strong', after: 'none' }]);
  expect((await both.call('POST', `/api/matching/trials/${id}/approve`)).body.code).toBe('own-trial');
  expect((await stands()).trialId).toBeNull();

  const before = (await full(item.id)).matches;
  expect((await chief.call('POST', `/api/matching/trials/${id}/approve`)).status).toBe(204);
  expect(await stands()).toMatchObject({ trialId: id, suggest: 0.9999, strong: 1 });
  expect((await full(item.id)).matches).toEqual(before);
  expect((await reported('Nghe nói đập hồ Cánh Diều vỡ, nước về thành phố trong hai giờ nữa')).matches).toEqual([]);
  expect((await chief.call('POST', `/api/matching/trials/${id}/approve`)).body.code).toBe('stale');
});

test('a trial beside rules that are in force no longer is refused, and the rules go back by another trial', async () => {
  const { id: outdated } = (await ask(inspector, { suggest: 0.3, strong: 0.4 })).body as unknown as { id: string };
  await deliverAll(office);
  const { id: back } = (await ask(inspector, { suggest: 0.15, strong: 0.5, model: null })).body as unknown as { id: string };
  await deliverAll(office);
  expect((await chief.call('POST', `/api/matching/trials/${back}/approve`)).status).toBe(204);
  expect((await chief.call('POST', `/api/matching/trials/${outdated}/approve`)).body.code).toBe('trial-outdated');
  expect((await chief.call('POST', `/api/matching/trials/${outdated}/decline`)).status).toBe(204);
  expect(await stands()).toMatchObject({ trialId: back, suggest: 0.15, strong: 0.5 });
});

test('a trial that runs is stopped, and nobody may put it in force', async () => {
  const { id } = (await ask(inspector, { suggest: 0.3, strong: 0.4 })).body as unknown as { id: string };
  expect((await inspector.call('POST', `/api/matching/trials/${id}/stop`)).status).toBe(204);
  await deliverAll(office);
  expect(await trialOf(id)).toMatchObject({ state: 'stopped', done: 0, next: [] });
  expect((await chief.call('POST', `/api/matching/trials/${id}/approve`)).body.code).toBe('stale');
});

test('a trial whose batch failed for good says why, keeps no other waiting, and goes on where it stood', async () => {
  const asShipped = { ...triageTable.trial };
  triageTable.trial.batch = 1;
  await office.database.owner(
    `CREATE FUNCTION classify.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'hết chỗ ghi'; END $$;
     CREATE TRIGGER refuse BEFORE UPDATE ON classify.trials FOR EACH ROW WHEN (NEW.done > 1) EXECUTE FUNCTION classify.refuse()`,
  );
  const tries = async () => {
    await office.database.owner(`UPDATE core.deliveries SET available_at = now() WHERE state = 'waiting' AND lane = 'sweep'`);
    await deliverAll(office);
  };
  try {
    const { id } = (await ask(inspector, { suggest: 0.3, strong: 0.4 })).body as unknown as { id: string };
    for (let n = 0; n < 6; n++) await tries();
    expect(await trialOf(id, inspector)).toMatchObject({ state: 'failed', done: 1, failure: 'hết chỗ ghi' });
    expect((await trialOf(id, inspector)).next.map((n) => n.act)).toEqual(['running', 'stopped']);
    await office.database.owner('DROP FUNCTION classify.refuse CASCADE');
    const { id: other } = (await ask(inspector, { suggest: 0.2, strong: 0.4 })).body as unknown as { id: string };
    expect((await inspector.call('POST', `/api/matching/trials/${id}/resume`)).body.code).toBe('trial-running');
    await deliverAll(office);
    expect((await trialOf(other)).state).toBe('done');
    expect((await inspector.call('POST', `/api/matching/trials/${id}/resume`)).status).toBe(204);
    await deliverAll(office);
    expect(await trialOf(id)).toMatchObject({ state: 'done', done: 2, failure: null });
    expect((await chief.call('GET', '/api/work')).body.gaveUp).toEqual([]);
    expect((await inspector.call('POST', `/api/matching/trials/${id}/resume`)).body.code).toBe('stale');
  } finally {
    Object.assign(triageTable.trial, asShipped);
  }
});

test('what was decided leaves as a folder that models are trained and judged by, on the log', async () => {
  const rows: Exported[] = [];
  for await (const row of office.app.get(DecisionsExport).run()) rows.push(row);
  const of = (file: string) => rows.filter((r) => r.file === file);
  expect([of('claims').length, of('posts').length]).toEqual([2, 2]);
  expect(of('qrels')).toEqual(expect.arrayContaining([expect.objectContaining({ claim: salt, right: true })]));
  expect(of('qrels')).toHaveLength(2);
  const [{ n }] = await office.database.owner<{ n: number }>(
    `SELECT (office #>> '{data,posts}')::int AS n FROM core.events WHERE type = 'matching.decisions-exported'`,
  );
  expect(n).toBe(2);
});
