import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../core/config.js';
import { PublicHeads } from './heads.adapter.js';

const HEADS = 400;
const HOUR = 3_600_000;
const began = Date.now() - HEADS * HOUR;
/** One an hour, of every third event; a few were signed twice, as after a start of the house. */
const head = (n: number) => ({
  seq: String(Math.floor(n / 2) * 3 + 3),
  head: 'a'.repeat(64),
  at: new Date(began + n * HOUR).toISOString(),
  key: '0'.repeat(16),
  signature: 's'.repeat(n % 5),
});

describe('the signed heads that are published', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lachan-heads-'));
  const file = join(dataDir, 'heads', 'heads.jsonl');
  const heads = (publicLogDelayHours = 0) => new PublicHeads({ dataDir, publicLogDelayHours } as Config);
  beforeAll(() => {
    mkdirSync(join(dataDir, 'heads'));
  });
  afterAll(() => rmSync(dataDir, { recursive: true }));

  test('are none where there is no file, or an empty one', async () => {
    expect([await heads().newest(), await heads().after(0, 9, 9)]).toEqual([null, []]);
    writeFileSync(file, '');
    expect([await heads().newest(), await heads().after(0, 9, 9)]).toEqual([null, []]);
  });
  test('end with the newest one that names no event after a given one', async () => {
    const all = Array.from({ length: HEADS }, (_, n) => head(n));
    writeFileSync(file, all.map((h) => `${JSON.stringify(h)}\n`).join(''));
    expect(await heads().newest()).toEqual(all.at(-1));
    for (let seq = 0; seq <= HEADS * 2; seq++)
      expect([seq, await heads().newest(seq)]).toEqual([seq, all.findLast((h) => Number(h.seq) <= seq) ?? null]);
  });
  test('end as long ago as the setting says', async () => {
    for (const hours of [0, 1, 7, 168, 399, 500]) {
      const newest = await heads(hours).newest();
      const wanted = Array.from({ length: HEADS }, (_, n) => head(n)).findLast(
        (h) => h.at <= new Date(Date.now() - hours * HOUR).toISOString(),
      );
      expect([hours, newest]).toEqual([hours, wanted ?? null]);
    }
  });
  test('come a page at a time, after an event and up to another', async () => {
    const all = Array.from({ length: HEADS }, (_, n) => head(n));
    for (const [seq, to, limit] of [
      [0, 1_000, 3],
      [3, 1_000, 5],
      [299, 320, 100],
      [599, 1_000, 9],
      [600, 1_000, 9],
      [10_000, 20_000, 9],
    ])
      expect(await heads().after(seq, to, limit)).toEqual(all.filter((h) => Number(h.seq) > seq && Number(h.seq) <= to).slice(0, limit));
  });
  test('do not hold a line that is still being written', async () => {
    const before = await heads().newest();
    appendFileSync(file, JSON.stringify({ ...head(HEADS), seq: '99999' }).slice(0, 40));
    expect(await heads().newest()).toEqual(before);
  });
  test('go on after lines that a full disk or a kill cut off', async () => {
    const all = Array.from({ length: HEADS }, (_, n) => head(n));
    const torn = (n: number) => n % 7 === 3 || n === HEADS - 1;
    writeFileSync(file, all.map((h, n) => `${torn(n) ? `${JSON.stringify(h).slice(0, 60)}\n` : ''}${JSON.stringify(h)}\n`).join(''));
    expect(await heads().after(0, 1_000, HEADS)).toEqual(all);
    for (let seq = 0; seq <= HEADS * 2; seq += 5)
      expect([seq, await heads().newest(seq)]).toEqual([seq, all.findLast((h) => Number(h.seq) <= seq) ?? null]);
  });
});
