import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { notBarred } from '../../cases/index.js';
import type { Confirmation } from '../penalty/confidence.js';
import type { DecisionContent, ExplanationTerms } from './decision.js';
import type { OnFile } from './on-file.js';

/** A draft, with what its record and its case tell without being opened. */
export interface DraftRow {
  id: string;
  content: DecisionContent;
  caseState: string;
  record: OnFile['record'];
  terms: ExplanationTerms | null;
  given: OnFile['given'];
  /** legal staff confirmed the right to explain */
  confirmed: boolean;
  confirmations: Confirmation[];
}
const MOST = 500;
/** Whoever wrote any part of it, or had a hand in what it takes back, has no second word on it. */
const NOT_AUTHOR = `NOT EXISTS (SELECT 1 FROM enforcement.penalty_contents m WHERE m.penalty_id = p.id AND m.written_by = $1)
  AND NOT EXISTS (SELECT 1 FROM enforcement.violation_contents m WHERE m.violation_id = p.violation_id AND m.written_by = $1)
  AND $1::uuid NOT IN (SELECT enforcement.hands_in(p.annuls))`;
const DRAFTS = `SELECT p.id, n.content, c.state AS "caseState", json_build_object('state', v.state, 'sha256', r.sha256) AS record, r.content -> 'explanation' AS terms,
    coalesce((SELECT json_agg(json_build_object('id', e.id, 'kind', e.kind, 'on', e.on_day::text) ORDER BY e.recorded_at, e.id) FROM enforcement.explanations e WHERE e.violation_id = v.id), '[]') AS given,
    EXISTS (SELECT 1 FROM enforcement.explanation_rights y WHERE y.violation_id = v.id) AS confirmed,
    coalesce((SELECT json_agg(json_build_object('about', l.about, 'by', l.confirmed_by, 'on', l.confirmed_at, 'document', l.document)) FROM enforcement.law_confirmations l WHERE l.case_id = p.case_id), '[]') AS confirmations
  FROM enforcement.penalties p JOIN enforcement.violations v ON v.id = p.violation_id JOIN cases.cases c ON c.id = p.case_id
  JOIN LATERAL (SELECT x.sha256, x.content FROM enforcement.violation_contents x WHERE x.violation_id = v.id ORDER BY x.number DESC LIMIT 1) r ON true
  JOIN LATERAL (SELECT x.id, x.content, x.written_at FROM enforcement.penalty_contents x WHERE x.penalty_id = p.id ORDER BY x.number DESC LIMIT 1) n ON true
  WHERE p.state = 'draft' AND NOT EXISTS (SELECT 1 FROM enforcement.penalty_returns back WHERE back.content_id = n.id) AND ${NOT_AUTHOR} AND ${notBarred('$1')} ORDER BY n.written_at, p.id LIMIT ${MOST}`;

@Injectable()
export class DraftsToSign {
  /** Those that others wrote for this signer, those that wait longest first, and no more than so many. */
  of(tx: Tx, signer: { staffId: string }): Promise<DraftRow[]> {
    return tx.query<DraftRow[]>(DRAFTS, [signer.staffId]);
  }
}
