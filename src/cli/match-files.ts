import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ClaimIndex } from '../classify/matching/claim-index.js';
import { match, modelsOf } from '../classify/matching/match.js';
import { rulesBy } from './match-rules.js';
import { asPost, readClaims, rows } from './rows.js';

/** Names of files, and how many claims a post may get. */
export interface Files {
  claims: string;
  posts: string;
  out: string;
  top: number;
  model?: string;
}

/** Sets each post of a file beside the claims of another, and writes a line for each as it goes. */
export async function matchFiles(options: Files) {
  const rules = rulesBy(options.model);
  const { claims, given } = await readClaims(options.claims);
  const index = new ClaimIndex(claims, rules.text, rules.index, rules.common);
  const done = { claims: claims.length, posts: 0, strong: 0, suggested: 0, model: modelsOf(rules), out: options.out };
  const lines = async function* (): AsyncGenerator<string> {
    for await (const { row, at } of rows(options.posts)) {
      const matches = match(asPost(row, at), index, rules, { top: options.top });
      done.posts += 1;
      if (matches[0]?.strength === 'strong') done.strong += 1;
      else if (matches[0]?.strength === 'suggest') done.suggested += 1;
      const found = matches.map((m) => ({ claim: given.get(m.claimId), score: m.score, stance: m.stance, reasons: m.reasons }));
      yield `${JSON.stringify({ post: row.id, matches: found })}\n`;
    }
  };
  await pipeline(lines, createWriteStream(options.out));
  return done;
}
