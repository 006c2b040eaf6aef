import { readJsonl } from './jsonl.js';
import type { RatingTable } from './rating.js';
import { readReviews } from './read-review.js';
import { Unreadable, type Form, type ReadRecord } from './record.js';
import { readTable } from './table.js';

export interface ReadFile {
  form: Form;
  records: ReadRecord[];
}
const MARK = /^\uFEFF/;

/** Reads a file in whichever of the three forms it is, whole, before anybody does anything with it. */
export function readClaims(bytes: Uint8Array, most: number, ratings: RatingTable): ReadFile {
  const text = utf8(bytes).replace(MARK, '');
  if (text.trim() === '') throw new Unreadable('nothing');
  const form = formOf(text);
  const records = form === 'csv' ? readTable(text, most) : form === 'jsonl' ? readJsonl(text, most) : readReviews(text, most, ratings);
  if (records.length === 0) throw new Unreadable('nothing');
  return { form, records };
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unreadable('not-utf8');
  }
}

/** JSON that says who it is stands in lines or whole; anything else is a table. */
function formOf(text: string): Form {
  const begin = text.trimStart();
  if (begin.startsWith('[')) return 'claimreview';
  if (!begin.startsWith('{')) return 'csv';
  const [line] = begin.split('\n', 1);
  try {
    const value = JSON.parse(line) as Record<string, unknown>;
    return '@context' in value || '@graph' in value || '@type' in value ? 'claimreview' : 'jsonl';
  } catch {
    // a line of its own that is broken, or the first of a document
    return /"(@context|@graph|@type|dataFeedElement)"\s*:/.test(begin.slice(0, 2_000)) ? 'claimreview' : 'jsonl';
  }
}
