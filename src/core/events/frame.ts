import { canonical } from './canonical.js';
import { FORMAT } from './seal.js';

/** One event as its row gives it; `eventId`: the id by which it was looked for. */
export interface FramedRow {
  eventId: string;
  rowId: string | null;
  type: string | null;
  publicPart: Buffer;
  officePart: Buffer;
}
const SHARED = ['format', 'id', 'type', 'v', 'recordedAt', 'officeAt'] as const;
const NONCE = /^[\w-]{22}$/;

/** Both parts and the row must tell of the same event, in canonical form; answers when that was. */
export function readFrame(row: FramedRow): { recordedAt: string } | { fault: string } {
  try {
    const [open, office] = [row.publicPart, row.officePart].map((part) => {
      const text = part.toString('utf8');
      const value = JSON.parse(text) as Record<string, unknown>;
      if (!Buffer.from(canonical(value)).equals(part)) throw new Error('not canonical');
      return value;
    });
    if (open.format !== FORMAT || open.part !== 'public' || office.part !== 'office') return { fault: `it is not of the format ${FORMAT}` };
    if (SHARED.some((name) => open[name] !== office[name])) return { fault: 'its public and office part tell of different events' };
    if (open.id !== row.eventId || row.rowId !== row.eventId || open.type !== row.type)
      return { fault: 'its row and its content tell of different events' };
    const { recordedAt } = open;
    if (!isMoment(recordedAt) || !isMoment(open.officeAt)) return { fault: 'it bears no moment at which it was written' };
    if (![open, office].every(({ nonce }) => typeof nonce === 'string' && NONCE.test(nonce))) return { fault: 'a part bears no nonce' };
    return { recordedAt };
  } catch {
    return { fault: 'its content is not canonical JSON' };
  }
}

/** A moment that there is, in the one form that the log knows. */
function isMoment(value: unknown): value is string {
  const at = typeof value === 'string' ? new Date(value) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString() === value;
}
