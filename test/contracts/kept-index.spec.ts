import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClaimRepository } from '../../src/classify/claim.repository.js';
import { KeptIndex } from '../../src/classify/kept-index.adapter.js';
import { indexOf, KnownClaims, suggestions } from '../../src/classify/known-claims.repository.js';
import { RulesInForceRepository } from '../../src/classify/trials/rules-in-force.repository.js';
import { Db, type Tx } from '../../src/core/database/db.js';
import { openOffice, type Office } from '../kit/office.js';
import { retire } from './cases-setup.js';

/** Knows how often the whole registry was read. */
class Counted extends ClaimRepository {
  whole = 0;
  override inForce(tx: Tx) {
    this.whole += 1;
    return super.inForce(tx);
  }
}
const FROM = 5;
const AGAIN = 4;

describe('the index of a large registry, kept as a file', () => {
  let office: Office;
  let dataDir: string;
  const sql = (text: string, values: unknown[] = []) => office.database.owner(text, values);
  const file = () => join(dataDir, 'index', 'claims.index');
  /** A process that starts on this database and this data folder. */
  function start(from = FROM) {
    const claims = new Counted();
    const kept = new KeptIndex({ dataDir }, { from, again: AGAIN });
    const known = new KnownClaims(office.app.get(Db), claims, office.app.get(RulesInForceRepository), kept);
    const finds = async (text: string) => {
      const { index, rules } = await known.now();
      return suggestions({ text, date: '2026-11-20' }, index, rules)[0]?.claimId;
    };
    return { claims, known, finds, written: () => kept.onApplicationShutdown() };
  }
  const says = async (claimId: string, text: string): Promise<void> => {
    const versionId = randomUUID();
    await sql(
      `INSERT INTO classify.claim_versions (id, claim_id, number, topic, harm, wordings, truth, sources, false_from, drafted_by)
       VALUES ($1, $2, (SELECT count(*) + 1 FROM classify.claim_versions WHERE claim_id = $2), 'y-te', 'high', $3, 'Không đúng', '[]', '2026-01-01', $4)`,
      [versionId, claimId, JSON.stringify([{ language: 'vi', text }]), randomUUID()],
    );
    await sql(`UPDATE classify.claims SET state = 'approved', current_version_id = $2 WHERE id = $1`, [claimId, versionId]);
  };
  const comes = async (text: string): Promise<string> => {
    const claimId = randomUUID();
    await sql(`INSERT INTO classify.claims (id, state) VALUES ($1, 'draft')`, [claimId]);
    await says(claimId, text);
    return claimId;
  };
  const BRIDGE = 'Cầu Vàm Sâu nứt trụ lớn, xe tải bị cấm qua';
  const FERRY = 'Bến phà Cồn Én ngừng chạy từ tuần sau';
  const LIGHTS = 'Thành phố cắt điện toàn bộ trong ba ngày tới';
  const SALT = 'Uống nước muối chữa khỏi bệnh ung thư';
  let bridge: string;
  let ferry: string;
  let salt: string;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'lachan-kept-'));
    await sql('TRUNCATE classify.claims CASCADE');
    [bridge, ferry, salt] = [await comes(BRIDGE), await comes(FERRY), await comes(SALT)];
    for (const name of ['An Bình', 'Hòa Lâm', 'Tân Quới']) await comes(`Chợ ${name} đóng cửa vì có người bị ngộ độc`);
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  test('a process that starts reads the file, and from the database what came, changed and was retired since', async () => {
    const first = start();
    expect([await first.finds(BRIDGE), await first.finds(FERRY)]).toEqual([bridge, ferry]);
    await first.written();
    expect(statSync(file()).mode & 0o777).toBe(0o600);

    await retire(office, ferry);
    await says(salt, 'Vắc xin có gắn vi mạch theo dõi người tiêm');
    const lights = await comes(LIGHTS);
    const second = start();
    expect(await second.finds(FERRY)).toBeUndefined();
    expect([await second.finds(BRIDGE), await second.finds(LIGHTS)]).toEqual([bridge, lights]);
    expect([await second.finds('Vắc xin có gắn vi mạch theo dõi người tiêm'), await second.finds(SALT)]).toEqual([salt, undefined]);
    expect([first.claims.whole, second.claims.whole]).toEqual([1, 0]);
    // as a registry that is read anew, and as the process that was there before
    const { index } = await second.known.now();
    const anew = indexOf(await office.app.get(Db).read((tx) => first.claims.inForce(tx)));
    for (const other of [anew, (await first.known.now()).index])
      expect(new Set([...index.claims()].map((c) => c.versionId))).toEqual(new Set([...other.claims()].map((c) => c.versionId)));
  });
  test('is followed on: what changes after the start is found, and what is retired no more', async () => {
    const first = start();
    await first.known.now();
    await first.written();
    const second = start();
    expect(await second.finds(FERRY)).toBe(ferry);
    await retire(office, ferry);
    const lights = await comes(LIGHTS);
    expect([await second.finds(FERRY), await second.finds(LIGHTS), second.claims.whole]).toEqual([undefined, lights, 0]);
  });
  test('a database that was restored, and went on by itself, is read anew', async () => {
    const first = start();
    const lost = await comes(LIGHTS);
    expect(await first.finds(LIGHTS)).toBe(lost);
    await first.written();
    // as a restored one: that claim did not come into force yet, and the number that it got is that of another change
    await sql('ALTER TABLE classify.claims DISABLE TRIGGER USER');
    await sql(`UPDATE classify.claims SET state = 'draft', current_version_id = NULL, changed = 1 WHERE id = $1`, [lost]);
    await sql('ALTER TABLE classify.claims ENABLE TRIGGER USER');
    const second = start();
    expect([await second.finds(LIGHTS), await second.finds(BRIDGE), second.claims.whole]).toEqual([undefined, bridge, 1]);
    await second.written();
    const third = start();
    expect([await third.finds(LIGHTS), await third.finds(BRIDGE), third.claims.whole]).toEqual([undefined, bridge, 0]);
  });
  test('a file that is damaged, cut, of something else or a folder is put right by building it anew', async () => {
    const first = start();
    await first.known.now();
    await first.written();
    const whole = readFileSync(file());
    const altered = Buffer.from(whole);
    altered[whole.length - 1000] ^= 1;
    for (const bytes of [altered, whole.subarray(0, whole.length / 2), Buffer.from('a letter'), Buffer.alloc(0)]) {
      writeFileSync(file(), bytes);
      const next = start();
      expect([await next.finds(BRIDGE), next.claims.whole]).toEqual([bridge, 1]);
      await next.written();
      const after = start();
      expect([await after.finds(BRIDGE), after.claims.whole]).toEqual([bridge, 0]);
    }
    rmSync(join(dataDir, 'index'), { recursive: true });
    writeFileSync(join(dataDir, 'index'), ''); // where nothing can be written either
    const next = start();
    expect(await next.finds(FERRY)).toBe(ferry);
    await next.written();
    const later = await comes(LIGHTS);
    expect(await next.finds(LIGHTS)).toBe(later);
  });
  test('is written again after enough changes, and not after each', async () => {
    const one = start();
    await one.known.now();
    await one.written();
    const at = () => statSync(file()).ino;
    const before = at();
    for (let i = 0; i < AGAIN - 1; i++) {
      await comes(`Trường số ${i} cho học sinh nghỉ vì dịch`);
      await one.known.now();
      await one.written();
    }
    expect(at()).toBe(before);
    await comes('Trường cuối cùng cho học sinh nghỉ vì dịch');
    await one.known.now();
    await one.written();
    expect(at()).not.toBe(before);
  });
  test('several processes may write it at once: it is whole, and nothing else is left', async () => {
    const all = Array.from({ length: 4 }, () => start());
    await Promise.all(all.map(({ known }) => known.now()));
    await Promise.all(all.map(({ written }) => written()));
    expect(readdirSync(join(dataDir, 'index'), { recursive: true }).sort()).toEqual(['claims.index', 'parts']);
    const next = start();
    expect([await next.finds(FERRY), next.claims.whole]).toEqual([ferry, 0]);
  });
  test('a registry that is soon read has none', async () => {
    const small = start(100);
    expect(await small.finds(FERRY)).toBe(ferry);
    await small.written();
    expect(existsSync(join(dataDir, 'index'))).toBe(false);
  });
});
