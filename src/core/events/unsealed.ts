import type pg from 'pg';
import { readFrame } from './frame.js';
import type { Verdict } from './verify.js';

const BATCH = 1_000;
const YOUNG_MS = 60_000;

interface Loose {
  id: string;
  type: string;
  public_part: Buffer;
  office_part: Buffer;
  listed: boolean;
  now: Date;
}

/**
 * Events without a seal: each may only have been written just now, by a moment of its own, and wait on the sealer's list.
 * Any other was slipped in, or the sealer stands still: either must be seen. `asOf`: when the log was as it stands.
 */
export async function unsealed(client: pg.Client, asOf?: Date): Promise<Verdict | null> {
  await client.query(`DECLARE loose CURSOR FOR
    SELECT e.id, e.type, e.public_part, e.office_part, u.event_id IS NOT NULL AS listed, now() AS now
    FROM core.events e LEFT JOIN core.seals s ON s.event_id = e.id LEFT JOIN core.unsealed u ON u.position = e.position AND u.event_id = e.id
    WHERE s.event_id IS NULL ORDER BY e.position`);
  for (;;) {
    const { rows } = await client.query<Loose>(`FETCH ${BATCH} FROM loose`);
    for (const row of rows) {
      const why = whyNotYet(row, asOf);
      if (why !== null)
        return { holds: false, seq: null, fault: 'unsealed', says: `event ${row.id} stands in the log without a seal${why}` };
    }
    if (rows.length < BATCH) return null;
  }
}

/** Why it cannot be one that waits for its seal; null if it can. */
function whyNotYet(row: Loose, asOf?: Date): string | null {
  const read = readFrame({ eventId: row.id, rowId: row.id, type: row.type, publicPart: row.public_part, officePart: row.office_part });
  if ('fault' in read) return `: ${read.fault}`;
  if (!row.listed) return ', and is not among those that wait for one';
  const at = Date.parse(read.recordedAt);
  return [row.now, asOf ?? row.now].some((then) => Math.abs(then.getTime() - at) <= YOUNG_MS) ? null : '';
}
