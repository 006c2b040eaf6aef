import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort, HouseUnderTest } from '../kit/house.js';
import type { Caller } from '../kit/office.js';
import { staff } from '../kit/staff.js';
import { until } from '../kit/until.js';

interface Item { id: string; postId: string; firstLine: string; topClaim: { text: string; strength: string } | null; captureId: string | null }
interface Screen { item: { version: number; state: string }; post: { url: string | null; text: string; author: string }; matches: { id: string; decision: string | null }[]; captures: { id: string; outcome: string }[]; reports: unknown[] }

describe('from a citizen’s report to an inspector’s judgement', () => {
  let house: HouseUnderTest;
  let inspector: Caller;
  const get = async <T>(path: string) => (await inspector.call('GET', path)).body as unknown as T;
  const queue = async () => (await get<{ items: Item[] }>('/api/triage?limit=100')).items;
  const world = async (post: string, body: object) => fetch(`http://127.0.0.1:${house.worldPort}/operator/posts/${post}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  beforeAll(async () => {
    house = await HouseUnderTest.make({ LACHAN_DEMO: 'on', WORLD_PORT: String(await freePort()) });
    expect(await house.start()).toBe('open');
  }, 60_000);
  afterAll(async () => { await house.end(); house.remove(); });

  test('the first start fills the office through the product’s own doors', async () => {
    await until(async () => house.output.includes('is filled') || house.output.includes('could not be filled'), 240_000);
    expect(house.output).not.toContain('could not be filled');
    inspector = await staff(house, 'an');
    const strong = (await queue()).filter((i) => i.topClaim?.strength === 'strong');
    expect(strong.length).toBeGreaterThan(5);
    expect((await get<{ items: unknown[] }>('/api/cases')).items).toHaveLength(2);
  }, 250_000);

  test('a report of a post becomes evidence and is matched while the citizen reads the receipt', async () => {
    const citizen = new (inspector.constructor as typeof Caller)(inspector.base);
    const { receipt } = (await citizen.call('POST', '/api/reports', { url: `http://world.localhost:${house.worldPort}/p/qua-1`, note: 'Lừa đảo' })).body as unknown as { receipt: string };
    const known = (await queue()).map((i) => i.id);
    await until(async () => ((await citizen.call('GET', `/api/receipts/${receipt}`)).body.lines as { line: string }[]).some((l) => l.line === 'kept'), 30_000);
    expect(known.length).toBeGreaterThan(10);
  }, 40_000);

  test('the inspector sees picture, text and claim, confirms, judges, takes it back and judges again', async () => {
    const item = (await queue()).find((i) => i.topClaim?.strength === 'strong' && i.captureId)!;
    const screen = await get<Screen>(`/api/triage/${item.id}`);
    const { parts } = await get<{ parts: { name: string }[] }>(`/api/captures/${screen.captures[0].id}`);
    expect(parts.map((p) => p.name)).toEqual(expect.arrayContaining(['package', 'page', 'text', 'view']));
    const picture = await fetch(`${inspector.base}/api/captures/${screen.captures[0].id}/parts/view`, { headers: { cookie: inspector.cookie } });
    expect(Buffer.from(await picture.arrayBuffer()).subarray(1, 4).toString()).toBe('PNG');
    expect((await inspector.call('POST', `/api/triage/${item.id}/lease`)).status).toBe(200);
    expect((await inspector.call('POST', `/api/triage/${item.id}/matches/${screen.matches[0].id}`, { decision: 'confirmed' })).status).toBe(200);
    const judge = async () => inspector.call('POST', `/api/triage/${item.id}/judgement`, { judgement: 'false-statement-of-fact', version: (await get<Screen>(`/api/triage/${item.id}`)).item.version });
    expect((await judge()).status).toBe(200);
    expect((await inspector.call('DELETE', `/api/triage/${item.id}/judgement`)).status).toBe(200);
    expect((await get<Screen>(`/api/triage/${item.id}`)).item.state).toBe('waiting');
    expect((await judge()).status).toBe(200);
    expect((await inspector.call('POST', '/api/cases', { postId: item.postId })).status).toBe(201);
  });

  test('an edited post shows its new text at the next capture, beside the old one', async () => {
    const item = (await queue()).find((i) => i.captureId && i.topClaim)!;
    const before = await get<Screen>(`/api/triage/${item.id}`);
    const post = before.post.url!.split('/').pop()!;
    await world(post, { state: 'edited', text: 'Xin lỗi mọi người, tin trước của tôi không đúng.' });
    expect((await inspector.call('POST', `/api/posts/${item.postId}/captures`, {})).status).toBe(201);
    await until(async () => (await get<Screen>(`/api/triage/${item.id}`)).captures.filter((c) => c.outcome).length > before.captures.length, 30_000);
    const captures = (await get<{ items: { id: string }[] }>(`/api/posts/${item.postId}/captures`)).items;
    const texts = await Promise.all(captures.map(async ({ id }) => (await get<{ text: string }>(`/api/captures/${id}`)).text));
    expect(texts.some((t) => t.includes('không đúng'))).toBe(true);
    expect(new Set(texts).size).toBe(2);
  }, 60_000);

  test('the auditor finds every step on the log, and the log holds', async () => {
    const auditor = await staff(house, 'khanh');
    for (const type of ['report.received', 'capture.sealed', 'post.matched', 'post.judged', 'judgement.undone', 'case.opened', 'evidence.read']) {
      const { items } = (await auditor.call('GET', `/api/log?type=${type}`)).body as unknown as { items: unknown[] };
      expect([type, items.length > 0]).toEqual([type, true]);
    }
    await until(async () => ((await auditor.call('GET', '/api/log/verify')).body as unknown as { holds: boolean }).holds, 20_000);
  });
});
