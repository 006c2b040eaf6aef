import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Config } from '../../src/core/config.js';
import { ForgetSpent } from '../../src/core/events/forget-spent.js';
import { layGround, type Ground } from '../kit/ground.js';
import { until } from '../kit/until.js';

const DAYS = 30;
const YOUNG = 20_000;
/** Deliveries of timers that fired, as old as is told. */
const FIRED = `WITH timer AS (
    INSERT INTO core.due (kind, ref, due_at, fired_at) SELECT $1, n::text, now() - make_interval(days => $4), now() - make_interval(days => $4) FROM generate_series(1, $5) n RETURNING id)
  INSERT INTO core.deliveries (due_id, handler, lane, state, done_at, available_at)
  SELECT id, $1, $2, $3, CASE WHEN $3 = 'done' THEN now() - make_interval(days => $4) END, now() - make_interval(days => $4) FROM timer`;

describe('work that is done', () => {
  let ground: Ground;
  let forgetting: ForgetSpent;
  const lay = (kind: string, state: string, daysAgo: number, n: number, lane = 'quick') =>
    ground.database.owner(FIRED, [kind, lane, state, daysAgo, n]);
  const left = async (table: 'deliveries' | 'due', column: 'handler' | 'kind') =>
    Object.fromEntries(
      (
        await ground.database.owner<{ of: string; n: number }>(
          `SELECT ${column} AS of, count(*)::int AS n FROM core.${table} GROUP BY 1 ORDER BY 1`,
        )
      ).map((r) => [r.of, r.n]),
    );

  beforeAll(async () => {
    ground = await layGround();
    forgetting = new ForgetSpent(ground.db, { spentDeliveriesDays: DAYS } as Config);
    await lay('old', 'done', DAYS + 1, 250);
    await lay('young', 'done', DAYS - 1, YOUNG);
    await lay('dead', 'dead', 400, 3);
    await lay('held', 'held', 400, 3);
    await lay('waiting', 'waiting', 400, 3);
    await lay('print', 'done', 400, 3, 'document');
    await ground.database.owner(`INSERT INTO core.due (kind, ref, due_at) VALUES ('ahead', 'x', now() - interval '400 days')`);
    await ground.database.owner('ANALYZE core.deliveries, core.due');
  }, 60_000);
  afterAll(() => ground.close());

  test('is forgotten after the days that the office says, in batches, with its timers; nothing that somebody may still need', async () => {
    expect(await forgetting.run(100)).toEqual({ deliveries: 100, timers: 100, more: true });
    expect(await forgetting.run(100)).toEqual({ deliveries: 100, timers: 100, more: true });
    expect(await forgetting.run(100)).toEqual({ deliveries: 50, timers: 50, more: false });
    expect(await forgetting.run(100)).toEqual({ deliveries: 0, timers: 0, more: false });
    const kept = { dead: 3, held: 3, print: 3, waiting: 3, young: YOUNG };
    expect(await left('deliveries', 'handler')).toEqual(kept);
    expect(await left('due', 'kind')).toEqual({ ahead: 1, ...kept });
  }, 30_000);
  test('is found by its age: what is young is not read', async () => {
    const scanned = () =>
      ground.database.owner<{ name: string; read: number }>(
        `SELECT indexrelname AS name, idx_tup_read::int AS read FROM pg_stat_user_indexes WHERE indexrelname IN ('deliveries_spent', 'due_fired') AND idx_scan > 0`,
      );
    await until(async () => (await scanned()).length === 2); // PostgreSQL counts a little later
    for (const { name, read } of await scanned()) expect([name, read < YOUNG]).toEqual([name, true]);
  }, 30_000);
  test('cannot be taken away otherwise by the role of the app, and never younger than two days', async () => {
    await expect(ground.db.once(`DELETE FROM core.deliveries WHERE handler = 'dead'`)).rejects.toThrow('permission denied');
    await lay('fresh', 'done', 1, 5);
    await ground.db.once('SELECT core.forget_deliveries(0, 100000)');
    expect(await left('deliveries', 'handler')).toEqual({ dead: 3, fresh: 5, held: 3, print: 3, waiting: 3 });
  });
  test('is skipped where somebody is at it, and waits for nobody', async () => {
    await lay('locked', 'done', DAYS + 1, 5);
    await ground.db.tx(async (tx) => {
      await tx.query(`SELECT 1 FROM core.deliveries WHERE handler = 'locked' LIMIT 2 FOR UPDATE`);
      expect(await forgetting.run()).toMatchObject({ deliveries: 3 });
    });
    expect(await forgetting.run()).toMatchObject({ deliveries: 2 });
  });
});
