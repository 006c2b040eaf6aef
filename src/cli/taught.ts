import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { IndexedClaim } from '../classify/matching/claim-index.js';
import type { TaughtPost } from '../classify/training/examples.js';
import { idOf, LineError, readClaims, rows, textOf } from './rows.js';

/** Claims with posts that people have set beside them. */
export interface TaughtSet {
  name: string;
  claims: IndexedClaim[];
  posts: TaughtPost[];
}

/**
 * What a folder teaches: `claims.jsonl` with `posts.jsonl` and `qrels.tsv` (or `posts.NAME.jsonl` and `qrels.NAME.tsv`, any number;
 * TREC lines: post, 0, claim, 1), or `pairs.jsonl` {claim, post, stance}, where a post that is no `unrelated` is about its claim.
 */
export async function readTaught(dir: string): Promise<TaughtSet> {
  const name = basename(dir);
  const pairs = join(dir, 'pairs.jsonl');
  if (existsSync(pairs)) return { name, ...(await readPairs(pairs)) };
  const claims = await readClaims(join(dir, 'claims.jsonl'));
  const known = new Set(claims.map((claim) => claim.claimId));
  const posts: TaughtPost[] = [];
  for (const file of readdirSync(dir).filter((f) => /^posts(\..+)?\.jsonl$/.test(f))) {
    const right = readQrels(join(dir, file.replace(/^posts/, 'qrels').replace(/\.jsonl$/, '.tsv')), known);
    for await (const { row, at } of rows(join(dir, file)))
      posts.push({ text: textOf(row, 'text', at), right: right.get(idOf(row, at)) ?? new Set() });
  }
  return { name, claims, posts };
}

/** Post → the claims that it is about, from TREC lines: post, 0, claim, 1. */
export function readQrels(file: string, known: ReadonlySet<string>): Map<string, Set<string>> {
  const right = new Map<string, Set<string>>();
  readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split('\n')
    .forEach((line, i) => {
      if (line.trim() === '') return;
      const [post, , claim, judged] = line.split('\t');
      if (judged === undefined) throw new LineError(`${file}:${i + 1}: four columns are needed: post, 0, claim, 1`);
      if (!known.has(claim)) throw new LineError(`${file}:${i + 1}: there is no claim ${claim}`);
      if (Number(judged) > 0) right.set(post, (right.get(post) ?? new Set()).add(claim));
    });
  return right;
}

async function readPairs(file: string): Promise<Omit<TaughtSet, 'name'>> {
  const ids = new Map<string, string>();
  const posts: TaughtPost[] = [];
  for await (const { row, at } of rows(file)) {
    const claim = textOf(row, 'claim', at);
    if (!ids.has(claim)) ids.set(claim, String(ids.size + 1));
    const about = textOf(row, 'stance', at) !== 'unrelated';
    posts.push({ text: textOf(row, 'post', at), right: new Set(about ? [ids.get(claim)!] : []) });
  }
  const claims = [...ids].map(([text, claimId]) => ({ claimId, versionId: claimId, falseFrom: null, falseTo: null, wordings: [text] }));
  return { claims, posts };
}
