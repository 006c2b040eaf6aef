import { InvalidArgumentError, type Command } from 'commander';
import { createReadStream, createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { match } from '../classify/matching/match.js';
import { ClaimIndex, type IndexedClaim } from '../classify/matching/claim-index.js';
import { matching } from '../classify/matching/matching-table.js';

interface Options {
  claims: string;
  posts: string;
  out: string;
  top: number;
  json?: boolean;
}
type Row = Record<string, unknown>;

const DAY = /^\d{4}-\d{2}-\d{2}/;
const ID = /^.{1,200}$/s;

export default (program: Command): void => {
  program
    .command('match')
    .description('Set posts beside claims and write, for each post, the claims that it resembles most. Needs no server and no database.')
    .requiredOption('--claims <file>', 'claims, a JSON object a line: {id, text, title?, wordings?, falseFrom?, falseTo?}')
    .requiredOption('--posts <file>', 'posts, a JSON object a line: {id, text, date?}')
    .requiredOption('--out <file>', 'where to write {post, matches: [{claim, score, stance, reasons}]}, a line for each post')
    .option('--top <n>', 'claims per post, at most', count, 5)
    .option('--json', 'one line of JSON on stdout at the end')
    .addHelpText('after', '\nExample:\n  lachan match --claims claims.jsonl --posts posts.jsonl --top 10 --out matches.jsonl')
    .action(async (options: Options) => {
      const done = await run(options);
      process.stdout.write(
        options.json
          ? `${JSON.stringify(done)}\n`
          : `${done.posts} posts set beside ${done.claims} claims: ${done.strong} with a strong match, ${done.suggested} with a suggestion. Written to ${options.out}\n`,
      );
    });
};

/** A line that cannot be read, named by file and number. */
class LineError extends Error {}

async function run(options: Options) {
  const claims: IndexedClaim[] = [];
  const ids = new Set<string>();
  for await (const { row, at } of rows(options.claims)) {
    const claim = asClaim(row, at);
    if (ids.has(claim.claimId)) throw new LineError(`${at}: a claim with the id ${JSON.stringify(claim.claimId)} stands further up`);
    ids.add(claim.claimId);
    claims.push(claim);
  }
  const index = new ClaimIndex(claims, matching.text, matching.index, matching.common);
  const out = createWriteStream(options.out);
  await once(out, 'open');
  const done = { claims: claims.length, posts: 0, strong: 0, suggested: 0, out: options.out };
  try {
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
      if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
    }
  } finally {
    out.end();
    await finished(out);
  }
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
function count(value: string): number {
  const n = Number(value);
  if (!Number.isInteger(n) || n < 1 || n > 1000) throw new InvalidArgumentError('a whole number from 1 to 1000 is needed');
  return n;
}
