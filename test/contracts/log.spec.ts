import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HeadKeeper } from '../../src/core/events/head-keeper.js';
import { verifyLog } from '../../src/core/events/verify-log.js';
import { digestOf, headOf } from '../../src/core/events/seal.js';
import '../../src/classify/events.js';
import { layGround, type Ground } from '../kit/ground.js';

const retired = (n: number) => ({ type: 'claim.retired' as const, v: 1 as const, public: { topic: `chu-de-${n}` }, office: { claimId: `c${n}` }, actor: null, subject: `c${n}` });

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

  beforeEach(async () => { ground = await layGround(); heads = mkdtempSync(join(tmpdir(), 'lachan-heads-')); await fill(12); }, 30_000);
  afterEach(async () => { await ground.close(); rmSync(heads, { recursive: true }); });

  test('holds to its last event when nobody touched it', async () => {
    expect(await verdict()).toEqual({ holds: true, sealedTo: 12n, heads: 1 });
  });
  test('seals events without a gap when they are written side by side', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => ground.db.tx((tx) => ground.log.append(tx, retired(100 + i)))));
    await Promise.all([ground.sealer.seal(), ground.sealer.seal(), ground.sealer.seal()]);
    expect(await verdict()).toMatchObject({ holds: true, sealedTo: 32n });
  });
  test('a transaction that fails leaves neither event nor delivery', async () => {
    await expect(ground.db.tx(async (tx) => { await ground.log.append(tx, retired(1)); throw new Error('no'); })).rejects.toThrow('no');
    expect(await asSuperuser('SELECT count(*)::int AS n FROM core.events')).toEqual([{ n: 12 }]);
  });
  test('the app itself cannot change, delete or empty what was written', async () => {
    for (const table of ['events', 'seals', 'evidence_items']) {
      for (const sql of [`UPDATE core.${table} SET ${table === 'seals' ? 'head = head' : table === 'events' ? 'type = type' : 'kind = kind'}`, `DELETE FROM core.${table}`, `TRUNCATE core.${table} CASCADE`]) {
        await expect(ground.source.query(sql)).rejects.toThrow(/permission denied/);
      }
    }
  });

  describe('tampered with by a superuser', () => {
    const edit = (position: number) => asSuperuser(`UPDATE core.events SET office_part = convert_to(replace(convert_from(office_part, 'UTF8'), 'chu', 'chu'), 'UTF8'), public_part = convert_to(replace(convert_from(public_part, 'UTF8'), 'chu-de', 'chu-dE'), 'UTF8') WHERE position = $1`, [position]);
    const recompute = async () => {
      const rows = await asSuperuser('SELECT s.seq, e.public_part, e.office_part FROM core.seals s JOIN core.events e ON e.id = s.event_id ORDER BY s.seq');
      let head: Buffer = Buffer.alloc(32);
      for (const row of rows) {
        const digest = digestOf(row.public_part, row.office_part);
        head = headOf(BigInt(row.seq), head, digest);
        await asSuperuser('UPDATE core.seals SET digest = $2, head = $3 WHERE seq = $1', [row.seq, digest, head]);
      }
    };
    test('an edited event is named', async () => {
      await edit(5);
      expect(await verdict()).toEqual({ holds: false, seq: 5n, says: 'event 5 was changed after it was sealed' });
    });
    test('a deleted event is named', async () => {
      await asSuperuser('ALTER TABLE core.seals DROP CONSTRAINT seals_event_id_fkey');
      await asSuperuser('DELETE FROM core.events WHERE position = 7');
      expect(await verdict()).toMatchObject({ holds: false, seq: 7n });
    });
    test('a tail that was cut shows against the heads outside', async () => {
      await asSuperuser('DELETE FROM core.seals WHERE seq > 9');
      await asSuperuser('DELETE FROM core.events e WHERE NOT EXISTS (SELECT 1 FROM core.seals s WHERE s.event_id = e.id)');
      expect(await verdict()).toMatchObject({ holds: false, seq: 10n, says: expect.stringContaining('tail was cut') });
    });
    test('a chain that was recomputed whole shows against the heads outside', async () => {
      await edit(3);
      await recompute();
      expect(await verdict()).toMatchObject({ holds: false, seq: 12n, says: expect.stringContaining('recomputed') });
    });
    test('two events that changed places are named', async () => {
      await asSuperuser('ALTER TABLE core.seals DROP CONSTRAINT seals_event_id_key');
      await asSuperuser(`UPDATE core.seals a SET event_id = b.event_id FROM core.seals b WHERE (a.seq, b.seq) IN ((4, 6), (6, 4))`);
      expect(await verdict()).toMatchObject({ holds: false, seq: 4n });
    });
    test('an event that was slipped in without a seal is named', async () => {
      await asSuperuser(`UPDATE core.events SET public_part = convert_to(jsonb_set(public, '{recordedAt}', '"2020-01-01T00:00:00.000Z"')::text, 'UTF8') WHERE position = 12`);
      await asSuperuser('DELETE FROM core.seals WHERE seq = 12');
      rmSync(join(heads, 'heads.jsonl'));
      expect(await verdict()).toMatchObject({ holds: false, says: expect.stringContaining('without a seal') });
    });
  });
});
