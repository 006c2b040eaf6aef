import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILL_MS, filledHouse } from '../kit/filled-house.js';
import type { HouseUnderTest } from '../kit/house.js';
import type { Caller } from '../kit/office.js';
import { staff } from '../kit/staff.js';
import { until } from '../kit/until.js';

interface Item {
  id: string;
  postId: string;
  firstLine: string;
  reports: number;
  topClaim: { text: string; strength: string } | null;
  captureId: string | null;
}
interface Screen {
  item: { version: number; state: string };
  post: { url: string | null; text: string; author: string };
  matches: { id: string; decision: string | null }[];
  captures: { id: string; outcome: string }[];
  reports: unknown[];
}

describe('from a citizen’s report to a proved removal', () => {
  let house: HouseUnderTest;
  let inspector: Caller;
  let receipt: string;
  let reported: Item;
  const get = async <T>(path: string) => (await inspector.call('GET', path)).body as unknown as T;
  const queue = async () => (await get<{ items: Item[] }>('/api/triage?limit=100')).items;
  const world = async (post: string, body: object) =>
    fetch(`http://127.0.0.1:${house.worldPort}/operator/posts/${post}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  beforeAll(async () => {
    house = await filledHouse('kept');
  }, FILL_MS + 60_000);
  afterAll(async () => {
    await house?.end();
    house?.remove();
  });

  test('the first start fills the office through the product’s own doors', async () => {
    inspector = await staff(house, 'an');
    const strong = (await queue()).filter((i) => i.topClaim?.strength === 'strong');
    expect(strong.length).toBeGreaterThan(5);
    expect((await get<{ items: unknown[] }>('/api/cases')).items).toHaveLength(4);
  });

  test('a short link and the post that it leads to are one item, with the reports of both', async () => {
    const shown = async () => (await queue()).filter((i) => i.firstLine.includes('cắt điện 7 ngày') || i.firstLine.includes('/s/d7n1'));
    await until(async () => (await shown()).length === 1 && (await shown())[0].reports === 4, 60_000);
    const [{ postId }] = await shown();
    const { items } = await get<{ items: { url: string; textChanged: boolean }[] }>(`/api/posts/${postId}/captures`);
    expect(items.map((c) => [new URL(c.url).pathname, c.textChanged]).sort()).toEqual([
      ['/p/dien-1', false],
      ['/s/d7n1', false],
    ]);
  }, 70_000);

  test('the film of a video page is a part of its capture, to the last byte', async () => {
    const film = (await queue()).find((i) => i.firstLine.includes('Cận cảnh nước máy đổi màu'))!;
    const { captures } = await get<Screen>(`/api/triage/${film.id}`);
    const { parts } = await get<{ parts: { name: string; sha256: string; mediaType: string }[] }>(`/api/captures/${captures[0].id}`);
    const bytes = readFileSync(join(import.meta.dirname, '..', '..', 'src', 'demo', 'world', 'media', 'nuoc-may.webm'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(parts.find((p) => p.name === 'video-1')).toMatchObject({ mediaType: 'video/webm', sha256 });
    const answer = await fetch(`${inspector.base}/api/captures/${captures[0].id}/parts/video-1`, {
      method: 'POST',
      headers: { cookie: inspector.cookie, 'x-csrf': inspector.csrf, 'content-type': 'application/json' },
      body: JSON.stringify({ reason: 'Cần cho việc đối chiếu' }),
    });
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      'video/webm',
      expect.stringMatching(/^attachment; .*\.webm/),
    ]);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('a report of a post becomes evidence and is matched while the citizen reads the receipt', async () => {
    const citizen = new (inspector.constructor as typeof Caller)(inspector.base);
    ({ receipt } = (
      await citizen.call('POST', '/api/reports', { url: `http://world.localhost:${house.worldPort}/p/qua-1`, note: 'Lừa đảo' })
    ).body as unknown as { receipt: string });
    await until(
      async () => ((await citizen.call('GET', `/api/receipts/${receipt}`)).body.lines as { line: string }[]).some((l) => l.line === 'kept'),
      30_000,
    );
    await until(async () => (await queue()).some((i) => i.firstLine.includes('tặng mỗi hộ')), 20_000);
    reported = (await queue()).find((i) => i.firstLine.includes('tặng mỗi hộ'))!;
    expect(reported.topClaim?.strength).toBe('strong');
  }, 40_000);

  test('the inspector sees picture, text and claim, confirms, judges, takes it back and judges again', async () => {
    const item = reported;
    const screen = await get<Screen>(`/api/triage/${item.id}`);
    const { parts } = await get<{ parts: { name: string }[] }>(`/api/captures/${screen.captures[0].id}`);
    expect(parts.map((p) => p.name)).toEqual(expect.arrayContaining(['package', 'page', 'text', 'view']));
    const picture = await fetch(`${inspector.base}/api/captures/${screen.captures[0].id}/parts/view`, {
      headers: { cookie: inspector.cookie },
    });
    expect(
      Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect((await inspector.call('POST', `/api/triage/${item.id}/lease`)).status).toBe(200);
    expect((await inspector.call('POST', `/api/triage/${item.id}/matches/${screen.matches[0].id}`, { decision: 'confirmed' })).status).toBe(
      200,
    );
    const judge = async () =>
      inspector.call('POST', `/api/triage/${item.id}/judgement`, {
        judgement: 'false-statement-of-fact',
        version: (await get<Screen>(`/api/triage/${item.id}`)).item.version,
      });
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
    await until(
      async () => (await get<Screen>(`/api/triage/${item.id}`)).captures.filter((c) => c.outcome).length > before.captures.length,
      30_000,
    );
    const captures = (await get<{ items: { id: string }[] }>(`/api/posts/${item.postId}/captures`)).items;
    const texts = await Promise.all(captures.map(async ({ id }) => (await get<{ text: string }>(`/api/captures/${id}`)).text));
    expect(texts.some((t) => t.includes('không đúng'))).toBe(true);
    expect(new Set(texts).size).toBe(2);
  }, 60_000);

  describe('and from the case to the proof', () => {
    let caseId: string;
    let takedown: string;
    const steps = async (to: string) =>
      inspector.call('POST', `/api/cases/${caseId}/steps`, {
        to,
        version: (await get<{ version: number }>(`/api/cases/${caseId}`)).version,
      });
    const file = async (who: Caller) =>
      (await who.call('GET', `/api/takedowns/${takedown}`)).body as unknown as {
        state: string;
        version: number;
        contentHash: string;
        blanks: { name: string; open: boolean }[];
        items: { state: string; observations: { observation: string }[] }[];
        deliveries: { proof: { ticket: string } }[];
      };
    const told = async () => ((await inspector.call('GET', `/api/receipts/${receipt}`)).body as unknown as { state: string }).state;
    const forward = async (hours: number) =>
      expect((await (await staff(house, 'hai')).call('POST', '/api/demo/clock', { hours })).status).toBeLessThan(300);
    const itemIs = (who: Caller, state: string) => until(async () => (await file(who)).items[0]?.state === state, 60_000);

    test('the inspector confirms the case with its sealed exhibit', async () => {
      caseId = (await get<{ items: { id: string; title: string }[] }>('/api/cases')).items.find((c) => c.title.includes('tặng mỗi hộ'))!.id;
      expect((await steps('verifying')).status).toBe(200);
      expect((await steps('confirmed')).status).toBe(200);
    });
    test('the coordinator drafts, a blank cannot leave, and a second person approves exactly that text', async () => {
      const [coordinator, legal] = [await staff(house, 'dung'), await staff(house, 'chi')];
      const choices = (await coordinator.call('GET', `/api/takedowns/prefill?caseId=${caseId}`)).body as unknown as {
        links: { addressId: string; url: string; platform: string }[];
        bases: { key: string }[];
      };
      const draft = await coordinator.call('POST', '/api/takedowns', {
        caseId,
        platform: 'song-lo',
        legalBasis: choices.bases[0].key,
        items: choices.links.map(({ addressId, url }) => ({ addressId, url })),
      });
      expect(draft.status).toBe(201);
      takedown = draft.body.id;
      let now = await file(coordinator);
      expect(now.blanks.filter((b) => b.open).map((b) => b.name)).toEqual(['signer']);
      expect(
        (await legal.call('POST', `/api/takedowns/${takedown}/approve`, { contentHash: now.contentHash })).status,
      ).toBeGreaterThanOrEqual(400);
      expect(
        (
          await coordinator.call('PUT', `/api/takedowns/${takedown}`, {
            fields: { signer: 'Phó giám đốc Phan Sơn Hải' },
            version: now.version,
          })
        ).status,
      ).toBe(200);
      now = await file(legal);
      expect((await coordinator.call('POST', `/api/takedowns/${takedown}/approve`, { contentHash: now.contentHash })).status).toBe(403);
      expect(
        (await legal.call('POST', `/api/takedowns/${takedown}/approve`, { contentHash: '0'.repeat(64) })).status,
      ).toBeGreaterThanOrEqual(400);
      expect((await legal.call('POST', `/api/takedowns/${takedown}/approve`, { contentHash: now.contentHash })).status).toBe(200);
    });
    test('it reaches the platform’s inbox, and the operator removes the post', async () => {
      const coordinator = await staff(house, 'dung');
      expect(
        (await coordinator.call('POST', `/api/takedowns/${takedown}/send`, { version: (await file(coordinator)).version })).status,
      ).toBe(200);
      await until(async () => (await file(coordinator)).state === 'sent', 40_000);
      expect(await told()).toBe('asked');
      const { ticket } = (await file(coordinator)).deliveries[0].proof;
      const request = (await (await fetch(`http://127.0.0.1:${house.worldPort}/operator/requests/${ticket}`)).json()) as {
        items: { ref: string }[];
      };
      const answer = await fetch(`http://127.0.0.1:${house.worldPort}/operator/requests/${ticket}/answer`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ items: request.items.map((i) => ({ ref: i.ref, answer: 'remove', text: 'Đã gỡ' })) }),
      });
      expect(answer.status).toBe(200);
    }, 60_000);
    test('one look that finds it gone proves nothing; a second one a day later does', async () => {
      const coordinator = await staff(house, 'dung');
      await forward(1);
      await itemIs(coordinator, 'removed-claimed');
      await until(async () => (await file(coordinator)).items[0].observations.some((o) => o.observation === 'gone'), 60_000);
      expect((await file(coordinator)).items[0].state).toBe('removed-claimed');
      await forward(26);
      await itemIs(coordinator, 'verified-removed');
      expect(await told()).toBe('removed');
    }, 180_000);
    test('when the post comes back, the next look reopens the item, and the citizen is told', async () => {
      const coordinator = await staff(house, 'dung');
      await world('qua-1', { state: 'live' });
      await forward(50);
      await itemIs(coordinator, 'reappeared');
      expect(await told()).toBe('asked');
    }, 120_000);
    test('when the case falls, by two persons, a withdrawal is drafted for approval', async () => {
      const chief = await staff(house, 'hai');
      const version = async () => (await get<{ version: number }>(`/api/cases/${caseId}`)).version;
      expect(
        (await inspector.call('POST', `/api/cases/${caseId}/falls`, { reason: 'Chương trình có thật', version: await version() })).status,
      ).toBe(201);
      expect(
        (await inspector.call('POST', `/api/cases/${caseId}/falls/decision`, { decision: 'approved', version: await version() })).status,
      ).toBe(403);
      expect(
        (await chief.call('POST', `/api/cases/${caseId}/falls/decision`, { decision: 'approved', version: await version() })).status,
      ).toBe(200);
      await until(
        async () =>
          (await get<{ items: { kind: string; state: string }[] }>(`/api/takedowns?caseId=${caseId}`)).items.some(
            (t) => t.kind === 'withdrawal' && t.state === 'draft',
          ),
        20_000,
      );
    }, 40_000);
    test('the platform says that it restored the post, and only a look that sees it restores the link', async () => {
      const [coordinator, legal] = [await staff(house, 'dung'), await staff(house, 'chi')];
      // the post is away again when the withdrawal arrives
      await world('qua-1', { state: 'removed' });
      takedown = (await get<{ items: { id: string; kind: string }[] }>(`/api/takedowns?caseId=${caseId}`)).items.find(
        (t) => t.kind === 'withdrawal',
      )!.id;
      const { contentHash } = await file(legal);
      expect((await legal.call('POST', `/api/takedowns/${takedown}/approve`, { contentHash })).status).toBe(200);
      const { version } = await file(coordinator);
      expect((await coordinator.call('POST', `/api/takedowns/${takedown}/send`, { version })).status).toBe(200);
      await itemIs(coordinator, 'asked-back');
      expect(await told()).not.toBe('asked');

      const desk = `http://127.0.0.1:${house.worldPort}/operator/requests/${(await file(coordinator)).deliveries[0].proof.ticket}`;
      const { kind, items } = (await (await fetch(desk)).json()) as { kind: string; items: { ref: string }[] };
      expect(kind).toBe('withdrawal');
      const answer = async (how: string, text: string) => {
        const body = JSON.stringify({ items: items.map((i) => ({ ref: i.ref, answer: how, text })) });
        const { status } = await fetch(`${desk}/answer`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
        expect(status).toBe(200);
      };
      await answer('refuse', 'Chúng tôi còn xem xét');
      await forward(1);
      await itemIs(coordinator, 'restoration-refused');
      await answer('pretend', 'Đã khôi phục');
      await forward(1);
      await itemIs(coordinator, 'restoration-claimed');
      await until(async () => (await file(coordinator)).items[0].observations.at(-1)?.observation === 'gone', 60_000);
      expect((await file(coordinator)).items[0].state).toBe('restoration-claimed');
      await answer('restore', 'Nay đã khôi phục thật');
      await forward(26);
      await itemIs(coordinator, 'restored');
      const { lines } = await get<{ lines: { kind: string; state: string }[] }>(`/api/cases/${caseId}/reversal`);
      expect(lines).toContainEqual(expect.objectContaining({ kind: 'takedown', state: 'withdrawn' }));
    }, 240_000);
  });

  test('the auditor finds every step on the log, and the log holds', async () => {
    const auditor = await staff(house, 'khanh');
    for (const type of [
      'report.received',
      'capture.sealed',
      'post.matched',
      'post.judged',
      'judgement.undone',
      'case.opened',
      'evidence.read',
      'evidence.receipted',
    ]) {
      const { items } = (await auditor.call('GET', `/api/log?type=${type}`)).body as unknown as { items: unknown[] };
      expect([type, items.length > 0]).toEqual([type, true]);
    }
    await until(async () => ((await auditor.call('GET', '/api/log/verify')).body as unknown as { holds: boolean }).holds, 20_000);
  });
});
