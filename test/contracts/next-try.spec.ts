import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Db } from '../../src/core/database/db.js';
import { CaptureHandler } from '../../src/crawl/capture.handler.js';
import { nothing } from '../../src/crawl/engine/index.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Office } from '../kit/office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('a page whose server says when it may be asked again is tried again then, and not before', async () => {
  await office.guest().call('POST', '/api/reports', { url: 'https://mxh.example.vn/p/12345' });
  await deliverAll(office, ['quick']);
  const [{ id, url }] = await office.database.owner<{ id: string; url: string }>('SELECT id, url FROM crawl.captures');
  const now = new Date().toISOString();
  const retryAt = new Date(Date.now() + 90 * 60_000).toISOString();
  const result = { ...nothing(url, now, 'quá tải'), ground: { rule: 'status', status: 503, retryAt } };
  await office.app.get(Db).tx((tx) => office.app.get(CaptureHandler).conclude(tx, id, { result, parts: [], beside: null }));
  const [{ minutes }] = await office.database.owner<{ minutes: number }>(
    `SELECT extract(epoch FROM due_at - core.office_now())::float / 60 AS minutes FROM core.due WHERE kind = 'capture.retry' AND ref = '${id}'`,
  );
  expect([Math.round(minutes), (await office.database.owner('SELECT ground FROM crawl.captures'))[0]]).toEqual([
    90,
    { ground: { rule: 'status', status: 503, retryAt } },
  ]);
});
