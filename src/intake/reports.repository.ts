import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Channel, ReportKind } from './events.js';

export interface NewReport {
  id: string;
  channel: Channel;
  kind: ReportKind;
  linkAsGiven: string | null;
  note: string | null;
  evidenceId: string | null;
  enteredBy: string | null;
  submissionKey: Buffer | null;
}

@Injectable()
export class ReportsRepository {
  /** The report with its receipt and its link to a post, in one statement; false when the same key was used before. */
  async add(tx: Tx, report: NewReport, codeHash: Buffer, link: { postId: string; addressId: string; reason: string }): Promise<boolean> {
    const made = await tx.query<unknown[]>(
      `WITH report AS (
         INSERT INTO intake.reports (id, channel, kind, link_as_given, note, evidence_id, entered_by, submission_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (submission_key) DO NOTHING RETURNING id),
       receipt AS (INSERT INTO intake.receipts (code_hash, report_id) SELECT $9, id FROM report)
       INSERT INTO intake.report_posts (report_id, post_id, address_id, reason, linked_by) SELECT id, $10, $11, $12, $7 FROM report RETURNING 1`,
      [
        report.id,
        report.channel,
        report.kind,
        report.linkAsGiven,
        report.note,
        report.evidenceId,
        report.enteredBy,
        report.submissionKey,
        codeHash,
        link.postId,
        link.addressId,
        link.reason,
      ],
    );
    return made.length === 1;
  }
  async bySubmission(tx: Tx, submissionKey: Buffer): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>('SELECT id FROM intake.reports WHERE submission_key = $1', [submissionKey]);
    return row.id;
  }
  async byReceipt(tx: Tx, codeHash: Buffer): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }[]>('SELECT report_id AS id FROM intake.receipts WHERE code_hash = $1', [codeHash]);
    return row?.id;
  }
  async keepIdentity(tx: Tx, reportId: string, sealed: Buffer): Promise<void> {
    await tx.query('INSERT INTO intake.reporter_identities (report_id, sealed) VALUES ($1, $2)', [reportId, sealed]);
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
