import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Channel, ReportKind } from './events.js';

export interface NewReport { channel: Channel; kind: ReportKind; linkAsGiven: string | null; note: string | null; evidenceId: string | null; enteredBy: string | null; submissionKey: Buffer | null }

@Injectable()
export class ReportsRepository {
  /** The id of the new report, or of the one that was sent with the same key before. */
  async add(tx: Tx, report: NewReport): Promise<{ id: string; repeated: boolean }> {
    const [made] = await tx.query<{ id: string }[]>(
      `INSERT INTO intake.reports (channel, kind, link_as_given, note, evidence_id, entered_by, submission_key) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (submission_key) DO NOTHING RETURNING id`,
      [report.channel, report.kind, report.linkAsGiven, report.note, report.evidenceId, report.enteredBy, report.submissionKey]);
    if (made) return { id: made.id, repeated: false };
    const [before] = await tx.query<{ id: string }[]>('SELECT id FROM intake.reports WHERE submission_key = $1', [report.submissionKey]);
    return { id: before.id, repeated: true };
  }
  async receipt(tx: Tx, codeHash: Buffer, reportId: string): Promise<void> {
    await tx.query('INSERT INTO intake.receipts (code_hash, report_id) VALUES ($1, $2)', [codeHash, reportId]);
  }
  async byReceipt(tx: Tx, codeHash: Buffer): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }[]>('SELECT report_id AS id FROM intake.receipts WHERE code_hash = $1', [codeHash]);
    return row?.id;
  }
  async keepIdentity(tx: Tx, reportId: string, sealed: Buffer): Promise<void> {
    await tx.query('INSERT INTO intake.reporter_identities (report_id, sealed) VALUES ($1, $2)', [reportId, sealed]);
  }
}
