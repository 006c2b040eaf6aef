import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Deliver } from '../../src/core/events/deliver.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';

describe('an order of a capture that fails at every try', () => {
  let office: Office;
  let inspector: Caller;
  let postId: string;
  const order = async () => (await inspector.call('POST', `/api/posts/${postId}/captures`, {})).body as unknown as { captureId: string };
  const failForGood = async () => {
    for (let tries = 0; tries < 5; tries++) {
      await deliverAll(office, ['quick', 'capture']);
      await office.database.owner(
        `UPDATE core.deliveries SET available_at = clock_timestamp() - interval '1 second', rung_at = NULL WHERE state = 'waiting'`,
      );
    }
  };
  beforeAll(async () => {
    office = await openOffice();
    inspector = await office.as('inspector');
    // no end of the engine can be written down
    await office.database.owner(`ALTER TABLE crawl.captures ADD CHECK (ground ->> 'rule' IN ('capture-given-up'))`);
    await office.guest().call('POST', '/api/reports', { url: 'https://mxh.example.vn/p/12345' });
    [{ id: postId }] = await office.database.owner<{ id: string }>('SELECT id FROM intake.posts');
  });
  afterAll(() => office.close());

  test('ends as failed, once, is dead on the list of work, and a later order is a new one', async () => {
    await failForGood();
    const rows = await office.database.owner(`SELECT state, outcome, ground FROM crawl.captures`);
    expect(rows).toEqual([{ state: 'failed', outcome: 'failed', ground: expect.objectContaining({ rule: 'capture-given-up' }) }]);
    const count = async (type: string) => (await office.database.owner(`SELECT 1 FROM core.events WHERE type = '${type}'`)).length;
    expect([await count('capture.failed'), await count('address.observed'), await count('capture.sealed')]).toEqual([1, 1, 0]);
    expect(await office.database.owner(`SELECT observation FROM crawl.observations`)).toEqual([{ observation: 'fetch-failed' }]);
    const dead = await office.database.owner<{ id: string }>(`SELECT id FROM core.deliveries WHERE state = 'dead'`);
    expect(dead).toHaveLength(1);
    await office.app.get(Deliver).run(dead[0].id);
    expect(await count('capture.failed')).toBe(1);
    const { captureId } = await order();
    expect(await office.database.owner(`SELECT state FROM crawl.captures WHERE id = '${captureId}'`)).toEqual([{ state: 'ordered' }]);
    expect((await order()).captureId).toBe(captureId);
  }, 60_000);
});
