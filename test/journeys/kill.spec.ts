import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyLog } from '../../src/core/events/verify-log.js';
import { HouseUnderTest } from '../kit/house.js';
import { redisIsInstalled, RedisUnderTest } from '../kit/redis.js';
import { until } from '../kit/until.js';

/** How many reports come in between two kills. The proof runs with more, without pause, and kills everything on either doorbell. */
const BETWEEN = Number(process.env.KILL_REPORTS ?? 15);
/** of each of three citizens, between two reports: together what a worker keeps up with while others use the machine */
const PAUSE_MS = Number(process.env.KILL_PAUSE_MS ?? 250);
const PROOF = process.env.KILL_FIGURES !== undefined;
const TEXTS = Array.from(
  { length: 6 },
  (_, n) => `Tin đồn thử nghiệm số ${n}: nước giếng làng Đông chữa được mọi bệnh, hãy chia sẻ ngay cho người thân.`,
);

/** Processes of this house, by what stands in their command line. */
function pidsOf(words: string[], environment = ''): number[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => {
      try {
        const said = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return (
          words.every((w) => said.includes(w)) && (environment === '' || readFileSync(`/proc/${pid}/environ`, 'utf8').includes(environment))
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** When a process began, in ticks since the machine did; ids begin anew at 32768. */
const startOf = (pid: number) => Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19]);

describe.each([{ engine: 'PostgreSQL' }, ...(redisIsInstalled ? [{ engine: 'Redis' }] : [])])(
  'the house with its doorbell on $engine, while reports come in',
  ({ engine }) => {
    let house: HouseUnderTest;
    let redis: RedisUnderTest | undefined;
    let urls: Record<'DATABASE_OWNER_URL' | 'DATABASE_READER_URL', string>;
    const journal = new Map<string, string>();
    let sent = 0;
    let recovered = 0;
    let coming = true;
    let citizens: Promise<void>[] = [];

    /** A citizen whose browser sends the report again until it has an answer. */
    const citizen = async (): Promise<void> => {
      while (coming) {
        const [n, key] = [sent++, randomUUID()];
        for (let receipt = ''; !receipt;) {
          const answer = await fetch(house.url('/api/reports'), {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': key },
            signal: AbortSignal.timeout(10_000),
            body: JSON.stringify({ text: TEXTS[n % TEXTS.length] }),
          }).catch(() => undefined);
          if (answer?.status === 201) receipt = ((await answer.json().catch(() => ({}))) as { receipt?: string }).receipt ?? '';
          if (receipt) journal.set(key, receipt);
          await new Promise((r) => setTimeout(r, receipt ? PAUSE_MS : 100));
        }
      }
    };
    const moreReports = async (n: number) => {
      const wanted = journal.size + n;
      await until(() => Promise.resolve(journal.size >= wanted), 60_000);
    };
    const ask = async <T extends object>(sql: string): Promise<T[]> => {
      const client = new pg.Client({ connectionString: urls.DATABASE_OWNER_URL });
      await client.connect();
      try {
        return (await client.query<T>(sql)).rows;
      } finally {
        await client.end();
      }
    };
    const serving = () => pidsOf(['processes/serve.js'], house.dataDir).sort((a, b) => startOf(a) - startOf(b));
    const kill = (pids: number[]) => {
      expect(pids.length).toBeGreaterThan(0);
      for (const pid of pids) process.kill(pid, 'SIGKILL');
    };

    beforeAll(async () => {
      redis = engine === 'Redis' ? await RedisUnderTest.make() : undefined;
      house = await HouseUnderTest.make({
        LIMIT_REPORTS_PER_MINUTE: '1000000',
        SERVE_READY: '1',
        ...(redis ? { REDIS_URL: redis.url } : {}),
      });
      expect(await house.start()).toBe('open');
      urls = JSON.parse(readFileSync(join(house.dataDir, 'house.json'), 'utf8')) as typeof urls;
      citizens = [citizen(), citizen(), citizen()];
    }, 60_000);
    afterAll(async () => {
      coming = false;
      await Promise.all(citizens);
      await house.end();
      await redis?.close();
      house.remove();
    }, 60_000);

    /** What has little to do with the doorbell is killed on one of them. */
    const onOne = PROOF || engine === 'PostgreSQL';
    if (onOne)
      test('goes on at once after serve was killed: its reserve takes over', async () => {
        await moreReports(BETWEEN);
        await until(async () => serving().length === 2);
        const [active, reserve] = serving();
        kill([active]);
        await until(async () => house.output.includes('its reserve goes on'));
        await moreReports(BETWEEN);
        expect(serving()[0]).toBe(reserve);
      }, 90_000);
    test('goes on after serve was killed together with its reserve', async () => {
      await until(async () => serving().length === 2);
      kill(serving());
      await moreReports(BETWEEN);
    }, 90_000);
    test('goes on after the worker was killed, and does all that waited then', async () => {
      kill(pidsOf(['processes/worker.js'], house.dataDir));
      await moreReports(5);
      const [{ now }] = await ask<{ now: string }>('SELECT clock_timestamp()::text AS now');
      const began = Date.now();
      const left = () => ask(`SELECT 1 FROM core.deliveries WHERE state <> 'done' AND available_at <= '${now}' LIMIT 1`);
      expect(await left()).toHaveLength(1);
      await until(async () => (await left()).length === 0, 90_000);
      recovered = (Date.now() - began) / 1_000;
      await moreReports(BETWEEN);
    }, 150_000);
    if (engine === 'Redis')
      test('goes on after Redis was killed with all that it held', async () => {
        await redis!.kill();
        await moreReports(BETWEEN);
        await redis!.start();
        await moreReports(BETWEEN);
      }, 90_000);
    if (onOne)
      test('goes on after PostgreSQL was killed, which starts again by itself', async () => {
        const port = new URL(urls.DATABASE_OWNER_URL).port;
        kill(pidsOf(['/bin/postgres', '-D', `-p ${port}`]));
        await until(() => Promise.resolve(house.output.includes('PostgreSQL ended; it starts again')));
        await moreReports(BETWEEN);
      }, 90_000);

    test('at the end each acknowledged report is there once and each delivery was done once', async () => {
      coming = false;
      await Promise.all(citizens);
      await until(
        async () => (await ask(`SELECT 1 FROM core.deliveries WHERE state <> 'done' LIMIT 1`).catch(() => [1])).length === 0,
        120_000,
      );
      expect(new Set(journal.values()).size).toBe(journal.size);
      expect(journal.size).toBe(sent);
      const [counts] =
        await ask(`SELECT (SELECT count(*)::int FROM intake.reports) AS reports, (SELECT count(*)::int FROM core.events WHERE type = 'report.received') AS received,
      (SELECT count(*)::int FROM (SELECT 1 FROM core.deliveries WHERE event_id IS NOT NULL GROUP BY event_id, handler HAVING count(*) > 1) x) AS doubled,
      (SELECT count(*)::int FROM intake.posts) AS posts, (SELECT sum(reports)::int FROM classify.triage_items) AS counted`);
      if (PROOF) {
        const [more] = await ask(
          `SELECT (SELECT count(*)::int FROM core.events) AS events, (SELECT count(*)::int FROM core.deliveries WHERE state = 'done') AS deliveries`,
        );
        appendFileSync(
          process.env.KILL_FIGURES!,
          `${JSON.stringify({ engine, recovered, acknowledged: journal.size, ...counts, ...more })}\n`,
        );
      }
      expect(counts).toEqual({ reports: sent, received: sent, doubled: 0, posts: TEXTS.length, counted: sent });
      for (const receipt of [...journal.values()].slice(-3)) expect((await fetch(house.url(`/api/receipts/${receipt}`))).status).toBe(200);
    }, 150_000);

    test('and the log holds, to its last event', async () => {
      await until(async () => (await ask('SELECT 1 FROM core.unsealed LIMIT 1')).length === 0);
      const [{ events }] = await ask<{ events: number }>('SELECT count(*)::int AS events FROM core.events');
      expect(await verifyLog(urls.DATABASE_READER_URL, join(house.dataDir, 'heads'))).toMatchObject({
        holds: true,
        sealedTo: BigInt(events),
      });
    }, 60_000);
  },
);

if (!redisIsInstalled)
  test('the kill of Redis is not tested here, since redis-server is not installed', () => {
    console.warn('redis-server is not installed: the kill journey ran on PostgreSQL only');
    expect(process.env.CI).not.toBe('true');
  });
