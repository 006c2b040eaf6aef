import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import type { Source } from '../claim.js';
import type { ClaimSources, SourceCapture } from './source-answers.js';
import { SourceLinks } from './source-links.repository.js';

const SOURCES = `SELECT coalesce(json_agg(s ORDER BY v.number DESC) FILTER (WHERE s IS NOT NULL), '[]') AS sources FROM classify.claims c
  JOIN classify.claim_versions v ON v.claim_id = c.id AND (v.id = c.current_version_id OR v.number = (SELECT max(x.number) FROM classify.claim_versions x WHERE x.claim_id = c.id))
  LEFT JOIN LATERAL jsonb_array_elements(v.sources) s ON true WHERE c.id = $1 GROUP BY c.id`;
const CAPTURE = (
  where: string,
) => `(SELECT json_build_object('id', c.id, 'state', c.state, 'outcome', c.outcome, 'ground', c.ground, 'orderedBy', (SELECT s.name FROM core.staff s WHERE s.id = c.ordered_by),
    'orderedAt', c.ordered_at, 'endedAt', c.ended_at, 'evidenceId', c.evidence_id, 'sha256', (SELECT e.sha256 FROM core.evidence_items e WHERE e.id = c.evidence_id),
    'purgedAt', (SELECT b.purged_at FROM core.evidence_tombstones b WHERE b.evidence_id = c.evidence_id),
    'textChanged', coalesce(c.text_sha256 <> (SELECT x.text_sha256 FROM crawl.captures x WHERE x.address_id = c.address_id AND x.text_sha256 IS NOT NULL AND (x.ordered_at, x.id) < (c.ordered_at, c.id) ORDER BY x.ordered_at DESC, x.id DESC LIMIT 1), false))
  FROM crawl.captures c WHERE c.address_id = l.id ${where} ORDER BY c.ordered_at DESC, c.id DESC LIMIT 1)`;
const IS_THERE = 'NOT EXISTS (SELECT 1 FROM core.evidence_tombstones b WHERE b.evidence_id = c.evidence_id)';
const LINKS = `SELECT l.value, (SELECT count(*)::int FROM crawl.captures c WHERE c.address_id = l.id) AS looks, ${CAPTURE('')} AS latest,
    ${CAPTURE(`AND c.state = 'sealed' AND c.outcome IN ('complete', 'partial') AND ${IS_THERE}`)} AS kept
  FROM classify.source_links l WHERE l.value = ANY($1)`;

/** What a claim rests on, and what was kept of each. */
@Injectable()
export class SourcesView {
  constructor(
    private readonly db: Db,
    private readonly links: SourceLinks,
  ) {}

  of(claimId: string): Promise<ClaimSources> {
    return this.db.read(async (tx) => {
      const [claim] = await tx.query<{ sources: Source[] }[]>(SOURCES, [claimId]);
      if (!claim) throw new Problem('missing');
      // the newest version says how it is called
      const named = claim.sources
        .filter((s, i, all) => all.findIndex((x) => x.url === s.url) === i)
        .map((s) => ({ ...s, name: this.links.nameOf(s.url) }));
      const known = await tx.query<{ value: string; looks: number; latest: SourceCapture | null; kept: SourceCapture | null }[]>(LINKS, [
        named.flatMap((s) => s.name ?? []),
      ]);
      return {
        items: named.map(({ title, url, date, publisher, name }) => {
          const link = known.find((k) => k.value === name);
          const { looks = 0, latest = null, kept = null } = link ?? {};
          return { title, url, date, publisher: publisher ?? null, opens: name !== null, looks, latest, kept };
        }),
      };
    });
  }
}
