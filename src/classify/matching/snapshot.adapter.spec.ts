import { afterAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { ClaimIndex, type IndexedClaim } from './claim-index.js';
import { madeBy } from './made-by.adapter.js';
import { match } from './match.js';
import { INDEX_TABLES, matching } from './matching-table.js';
import { readSnapshot, writeSnapshot } from './snapshot.adapter.js';
import { columnsOf, HEAD_BYTES, MAGIC, type Kept } from './snapshot.js';

const { text, index: rules, common } = matching;
const built = (claims: IndexedClaim[]) => new ClaimIndex(claims, text, rules, common);
const wanted = { madeBy: 'these rules' };
const numbered = (texts: string[][]): IndexedClaim[] =>
  texts.map((wordings, i) => ({ claimId: `c${i}`, versionId: `c${i}-1`, falseFrom: i % 2 ? '2026-11-20' : null, falseTo: null, wordings }));
const rumours = (many: number) => numbered(Array.from({ length: many }, (_, i) => [`Tin đồn số ${i} về hồ Cánh Diều`, `rumour ${i}`]));

const word = fc.constantFrom(
  ...'Đập đã vỡ nước nuoc sông phong tỏa toa của tin hồ ngân hàng muối bank dam 12 700 hòa Lâm tenabc'.split(' '),
);
const wording = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const wordings = fc.array(wording, { minLength: 1, maxLength: 2 });
const steps = fc.array(fc.record({ claim: fc.nat(15), wordings: fc.option(wordings) }), { maxLength: 10 });
type Steps = typeof steps extends fc.Arbitrary<infer T> ? T : never;
function change(index: ClaimIndex, made: Steps): void {
  for (const { claim, wordings: says } of made) {
    const claimId = `c${claim}`;
    if (says === null) index.change({ gone: [claimId] });
    else index.change({ put: [{ claimId, versionId: `${claimId}-2`, falseFrom: null, falseTo: '2026-12-01', wordings: says }] });
  }
}

describe('an index in a file', () => {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-snapshot-'));
  const file = join(dir, 'claims.index');
  const part = join(dir, 'part');
  const write = (index: ClaimIndex, of = '7', holds?: () => boolean) =>
    writeSnapshot({ file, part }, { of, madeBy: wanted.madeBy, flat: index.flat() }, holds);
  const reopened = async () => {
    const read = (await readSnapshot(file, wanted)) as Kept;
    expect(read).toMatchObject({ of: '7' });
    return new ClaimIndex([], text, rules, common, read.flat);
  };
  afterAll(() => rmSync(dir, { recursive: true }));

  test('answers as the one it was written from, whatever changes before and after', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wordings, { maxLength: 12 }), steps, steps, wording, async (texts, before, after, post) => {
        const index = built(numbered(texts));
        change(index, before);
        await write(index);
        const opened = await reopened();
        for (const each of [index, opened]) change(each, after);
        const asked = { text: post, date: '2026-11-25' };
        expect(match(asked, opened, matching, { top: 9 })).toEqual(match(asked, index, matching, { top: 9 }));
        expect([...opened.claims()]).toEqual([...index.claims()]);
        expect(opened.share()).toEqual(index.share()); // bit by bit, once all postings are written anew
      }),
      { numRuns: 60 },
    );
  });
  test('knows how much was changed before it was written: after the thousandth change all is written anew', async () => {
    const index = built(rumours(1200));
    const ids = [...index.claims()].map((c) => c.claimId);
    index.change({ gone: ids.slice(0, 600) });
    await write(index);
    const opened = await reopened();
    const places = () => (opened.flat().store as { id: Int32Array }).id.length;
    opened.change({ gone: ids.slice(600, 1000) });
    expect([places(), opened.size]).toEqual([1200, 200]);
    opened.change({ gone: ids.slice(1000, 1001) });
    expect([places(), opened.size]).toEqual([199, 199]);
  });

  test('is refused where it was cut off or anything in it was changed', async () => {
    await write(built(rumours(40)));
    const whole = readFileSync(file);
    const damaged: Buffer[] = [Buffer.alloc(0), Buffer.concat([whole, Buffer.from('x')])];
    for (let length = 1; length < whole.length; length += 997) damaged.push(whole.subarray(0, length));
    for (let at = 0; at < whole.length; at += at < HEAD_BYTES ? 61 : 499) {
      damaged.push(Buffer.from(whole));
      damaged.at(-1)![at] ^= 1 << (at % 8);
    }
    for (const bytes of damaged) {
      writeFileSync(file, bytes);
      expect(await readSnapshot(file, wanted)).toMatch(/^it /);
    }
    writeFileSync(file, whole);
    expect(await readSnapshot(file, wanted)).toMatchObject({ of: '7' });
  });
  test('is refused with the reason where it is of other rules, other claims or another form, or is none', async () => {
    await write(built(rumours(3)));
    expect(await readSnapshot(file, { madeBy: 'other rules' })).toBe('it was made by other rules or another version');
    expect(await readSnapshot(file, { ...wanted, of: '8' })).toBe('it was made of other claims');
    const [head, says] = [readFileSync(file, 'utf8'), '{"format":2}'];
    const later = MAGIC + createHash('sha256').update(says).digest('hex') + says;
    writeFileSync(file, later.padEnd(HEAD_BYTES) + head.slice(HEAD_BYTES));
    expect(await readSnapshot(file, wanted)).toBe('it has the form of another version');
    writeFileSync(file, 'a letter');
    expect(await readSnapshot(file, wanted)).toBe('it is no index of claims');
    expect(await readSnapshot(join(dir, 'nothing'), wanted)).toBe('there is none yet');
    expect(await readSnapshot(dir, wanted)).toBe('it cannot be read (EISDIR)');
  });

  test('is dropped, and the one before it stays, where the index is changed while it is written', async () => {
    const index = built(rumours(5));
    let [asked, changed] = [0, 0];
    const changedAt = (time: number) => () => {
      if ((asked += 1) === time) changed += 1;
      return changed === 0;
    };
    expect(await write(built(rumours(3)), '7', changedAt(0))).toBe(true);
    const pieces = columnsOf(index.flat()).filter(({ values }) => values.length > 0).length + 1;
    for (const time of [1, 20, pieces + 1]) {
      [asked, changed] = [0, 0];
      expect([time, await write(index, '7', changedAt(time))]).toEqual([time, false]);
      expect([(await reopened()).size, readdirSync(dir)]).toEqual([3, ['claims.index']]);
    }
    expect([await write(index), (await reopened()).size]).toEqual([true, 5]);
  });
  test('is whole whoever of several writes it last, and read whole meanwhile', async () => {
    const indexes = [10, 20, 30].map((many) => built(rumours(many)));
    await write(indexes[0]);
    const writing = Array.from({ length: 9 }, (_, i) =>
      writeSnapshot({ file, part: `${part}-${i}` }, { of: '7', ...wanted, flat: indexes[i % 3].flat() }),
    );
    for (let i = 0; i < 20; i++) expect([10, 20, 30]).toContain((await reopened()).size);
    expect(await Promise.all(writing)).toEqual(Array(9).fill(true));
    expect([10, 20, 30]).toContain((await reopened()).size);
    expect(readdirSync(dir)).toEqual(['claims.index']);
  });

  test('hangs on the tables that texts are read by', () => {
    const [table, ...others] = INDEX_TABLES as [object];
    expect(madeBy()).toBe(madeBy());
    expect(madeBy([{ ...table, same_words: { ko: 'không' } }, ...others])).not.toBe(madeBy());
  });
});
