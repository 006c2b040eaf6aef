import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { ClaimIndex, type IndexedClaim } from '../classify/matching/claim-index.js';
import { match } from '../classify/matching/match.js';
import { matching } from '../classify/matching/matching-table.js';

/** Names of files, and how many claims a post may get. */
export interface Files {
  claims: string;
  posts: string;
  out: string;
  top: number;
}
type Row = Record<string, unknown>;

const DAY = /^\d{4}-\d{2}-\d{2}/;
const ID = /^.{1,200}$/s;

/** A line that cannot be read, named by file and number. */
class LineError extends Error {}

/** Sets each post of a file beside the claims of another, and writes a line for each as it goes. */
export async function matchFiles(options: Files) {
  const claims: IndexedClaim[] = [];
  const ids = new Set<string>();
  for await (const { row, at } of rows(options.claims)) {
    const claim = asClaim(row, at);
    if (ids.has(claim.claimId)) throw new LineError(`${at}: a claim with the id ${JSON.stringify(claim.claimId)} stands further up`);
    ids.add(claim.claimId);
    claims.push(claim);
  }
  const index = new ClaimIndex(claims, matching.text, matching.index, matching.common);
  const done = { claims: claims.length, posts: 0, strong: 0, suggested: 0, out: options.out };
  const lines = async function* (): AsyncGenerator<string> {
    for await (const { row, at } of rows(options.posts)) {
      const post = { id: idOf(row, at), text: textOf(row, 'text', at), date: dayOf(row, 'date', at) };
      const matches = match(post, index, matching, { top: options.top });
      done.posts += 1;
      if (matches[0]?.strength === 'strong') done.strong += 1;
      else if (matches[0]?.strength === 'suggest') done.suggested += 1;
      const line = {
        post: row.id,
        matches: matches.map((m) => ({
          claim: original.get(m.claimId) ?? m.claimId,
          score: m.score,
          stance: m.stance,
          reasons: m.reasons,
        })),
      };
      yield `${JSON.stringify(line)}\n`;
    }
  };
  await pipeline(lines, createWriteStream(options.out));
  return done;
}

async function* rows(file: string): AsyncGenerator<{ row: Row; at: string }> {
  const input = createReadStream(file, 'utf8');
  await once(input, 'open');
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    const text = number === 1 ? line.replace(/^\ufeff/, '') : line;
    if (text.trim() === '') continue;
    const at = `${file}:${number}`;
    let row: unknown;
    try {
      row = JSON.parse(text);
    } catch (error) {
      throw new LineError(`${at}: this line is not JSON: ${(error as Error).message}`);
    }
    if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new LineError(`${at}: this line is not a JSON object`);
    yield { row: row as Row, at };
  }
}

/** ids that came as numbers go out as numbers */
const original = new Map<string, unknown>();
function idOf(row: Row, at: string): string {
  const { id } = row;
  if ((typeof id !== 'string' && typeof id !== 'number') || !ID.test(String(id)))
    throw new LineError(`${at}: "id" must be a text or a number`);
  return String(id);
}
function textOf(row: Row, key: string, at: string): string {
  const value = row[key];
  if (typeof value !== 'string') throw new LineError(`${at}: "${key}" must be a text`);
  return value;
}
function dayOf(row: Row, key: string, at: string): string | null {
  const value = row[key];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string' || !DAY.test(value) || Number.isNaN(Date.parse(value.slice(0, 10))))
    throw new LineError(`${at}: "${key}" must be a day such as 2026-11-24`);
  return value.slice(0, 10);
}
function asClaim(row: Row, at: string): IndexedClaim {
  const id = idOf(row, at);
  if (typeof row.id === 'number') original.set(id, row.id);
  const more = row.wordings === undefined ? [] : row.wordings;
  if (!Array.isArray(more) || more.some((w) => typeof w !== 'string')) throw new LineError(`${at}: "wordings" must be a list of texts`);
  const text = textOf(row, 'text', at);
  const titled = row.title === undefined || row.title === null || row.title === '' ? [] : [`${text}\n${textOf(row, 'title', at)}`];
  return {
    claimId: id,
    versionId: id,
    falseFrom: dayOf(row, 'falseFrom', at),
    falseTo: dayOf(row, 'falseTo', at),
    wordings: [text, ...titled, ...(more as string[])],
  };
}
