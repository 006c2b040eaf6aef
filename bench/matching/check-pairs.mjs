// Checks the pairs of claim and post: `node bench/matching/check-pairs.mjs`. Form, counts, and that no sentence serves twice.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';

const STANCES = ['spread', 'denial', 'question', 'unrelated'];
const lines = readFileSync(new URL('stance/pairs.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const pairs = lines.map((line) => JSON.parse(line));
const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
const distinct = (list) => new Set(list).size;

const FIELDS = ['id', 'lang', 'claim', 'post', 'author', 'stance'];
for (const [at, pair] of pairs.entries()) {
  const where = `line ${at + 1}`;
  assert.deepEqual(
    Object.keys(pair),
    FIELDS.filter((field) => field in pair),
    where,
  );
  for (const field of FIELDS) if (field !== 'author' || field in pair) assert.ok(pair[field].trim(), `${where}: ${field}`);
  assert.equal(lines[at], lines[at].normalize('NFC'), where);
  assert.match(pair.id, new RegExp(`^${pair.lang}-\\d\\d-[a-h]$`), where);
  assert.ok(['vi', 'en'].includes(pair.lang) && STANCES.includes(pair.stance), where);
}
for (const field of ['id', 'post']) assert.equal(distinct(pairs.map((pair) => pair[field])), pairs.length, `one ${field} serves twice`);

const counts = {};
for (const { lang, stance } of pairs) counts[`${lang} ${stance}`] = (counts[`${lang} ${stance}`] ?? 0) + 1;
assert.deepEqual(new Set(Object.values(counts)), new Set([pairs.length / 8]), 'languages and stances are not even');
const claims = distinct(pairs.map(({ claim }) => claim));
assert.ok(claims >= 60, 'too few claims');

/** Seven words in a row in posts of two claims are a template. */
const seen = new Map();
for (const { id, claim, post } of pairs) {
  const words = wordsOf(post);
  for (let at = 0; at + 7 <= words.length; at++) {
    const run = words.slice(at, at + 7).join(' ');
    assert.ok(!seen.has(run) || seen.get(run).claim === claim, `${id} repeats “${run}” of ${seen.get(run)?.id}`);
    seen.set(run, { id, claim });
  }
}
console.log(`${pairs.length} pairs of ${claims} claims`, counts);
