import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { Db } from '../../src/core/database/db.js';
import { stopGracefully } from '../../src/core/http/graceful-stop.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { until } from '../kit/until.js';

describe('the measures', () => {
  let office: Office;
  const read = (headers: Record<string, string> = {}) => office.guest().call('GET', '/metrics', undefined, headers);
  const text = async () => (await read()).body.text as string;
  const figure = async (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(await text())![1]);
  beforeAll(async () => {
    office = await openOffice({ METRICS_TOKEN: 'mat-khau-do-luong' });
  }, 60_000);
  afterAll(async () => {
    delete process.env.METRICS_TOKEN;
    await office.close();
  });

  test('are read on this machine, and from elsewhere only with the token', async () => {
    expect((await read()).status).toBe(200);
    const elsewhere = { 'x-forwarded-for': '203.0.113.9' };
    expect((await read(elsewhere)).body.code).toBe('forbidden');
    expect((await read({ 'x-forwarded-for': '127.0.0.1' })).status).toBe(403);
    expect((await read({ ...elsewhere, authorization: 'Bearer khac' })).status).toBe(403);
    expect((await read({ ...elsewhere, authorization: 'Bearer mat-khau-do-luong' })).status).toBe(200);
  });
  test('know a request by its route as declared, never by the address asked for', async () => {
    await office.guest().call('GET', '/api/receipts/7K3M-Q2ZX-91AB-CDEF');
    await office.guest().call('GET', '/khong-co/nguyen-van-a');
    const all = await text();
    expect(all).toMatch(/lachan_http_request_seconds_count\{method="GET",route="\/api\/receipts\/:code",status="404"\} 1/);
    expect(all).toMatch(/route="\(none\)",status="404"\} 1/);
    expect(all).not.toMatch(/7K3M|nguyen-van-a/);
  });
  test('count what waits, what gave up, what is not sealed, and how long the oldest waits', async () => {
    const unsealed = await figure('lachan_events_unsealed');
    await office.as('inspector');
    expect(await figure('lachan_events_unsealed')).toBeGreaterThan(unsealed);
    await office.database
      .owner(`WITH d AS (INSERT INTO core.due (kind, ref, due_at, fired_at) SELECT 'x', n::text, now(), now() FROM generate_series(1, 3) n RETURNING id, ref)
      INSERT INTO core.deliveries (due_id, handler, lane, state, available_at) SELECT id, 'x', 'quick', CASE ref WHEN '1' THEN 'dead' ELSE 'waiting' END, now() - interval '90 seconds' FROM d`);
    expect(await figure('lachan_deliveries_dead')).toBe(1);
    expect(await figure('lachan_deliveries_waiting')).toBeGreaterThanOrEqual(2);
    expect(await figure('lachan_delivery_oldest_seconds')).toBeGreaterThanOrEqual(90);
    expect(await text()).toContain('lachan_process_resident_memory_bytes');
  });
});

describe('a server that is told to stop', () => {
  let office: Office;
  let admin: Caller;
  beforeAll(async () => {
    office = await openOffice();
    admin = await office.as('administrator');
  }, 60_000);

  test('finishes the request that is open, takes no other, and then lets the database go', async () => {
    const owner = new pg.Client({ connectionString: office.database.urls.owner });
    await owner.connect();
    await owner.query('BEGIN; LOCK TABLE core.staff IN ACCESS EXCLUSIVE MODE');
    const open = admin.call('GET', '/api/users');
    // not asked in the transaction that locks: what it saw of others first is what it sees of them to its end
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await until(async () => (await office.database.owner(waiting)).length > 0);
    const stopped = stopGracefully(office.app);
    await until(() =>
      office
        .guest()
        .call('GET', '/health/live')
        .then(
          () => false,
          () => true,
        ),
    );
    await owner.query('COMMIT');
    expect((await open).status).toBe(200);
    await stopped;
    await expect(office.app.get(Db).once('SELECT 1')).rejects.toThrow();
    await owner.end();
    await office.database.drop();
  });
});
