import { contentOf, Unreadable, type ClaimRecord, type ReadRecord } from './record.js';

const FORMAT = 'lachan-claim/1';

/** One claim as one line, with nothing left out. */
export const jsonLine = ({ id, state, number, approvedAt, ...content }: ClaimRecord): string =>
  `${JSON.stringify({ format: FORMAT, id, state, number, approvedAt, ...contentOf(content) })}\n`;

export function readJsonl(text: string, most: number): ReadRecord[] {
  const records: ReadRecord[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim()) continue;
    if (records.length === most) throw new Unreadable('too-many', { most });
    records.push({ place: at + 1, ...recordOf(line) });
  }
  return records;
}

function recordOf(line: string): Omit<ReadRecord, 'place'> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { reason: 'not-json', text: line.slice(0, 200) };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { reason: 'not-object', text: line.slice(0, 200) };
  // where it stood elsewhere is no part of what it says
  const { format: _format, id, state: _state, number: _number, approvedAt: _approvedAt, ...content } = value as Record<string, unknown>;
  return { content, ...(typeof id === 'string' ? { id } : {}) };
}
