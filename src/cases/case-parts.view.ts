import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { Keyset } from '../core/database/keyset.js';
import { pageOf } from '../core/database/page-of.js';
import { PREPARED } from '../core/database/preparing-client.js';
import { reasonShown } from '../core/evidence/custody.js';
import { fileFor } from '../core/files/claims.js';
import type { Page } from '../core/http/answer.js';
import type { PageDto } from '../core/http/page.dto.js';
import { saidIn } from '../classify/index.js';
import { neverLaidOut, neverSeenLaidOut, sessionOf, stillOf } from '../crawl/index.js';
import type { BroughtFile, CasePost, Exhibit, Look } from './case-parts.js';
import { firstAddresses } from './case-addresses.view.js';
import { ofCase } from './of-case.view.js';
import { KnowGround } from './know-ground.use-case.js';

/** so many characters of what a post said */
const TEXT = 2000;
/** the latest looks at one exhibit */
const CUSTODY = 20;
const IN_ORDER = {
  posts: new Keyset({ sql: 'l.added_at', kind: 'time' }, { sql: 'l.post_id', kind: 'id' }),
  exhibits: new Keyset({ sql: 'x.attached_at', kind: 'time' }, { sql: 'x.id', kind: 'id' }),
  looks: new Keyset({ sql: 'e.position', kind: 'number', backwards: true }),
};
const POSTS = `${PREPARED}SELECT ${IN_ORDER.posts.place}, l.post_id AS "postId", p.merged_into AS "mergedInto", l.reason, l.added_at AS "addedAt", u.name AS "addedBy", t.id AS "itemId", t.platform,
    left(t.text, ${TEXT}) AS text, (SELECT coalesce(json_agg(json_build_object('kind', s.kind, 'confidence', s.confidence, 'text', left(s.text, ${TEXT})) ORDER BY s.kind, length(s.part), s.part), '[]') FROM ${saidIn('t')} s) AS read, x.author, x.handle, x.posted_at AS "postedAt", x.id AS "captureId", x.outcome, ${sessionOf('x.visitor')} AS session, ${neverSeenLaidOut('x')} AS "neverLaidOut",
    ${firstAddresses('l.post_id')},
    (SELECT json_build_object('judgement', j.judgement, 'at', j.judged_at, 'by', s.name, 'reason', j.reason, 'claimVersionId', j.claim_version_id,
       'claim', (SELECT json_build_object('claimId', v.claim_id, 'topic', v.topic, 'text', v.wordings -> 0 ->> 'text', 'truth', v.truth) FROM classify.claim_versions v WHERE v.id = j.claim_version_id))
       FROM classify.judgements j LEFT JOIN core.staff s ON s.id = j.judged_by
       WHERE j.post_id = l.post_id AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos d WHERE d.judgement_id = j.id) ORDER BY j.recorded_at DESC LIMIT 1) AS judgement
  FROM cases.case_posts l LEFT JOIN intake.posts p ON p.id = l.post_id LEFT JOIN core.staff u ON u.id = l.added_by
  LEFT JOIN classify.triage_items t ON t.post_id = l.post_id LEFT JOIN crawl.captures x ON x.id = t.capture_id
  WHERE l.case_id = $1`;
const LOOK = `e.office ->> 'recordedAt' AS at, st.name AS by, coalesce(e.office #>> '{data,part}', CASE e.type WHEN 'paper.read' THEN 'paper' WHEN 'submission.read' THEN 'picture' ELSE 'verification' END) AS part, ${reasonShown('x.case_id::text')} AS reason`;
/** the looks at the exhibit `x`: a capture `c`, what a reporter sent in at the address `sent`, or a paper of the case */
const LOOKS = `FROM core.events e LEFT JOIN core.staff st ON st.id::text = e.office ->> 'actor'
       WHERE e.subject = coalesce(c.post_id, sent.post_id, x.case_id)::text
         AND CASE WHEN e.type = 'evidence.read' THEN e.office #>> '{data,captureId}' = x.capture_id::text
           WHEN e.type IN ('evidence.exported', 'evidence.verified', 'evidence.held', 'evidence.released', 'evidence.purged') THEN e.office #>> '{data,evidenceId}' = x.evidence_id::text
           WHEN e.type = 'submission.read' THEN e.office #>> '{data,addressId}' = x.address_id::text
           WHEN e.type IN ('paper.read', 'file.read') THEN e.office #>> '{data,exhibitId}' = x.id::text END`;
const named = (id: string) => `(SELECT s.name FROM core.staff s WHERE s.id = ${id})`;
const LET_GO = `CASE WHEN b.decided_by IS NOT NULL THEN json_build_object('asked', ${named('b.submitted_by')}, 'letGo', ${named('b.decided_by')}) END`;
const EXHIBITS = `${PREPARED}SELECT ${IN_ORDER.exhibits.place}, x.id, x.evidence_id AS "evidenceId", e.kind, e.sha256, e.media_type AS "mediaType", e.bytes::float8 AS bytes, e.sealed_at AS "sealedAt", b.purged_at AS "purgedAt", b.rule -> 'label' AS "purgedUnder", ${LET_GO} AS "purgedBy", x.part, x.why,
    x.capture_id AS "captureId", x.address_id AS "addressId", c.outcome, ${sessionOf('c.visitor')} AS session, ${neverLaidOut('c')} AS "neverLaidOut", c.ended_at AS "capturedAt", ${stillOf('c.id', 'x.part')} AS "picturePart", left(coalesce(c.text, sent.text), ${TEXT}) AS text, c.url, coalesce(c.post_id, sent.post_id) AS "postId", u.name AS "attachedBy", coalesce(x.attached_by = $2, false) AS mine, x.attached_at AS "attachedAt",
    CASE WHEN f.exhibit_id IS NOT NULL THEN json_build_object('kind', f.kind, 'name', f.name, 'origin', f.origin, 'claims', coalesce(f.claims, '{}'), 'hidden', false, 'hasStill', f.still IS NOT NULL) END AS file,
    (SELECT count(*)::int ${LOOKS}) AS looks,
    (SELECT coalesce(json_agg(json_build_object('at', k.at, 'by', k.by, 'part', k.part, 'reason', k.reason) ORDER BY k.position DESC), '[]') FROM (SELECT e.position, ${LOOK} ${LOOKS} ORDER BY e.position DESC LIMIT ${CUSTODY}) k) AS custody
  FROM cases.exhibits x JOIN core.evidence_items e ON e.id = x.evidence_id LEFT JOIN core.evidence_tombstones b ON b.evidence_id = e.id LEFT JOIN crawl.captures c ON c.id = x.capture_id LEFT JOIN intake.addresses sent ON sent.id = x.address_id LEFT JOIN core.staff u ON u.id = x.attached_by LEFT JOIN cases.files f ON f.exhibit_id = x.id
  WHERE x.case_id = $1`;
const LOOKS_AT = `SELECT ${IN_ORDER.looks.place}, ${LOOK} ${LOOKS.replace('WHERE', 'JOIN cases.exhibits x ON x.case_id = $1 AND x.id = $2 LEFT JOIN crawl.captures c ON c.id = x.capture_id LEFT JOIN intake.addresses sent ON sent.id = x.address_id WHERE')}`;

/** Without rights nothing is told that names people. */
interface Reader {
  staffId: string;
  rights?: ReadonlySet<string>;
}

/** The parts of a case file that may be long, page by page, in the order in which they came. */
@Injectable()
export class CasePartsView {
  constructor(
    private readonly db: Db,
    private readonly ground: KnowGround,
  ) {}

  posts(reader: { staffId: string }, caseId: string, page: PageDto): Promise<Page<CasePost>> {
    return ofCase(this.db, reader, caseId, (tx) => this.postsOf(tx, caseId, page));
  }
  exhibits(reader: Reader, caseId: string, page: PageDto): Promise<Page<Exhibit>> {
    return ofCase(this.db, reader, caseId, (tx) => this.exhibitsOf(tx, caseId, reader, page));
  }
  /** Who looked at an exhibit, the latest first. */
  custody(reader: { staffId: string }, caseId: string, exhibitId: string, page: PageDto): Promise<Page<Look>> {
    return ofCase(this.db, reader, caseId, (tx) => pageOf<Look>(tx, IN_ORDER.looks, LOOKS_AT, [caseId, exhibitId], page));
  }

  async postsOf(tx: Tx, caseId: string, page: PageDto): Promise<Page<CasePost>> {
    const { stands } = await this.ground.run(tx, caseId);
    const { items, nextCursor } = await pageOf<Omit<CasePost, 'stands'>>(tx, IN_ORDER.posts, POSTS, [caseId], page);
    return { items: items.map((p) => ({ ...p, stands: stands.has(p.mergedInto ?? p.postId) })), nextCursor };
  }
  async exhibitsOf(tx: Tx, caseId: string, { staffId, rights }: Reader, page: PageDto): Promise<Page<Exhibit>> {
    const { items, nextCursor } = await pageOf<Exhibit>(tx, IN_ORDER.exhibits, EXHIBITS, [caseId, staffId], page);
    const names = (mine: boolean) => rights !== undefined && (mine || rights.has('party.read'));
    return { items: items.map((x) => ({ ...x, file: x.file && shownTo(names(x.mine), x.file) })), nextCursor };
  }
}

/** Of one that was purged nothing is left to hide. */
const shownTo = (names: boolean, { name, ...file }: BroughtFile): BroughtFile =>
  name === null ? { name, ...file } : fileFor({ name, ...file }, names);
