import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import { Db } from '../core/database/db.js';
import { Keyset, type Placed } from '../core/database/keyset.js';
import { reasonShown } from '../core/evidence/custody.js';
import type { Page } from '../core/http/answer.js';
import type { PageDto } from '../core/http/page.dto.js';
import { Problem } from '../core/problem/problem.js';
import type { CaptureFile, CaptureLook, ListedCapture, PackageSeal } from './capture-answers.js';
import { Bars } from '../core/identity/bars.js';
import type { Part } from './captures.repository.js';
import { sealOf, type KeptSeal } from './package-seal.js';
import { RECEIPT_DUE, STAMP_DUE } from './stamps/still-due.view.js';

const COLUMNS = `c.id, c.post_id AS "postId", c.address_id AS "addressId", c.url, c.reason, c.visitor, c.route, s.name AS "orderedBy", c.ordered_at AS "orderedAt", c.state, c.waits_until AS "waitsUntil", c.waits_for AS "waitsFor", c.outcome, c.platform, c.evidence_id AS "evidenceId", (SELECT b.purged_at FROM core.evidence_tombstones b WHERE b.evidence_id = c.evidence_id) AS "purgedAt",
  c.text_sha256 AS "textSha256", c.title, c.author, c.handle, c.posted_at AS "postedAt", c.ground, c.started_at AS "startedAt", c.ended_at AS "endedAt", o.observation, o.office_at AS "observedAt",
  coalesce((SELECT json_agg(json_build_object('name', p.name, 'sha256', p.sha256, 'mediaType', p.media_type, 'bytes', p.bytes, 'facts', p.facts) ORDER BY p.name) FROM crawl.capture_parts p WHERE p.capture_id = c.id), '[]') AS parts,
  (SELECT json_build_object('digest', k.digest, 'key', k.key, 'stampDue', NOT EXISTS (SELECT 1 FROM crawl.time_stamps t WHERE t.capture_id = c.id) AND ${STAMP_DUE}, 'receiptDue', NOT EXISTS (SELECT 1 FROM crawl.capture_parts p WHERE p.capture_id = c.id AND p.name = 'receipt') AND ${RECEIPT_DUE}, 'timeStamps', coalesce((SELECT json_agg(json_build_object('part', t.part, 'authority', t.authority, 'at', t.stamped_at, 'endsAt', t.ends_at) ORDER BY t.number) FROM crawl.time_stamps t WHERE t.capture_id = c.id), '[]'))
    FROM crawl.package_seals k WHERE k.capture_id = c.id) AS kept`;
const FROM = `FROM crawl.captures c LEFT JOIN crawl.observations o ON o.capture_id = c.id LEFT JOIN core.staff s ON s.id = c.ordered_by`;
/** the looks at the capture `c` */
const LOOKS = `FROM core.events e LEFT JOIN core.staff st ON st.id::text = e.office ->> 'actor'
  WHERE e.subject = c.post_id::text AND e.type IN ('evidence.read', 'evidence.verified', 'evidence.exported', 'evidence.held', 'evidence.released', 'evidence.purged') AND e.office #>> '{data,captureId}' = c.id::text`;
const LOOK = `e.office ->> 'recordedAt' AS at, st.name AS actor, coalesce(e.office #>> '{data,part}', 'verification') AS part, ${reasonShown('NULL')} AS reason`;
const LATEST = new Keyset({ sql: 'e.position', kind: 'number', backwards: true });
const LOOKS_TOLD = 20;
const NEWEST = new Keyset({ sql: 'c.ordered_at', kind: 'time', backwards: true }, { sql: 'c.id', kind: 'id', backwards: true });

type Unread<T extends { seal: PackageSeal | null }> = Omit<T, 'seal'> & { kept: KeptSeal | null };

@Injectable()
export class CapturesView {
  constructor(
    private readonly db: Db,
    private readonly bars: Bars,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The captures of a post and of what became it, newest first; each says whether the post's text is another than at the look before of the same visitor by the same way. */
  list(reader: { staffId: string }, postId: string, { cursor, limit = 50 }: PageDto): Promise<Page<ListedCapture>> {
    const values: unknown[] = [postId];
    const put = (value: unknown) => `$${values.push(value)}`;
    const after = NEWEST.after(cursor, put);
    return this.db.read(async (tx) => {
      await this.bars.refuse(tx, reader, postId);
      const rows = await tx.query<Placed<Unread<ListedCapture>>[]>(
        `WITH same AS (SELECT id FROM intake.posts WHERE id = $1 OR merged_into = $1)
         SELECT ${NEWEST.place}, ${COLUMNS}, coalesce(c.text_sha256 <> before.text_sha256, false) AS "textChanged" ${FROM}
         LEFT JOIN LATERAL (SELECT x.text_sha256 FROM crawl.captures x WHERE x.post_id IN (SELECT id FROM same) AND x.visitor = c.visitor AND x.route = c.route AND x.text_sha256 IS NOT NULL AND (x.ordered_at, x.id) < (c.ordered_at, c.id)
           ORDER BY x.ordered_at DESC, x.id DESC LIMIT 1) before ON true
         WHERE c.post_id IN (SELECT id FROM same) AND ${after}
         ORDER BY ${NEWEST.by} LIMIT ${put(limit + 1)}`,
        values,
      );
      return NEWEST.page(
        rows.map((row) => this.withSeal(row)),
        limit,
      );
    });
  }
  one(reader: { staffId: string }, id: string): Promise<CaptureFile> {
    return this.db.read(async (tx) => {
      const [row] = await tx.query<Unread<CaptureFile>[]>(
        `SELECT ${COLUMNS}, c.text, (SELECT count(*)::int ${LOOKS}) AS looks,
           (SELECT coalesce(json_agg(json_build_object('at', k.at, 'actor', k.actor, 'part', k.part, 'reason', k.reason) ORDER BY k.position DESC), '[]') FROM (SELECT e.position, ${LOOK} ${LOOKS} ORDER BY e.position DESC LIMIT ${LOOKS_TOLD}) k) AS custody
         ${FROM} WHERE c.id = $1`,
        [id],
      );
      if (!row) throw new Problem('missing');
      await this.bars.refuse(tx, reader, row.postId);
      return this.withSeal(row);
    });
  }
  private withSeal<T extends { kept: KeptSeal | null; parts: Part[] }>({
    kept,
    ...row
  }: T): Omit<T, 'kept'> & { seal: PackageSeal | null } {
    return { ...row, seal: kept && sealOf(kept, row.parts, this.config.timestampAuthorities.length > 0) };
  }
  /** Who read which part of a capture, the latest first. */
  custody(reader: { staffId: string }, id: string, { cursor, limit = 50 }: PageDto): Promise<Page<CaptureLook>> {
    const values: unknown[] = [id];
    const put = (value: unknown) => `$${values.push(value)}`;
    const after = LATEST.after(cursor, put);
    return this.db.read(async (tx) => {
      const [capture] = await tx.query<{ postId: string }[]>('SELECT post_id AS "postId" FROM crawl.captures WHERE id = $1', [id]);
      if (!capture) throw new Problem('missing');
      await this.bars.refuse(tx, reader, capture.postId);
      const rows = await tx.query<Placed<CaptureLook>[]>(
        `SELECT ${LATEST.place}, ${LOOK} ${LOOKS.replace('WHERE', 'JOIN crawl.captures c ON c.id = $1 WHERE')} AND ${after} ORDER BY ${LATEST.by} LIMIT ${put(limit + 1)}`,
        values,
      );
      return LATEST.page(rows, limit);
    });
  }
}
