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

test('what a signed-in visitor was shown stands beside what the public was, and never for it: on the board, in the request, in the case, in the queue', async () => {
  const { id, post } = await asked();
  const { office, coordinator, inspector } = house;
  await office.database.owner(
    `INSERT INTO crawl.profiles (name, visitor, platform, hosts, cookies, given_by) VALUES ('van-phong', 'desktop', 'mang', '{mang.example}', 'x', $1)`,
    [inspector.staffId],
  );
  await observe(office, post, 'gone');
  await observe(office, post, 'present', 'direct', 'van-phong');
  const [public_, member] = [{ observation: 'gone' }, { observation: 'present', session: 'van-phong' }];
  const { items, ...request } = await file(id);
  expect(items).toMatchObject([{ lastSeen: public_, seenSignedIn: member }]);
  expect(items[0].observations.slice(-2).map((o) => [o.observation, o.session])).toEqual([
    ['gone', null],
    ['present', 'van-phong'],
  ]);
  const { caseId } = request as unknown as { caseId: string };
  const board = (await coordinator.call('GET', `/api/takedowns/items?caseId=${caseId}`)).body;
  expect(board).toMatchObject({ items: [{ lastSeen: public_, seenSignedIn: member }] });
  const known = (await inspector.call('GET', `/api/cases/${caseId}`)).body;
  expect(known).toMatchObject({ posts: [{ addresses: [{ observation: public_, seenSignedIn: member }] }], exhibits: [{ session: null }] });
  await office.database.owner(`UPDATE crawl.captures SET visitor = 'van-phong' WHERE id = $1`, [post.captureId]);
  expect((await inspector.call('GET', `/api/cases/${caseId}`)).body).toMatchObject({
    posts: [{ session: 'van-phong' }],
    exhibits: [{ session: 'van-phong' }],
  });
  const queue = (await inspector.call('GET', '/api/triage?state=judged')).body as unknown as {
    items: { postId: string; capture: object }[];
  };
  expect(queue.items.find((line) => line.postId === post.postId)!.capture).toEqual({ state: 'failed', outcome: 'failed' });
}, 60_000);
