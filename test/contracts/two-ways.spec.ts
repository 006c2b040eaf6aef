import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Ready } from './cases-setup.js';
import { confirmedCase, moveClock, observe, openTakedownOffice, work, type File } from './enforcement-setup.js';

let house: Awaited<ReturnType<typeof openTakedownOffice>>;
beforeAll(async () => {
  house = await openTakedownOffice({ CAPTURE_ROUTES: 'second=socks5://127.0.0.1:1' });
}, 60_000);
afterAll(() => house.close());

const file = async (id: string) => (await house.coordinator.call('GET', `/api/takedowns/${id}`)).body as unknown as File;
/** A request for one link, sent. */
async function asked(): Promise<{ id: string; post: Ready }> {
  const { caseId, posts } = await confirmedCase(house.office, house.inspector);
  const drafted = await house.coordinator.call('POST', '/api/takedowns', {
    ...{ caseId, platform: 'mang', delivery: 'email', recipient: 'phap-che@mang.example', legalBasis: 'nd147-24h' },
    fields: { signer: 'Phó Giám đốc Nguyễn Văn A', sources: 'Thông cáo của Bộ Y tế' },
  });
  const { id } = drafted.body as unknown as { id: string };
  await house.legal.call('POST', `/api/takedowns/${id}/approve`, { contentHash: (await file(id)).contentHash });
  await house.coordinator.call('POST', `/api/takedowns/${id}/send`, { version: (await file(id)).version });
  await work(house.office);
  expect((await file(id)).state).toBe('sent');
  return { id, post: posts[0] };
}
/** By which way the look goes that is ordered so many hours later. */
async function wayAfter(hours: number, { addressId }: Ready): Promise<string> {
  await moveClock(house.office, hours);
  await work(house.office);
  const open = await house.office.database.owner<{ route: string }>(
    `SELECT route FROM crawl.captures WHERE address_id = '${addressId}' AND state = 'ordered'`,
  );
  expect(open).toHaveLength(1);
  return open[0].route;
}

test('an office with two ways out calls a link removed when each saw it gone, a day apart, and orders the second look by the other', async () => {
  const { id, post } = await asked();
  const first = await wayAfter(1.01, post);
  await observe(house.office, post, 'gone', first);
  await observe(house.office, post, 'gone', await wayAfter(5, post));
  const second = await wayAfter(20, post);
  expect([first, second].sort()).toEqual(['direct', 'second']);
  await observe(house.office, post, 'gone', first);
  expect((await file(id)).items[0].state).toBe('awaiting');
  await observe(house.office, post, 'gone', second);
  const [proved] = (await file(id)).items;
  expect(proved.state).toBe('verified-removed');
  const { captures } = proved.steps.find((s) => s.to === 'verified-removed')!;
  expect(proved.observations.filter((o) => captures.includes(o.captureId)).map((o) => [o.observation, o.way])).toEqual([
    ['gone', first],
    ['gone', second],
  ]);
}, 60_000);
