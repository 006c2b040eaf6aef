import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import '../../src/classify/events.js';
import type { Tx } from '../../src/core/database/db.js';
import { On, type Handler } from '../../src/core/events/on.js';
import { Doorbell, type Engine } from '../../src/core/queue/doorbell.js';
import { layGround, type Ground } from '../kit/ground.js';
import { redisIsInstalled, RedisUnderTest } from '../kit/redis.js';
import { until } from '../kit/until.js';

@On('claim.retired')
class Note implements Handler<'claim.retired'> {
  async handle(tx: Tx, event: { subject: string | null }): Promise<void> {
    await tx.query(`INSERT INTO core.due (kind, ref, due_at) VALUES ('effect-' || gen_random_uuid(), $1, now() + interval '1 year')`, [
      event.subject,
    ]);
  }
}

/** One engine under the doorbell, and the worst that can happen to it. */
interface EngineUnderTest {
  name: string;
  open(ground: Ground): Promise<{
    engine: Engine;
    jobs(): Promise<number>;
    forget(): Promise<void>;
    fall(): Promise<void>;
    rise(): Promise<void>;
    close(): Promise<void>;
  }>;
}

const postgres: EngineUnderTest = {
  name: 'PostgreSQL',
  open: (ground) =>
    Promise.resolve({
      engine: { postgresUrl: ground.database.urls.queue },
      jobs: async () => (await ground.database.owner('SELECT 1 FROM queue.job')).length,
      forget: async () => {
        const tables = await ground.database.owner<{ name: string }>(
          `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'queue' AND tablename LIKE '%job%'`,
        );
        expect(tables.length).toBeGreaterThan(0);
        await ground.database.owner(`TRUNCATE ${tables.map((t) => t.name).join(', ')} CASCADE`);
      },
      fall: async () => {
        await ground.database.owner(`REVOKE CONNECT ON DATABASE ${ground.database.name} FROM PUBLIC`);
        await ground.database.owner(`GRANT CONNECT ON DATABASE ${ground.database.name} TO lachan_app`);
        await ground.database.owner(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'lachan_queue_login' AND datname = current_database()`,
        );
      },
      rise: async () => {
        await ground.database.owner(`GRANT CONNECT ON DATABASE ${ground.database.name} TO PUBLIC`);
      },
      close: () => Promise.resolve(),
    }),
};
const redis: EngineUnderTest = {
  name: 'Redis',
  open: async () => {
    const server = await RedisUnderTest.make();
    return {
      engine: { redisUrl: server.url },
      jobs: () => server.jobs(),
      forget: () => server.flush(),
      fall: () => server.kill(),
      rise: () => server.start(),
      close: () => server.close(),
    };
  },
};

if (!redisIsInstalled)
  test('the doorbell on Redis is not tested here, since redis-server is not installed', () => {
    console.warn('redis-server is not installed: the queue contract ran on PostgreSQL only');
    expect(process.env.CI).not.toBe('true');
  });

describe.each(redisIsInstalled ? [postgres, redis] : [postgres])('the doorbell on $name', ({ open }) => {
  let ground: Ground;
  let under: Awaited<ReturnType<EngineUnderTest['open']>>;
  let bell: Doorbell;
  let runs: string[];
  const happen = (from: number, to: number) =>
    Promise.all(
      Array.from({ length: to - from }, (_, i) =>
        ground.db.tx((tx) =>
          ground.log.append(tx, { type: 'claim.retired', v: 1, public: { topic: 'x' }, office: { claimId: 'c' }, subject: `c${from + i}` }),
        ),
      ),
    );
  const sweep = () => ground.relay.sweep((rings) => bell.ring(rings));
  const answer = (quick = 4) =>
    bell.answer(
      (id) => {
        runs.push(id);
        return ground.deliver.run(id);
      },
      { quick, capture: 0, picture: 0, reading: 0, outward: 0, document: 0, stamp: 0, sweep: 0 },
    );
  const effects = async () =>
    (await ground.database.owner<{ ref: string }>(`SELECT ref FROM core.due ORDER BY ref COLLATE "C"`)).map((r) => r.ref);
  const names = (n: number) => Array.from({ length: n }, (_, i) => `c${i}`).sort();
  const waiting = async () => (await ground.database.owner(`SELECT 1 FROM core.deliveries WHERE state = 'waiting'`)).length;
  const asIfLater = () =>
    ground.database.owner(`UPDATE core.deliveries SET rung_at = rung_at - interval '1 minute' WHERE rung_at IS NOT NULL`);
  /** what the worker does each second, with the pause between two rings left out */
  const allDone = () =>
    until(async () => {
      if ((await waiting()) === 0) return true;
      await asIfLater();
      await sweep().catch(() => undefined);
      return false;
    }, 40_000);

  beforeEach(async () => {
    runs = [];
    ground = await layGround([new Note()]);
    under = await open(ground);
    bell = new Doorbell(under.engine);
  }, 30_000);
  afterEach(async () => {
    await bell.close();
    await under.close();
    await ground.close();
  }, 30_000);

  test('every event that happened is delivered, each once', async () => {
    answer();
    await happen(0, 40);
    await sweep();
    await until(async () => (await waiting()) === 0);
    expect(await effects()).toEqual(names(40));
  });
  test('a delivery that is rung many times has its effect once', async () => {
    await happen(0, 5);
    for (let time = 0; time < 4; time++) {
      await asIfLater();
      await sweep();
    }
    answer();
    await until(async () => (await waiting()) === 0);
    expect(await effects()).toEqual(names(5));
  });
  test('a queue that forgot everything loses nothing, since the sweep rings again', async () => {
    await happen(0, 20);
    await sweep();
    await under.forget();
    answer();
    await happen(20, 30);
    expect(await waiting()).toBe(30);
    await allDone();
    expect(await effects()).toEqual(names(30));
  });
  test('a queue that falls in the middle of the work and comes back loses and doubles nothing', async () => {
    answer();
    await happen(0, 30);
    await sweep();
    await until(() => Promise.resolve(runs.length > 0));
    await under.fall();
    await happen(30, 60);
    await expect(sweep()).rejects.toThrow();
    expect(await waiting()).toBeGreaterThanOrEqual(30);
    await under.rise();
    await allDone();
    expect(await effects()).toEqual(names(60));
  }, 90_000);
  test('a delivery whose ring a stuck worker holds is done by another at the next ring, and nothing stays in the queue', async () => {
    let release = () => {};
    const stuck = new Promise<void>((r) => {
      release = r;
    });
    bell.answer(
      (id) => {
        runs.push(id);
        return stuck;
      },
      { quick: 3, capture: 0, picture: 0, reading: 0, outward: 0, document: 0, stamp: 0, sweep: 0 },
    );
    await happen(0, 3);
    await sweep();
    await until(() => Promise.resolve(runs.length === 3));
    const other = new Doorbell(under.engine);
    other.answer((id) => ground.deliver.run(id), {
      quick: 1,
      capture: 0,
      picture: 0,
      reading: 0,
      outward: 0,
      document: 0,
      stamp: 0,
      sweep: 0,
    });
    await sweep();
    expect(await waiting()).toBe(3);
    await asIfLater();
    await sweep();
    await until(async () => (await waiting()) === 0, 5_000);
    expect(await effects()).toEqual(names(3));
    release();
    await until(async () => (await under.jobs()) === 0, 5_000);
    await other.close();
  });
  test('rings again and again of what waits for a worker add nothing to the queue', async () => {
    await happen(0, 5);
    await sweep();
    const jobs = await under.jobs();
    expect(jobs).toBeGreaterThan(0);
    for (let time = 0; time < 5; time++) {
      await asIfLater();
      await sweep();
    }
    expect(await under.jobs()).toBe(jobs);
    answer();
    await until(async () => (await under.jobs()) === 0);
  });
  test('what a worker held that was killed is done soon by another', async () => {
    const doorbell = join(process.env.TEST_SERVER_CODE!, 'src/core/queue/doorbell.js');
    const script = `import('${doorbell}').then(({ Doorbell }) => new Doorbell(${JSON.stringify(under.engine)}).answer((id) => { console.log(id); return new Promise(() => {}); }, { quick: 4, capture: 0, picture: 0, reading: 0, outward: 0, document: 0, stamp: 0, sweep: 0 }))`;
    const worker = spawn(process.execPath, ['--no-warnings', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let told = '';
    worker.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString();
    });
    await happen(0, 4);
    await sweep();
    await until(() => Promise.resolve(told.trim().split('\n').length === 4));
    worker.kill('SIGKILL');
    const began = Date.now();
    answer();
    await until(async () => {
      await sweep();
      return (await waiting()) === 0;
    }, 60_000);
    expect(Date.now() - began).toBeLessThan(15_000);
    expect(await effects()).toEqual(names(4));
  }, 90_000);
  test('a lane that this worker does not answer waits for one that does', async () => {
    answer(0);
    await happen(0, 3);
    await sweep();
    const other = new Doorbell(under.engine);
    other.answer((id) => ground.deliver.run(id), {
      quick: 1,
      capture: 0,
      picture: 0,
      reading: 0,
      outward: 0,
      document: 0,
      stamp: 0,
      sweep: 0,
    });
    await until(async () => (await waiting()) === 0);
    expect(runs).toEqual([]);
    await other.close();
  });
});
