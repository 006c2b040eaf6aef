import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { cutAtWord } from '../../core/database/cut-at-word.js';
import { Db, type Tx } from '../../core/database/db.js';
import { Keyset } from '../../core/database/keyset.js';
import { pageOf } from '../../core/database/page-of.js';
import type { Page } from '../../core/http/answer.js';
import { unbarred } from '../../core/identity/bars.js';
import { Problem } from '../../core/problem/problem.js';
import { COUNTS } from '../says-claim.view.js';
import { standing } from '../triage-parts.view.js';
import { columnsOf, type SpreadBy, type SpreadCount } from './spread.js';
import type { ClaimPost, ClaimSpread } from './spread-answers.js';
import type { ClaimPostsDto } from './spread.dto.js';

/** columns that a plot can show */
const COLUMNS = 120;
const BEST = new Keyset(
  { sql: 'round(m.score * 10000)::int', kind: 'number', backwards: true },
  { sql: 'm.id', kind: 'id', backwards: true },
);
const JUDGEMENT = `CASE WHEN t.state = 'judged' THEN (SELECT j.judgement FROM classify.judgements j WHERE j.item_id = t.id AND ${standing('j')} ORDER BY j.recorded_at DESC LIMIT 1) END`;
/** the items of matches of the claim `$1` as they read now, as far as the reader `$2` may know of them */
const OF_CLAIM = `m.version_id = (SELECT c.current_version_id FROM classify.claims c WHERE c.id = $1) AND ${COUNTS}`;
const KNOWN = `t.text_sha256 = m.text_sha256 AND t.state <> 'merged' AND ${unbarred('$2::uuid', 't.post_id')}`;

/** Item by item in the order of the matches, so that a page reads no more of them than it shows. */
export const CLAIM_POSTS = `
  SELECT ${BEST.place}, t.id AS "itemId", t.post_id AS "postId", t.platform, ${cutAtWord(`regexp_replace(coalesce(t.text, ''), '\\s+', ' ', 'g')`, 160)} AS "firstLine", t.posted_on::text AS "postedOn", t.received_at AS "receivedAt",
    m.score, m.strength, m.stance ->> 'label' AS stance, m.decision, t.state, ${JUDGEMENT} AS judgement
  FROM classify.matches m CROSS JOIN LATERAL (SELECT * FROM classify.triage_items t WHERE t.id = m.item_id AND ${KNOWN} OFFSET 0) t
  WHERE ${OF_CLAIM} AND ($3::text IS NULL OR m.strength = $3) AND ($4::text IS NULL OR coalesce(m.stance ->> 'label', 'unclear') = $4)
    AND ($5::text IS NULL OR t.platform = $5) AND ($6::boolean IS NULL OR (t.state = 'judged') = $6)`;
/** By days of the zone `$4`, from what the database keeps of each post of a version; what lies before the last columns is one row without a day. Bars are few: a join with them would cost more than the count. */
export const SPREAD = `
  WITH said AS (
    SELECT coalesce(p.posted_on, (p.received_at AT TIME ZONE $4)::date) AS day, p.stance, p.judgement, count(*) AS n
    FROM classify.claim_posts p WHERE p.version_id = (SELECT c.current_version_id FROM classify.claims c WHERE c.id = $1) AND p.post_id <> ALL(ARRAY(SELECT b.post_id FROM core.bars b WHERE b.staff_id = $2::uuid)) GROUP BY 1, 2, 3),
  columns AS (SELECT date_trunc($3, s.day::timestamp)::date AS "from", s.stance, s.judgement, s.n FROM said s)
  SELECT CASE WHEN c."from" > (SELECT max("from") FROM columns) - (CASE $3 WHEN 'day' THEN 1 ELSE 7 END) * ${COLUMNS} THEN c."from"::text END AS "from", c.stance, c.judgement, sum(c.n)::int AS n
  FROM columns c GROUP BY 1, 2, 3`;

/** Where a claim is said, by whom it is denied, and how that grew. */
@Injectable()
export class ClaimSpreadView {
  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  posts(reader: { staffId: string }, id: string, { strength, stance, platform, judged, ...page }: ClaimPostsDto): Promise<Page<ClaimPost>> {
    const values = [id, reader.staffId, strength ?? null, stance ?? null, platform ?? null, judged ?? null];
    return this.ofClaim(id, (tx) => pageOf<ClaimPost>(tx, BEST, CLAIM_POSTS, values, page));
  }

  spread(reader: { staffId: string }, id: string, by: SpreadBy): Promise<ClaimSpread> {
    return this.ofClaim(id, async (tx) => {
      const rows = await tx.query<(Omit<SpreadCount, 'from'> & { from: string | null })[]>(SPREAD, [
        id,
        reader.staffId,
        by,
        this.config.timeZone,
      ]);
      const sum = (of: { n: number }[]) => of.reduce((n, row) => n + row.n, 0);
      const shown = rows.filter((row): row is SpreadCount => row.from !== null);
      return { by, columns: columnsOf(shown, by), earlier: sum(rows) - sum(shown), total: sum(rows) };
    });
  }

  private ofClaim<T>(id: string, read: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.read(async (tx) => {
      const [claim] = await tx.query<object[]>('SELECT 1 FROM classify.claims WHERE id = $1', [id]);
      if (!claim) throw new Problem('missing');
      return read(tx);
    });
  }
}
