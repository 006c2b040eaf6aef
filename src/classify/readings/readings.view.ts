import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { placedWords } from '../../core/text/read-lines.js';
import type { TriageReading } from '../triage-part-answers.js';
import type { NewReading } from './reading.js';
import { ofItem } from './reading.repository.js';

type Row = Omit<TriageReading, 'words'> & Pick<NewReading, 'lines'>;
const TOLD = 20;

/** What was read in the pictures and films that an item of the queue shows. */
@Injectable()
export class ReadingsView {
  async of(tx: Tx, item: { postId: string; captureId: string | null }): Promise<TriageReading[]> {
    const rows = await tx.query<Row[]>(
      `SELECT r.id, r.capture_id AS "captureId", r.address_id AS "addressId", r.part, r.kind, r.outcome, r.engine, r.confidence, r.width, r.height, r.lines, r.text, r.read_at AS "readAt"
       FROM (SELECT $1::uuid AS post_id, $2::uuid AS capture_id) t, classify.readings r WHERE ${ofItem('t')} ORDER BY r.kind, length(r.part), r.part, r.read_at DESC LIMIT ${TOLD}`,
      [item.postId, item.captureId],
    );
    return rows.map(({ lines, ...reading }) => ({
      ...reading,
      words: placedWords(lines).map(({ box: [left, top, right, bottom], ...word }) => ({
        ...word,
        box: { left, top, width: right - left, height: bottom - top },
      })),
    }));
  }
}
