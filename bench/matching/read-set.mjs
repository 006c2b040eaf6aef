import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const rows = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** Post → the claims that are right, from TREC lines: post, 0, claim, 1. */
function qrels(file) {
  const right = new Map();
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const [post, , claim] = line.split('\t');
    if (!right.has(post)) right.set(post, new Set());
    right.get(post).add(claim);
  }
  return right;
}

/**
 * The sets of a folder: `claims.jsonl` {id, text, title?} with `posts.jsonl` {id, text, date?} and `qrels.tsv`, or several of the two
 * as `posts.NAME.jsonl` and `qrels.NAME.tsv`. Posts without a right claim count for false alarms alone.
 */
export function readSets(dir) {
  const claims = rows(join(dir, 'claims.jsonl')).map((claim) => ({ ...claim, id: String(claim.id) }));
  return readdirSync(dir)
    .filter((file) => /^posts(\..+)?\.jsonl$/.test(file))
    .filter((file) => existsSync(join(dir, judged(file))))
    .map((file) => {
      const posts = rows(join(dir, file)).map((post) => ({ ...post, id: String(post.id) }));
      return { name: file.slice(0, -'.jsonl'.length), claims, posts, right: qrels(join(dir, judged(file))) };
    });
}
const judged = (posts) => posts.replace(/^posts/, 'qrels').replace(/\.jsonl$/, '.tsv');
