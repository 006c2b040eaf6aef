import { notBarredFromReport } from '../../cases/index.js';
import { firstLine } from '../../core/database/cut-at-word.js';
import { readReceiptCode, receiptHash } from '../../intake/index.js';
import type { Place } from './place.js';

/** The report of a receipt, for a caller who reads out the code. */
export const reportsByReceipt: Place = {
  rights: ['report.read'],
  look: ({ text }, { staffId }) => {
    const code = readReceiptCode(text);
    if (code === null) return null;
    return {
      sql: `SELECT 'report' AS kind, r.id, coalesce(a.url, ${firstLine('a.text', 200)}) AS title, r.channel AS detail FROM intake.receipts c JOIN intake.reports r ON r.id = c.report_id
        JOIN intake.report_posts l ON l.report_id = r.id AND l.ended_at IS NULL JOIN intake.addresses a ON a.id = l.address_id WHERE c.code_hash = $1 AND ${notBarredFromReport('$2', 'r.id')}`,
      values: [receiptHash(code), staffId],
    };
  },
};
