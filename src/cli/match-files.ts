import { createWriteStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ClaimIndex } from '../classify/matching/claim-index.js';
import { match, modelsOf } from '../classify/matching/match.js';
import { matching } from '../classify/matching/matching-table.js';
import { modelFaults, scorer, type MatcherModel } from '../classify/matching/model.js';
import { dayOf, idOf, readClaims, rows, textOf } from './rows.js';

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
  const rules = options.model ? { ...matching, model: scorer(readModel(options.model)) } : matching;
  const { claims, given } = await readClaims(options.claims);
  const index = new ClaimIndex(claims, rules.text, rules.index, rules.common);
  const done = { claims: claims.length, posts: 0, strong: 0, suggested: 0, model: modelsOf(rules), out: options.out };
  const lines = async function* (): AsyncGenerator<string> {
    for await (const { row, at } of rows(options.posts)) {
      idOf(row, at);
      const author = row.author === undefined || row.author === null ? null : textOf(row, 'author', at);
      const matches = match({ text: textOf(row, 'text', at), author, date: dayOf(row, 'date', at) }, index, rules, { top: options.top });
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

function readModel(file: string): MatcherModel {
  let model: unknown;
  try {
    model = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw error;
    throw new Error(`${file}: this is not JSON: ${(error as Error).message}`, { cause: error });
  }
  const faults = modelFaults(model);
  if (faults.length > 0) throw new Error(faults.map((fault) => `${file}: ${fault}`).join('\n'));
  return model as MatcherModel;
}
