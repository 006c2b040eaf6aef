import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Source } from '../claim.js';
import { SourceLinks } from './source-links.repository.js';
import type { VersionSource, VersionSourceLook } from './source-answers.js';

const VERSION = `SELECT v.sources, v.drafted_at AS drafted, coalesce(a.approved_at, v.drafted_at) AS since,
    (SELECT min(n.approved_at) FROM classify.claim_versions x JOIN classify.claim_approvals n ON n.version_id = x.id WHERE x.claim_id = v.claim_id AND x.number > v.number) AS until
  FROM classify.claim_versions v LEFT JOIN classify.claim_approvals a ON a.version_id = v.id WHERE v.id = $1`;
/** SQL: the look `c` showed the page. */
const SHOWS = `c.outcome IN ('complete', 'partial')`;
/** Of each link the look that tells most of how it stood at the version: one that shows it and is still there, made while the version counted, nearest to when it came into force. */
const LOOKS = `SELECT l.value, l.url, k.look FROM (${VERSION}) v JOIN classify.source_links l ON l.value = ANY($2) OR l.id IN (SELECT s.link_id FROM classify.version_sources s WHERE s.version_id = $1) JOIN LATERAL (
    SELECT json_build_object('captureId', c.id, 'subject', c.post_id, 'evidenceId', c.evidence_id, 'state', c.state, 'outcome', c.outcome, 'stands', w.stands, 'capturedAt', w.at,
      'sha256', e.sha256, 'bytes', e.bytes, 'mediaType', e.media_type, 'sealedAt', e.sealed_at, 'purgedAt', b.purged_at, 'purgedUnder', b.rule -> 'label') AS look
    FROM crawl.captures c LEFT JOIN core.evidence_items e ON e.id = c.evidence_id LEFT JOIN core.evidence_tombstones b ON b.evidence_id = e.id,
      LATERAL (SELECT coalesce(c.ended_at, c.ordered_at) AS at) t,
      LATERAL (SELECT t.at, CASE WHEN t.at < v.drafted THEN 'before' WHEN t.at >= v.until THEN 'after' ELSE 'at-version' END AS stands) w
    WHERE c.address_id = l.id AND c.reason = 'source'
    ORDER BY c.state = 'sealed' DESC, b.evidence_id IS NULL DESC, (${SHOWS}) IS TRUE DESC, w.stands = 'at-version' DESC, abs(extract(epoch FROM w.at - v.since)), c.id LIMIT 1) k ON true`;

/** What one version of a claim rests on, each with the look that is nearest to it. */
@Injectable()
export class VersionSourcesView {
  constructor(private readonly links: SourceLinks) {}

  async of(tx: Tx, versionId: string): Promise<VersionSource[]> {
    const [version] = await tx.query<{ sources: Source[] }[]>(VERSION, [versionId]);
    const named = (version?.sources ?? []).map(({ title, url, date, publisher }) => ({ title, url, date, publisher: publisher ?? null, name: this.links.nameOf(url) })); // prettier-ignore
    const names = [...new Set(named.flatMap(({ name }) => name ?? []))];
    const looks = await tx.query<{ value: string; url: string; look: VersionSourceLook }[]>(LOOKS, [versionId, names]);
    // what rules of links make of it may have changed since it was captured
    const foundOf = (name: string | null, url: string) => looks.find((l) => l.value === name) ?? looks.find((l) => l.url === url);
    return named.map(({ name, ...source }) => {
      const found = foundOf(name, source.url);
      return { ...source, opens: name !== null || found !== undefined, look: found?.look ?? null };
    });
  }
}
