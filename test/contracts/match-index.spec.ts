import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lachanIn } from '../kit/command-line.js';

describe('lachan match keeps the claims as an index where it is told to', () => {
  let dir: string;
  const at = (name: string) => join(dir, name);
  const read = (name: string) => readFileSync(at(name), 'utf8');
  const best = (name: string, line: number) =>
    (JSON.parse(read(name).split('\n')[line]) as { matches: { claim: unknown }[] }).matches[0].claim;
  const lines = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
  const CLAIMS = [
    { id: 7, text: 'Uống nước muối chữa khỏi bệnh ung thư', wordings: ['salt water cures cancer'] },
    { id: '7b', text: 'Thành phố sẽ cắt điện toàn bộ trong ba ngày tới', falseFrom: '2026-03-01', falseTo: '2026-03-31' },
    ...Array.from({ length: 300 }, (_, i) => ({ id: i % 2 ? `c${i}` : 1000 + i, text: `Tin đồn số ${i} về hồ Cánh Diều sắp vỡ` })),
  ];
  const match = async (out: string, more: string[] = ['--index', 'claims.index'], claims = 'claims.jsonl') => {
    const { code, err } = await lachanIn(dir, ['match', '--claims', claims, '--posts', 'posts.jsonl', '--out', out, ...more]);
    return { code, err };
  };
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'chỉ mục '));
    writeFileSync(at('claims.jsonl'), lines(CLAIMS));
    const posts = Array.from({ length: 900 }, (_, id) => ({
      id,
      text: id % 3 ? `Bà con ơi uống nước muối chữa khỏi bệnh ung thư nhé, lần ${id}` : `Nghe tin đồn số ${id % 300} về hồ Cánh Diều`,
      note: 'x'.repeat(700), // so that several threads take part
    }));
    writeFileSync(at('posts.jsonl'), lines(posts));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('it is written by the first run and read by the next ones, with the same bytes from any number of threads', async () => {
    expect(await match('without.out', [])).toEqual({ code: 0, err: '' });
    expect(await match('first.out')).toEqual({ code: 0, err: 'Index: built, since there is none yet; written to claims.index\n' });
    const { ino, mode } = statSync(at('claims.index'));
    expect(mode & 0o777).toBe(0o600);
    for (const threads of ['1', '3']) {
      const said = await match(`by-${threads}.out`, ['--index', 'claims.index', '--threads', threads]);
      expect(said).toEqual({ code: 0, err: 'Index: read from claims.index\n' });
      expect(read(`by-${threads}.out`) === read('without.out')).toBe(true);
    }
    expect(read('first.out') === read('without.out')).toBe(true);
    expect(best('first.out', 1)).toBe(7);
    expect([statSync(at('claims.index')).ino, readdirSync(dir).filter((name) => name.includes('part'))]).toEqual([ino, []]);
  }, 120_000);
  test('it is built and written anew where the claims have changed by a byte, or the file was damaged', async () => {
    await match('before.out');
    writeFileSync(at('claims.jsonl'), lines([...CLAIMS, { id: 'late', text: 'Nghe tin đồn số 0 về hồ Cánh Diều' }]));
    const anew = 'written to claims.index\n';
    expect(await match('after.out')).toEqual({ code: 0, err: `Index: built, since it was made of other claims; ${anew}` });
    expect([best('before.out', 0), best('after.out', 0)]).toEqual([1000, 'late']);
    const whole = readFileSync(at('claims.index'));
    const altered = Buffer.from(whole);
    altered[whole.length >> 1] ^= 1;
    for (const [bytes, why] of [
      [altered, 'it was damaged'],
      [whole.subarray(0, -40), 'it is not whole'],
      [Buffer.alloc(0), 'it is no index of claims'],
    ] as const) {
      writeFileSync(at('claims.index'), bytes);
      expect(await match('again.out')).toEqual({ code: 0, err: `Index: built, since ${why}; ${anew}` });
      expect(read('again.out') === read('after.out')).toBe(true);
      expect(readFileSync(at('claims.index')).equals(whole)).toBe(true);
    }
  }, 120_000);
  test('a file that is something else is not written over, and nothing is begun', async () => {
    writeFileSync(at('letter.txt'), 'Kính gửi');
    const refused = async (index: string, says: string, claims?: string) =>
      expect(await match('none.out', ['--index', index], claims)).toEqual({ code: 64, err: expect.stringContaining(says) });
    await refused('letter.txt', 'letter.txt is no index of claims, and would be lost');
    await refused('claims.jsonl', 'claims.jsonl is read by this command, and would be lost');
    await refused('none.out', '--index needs a file of its own');
    await refused('-', '--index needs a file of its own');
    await refused('.', '. is a folder');
    await refused('nowhere/claims.index', 'There is no folder nowhere');
    await refused('other.index', '--index needs claims in a file', '-');
    expect([read('letter.txt'), readdirSync(dir).filter((name) => /none|other/.test(name))]).toEqual(['Kính gửi', []]);
  });
});
