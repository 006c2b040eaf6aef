import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexedClaim } from '../classify/matching/claim-index.js';
import type { Post } from '../classify/matching/match.js';
import { STANCES, type StanceLabel } from '../classify/matching/stance/stance.js';
import { asPost, idOf, LineError, readClaims, rows, type Row } from './rows.js';
import { readQrels } from './taught.js';
import { WrongUse } from './wrong-use.js';

/** A post that people have set beside its claims. */
export interface JudgedPost {
  post: Post;
  right: ReadonlySet<string>;
  stance: StanceLabel | null;
}
export interface JudgedSet {
  /** `posts`, or `dev` of posts.dev.jsonl */
  name: string;
  posts: Map<string, JudgedPost>;
}

/** The claims of a folder and its posts with what is right: `posts.jsonl` and `qrels.tsv`, or `posts.NAME.jsonl` and `qrels.NAME.tsv`, any number. */
export async function readJudged(dir: string, only?: string): Promise<{ claims: IndexedClaim[]; sets: JudgedSet[] }> {
  const claims = await readClaims(join(dir, 'claims.jsonl'));
  const known = new Set(claims.map((claim) => claim.claimId));
  const names = readdirSync(dir)
    .flatMap((file) => /^posts(?:\.(.+))?\.jsonl$/.exec(file)?.slice(0, 2) ?? [])
    .filter((_, i) => i % 2 === 1)
    .map((name: string | undefined) => name ?? 'posts')
    .filter((name) => existsSync(join(dir, fileOf('qrels', name, 'tsv'))))
    .sort();
  if (names.length === 0) throw new WrongUse(`${dir}: there is no posts.jsonl with a qrels.tsv`);
  if (only && !names.includes(only)) throw new WrongUse(`${dir}: there is no set ${only}; there are ${names.join(', ')}`);
  const sets: JudgedSet[] = [];
  for (const name of only ? [only] : names) sets.push({ name, posts: await readPosts(dir, name, known) });
  return { claims, sets };
}

const fileOf = (kind: string, name: string, ending: string): string =>
  name === 'posts' ? `${kind}.${ending}` : `${kind}.${name}.${ending}`;

async function readPosts(dir: string, name: string, known: ReadonlySet<string>): Promise<JudgedSet['posts']> {
  const qrels = join(dir, fileOf('qrels', name, 'tsv'));
  const right = readQrels(qrels, known);
  const posts: JudgedSet['posts'] = new Map();
  for await (const { row, at } of rows(join(dir, fileOf('posts', name, 'jsonl')))) {
    const id = idOf(row, at);
    if (posts.has(id)) throw new LineError(`${at}: a post with the id ${JSON.stringify(id)} stands further up`);
    posts.set(id, { post: asPost(row, at), right: right.get(id) ?? new Set(), stance: stanceIn(row, at) });
  }
  for (const id of right.keys()) if (!posts.has(id)) throw new LineError(`${qrels}: there is no post ${id}`);
  return posts;
}

function stanceIn(row: Row, at: string): StanceLabel | null {
  if (row.stance === undefined || row.stance === null) return null;
  if (!STANCES.includes(row.stance as StanceLabel)) throw new LineError(`${at}: "stance" must be one of ${STANCES.join(', ')}`);
  return row.stance as StanceLabel;
}
