import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { HeadKeeper } from '../../src/core/events/head-keeper.js';
import { verifyLog } from '../../src/core/events/verify-log.js';
import { verdictAsJson, verdictInWords } from '../../src/cli/words.js';
import '../../src/classify/events.js';
import { layGround, type Ground } from '../kit/ground.js';
import { edit, recompute, TAMPERINGS } from '../kit/tampering.js';
import { until } from '../kit/until.js';

const retired = (n: number) => ({
  type: 'claim.retired' as const,
  v: 1 as const,
  public: { topic: `chu-de-${n}` },
  office: { claimId: `c${n}` },
  actor: null,
  subject: `c${n}`,
});

describe('the one log', () => {
  let ground: Ground;
  let heads: string;
  const fill = async (n: number) => {
    for (let i = 0; i < n; i++) await ground.db.tx((tx) => ground.log.append(tx, retired(i)));
    const { last } = await ground.sealer.seal();
    await new HeadKeeper(heads).keep(last, true);
  };
  const verdict = () => verifyLog(ground.database.urls.reader, heads);
  const asSuperuser = (sql: string, values?: unknown[]) => ground.database.owner<Record<string, never>>(sql, values);

  beforeEach(async () => {
    ground = await layGround();
    heads = mkdtempSync(join(tmpdir(), 'lachan-heads-'));
    await fill(12);
  }, 30_000);
  afterEach(async () => {
    await ground.close();
    rmSync(heads, { recursive: true });
  });

  test('holds to its last event when nobody touched it', async () => {
    expect(await verdict()).toEqual({ holds: true, sealedTo: 12n, provedTo: 12n, heads: 1, misdated: null });
  });
  test.each([
    ['2025-01-01T00:00:00.000Z', 'long before'],
    ['2098-01-01T00:00:00.000Z', 'after the head'],
  ])('tells of an event that the app itself wrote with the date %s', async (recordedAt, says) => {
    const at = new Date(recordedAt);
    const [id, , publicPart, officePart] = ground.log.entry(retired(99), { recordedAt: at, officeAt: at });
    await ground.source.query('INSERT INTO core.events (id, type, public_part, office_part) VALUES ($1, $2, $3, $4)', [
      id,
      'claim.retired',
      publicPart,
      officePart,
    ]);
    await fill(2);
    expect(await verdict()).toMatchObject({
      holds: true,
      sealedTo: 15n,
      misdated: { count: 1, seq: 13n, says: expect.stringContaining(says) },
    });
  });
  test('holds though a head was cut off in the middle of its line, by a full disk or a kill, and goes on with whole ones', async () => {
    appendFileSync(join(heads, 'heads.jsonl'), '{"seq":"12","head":"ab');
    expect(await verdict()).toMatchObject({ holds: true, sealedTo: 12n, heads: 1 });
    await fill(3);
    expect(await verdict()).toMatchObject({ holds: true, sealedTo: 15n, heads: 2 });
  });
  test('whose check loses the database in the middle fails, and takes nothing else along', async () => {
    const gate = new pg.Client({ connectionString: ground.database.urls.owner });
    await gate.connect();
    await gate.query('BEGIN; LOCK TABLE core.seals');
    const url = new URL(ground.database.urls.reader);
    const [port, sockets] = [Number(url.port), [] as Socket[]];
    const between = createServer((socket) => {
      const server = connect(port, url.hostname);
      for (const end of [socket, server]) sockets.push(end.on('error', () => undefined));
      socket.pipe(server).pipe(socket);
    });
    await once(between.listen(0, '127.0.0.1'), 'listening');
    url.port = String((between.address() as AddressInfo).port);
    const failed = expect(verifyLog(url.href, heads)).rejects.toThrow(/terminated/);
    const waits = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
    await until(async () => (await asSuperuser(waits)).length > 0);
    for (const socket of sockets) socket.destroy();
    await failed;
    between.close();
    await gate.end();
  }, 30_000);
  test('seals events without a gap when they are written side by side', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => ground.db.tx((tx) => ground.log.append(tx, retired(100 + i)))));
    await Promise.all([ground.sealer.seal(), ground.sealer.seal(), ground.sealer.seal()]);
    expect(await verdict()).toMatchObject({ holds: true, sealedTo: 32n });
  });
  test('a transaction that fails leaves neither event nor delivery', async () => {
    await expect(
      ground.db.tx(async (tx) => {
        await ground.log.append(tx, retired(1));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await asSuperuser('SELECT count(*)::int AS n FROM core.events')).toEqual([{ n: 12 }]);
  });
  test('the app itself cannot change, delete or empty what was written', async () => {
    for (const table of ['events', 'seals', 'evidence_items']) {
      for (const sql of [
        `UPDATE core.${table} SET ${table === 'seals' ? 'head = head' : table === 'events' ? 'type = type' : 'kind = kind'}`,
        `DELETE FROM core.${table}`,
        `TRUNCATE core.${table} CASCADE`,
      ]) {
        await expect(ground.source.query(sql)).rejects.toThrow(/permission denied/);
      }
    }
  });

  test('lets a young event wait for its seal, but the app itself cannot take it off the list of those that wait', async () => {
    await ground.db.tx((tx) => ground.log.append(tx, retired(50)));
    expect(await verdict()).toMatchObject({ holds: true, sealedTo: 12n });
    for (const sql of ['DELETE FROM core.unsealed', 'TRUNCATE core.unsealed', 'UPDATE core.unsealed SET position = 0'])
      await expect(ground.source.query(sql)).rejects.toThrow(/permission denied/);
    await expect(ground.source.query('INSERT INTO core.unsealed VALUES (99, gen_random_uuid())')).rejects.toThrow(/permission denied/);
    expect((await ground.sealer.seal()).sealed).toBe(1);
    expect(await asSuperuser('SELECT 1 FROM core.unsealed')).toEqual([]);
  });
  test.each([
    ['no moment at all', /"recordedAt":"[^"]*",/, ''],
    ['a word for its moment', /"recordedAt":"[^"]*"/, '"recordedAt":"soon"'],
    ['a day that there is not', /"recordedAt":"[^"]*"/, '"recordedAt":"2026-02-30T00:00:00.000Z"'],
  ])('names an event that the app itself wrote with %s, before it is sealed and after', async (_, moment, other) => {
    const [id, type, ...parts] = ground.log.entry(retired(99), { recordedAt: new Date(), officeAt: new Date() });
    const [open, office] = parts.slice(0, 2).map((part) => Buffer.from(String(part).replace(moment, other)));
    await ground.source.query('INSERT INTO core.events (id, type, public_part, office_part) VALUES ($1, $2, $3, $4)', [
      id,
      type,
      open,
      office,
    ]);
    expect(await verdict()).toMatchObject({ holds: false, seq: null, fault: 'unsealed', says: expect.stringContaining(id) });
    await fill(1);
    expect(await verdict()).toMatchObject({ holds: false, seq: 13n, fault: 'frame', says: expect.stringContaining('no moment') });
  });

  test('is proved no further than the heads given go: what was written anew after them holds by the chain alone, and the verdict says so', async () => {
    for (let n = 0; n < 5; n++) await ground.db.tx((tx) => ground.log.append(tx, retired(60 + n)));
    await ground.sealer.seal();
    await edit(asSuperuser, 14);
    await recompute(asSuperuser);
    const found = await verdict();
    expect(found).toMatchObject({ holds: true, sealedTo: 17n, provedTo: 12n, heads: 1 });
    expect(verdictAsJson(found)).toMatchObject({ holds: true, sealedTo: '17', provedTo: '12' });
    expect(verdictInWords(found)).toBe(
      "The log holds to event 17: proved to event 12 by the heads given (1 agree); the 5 events after it only by the office's own chain.",
    );
  });

  describe('tampered with by a superuser', () => {
    test.each(TAMPERINGS)('$title', async ({ act, seq, says }) => {
      await act(asSuperuser, heads);
      expect(await verdict()).toMatchObject({ holds: false, seq: seq === null ? null : BigInt(seq), says: expect.stringContaining(says) });
    });
  });
});
