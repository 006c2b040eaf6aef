import { Injectable } from '@nestjs/common';
import { PREPARED } from '../core/database/preparing-client.js';
import type { Tx } from '../core/database/db.js';
import type { Entry } from '../core/events/log.js';
import type { Channel, ReportKind } from './events.js';
import type { NewAddress, Place } from './posts.repository.js';

export interface NewReport {
  id: string;
  channel: Channel;
  kind: ReportKind;
  linkAsGiven: string | null;
  note: string | null;
  evidenceId: string | null;
  enteredBy: string | null;
  submissionKey: Buffer | null;
  receiptHash: Buffer;
  /** who reported, encrypted */
  identity: Buffer | null;
}
/** Where the report goes: a post that is known by this address, or a new one that begins with it. */
export interface Destination extends Place {
  address: NewAddress;
  begins: boolean;
}

@Injectable()
export class ReportsRepository {
  /**
   * Everything that a report writes, in one statement: the post and its address when it is the first, the report, its receipt, who sent it,
   * its link to the post, and the event. False when the same key was used before, or when the address that it joins was purged meanwhile.
   */
  async add(tx: Tx, report: NewReport, to: Destination, received: Entry): Promise<boolean> {
    const made = await tx.query<unknown[]>(
      `${PREPARED}WITH post AS (INSERT INTO intake.posts (id) SELECT $10 WHERE $24::boolean),
       address AS (
         INSERT INTO intake.addresses (id, post_id, kind, value, url, text, evidence_id) SELECT $11, $10, $12, $13, $14, $15, CASE WHEN $12 <> 'url' THEN $6::uuid END WHERE $24),
       joined AS (SELECT FROM intake.addresses a WHERE a.id = $11 AND a.kind = $12 AND a.value = $13 FOR KEY SHARE),
       report AS (
         INSERT INTO intake.reports (id, channel, kind, link_as_given, note, evidence_id, entered_by, submission_key)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE $24 OR EXISTS (SELECT FROM joined)
         ON CONFLICT (submission_key) DO NOTHING RETURNING id),
       receipt AS (INSERT INTO intake.receipts (code_hash, report_id) SELECT $9, id FROM report),
       identity AS (INSERT INTO intake.reporter_identities (report_id, sealed) SELECT id, $16 FROM report WHERE $16::bytea IS NOT NULL),
       link AS (
         INSERT INTO intake.report_posts (report_id, post_id, address_id, reason, linked_by)
         SELECT id, $10, $11, CASE WHEN $24 THEN 'first-report' ELSE 'same-address' END, $7 FROM report)
       SELECT core.append($17, $18, $19, $20, $21, $22, $23) FROM report`,
      [
        report.id,
        report.channel,
        report.kind,
        report.linkAsGiven,
        report.note,
        report.evidenceId,
        report.enteredBy,
        report.submissionKey,
        report.receiptHash,
        to.postId,
        to.addressId,
        to.address.kind,
        to.address.value,
        to.address.url ?? null,
        to.address.text ?? null,
        report.identity,
        ...received,
        to.begins,
      ],
    );
    return made.length === 1;
  }
  async bySubmission(tx: Tx, submissionKey: Buffer): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }[]>('SELECT id FROM intake.reports WHERE submission_key = $1', [submissionKey]);
    return row?.id;
  }
  async byReceipt(tx: Tx, codeHash: Buffer): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }[]>('SELECT report_id AS id FROM intake.receipts WHERE code_hash = $1', [codeHash]);
    return row?.id;
  }
  /** Undefined: there is no such report; null: it came without a contact, or that is purged. */
  async identity(tx: Tx, reportId: string): Promise<Buffer | null | undefined> {
    const [row] = await tx.query<{ sealed: Buffer | null }[]>(
      'SELECT i.sealed FROM intake.reports r LEFT JOIN intake.reporter_identities i ON i.report_id = r.id WHERE r.id = $1',
      [reportId],
    );
    return row?.sealed;
  }
}
