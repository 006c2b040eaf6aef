import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { triageTable } from '../../src/classify/index.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';

interface Skips {
  times: number;
  inspectors: number;
  marked: boolean;
}
let told = 0;

describe('a post that an inspector has open and leaves without a decision', () => {
  let office: Office;
  let inspector: Caller, colleague: Caller;
  beforeAll(async () => {
    office = await openOffice();
    [inspector, colleague] = [await office.as('inspector'), await office.as('inspector')];
  }, 60_000);
  afterAll(() => office.close());

  const posted = async (): Promise<string> => {
    const text = `Chợ đầu mối phía nam đóng cửa từ tối nay, ai cần rau thì mua ngay, tin số ${++told}`;
    expect((await office.guest().call('POST', '/api/reports', { text })).status).toBe(201);
    await deliverAll(office);
    const [{ id }] = await office.database.owner<{ id: string }>('SELECT id FROM classify.triage_items ORDER BY received_at DESC LIMIT 1');
    return id;
  };
  /** Takes it, so many seconds ago. */
  const opens = async (id: string, who = inspector, seconds: number = triageTable.skips.looked_seconds) => {
    expect((await who.call('POST', `/api/triage/${id}/lease`)).status).toBe(200);
    await office.database.owner(`UPDATE classify.triage_items SET lease_since = lease_since - make_interval(secs => $2) WHERE id = $1`, [
      id,
      seconds,
    ]);
  };
  const leaves = async (id: string, who = inspector) => expect((await who.call('DELETE', `/api/triage/${id}/lease`)).status).toBe(204);
  const screen = async (id: string) =>
    (await inspector.call('GET', `/api/triage/${id}`)).body as unknown as {
      item: { version: number; priority: number; skips: Skips | null };
      history: { type: string; actor: string; office: object }[];
    };
  const skips = async (id: string) => (await screen(id)).item.skips;
  const runsOut = async (id: string) => {
    await office.database.owner(`UPDATE classify.triage_items SET lease_until = now() - interval '1 second' WHERE id = $1`, [id]);
    await office.database.owner(`UPDATE core.due SET due_at = core.office_now() WHERE kind = 'triage.lease-over' AND ref = $1`, [id]);
    await deliverAll(office);
  };

  test('was skipped: it is on the log by whom, counted, and moves no priority', async () => {
    const id = await posted();
    const before = await screen(id);
    expect(before.item.skips).toBeNull();
    await opens(id);
    await leaves(id);
    const after = await screen(id);
    expect(after.item).toMatchObject({
      skips: { times: 1, inspectors: 1, marked: false },
      priority: before.item.priority,
      version: before.item.version,
    });
    expect(after.history[0]).toMatchObject({
      type: 'post.skipped',
      actor: inspector.staffId,
      office: { itemId: id, postId: expect.any(String), way: 'left' },
    });
    const listed = (await inspector.call('GET', '/api/triage')).body as unknown as { items: { id: string; skips: Skips | null }[] };
    expect(listed.items.find((i) => i.id === id)?.skips).toEqual({ times: 1, inspectors: 1, marked: false });
  });
  test('is marked once several inspectors skipped it; the same one over and over is one', async () => {
    const id = await posted();
    for (let n = 0; n < triageTable.skips.mark_inspectors; n++) {
      await opens(id);
      await leaves(id);
    }
    expect(await skips(id)).toEqual({ times: triageTable.skips.mark_inspectors, inspectors: 1, marked: false });
    const others = [colleague, await office.as('inspector')].slice(0, triageTable.skips.mark_inspectors - 1);
    for (const who of others) {
      await opens(id, who);
      await leaves(id, who);
    }
    expect(await skips(id)).toMatchObject({ inspectors: triageTable.skips.mark_inspectors, marked: true });
  });
  test('was not skipped by whoever only came by', async () => {
    const id = await posted();
    await opens(id, inspector, 0);
    await leaves(id);
    expect(await skips(id)).toBeNull();
  });
  test('was not skipped where something was done about it: judged, or a claim drafted', async () => {
    const judged = await posted();
    await opens(judged);
    const said = { judgement: 'opinion', reason: 'Nêu ý kiến riêng', version: (await screen(judged)).item.version };
    expect((await inspector.call('POST', `/api/triage/${judged}/judgement`, said)).status).toBe(200);
    await leaves(judged);
    expect((await inspector.call('DELETE', `/api/triage/${judged}/judgement`)).status).toBe(200);
    expect(await skips(judged)).toBeNull();

    const claimed = await posted();
    const drafter = await office.as('inspector');
    await opens(claimed, drafter, 0);
    const claim = {
      topic: 'giao-thong',
      harm: 'low',
      wordings: [{ language: 'vi', text: 'Chợ đầu mối phía nam đóng cửa' }],
      truth: 'Chợ mở cửa như mọi ngày.',
      sources: [{ title: 'Sở Công Thương', url: 'https://sct.example/1', date: '2026-11-01' }],
      falseFrom: '2026-11-01',
    };
    expect((await drafter.call('POST', '/api/claims', claim)).status).toBe(201);
    await office.database.owner(`UPDATE classify.triage_items SET lease_since = lease_since - interval '10 seconds' WHERE id = $1`, [
      claimed,
    ]);
    await leaves(claimed, drafter);
    expect(await skips(claimed)).toBeNull();
  });
  test('was skipped when the time ran out, by whom it was with; a renewed one was not', async () => {
    const id = await posted();
    await opens(id);
    expect((await inspector.call('POST', `/api/triage/${id}/lease`)).status).toBe(200);
    await office.database.owner(`UPDATE core.due SET due_at = core.office_now() WHERE kind = 'triage.lease-over' AND ref = $1`, [id]);
    await deliverAll(office);
    expect(await skips(id)).toBeNull();
    await runsOut(id);
    const { item, history } = await screen(id);
    expect(item.skips).toEqual({ times: 1, inspectors: 1, marked: false });
    expect(history[0]).toMatchObject({ type: 'post.skipped', actor: inspector.staffId, office: { way: 'run-out' } });
    await leaves(id);
    await runsOut(id);
    expect((await skips(id))?.times).toBe(1);
  });
  test('was skipped by the one before when a colleague takes what ran out', async () => {
    const id = await posted();
    await opens(id);
    await office.database.owner(`UPDATE classify.triage_items SET lease_until = now() - interval '1 second' WHERE id = $1`, [id]);
    await opens(id, colleague, 0);
    expect((await screen(id)).history[0]).toMatchObject({ type: 'post.skipped', actor: inspector.staffId });
    await leaves(id, colleague);
    expect((await skips(id))?.times).toBe(1);
  });
  test('was skipped as often as since it was judged last', async () => {
    const id = await posted();
    await opens(id);
    await leaves(id);
    const said = { judgement: 'opinion', reason: 'Nêu ý kiến riêng', version: (await screen(id)).item.version };
    expect((await inspector.call('POST', `/api/triage/${id}/judgement`, said)).status).toBe(200);
    expect(await skips(id)).toBeNull();
  });
});
