import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Problem } from '../core/problem/problem.js';
import { sessionOf } from '../crawl/index.js';
import { readReceiptCode, receiptHash } from '../intake/index.js';
import { triageTable } from '../classify/index.js';
import { publicationTable } from './publication-table.js';
import { receiptOf, type Reported, type ReceiptFacts, type ReceiptLine, type ReceiptState } from './receipt.js';
import './problems.js';

/** What became of a report, as far as its reporter may know. */
export interface ReceiptStory {
  state: ReceiptState;
  receivedAt: Date;
  lines: ReceiptLine[];
}
export interface Receipt extends ReceiptStory {
  code: string;
  reported: Reported;
}

/** SQL: one receipt by the hash of its code. */
const OF_CODE = `SELECT r.received_at, l.address_id, coalesce(p.merged_into, p.id) AS post_id FROM intake.receipts c JOIN intake.reports r ON r.id = c.report_id
   JOIN intake.report_posts l ON l.report_id = r.id AND l.ended_at IS NULL JOIN intake.posts p ON p.id = l.post_id WHERE c.code_hash = $1 LIMIT 1`;
const REPORTED = `SELECT r.kind, CASE WHEN r.kind = 'link' THEN a.url END AS url,
   CASE WHEN r.kind = 'text' THEN array_length(regexp_split_to_array(nullif(trim(a.text), ''), '\\s+'), 1) END AS words
   FROM intake.receipts c JOIN intake.reports r ON r.id = c.report_id JOIN intake.report_posts l ON l.report_id = r.id AND l.ended_at IS NULL
   LEFT JOIN intake.addresses a ON a.id = l.address_id WHERE c.code_hash = $1 LIMIT 1`;
/** SQL: what the house knows of the receipts `told` (received_at, address_id, post_id: a post that is merged into no other). Nothing is told of a judgement while it can still be undone. $2: for so many seconds, $3: days until a post counts as cleared. */
export const receiptFacts = (told: string): string =>
  `WITH told AS (${told}),
 same AS (SELECT post_id, post_id AS id FROM told UNION SELECT t.post_id, m.id FROM told t JOIN intake.posts m ON m.merged_into = t.post_id)
 SELECT t.received_at AS "receivedAt",
   (SELECT min(x.ended_at) FROM crawl.captures x WHERE x.post_id IN (SELECT s.id FROM same s WHERE s.post_id = t.post_id) AND x.state = 'sealed') AS "keptAt",
   (SELECT max(x.ended_at) FROM crawl.captures x WHERE x.post_id IN (SELECT s.id FROM same s WHERE s.post_id = t.post_id) AND x.state = 'failed' AND ${sessionOf('x.visitor')} IS NULL) AS "notReachedAt",
   j.judged_at AS "judgedAt",
   CASE WHEN j.judgement <> 'false-statement-of-fact' AND j.judged_at + make_interval(days => $3) <= core.office_now() THEN j.judged_at + make_interval(days => $3) END AS "clearedAt",
   (SELECT max(s.taken_at) FROM cases.steps s JOIN cases.cases c ON c.id = s.case_id JOIN cases.case_posts p ON p.case_id = c.id
    WHERE p.post_id IN (SELECT s.id FROM same s WHERE s.post_id = t.post_id) AND s.to_state = 'confirmed' AND (c.state = 'confirmed'
      OR c.state = 'closed' AND (SELECT x.from_state FROM cases.steps x WHERE x.case_id = c.id ORDER BY x.taken_at DESC LIMIT 1) = 'confirmed')) AS "inCaseAt",
   i.asked_at AS "askedAt", CASE WHEN i.state = 'verified-removed' THEN i.verified_at END AS "removedAt",
   CASE WHEN i.state = 'reappeared' THEN (SELECT max(s.at) FROM enforcement.item_steps s WHERE s.item_id = i.id AND s.to_state = 'reappeared') END AS "backAt",
   x.id AS "correctionId", x.published_at AS "correctedAt"
 FROM told t
 LEFT JOIN LATERAL (SELECT g.judged_at, g.judgement, g.claim_version_id FROM classify.judgements g WHERE g.post_id = t.post_id AND g.recorded_at < clock_timestamp() - make_interval(secs => $2)
   AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = g.id) ORDER BY g.recorded_at DESC LIMIT 1) j ON true
 LEFT JOIN LATERAL (SELECT x.id, x.state, x.asked_at, x.verified_at FROM enforcement.items x JOIN enforcement.takedowns r ON r.id = x.takedown_id AND r.kind = 'removal' WHERE x.address_id IN (SELECT t.address_id UNION ALL SELECT a.id FROM intake.addresses a WHERE a.post_id IN (SELECT s.id FROM same s WHERE s.post_id = t.post_id)) AND x.state <> 'withdrawn'
   ORDER BY x.address_id = t.address_id DESC, x.asked_at DESC LIMIT 1) i ON true
 LEFT JOIN classify.claim_versions v ON v.id = j.claim_version_id AND j.judgement = 'false-statement-of-fact'
 LEFT JOIN publication.corrections x ON x.claim_id = v.claim_id AND x.public_content_id IS NOT NULL AND x.state <> 'withdrawn'`;
export const receiptTimes = [triageTable.undo_seconds, publicationTable.cleared_after_days];

@Injectable()
export class ReceiptView {
  constructor(private readonly db: Db) {}

  async of(typed: string): Promise<Receipt> {
    const code = readReceiptCode(typed);
    const found = code ? await this.found(receiptHash(code)) : null;
    if (!code || !found) throw new Problem('no-such-receipt');
    const { facts, reported } = found;
    return { code, reported, receivedAt: facts.receivedAt, ...receiptOf(facts) };
  }

  private found(codeHash: Buffer): Promise<{ facts: ReceiptFacts; reported: Reported } | null> {
    return this.db.read(async (tx) => {
      const [facts] = await tx.query<ReceiptFacts[]>(receiptFacts(OF_CODE), [codeHash, ...receiptTimes]);
      const [reported] = await tx.query<Reported[]>(REPORTED, [codeHash]);
      return facts && reported ? { facts, reported } : null;
    });
  }
}
