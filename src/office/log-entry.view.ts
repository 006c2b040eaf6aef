import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { digestOfHashes, GENESIS, hashOf, headOf } from '../core/events/seal.js';
import type { Moment } from '../core/http/answer.js';
import { Problem } from '../core/problem/problem.js';
import { PublicHeads } from '../publication/index.js';
import { barredRecords } from './barred-records.view.js';
import { namesNone } from './log-conditions.view.js';
import { LOG_LINE, OF_LOG, type LogLine } from './log.view.js';

/** One event as its bytes stand in the log, and by what they are sealed. */
export interface LogEntry extends LogLine {
  publicPart: string;
  officePart: string;
  publicHash: string;
  officeHash: string;
  seal: Seal | null;
}
export interface Seal {
  seq: number;
  previousHead: string;
  digest: string;
  head: string;
  /** digest and head follow from the bytes and the head before, computed now */
  holds: boolean;
  /** the first signed head that covers it; null until one is signed */
  signedHead: { seq: number; head: string; at: Moment; key: string; signature: string } | null;
}
interface Row extends LogLine {
  publicBytes: Buffer;
  officeBytes: Buffer;
  digest: Buffer | null;
  head: Buffer | null;
  before: Buffer | null;
}

/** One entry of the log down to its bytes. */
@Injectable()
export class LogEntryView {
  constructor(
    private readonly db: Db,
    private readonly heads: PublicHeads,
  ) {}

  async run(actor: { staffId: string }, id: string): Promise<LogEntry> {
    const row = await this.db.read(async (tx) => {
      const barred = await barredRecords(tx, actor.staffId);
      const [found] = await tx.query<Row[]>(
        `SELECT ${LOG_LINE}, e.public_part AS "publicBytes", e.office_part AS "officeBytes", s.digest, s.head, (SELECT b.head FROM core.seals b WHERE b.seq = s.seq - 1) AS before
         FROM ${OF_LOG} WHERE e.id = $1 AND ${namesNone('$2')}`,
        [id, barred],
      );
      return found;
    });
    if (!row) throw new Problem('missing');
    const { publicBytes, officeBytes, digest, head, before, ...line } = row;
    const [publicHash, officeHash] = [hashOf(publicBytes), hashOf(officeBytes)];
    return {
      ...line,
      publicPart: publicBytes.toString('utf8'),
      officePart: officeBytes.toString('utf8'),
      publicHash: publicHash.toString('hex'),
      officeHash: officeHash.toString('hex'),
      seal:
        line.seq === null || !digest || !head
          ? null
          : await this.seal(line.seq, { digest, head, before: before ?? GENESIS, of: digestOfHashes(publicHash, officeHash) }),
    };
  }

  private async seal(seq: number, { digest, head, before, of }: Record<'digest' | 'head' | 'before' | 'of', Buffer>): Promise<Seal> {
    const [signed] = await this.heads.after(seq - 1, Number.MAX_SAFE_INTEGER, 1);
    return {
      seq,
      previousHead: before.toString('hex'),
      digest: digest.toString('hex'),
      head: head.toString('hex'),
      holds: digest.equals(of) && head.equals(headOf(BigInt(seq), before, of)),
      signedHead: signed ? { ...signed, seq: Number(signed.seq) } : null,
    };
  }
}
