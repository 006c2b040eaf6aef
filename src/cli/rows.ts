import type { IndexedClaim } from '../classify/matching/claim-index.js';
import type { Post } from '../classify/matching/match.js';
import { batchesOf, LONGEST_LINE, nameOf, type Line } from './lines.js';

export type Row = Record<string, unknown>;

const DAY = /^\d{4}-\d{2}-\d{2}/;
const ID = /^.{1,200}$/s;
/** one that the calendar has: a date of JavaScript goes on into the next month */
const isDay = (day: string): boolean => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);

/** A line that cannot be read, named by file and number. */
export class LineError extends Error {}

/** The rows of a JSONL file, each with its place; empty lines are passed over. */
export async function* rows(file: string): AsyncGenerator<{ row: Row; at: string }> {
  for await (const { lines } of batchesOf(file))
    for (const line of lines) {
      const at = `${nameOf(file)}:${line.number}`;
      yield { row: rowIn(line, at), at };
    }
}

export function rowIn({ text }: Line, at: string): Row {
  if (text === null) throw new LineError(`${at}: this line is longer than ${LONGEST_LINE / 2 ** 20} MiB`);
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch (error) {
    throw new LineError(`${at}: this line is not JSON: ${(error as Error).message}`);
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new LineError(`${at}: this line is not a JSON object`);
  return row as Row;
}

export function idOf({ id }: Row, at: string, key = 'id'): string {
  if ((typeof id !== 'string' && typeof id !== 'number') || !ID.test(String(id)))
    throw new LineError(`${at}: "${key}" must be a text or a number`);
  return String(id);
}
export function textOf(row: Row, key: string, at: string): string {
  const value = row[key];
  if (typeof value !== 'string') throw new LineError(`${at}: "${key}" must be a text`);
  return value;
}
export function dayOf(row: Row, key: string, at: string): string | null {
  const value = row[key];
  if (value === undefined || value === null || value === '') return null;
  const day = typeof value === 'string' ? (DAY.exec(value)?.[0] ?? '') : '';
  if (!isDay(day)) throw new LineError(`${at}: "${key}" must be a day such as 2026-11-24`);
  return day;
}

/** A post as the matcher takes it, from {id, text, author?, date?}. */
export function asPost(row: Row, at: string): Post {
  idOf(row, at);
  const author = row.author === undefined || row.author === null ? null : textOf(row, 'author', at);
  return { text: textOf(row, 'text', at), author, date: dayOf(row, 'date', at) };
}

/** A claim as the matcher takes it, from {id, text, title?, wordings?, falseFrom?, falseTo?}; its version is its id as it was written, number or text. */
export function asClaim(row: Row, at: string): IndexedClaim {
  const id = idOf(row, at);
  const more = row.wordings === undefined ? [] : row.wordings;
  if (!Array.isArray(more) || more.some((w) => typeof w !== 'string')) throw new LineError(`${at}: "wordings" must be a list of texts`);
  const text = textOf(row, 'text', at);
  const titled = row.title === undefined || row.title === null || row.title === '' ? [] : [textOf(row, 'title', at)];
  const [falseFrom, falseTo] = [dayOf(row, 'falseFrom', at), dayOf(row, 'falseTo', at)];
  if (falseFrom && falseTo && falseTo < falseFrom) throw new LineError(`${at}: "falseTo" lies before "falseFrom"`);
  return {
    claimId: id,
    versionId: JSON.stringify(row.id),
    falseFrom,
    falseTo,
    wordings: [text, ...titled, ...(more as string[])],
  };
}

/** The claims of a file; an id that stands twice is refused. */
export async function readClaims(file: string): Promise<IndexedClaim[]> {
  const claims: IndexedClaim[] = [];
  const ids = new Set<string>();
  for await (const { row, at } of rows(file)) {
    const claim = asClaim(row, at);
    if (ids.has(claim.claimId)) throw new LineError(`${at}: a claim with the id ${JSON.stringify(claim.claimId)} stands further up`);
    ids.add(claim.claimId);
    claims.push(claim);
  }
  return claims;
}
