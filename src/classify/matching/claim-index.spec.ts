import { describe, expect, test } from '@jest/globals';
import { MessageChannel } from 'node:worker_threads';
import fc from 'fast-check';
import { stemOf } from '../text/stem.js';
import { tokenise } from '../text/tokens.js';
import { ClaimIndex, type IndexedClaim, type Shared } from './claim-index.js';
import type { Flat } from './columns.js';
import { match } from './match.js';
import { matching } from './matching-table.js';
import { rounded } from './saturation.js';

const { text, index: rules, common } = matching;
const made = (claims: IndexedClaim[], own = rules) => new ClaimIndex(claims, text, own, common);
const queried = (index: ClaimIndex, post: string) => index.query(tokenise(post, text, index.knows));
const ask = (index: ClaimIndex, post: string, k: number) =>
  index.search(queried(index, post), k).map(({ claim, bm25 }) => ({ claimId: index.claim(claim).claimId, bm25 }));

/** BM25 of every claim, word by word, as the formula says it: nothing is skipped. */
function fullScan(claims: IndexedClaim[], post: string, k: number) {
  const index = made(claims);
  const family = (t: { bare: string }) => stemOf(t.bare, text.syllables);
  const marked = (t: { bare: string }) => `${family(t)} with its marks`;
  const posted = claims.map((claim) =>
    claim.wordings.flatMap((wording) =>
      tokenise(wording, text, () => true).tokens.flatMap((t) => (t.exact === t.bare ? [family(t)] : [t.exact, marked(t)])),
    ),
  );
  const { k1, b } = rules;
  const average = posted.reduce((sum, terms) => sum + terms.length, 0) / claims.length;
  const { tokens, hasMarks } = tokenise(post, text, index.knows);
  const asked = new Map<string, number>();
  for (const t of tokens) {
    const weight = (common.has(t.exact) ? rules.common_weight : 1) * (t.name ? rules.name_weight : 1);
    const written = t.exact !== t.bare && posted.some((terms) => terms.includes(t.exact));
    const terms = written ? [t.exact] : t.exact === t.bare && hasMarks ? [family(t)] : [family(t), marked(t)];
    for (const term of terms) if (!asked.has(term)) asked.set(term, weight);
  }
  const often = claims.length > 1000 ? claims.length * rules.skip_from : Infinity;
  const all = Math.max(claims.length, rules.assumed_claims);
  const values = [...asked].flatMap(([term, weight]) => {
    const n = posted.filter((terms) => terms.includes(term)).length;
    const rarity = Math.log(1 + (all - n + 0.5) / (n + 0.5)) / Math.log(1 + (all + 0.5) / 0.5);
    return n === 0 || n >= often ? [] : [{ term, value: weight * rarity }];
  });
  return posted
    .map((terms, place) => {
      const score = values.reduce((sum, { term, value }) => {
        const times = terms.filter((other) => other === term).length;
        return times === 0 ? sum : sum + rounded((value * times * (k1 + 1)) / (times + k1 * (1 - b + (b * terms.length) / average)));
      }, 0);
      return { claimId: claims[place].claimId, bm25: score };
    })
    .filter(({ bm25 }) => bm25 > 0)
    .toSorted((a, b) => b.bm25 - a.bm25) // keeps the order of the registry among equals
    .slice(0, k);
}

// few words, some common and some rare, so that scores are often equal and lists long and short
const SYLLABLES = [
  'Đập',
  'đã',
  'vỡ',
  'nước',
  'nuoc',
  'sông',
  'phong',
  'tỏa',
  'toa',
  'của',
  'tin',
  'hồ',
  'ngân',
  'hàng',
  'muối',
  'bank',
  'dam',
  'water',
  '12',
  '700',
];
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...SYLLABLES) },
  { weight: 1, arbitrary: fc.nat(400).map((n) => `tên${n}`.replace(/\d/g, (d) => 'abcdeghikl'[Number(d)])) },
);
const wording = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
const wordings = fc.array(wording, { minLength: 1, maxLength: 2 });
const numbered = (texts: string[][]): IndexedClaim[] =>
  texts.map((each, i) => ({ claimId: `c${i}`, versionId: `c${i}-1`, falseFrom: null, falseTo: null, wordings: each }));

describe('the index of claims', () => {
  test('finds exactly what a scan of every claim finds, equal scores in the same order', () => {
    fc.assert(
      fc.property(fc.array(wordings, { minLength: 1, maxLength: 60 }), wording, fc.integer({ min: 1, max: 30 }), (texts, post, k) => {
        const claims = numbered(texts);
        expect(ask(made(claims), post, k)).toEqual(fullScan(claims, post, k));
      }),
      { numRuns: 100 },
    );
  });

  test('skips nothing that counts among seventeen thousand claims in many windows', () => {
    const random = numbers(7);
    const name = () => `ten${Math.floor(random() * 3000).toString(26)}`;
    const pick = () => (random() < 0.4 ? name() : SYLLABLES[Math.floor(SYLLABLES.length * random() ** 2)]);
    const line = () => Array.from({ length: 3 + Math.floor(random() * 6) }, pick).join(' ');
    const claims = numbered(Array.from({ length: 17_000 }, () => [line()]));
    const index = made(claims, { ...rules, skip_from: 1 });
    for (let round = 0; round < 40; round++) {
      const query = queried(index, `${line()} ${line()}`);
      const whole = index.search(query, claims.length);
      for (const k of [1, 10, 100]) expect(index.search(query, k)).toEqual(whole.slice(0, k));
    }
  }, 60_000);

  test('leaves no claim out because another holds a word in every spelling', () => {
    const spelled = fc.constantFrom(...'ma má mà mả mã mạ la lá là lả lã lạ ban bán bàn bản hồ đập'.split(' '));
    const said = fc.array(spelled, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    const bare = fc.array(fc.constantFrom('ma', 'la', 'ban', 'ho', 'dap'), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(said, { minLength: 2, maxLength: 40 }), bare, fc.integer({ min: 1, max: 3 }), (texts, post, k) => {
        const claims = numbered(texts.map((text) => [text]));
        expect(ask(made(claims), post, k)).toEqual(fullScan(claims, post, k));
      }),
      { numRuns: 200 },
    );
  });

  test('knows a claim from the moment it is put, changed or removed, as if the registry had been read anew', () => {
    const step = fc.record({ claim: fc.nat(15), wordings: fc.option(wordings) });
    fc.assert(
      fc.property(fc.array(wordings, { maxLength: 12 }), fc.array(step, { minLength: 1, maxLength: 12 }), wording, (texts, steps, post) => {
        let standing = numbered(texts);
        const index = made(standing);
        for (const { claim: n, wordings: says } of steps) {
          const claimId = `c${n}`;
          standing = standing.filter((c) => c.claimId !== claimId);
          if (says === null) index.change({ gone: [claimId] });
          else {
            const claim = { claimId, versionId: `${claimId}-2`, falseFrom: '2026-11-20', falseTo: null, wordings: says };
            standing.push(claim);
            index.change({ put: [claim] });
          }
          expect(index.versionOf(claimId)).toBe(says === null ? null : `${claimId}-2`);
        }
        const anew = made(standing);
        expect(index.size).toBe(standing.length);
        expect(ask(index, post, 5)).toEqual(ask(anew, post, 5));
        expect(match({ text: post, date: null }, index, matching, { top: 5 })).toEqual(
          match({ text: post, date: null }, anew, matching, { top: 5 }),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('goes on finding when so much has changed that all is written anew', () => {
    const claims = numbered(Array.from({ length: 1500 }, (_, i) => [`Tin đồn số ${i} về hồ Cánh Diều`]));
    const index = made(claims);
    for (let i = 0; i < 1200; i++)
      index.change({ put: [{ ...claims[i], versionId: `c${i}-2`, wordings: [`Chuyện mới ${i} ở bến Hòa Lâm`] }] });
    expect(index.size).toBe(1500);
    expect(ask(index, 'chuyện mới 777 ở bến Hòa Lâm', 1)).toMatchObject([{ claimId: 'c777' }]);
    expect(ask(index, 'tin đồn số 1400 về hồ Cánh Diều', 1)).toMatchObject([{ claimId: 'c1400' }]);
  });

  test('is opened by another thread from the memory that it shares, and changed no more', async () => {
    const claims = numbered(Array.from({ length: 300 }, (_, i) => [`Tin đồn số ${i} về hồ Cánh Diều`, `rumour ${i} of the lake`]));
    const index = made(claims);
    const post = 'nghe tin đồn số 77 về hồ Cánh Diều';
    const shared = index.share();
    const { port1, port2 } = new MessageChannel();
    const sent = new Promise<Shared>((resolve) => port2.once('message', resolve));
    port1.postMessage(shared);
    const received = await sent;
    port1.close();
    expect((received.store as Flat).words).toMatchObject({ buffer: expect.any(SharedArrayBuffer) });
    (shared.words as { frequency: Int32Array }).frequency[0] += 1;
    expect((received.words as { frequency: Int32Array }).frequency[0]).toBe((shared.words as { frequency: Int32Array }).frequency[0]);
    (shared.words as { frequency: Int32Array }).frequency[0] -= 1;
    const opened = ClaimIndex.open(received, matching);
    expect(match({ text: post, date: null }, opened, matching, { top: 5 })).toEqual(
      match({ text: post, date: null }, index, matching, { top: 5 }),
    );
    for (const one of [index, opened]) expect(() => one.change({ gone: ['c1'] })).toThrow('threads share');
  });

  test('refuses a claim that stands twice', () => {
    expect(() => made(numbered([['một tin'], ['hai tin']]).map((c) => ({ ...c, claimId: 'one' })))).toThrow('The claim one stands twice');
  });
});

/** The same numbers at every run. */
function numbers(seed: number) {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32;
}
