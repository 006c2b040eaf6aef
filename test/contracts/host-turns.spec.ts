import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Db } from '../../src/core/database/db.js';
import { Deliver } from '../../src/core/events/deliver.js';
import { HostTurns } from '../../src/crawl/host-turns.repository.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';

let office: Office;
let inspector: Caller;
beforeAll(async () => {
  office = await openOffice();
  inspector = await office.as('inspector');
}, 60_000);
afterAll(() => office.close());
const turns = () => office.app.get(HostTurns);
const take = (host: string, id: string, secondsApart = 30) =>
  office.app.get(Db).tx((tx) => turns().take(tx, host, id, { secondsApart, holdSeconds: 60 }));
const leave = (host: string, id: string) => office.app.get(Db).tx((tx) => turns().leave(tx, host, id));

test('captures of one host begin apart, however many ask at once, and others are not held up', async () => {
  const ids = Array.from({ length: 6 }, () => randomUUID());
  const waits = await Promise.all(ids.map((id) => take('tin.example.vn', id)));
  expect(waits.sort((a, b) => a - b).map((s) => Math.round(s / 30))).toEqual([0, 1, 2, 3, 4, 5]);
  expect(await take('khac.example.vn', randomUUID())).toBe(0);
});
test('one that runs has its host to itself, may begin anew when its worker was killed, and frees it at its end', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  expect(await take('mot.example.vn', first, 0)).toBe(0);
  expect(await take('mot.example.vn', first, 0)).toBe(0);
  expect(await take('mot.example.vn', second, 0)).toBe(3);
  await leave('mot.example.vn', first);
  expect(await take('mot.example.vn', second, 0)).toBe(0);
});
test('whoever came first goes first, whoever asks first when the host is free; one that does not ask any more holds nobody up', async () => {
  const [running, first, second, third] = Array.from({ length: 4 }, () => randomUUID());
  const host = 'hai.example.vn';
  expect(await take(host, running, 0)).toBe(0);
  expect([await take(host, first, 0), await take(host, second, 0), await take(host, third, 0)]).toEqual([3, 3, 6]);
  await leave(host, running);
  expect(await take(host, third, 0)).toBe(6);
  expect(await take(host, second, 0)).toBe(3);
  await office.database.owner(`UPDATE crawl.host_turns SET asks_at = asks_at - interval '1 minute' WHERE capture_id = $1`, [first]);
  expect(await take(host, third, 0)).toBe(3);
  expect(await take(host, second, 0)).toBe(0);
});
test('a turn that was booked a day ago and never asked again is forgotten, also one of before turns said when they would ask', async () => {
  const [old, fresh, running] = Array.from({ length: 3 }, () => randomUUID());
  const host = 'cu.example.vn';
  await office.database.owner(
    `INSERT INTO crawl.host_turns (capture_id, host, booked_at) VALUES ($1, $3, clock_timestamp() - interval '25 hours'), ($2, $3, clock_timestamp() - interval '23 hours')`,
    [old, fresh, host],
  );
  await leave(host, running);
  expect(await office.database.owner('SELECT capture_id AS id FROM crawl.host_turns WHERE host = $1', [host])).toEqual([{ id: fresh }]);
});
test('an order whose turn has not come waits and says so, and loses no try by it', async () => {
  await office.guest().call('POST', '/api/reports', { url: 'https://bao.example.vn/p/12345' });
  await deliverAll(office);
  const [{ id, postId }] = await office.database.owner<{ id: string; postId: string }>(
    'SELECT id, post_id AS "postId" FROM crawl.captures',
  );
  await take('bao.example.vn', randomUUID());
  await office.database.owner(`UPDATE crawl.host_turns SET booked_at = booked_at + interval '1 hour' WHERE host = 'bao.example.vn'`);
  const [{ delivery }] = await office.database.owner<{ delivery: string }>(
    `SELECT id AS delivery FROM core.deliveries WHERE lane = 'capture' AND state = 'waiting'`,
  );
  await office.app.get(Deliver).run(delivery);
  expect(
    await office.database.owner(
      `SELECT attempts, error, state, available_at > clock_timestamp() + interval '50 minutes' AS later FROM core.deliveries WHERE id = '${delivery}'`,
    ),
  ).toEqual([{ attempts: 0, error: null, state: 'waiting', later: true }]);
  const { items } = (await inspector.call('GET', `/api/posts/${postId}/captures`)).body as unknown as {
    items: { id: string; state: string; waitsUntil: string }[];
  };
  expect(items).toEqual([expect.objectContaining({ id, state: 'ordered', waitsUntil: expect.any(String) })]);
});
