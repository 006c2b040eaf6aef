import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { SignedHead } from './head-keeper.js';
import { unsealed } from './unsealed.js';
import { ChainVerifier, type SealedRow, type Verdict } from './verify.js';

const BATCH = 5_000;
const CONNECT_MS = 5_000;

interface Options {
  /** hears how far it came */
  told?: (seq: number) => void;
  /** when the log was as it stands, if that was not just now: what came shortly before had no time to be sealed */
  asOf?: Date;
}

/** Verifies the whole log of a database, in one snapshot, against the heads in `headsDir`. */
export async function verifyLog(databaseUrl: string, headsDir: string, { told, asOf }: Options = {}): Promise<Verdict> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined); // whatever waits for an answer hears of it
  await client.connect();
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const verifier = new ChainVerifier(readHeads(headsDir), (id) => {
      const file = join(headsDir, `public-${id}.pem`);
      return /^[0-9a-f]{16}$/.test(id) && existsSync(file) ? createPublicKey(readFileSync(file)) : undefined;
    });
    await client.query(`DECLARE chain CURSOR FOR
      SELECT s.seq, s.event_id, s.digest, s.head, e.id, e.type, e.public_part, e.office_part
      FROM core.seals s LEFT JOIN core.events e ON e.id = s.event_id ORDER BY s.seq`);
    for (let more = true; more;) {
      const { rows } = await client.query<Record<string, never>>(`FETCH ${BATCH} FROM chain`);
      more = rows.every((row) => verifier.take(asRow(row))) && rows.length === BATCH;
      if (rows.length > 0) told?.(Number(rows[rows.length - 1].seq));
    }
    const verdict = verifier.end();
    return verdict.holds ? ((await unsealed(client, asOf)) ?? unsigned(verdict, headsDir) ?? verdict) : verdict;
  } finally {
    await client.end();
  }
}

export function readHeads(dir: string): SignedHead[] {
  const file = join(dir, 'heads.jsonl');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(headIn) : [];
}
/** A line that a full disk or a kill cut off holds no head. */
export function headIn(line: string): SignedHead[] {
  try {
    return line === '' ? [] : [JSON.parse(line) as SignedHead];
  } catch {
    return [];
  }
}

const asRow = (r: Record<string, never>): SealedRow => ({
  seq: BigInt(r.seq),
  eventId: r.event_id,
  digest: r.digest,
  head: r.head,
  rowId: r.id,
  type: r.type,
  publicPart: r.public_part,
  officePart: r.office_part,
});

/** A chain that is held against nothing proves nothing: the folder is empty, misspelt or not mounted. */
const unsigned = ({ heads, sealedTo }: { heads: number; sealedTo: bigint }, dir: string): Verdict | null =>
  heads === 0 && sealedTo > 0n
    ? { holds: false, seq: null, fault: 'no-heads', says: `there is no signed head in ${dir} to hold the log against` }
    : null;
