import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Db } from '../../src/core/database/db.js';
import type { Recorded } from '../../src/core/events/event.js';
import { Evidence } from '../../src/core/evidence/evidence.js';
import { PostsDoor } from '../../src/intake/index.js';
import { CaptureHandler } from '../../src/crawl/capture.handler.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { undoIsOver } from './cases-setup.js';

interface Item {
  id: string;
  postId: string;
  state: string;
  reports: number;
  version: number;
  lookAgain: boolean;
  judgement: { judgement: string } | null;
}
interface Order {
  id: string;
  postId: string;
  addressId: string;
  url: string;
}
const TEXT = 'Uống nước muối chữa khỏi mọi bệnh, chia sẻ ngay kẻo muộn';
let number = 100_000;
const links = () => {
  number += 1;
  return { short: `https://mang.example/s/${number}`, long: `https://mang.example/bai/${number}` };
};

describe('two posts that turn out to be one', () => {
  let office: Office;
  let inspector: Caller;
  beforeAll(async () => {
    office = await openOffice({ LIMIT_REPORTS_PER_MINUTE: '1000' });
    inspector = await office.as('inspector');
    const claim = await inspector.call('POST', '/api/claims', {
      topic: 'y-te',
      harm: 'high',
      wordings: [{ language: 'vi', text: TEXT }],
      truth: 'Nước muối không chữa được bệnh.',
      sources: [{ title: 'Sở Y tế', url: 'https://soyte.example/1', date: '2026-11-01' }],
      falseFrom: '2026-01-01',
    });
    expect((await (await office.as('chief')).call('POST', `/api/claim-versions/${claim.body.versionId}/approve`)).status).toBe(204);
    await deliverAll(office);
  }, 60_000);
  afterAll(() => office.close());

  const get = async <T>(path: string, who = inspector) => (await who.call('GET', path)).body as unknown as T;
  const report = async (url: string) => {
    const { receipt } = (await office.guest().call('POST', '/api/reports', { url })).body as unknown as { receipt: string };
    return receipt;
  };
  const ordered = async (url: string): Promise<Order> => {
    await deliverAll(office);
    const [order] = await office.database.owner<Order>(
      `SELECT id, post_id AS "postId", address_id AS "addressId", url FROM crawl.captures WHERE url = $1 ORDER BY ordered_at DESC LIMIT 1`,
      [url],
    );
    return order;
  };
  const again = async ({ postId, addressId, url }: Order): Promise<Order> => {
    const { captureId } = (await inspector.call('POST', `/api/posts/${postId}/captures`, { addressId })).body as unknown as {
      captureId: string;
    };
    return { id: captureId, postId, addressId, url };
  };
  /** Ends an order by the room's own sealing transaction, as if the capture process had read this text and come to these addresses. */
  const seal = async (order: Order, addresses: string[], text = TEXT) => {
    const [db, evidence] = [office.app.get(Db), office.app.get(Evidence)];
    const pack = {
      name: 'package',
      mediaType: 'application/wacz+zip',
      facts: {},
      ...(await evidence.store.put(Buffer.from(randomUUID()))),
    };
    const at = new Date().toISOString();
    const result = {
      ...{
        outcome: 'complete',
        observation: 'present',
        ground: { rule: 'post-found', status: 200 },
        platform: 'mang',
        finalUrl: order.url,
      },
      ...{
        addresses,
        title: 'Bài',
        author: 'Ai Đó',
        handle: null,
        postedAt: null,
        text,
        files: [],
        startedAt: at,
        endedAt: at,
        missing: [],
      },
      route: { via: 'direct', visitor: 'desktop', userAgent: '' },
    };
    const event = { office: { captureId: order.id } } as unknown as Recorded<'capture.ordered'>;
    await db.tx((tx) => office.app.get(CaptureHandler).handle(tx, event, { result, parts: [pack] } as never));
  };
  /** As when a first look showed where the link leads, however late that is known. */
  const join = (order: Order, url: string) => office.app.get(Db).tx((tx) => office.app.get(PostsDoor).addAddress(tx, order.postId, url));
  const itemOf = async (postId: string, state = 'waiting') =>
    (await get<{ items: Item[] }>(`/api/triage?state=${state}&limit=100`)).items.find((i) => i.postId === postId);
  const judge = async (postId: string, judgement: string) => {
    const { id, version } = (await itemOf(postId))!;
    const { matches } = await get<{ matches: { id: string }[] }>(`/api/triage/${id}`);
    const matchId = judgement === 'false-statement-of-fact' ? matches[0].id : null;
    const answer = await inspector.call('POST', `/api/triage/${id}/judgement`, { judgement, matchId, reason: 'Đã xem kỹ', version });
    expect(answer.status).toBe(200);
  };
  /** What waits for a later moment, such as a judgement that may be undone, is delivered now. */
  const deliverLater = async () => {
    await undoIsOver(office);
    await office.database.owner(`UPDATE core.deliveries SET available_at = clock_timestamp() WHERE state = 'waiting'`);
    await deliverAll(office);
  };
  const merges = async () => (await office.database.owner(`SELECT 1 FROM core.events WHERE type = 'post.merged'`)).length;

  test('become one in the queue, with the reports of both, the captures of both, and receipts that tell', async () => {
    const { short, long } = links();
    const receipts = [await report(short), await report(short), await report(long)];
    const [a, b] = [await ordered(short), await ordered(long)];
    await seal(b, []);
    await seal(a, [long]);
    await deliverAll(office);
    expect(await itemOf(b.postId)).toMatchObject({ reports: 3 });
    expect(await itemOf(a.postId)).toBeUndefined();
    const later = await report(short);
    await deliverAll(office);
    expect(await itemOf(b.postId)).toMatchObject({ reports: 4 });
    const { items } = await get<{ items: { url: string }[] }>(`/api/posts/${b.postId}/captures`);
    expect(items.map((c) => c.url).sort()).toEqual([long, short]);
    for (const receipt of [...receipts, later]) {
      const { lines } = await get<{ lines: { line: string }[] }>(`/api/receipts/${receipt}`);
      expect(lines.map((l) => l.line)).toContain('kept');
    }
  });
  test('that stays takes over what was seen of the other, and that it was drawn for the sample', async () => {
    const { short, long } = links();
    await report(short);
    await report(long);
    const [a, b] = [await ordered(short), await ordered(long)];
    await seal(a, [], 'Chợ hoa mở cửa từ sáng mai');
    await deliverAll(office);
    await office.database.owner('UPDATE classify.triage_items SET sampled = true WHERE post_id = $1', [a.postId]);
    await join(a, long);
    await deliverAll(office);
    const kept = await office.database.owner('SELECT capture_id, sampled FROM classify.triage_items WHERE post_id = $1', [b.postId]);
    expect(kept).toEqual([{ capture_id: a.id, sampled: true }]);
  });
  test('are one from the start when the short link is captured before the post is reported', async () => {
    const { short, long } = links();
    await report(short);
    const a = await ordered(short);
    const before = await merges();
    await seal(a, [long]);
    await report(long);
    await deliverAll(office);
    expect(await itemOf(a.postId)).toMatchObject({ reports: 2 });
    expect(await merges()).toBe(before);
  });
  test('and three, one after the other, end as one whatever the order in which that is heard', async () => {
    const [x, y] = [links(), links()];
    for (const url of [x.short, x.long, y.long]) await report(url);
    const [a, b, c] = [await ordered(x.short), await ordered(x.long), await ordered(y.long)];
    await seal(a, [x.long]);
    await seal(b, [y.long]);
    await office.database.owner(
      `UPDATE core.deliveries d SET available_at = d.available_at + CASE WHEN e.public IS NOT NULL AND e.office #>> '{data,postId}' = $1 THEN interval '1 hour' ELSE interval '0' END FROM core.events e WHERE e.id = d.event_id AND e.type = 'post.merged' AND d.state = 'waiting'`,
      [a.postId],
    );
    await deliverAll(office);
    await deliverLater();
    expect(await itemOf(c.postId)).toMatchObject({ reports: 3 });
  });
  test('that each lead to the other at the same moment are merged once', async () => {
    const [x, y] = [links(), links()];
    await report(x.long);
    await report(y.long);
    const [a, b] = [await ordered(x.long), await ordered(y.long)];
    const before = await merges();
    await Promise.all([seal(a, [y.long]), seal(b, [x.long])]);
    await deliverAll(office);
    expect(await merges()).toBe(before + 1);
    const found = [await itemOf(a.postId), await itemOf(b.postId)].filter(Boolean);
    expect(found).toEqual([expect.objectContaining({ reports: 2 })]);
  });
  test('count a report that comes in while they are joined', async () => {
    const { short, long } = links();
    await report(short);
    await report(long);
    const [a, b] = [await ordered(short), await ordered(long)];
    await Promise.all([seal(a, [long]), ...Array.from({ length: 10 }, () => report(short))]);
    await Promise.all([deliverAll(office), deliverAll(office), deliverAll(office)]);
    await deliverAll(office);
    expect(await itemOf(b.postId)).toMatchObject({ reports: 12 });
  });

  test('are not joined by a later look at a page that leads elsewhere by then', async () => {
    const { short, long } = links();
    await report(short);
    await report(long);
    const a = await ordered(short);
    await seal(a, []);
    const before = await merges();
    await seal(await again(a), [long]);
    await deliverAll(office);
    expect(await merges()).toBe(before);
    expect(await itemOf(a.postId)).toMatchObject({ reports: 1 });
  });
  test('stay apart once a person has parted them, whatever the next look shows', async () => {
    const { short, long } = links();
    await report(short);
    await report(long);
    const [a, b] = [await ordered(short), await ordered(long)];
    await seal(a, [long]);
    await deliverAll(office);
    const { id } = (await itemOf(b.postId))!;
    const { reports } = await get<{ reports: { id: string; joinedBy: string }[] }>(`/api/triage/${id}`);
    const [{ reportId }] = await office.database.owner<{ reportId: string }>(
      `SELECT report_id AS "reportId" FROM intake.report_posts WHERE address_id = $1`,
      [a.addressId],
    );
    expect(reports.map((r) => r.id)).toContain(reportId);
    const parted = await inspector.call('POST', `/api/triage/${id}/split`, { reportId, reason: 'Hai bài khác nhau' });
    expect(parted.status).toBe(200);
    const again = await ordered(short);
    await seal(again, [long]);
    await deliverAll(office);
    expect(again.postId).not.toBe(a.postId);
    expect(await itemOf(again.postId)).toMatchObject({ reports: 1 });
    expect(await itemOf(b.postId)).toMatchObject({ reports: 1 });
  });

  describe('when one of them was judged and is in a case', () => {
    let a: Order;
    let b: Order;
    let caseId: string;
    test('the judgement stands for the one post, and the case holds it', async () => {
      const { short, long } = links();
      await report(short);
      await report(long);
      [a, b] = [await ordered(short), await ordered(long)];
      await seal(a, []);
      await deliverAll(office);
      await judge(a.postId, 'false-statement-of-fact');
      await deliverLater();
      const opened = await inspector.call('POST', '/api/cases', { postId: a.postId });
      expect(opened.status).toBe(201);
      caseId = opened.body.id;
      await join(a, long);
      await deliverAll(office);
      expect(await itemOf(b.postId, 'judged')).toMatchObject({ reports: 2, judgement: { judgement: 'false-statement-of-fact' } });
      expect((await inspector.call('POST', '/api/cases', { postId: b.postId })).body).toMatchObject({ code: 'already-in-case', caseId });
    });
    test('a request for removal can name both links, with the evidence of the judgement', async () => {
      for (const to of ['verifying', 'confirmed']) {
        const { version } = await get<{ version: number }>(`/api/cases/${caseId}`);
        expect([to, (await inspector.call('POST', `/api/cases/${caseId}/steps`, { to, version })).status]).toEqual([to, 200]);
      }
      const coordinator = await office.as('coordinator');
      const choices = await get<{ links: { addressId: string; url: string; postId: string; evidence: unknown[] }[] }>(
        `/api/takedowns/prefill?caseId=${caseId}`,
        coordinator,
      );
      expect(choices.links.map((l) => [l.addressId, l.postId, l.evidence.length]).sort()).toEqual(
        [
          [a.addressId, b.postId, 1],
          [b.addressId, b.postId, 0],
        ].sort(),
      );
    });
  });

  test('a case that was proposed for the one is proposed for what it became, and the proposal goes when it is opened', async () => {
    const { short, long } = links();
    await report(short);
    await report(long);
    const [a, b] = [await ordered(short), await ordered(long)];
    await seal(a, []);
    await deliverAll(office);
    await judge(a.postId, 'false-statement-of-fact');
    await deliverLater();
    await join(a, long);
    await deliverAll(office);
    const proposed = async () =>
      (await office.database.owner<{ post: string }>(`SELECT post_id AS post FROM cases.case_proposals WHERE case_id IS NULL`)).map(
        (p) => p.post,
      );
    expect(await proposed()).toEqual([b.postId]);
    expect((await inspector.call('POST', '/api/cases', { postId: b.postId })).status).toBe(201);
    expect(await proposed()).toEqual([]);
  });
  test('a case that was declined for the one stays declined for what it became', async () => {
    const { short, long } = links();
    await report(short);
    await report(long);
    const [a, b] = [await ordered(short), await ordered(long)];
    await seal(a, []);
    await deliverAll(office);
    await judge(a.postId, 'false-statement-of-fact');
    await deliverLater();
    const proposals = async () =>
      (await get<{ proposals: { postId: string; judgementId: string }[] }>('/api/work')).proposals.filter((p) =>
        [a.postId, b.postId].includes(p.postId),
      );
    const [{ judgementId }] = await proposals();
    const declined = await inspector.call('POST', `/api/case-proposals/${a.postId}/decline`, { judgementId, reason: 'Đã có người xử lý' });
    expect(declined.status).toBe(200);
    await join(a, long);
    await deliverAll(office);
    expect(await proposals()).toEqual([]);
    expect((await office.database.owner(`SELECT 1 FROM core.deliveries WHERE state = 'dead' OR error IS NOT NULL`)).length).toBe(0);
    expect((await inspector.call('POST', '/api/cases', { postId: b.postId })).status).toBe(201);
  });
  test('that were judged differently come back to a person', async () => {
    const { short, long } = links();
    await report(short);
    await report(long);
    const [a, b] = [await ordered(short), await ordered(long)];
    for (const [order, judgement] of [
      [a, 'true'],
      [b, 'satire'],
    ] as const) {
      await seal(order, []);
      await deliverAll(office);
      await judge(order.postId, judgement);
    }
    await join(a, long);
    await deliverAll(office);
    expect(await itemOf(b.postId)).toMatchObject({ lookAgain: true, judgement: { judgement: 'satire' } });
  });
  test('an address that the office takes from nobody is not learned, and the capture is sealed all the same', async () => {
    const { short } = links();
    await report(short);
    const a = await ordered(short);
    await seal(a, [`https://mang.example/bai/${'x'.repeat(3_000)}`, 'http://127.0.0.1/bai/1']);
    const { items } = await get<{ items: { state: string }[] }>(`/api/posts/${a.postId}/captures`);
    expect(items.map((c) => c.state)).toEqual(['sealed']);
  });

  test('the looks at a post are listed page by page, newest first, and each says whether the text changed', async () => {
    const { long } = links();
    await report(long);
    let order = await ordered(long);
    for (const text of [TEXT, TEXT, 'Tôi xin lỗi, tin trước không đúng', '', 'Tôi xin lỗi, tin trước không đúng']) {
      await seal(order, [], text);
      order = await again(order);
    }
    const seen: { id: string; textChanged: boolean; textSha256: string | null; state: string }[] = [];
    for (let cursor = ''; ;) {
      const page = await get<{ items: typeof seen; nextCursor: string | null }>(`/api/posts/${order.postId}/captures?limit=2${cursor}`);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items);
      if (!page.nextCursor) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(new Set(seen.map((c) => c.id)).size).toBe(6);
    expect(seen.map((c) => [c.state, c.textSha256 !== null, c.textChanged])).toEqual([
      ['ordered', false, false],
      ['sealed', true, false],
      ['sealed', false, false],
      ['sealed', true, true],
      ['sealed', true, false],
      ['sealed', true, false],
    ]);
    expect((await inspector.call('GET', `/api/posts/${order.postId}/captures?limit=1000`)).status).toBe(400);
  });
});
