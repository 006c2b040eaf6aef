import { Inject, Injectable } from '@nestjs/common';
import { addressRules } from '../../core/address/address-table.js';
import { platformLinks } from '../../core/address/platform-links.js';
import { readLink } from '../../core/address/read-link.js';
import { CONFIG, type Config } from '../../core/config.js';
import type { Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import type { ClaimVersionRow } from '../claim.entity.js';

export interface SourceLink {
  id: string;
  url: string;
}

/** Links of sources, each once, whatever claims name it and in whatever form. */
@Injectable()
export class SourceLinks {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async of(tx: Tx, url: string): Promise<SourceLink> {
    const link = readLink(url, addressRules, platformLinks, this.config.captureAllow);
    if (!link.ok) throw new Problem('bad-link', { reason: link.reason });
    await tx.query('INSERT INTO classify.source_links (value, url) VALUES ($1, $2) ON CONFLICT (value) DO NOTHING', [link.same, link.url]);
    const [found] = await tx.query<SourceLink[]>('SELECT id, url FROM classify.source_links WHERE value = $1', [link.same]);
    return found;
  }
  /** Which links a version rests on; where the office opens none of them, that it was read. */
  async note(tx: Tx, { id, sources }: Pick<ClaimVersionRow, 'id' | 'sources'>): Promise<void> {
    const read = sources.map(({ url }) => readLink(url, addressRules, platformLinks, this.config.captureAllow));
    const named = new Map(read.flatMap((link) => (link.ok ? [[link.same, link.url] as const] : [])));
    const values = [...named.keys()].sort(); // in one order, so that two who name the same do not wait for each other
    await tx.query(
      'INSERT INTO classify.source_links (value, url) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT (value) DO NOTHING',
      [values, values.map((value) => named.get(value))],
    );
    await tx.query(
      `INSERT INTO classify.version_sources (version_id, link_id) SELECT $1::uuid, l.id FROM classify.source_links l WHERE l.value = ANY($2)
       UNION ALL SELECT $1::uuid, NULL WHERE cardinality($2::text[]) = 0 ON CONFLICT DO NOTHING`,
      [id, values],
    );
  }
  /** What a claim names so rests on this link in each version, also where the house read the link otherwise when that was written. */
  async noteNamed(tx: Tx, { id, url }: { id: string; url: string }, claimId: string): Promise<void> {
    await tx.query(
      `INSERT INTO classify.version_sources (version_id, link_id) SELECT v.id, $1::uuid FROM classify.claim_versions v
       WHERE v.claim_id = $2 AND v.sources @> jsonb_build_array(jsonb_build_object('url', $3::text)) ON CONFLICT DO NOTHING`,
      [id, claimId, url],
    );
  }
  /** The name under which all forms of a link meet; null where the office opens no such link. */
  nameOf(url: string): string | null {
    const link = readLink(url, addressRules, platformLinks, this.config.captureAllow);
    return link.ok ? link.same : null;
  }
  /** It was captured and that is still there, or it is about to be. */
  async isCaptured(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `SELECT 1 FROM crawl.captures c WHERE c.address_id = $1 AND c.state <> 'failed' AND NOT EXISTS (SELECT 1 FROM core.evidence_tombstones b WHERE b.evidence_id = c.evidence_id) LIMIT 1`,
      [id],
    );
    return rows.length > 0;
  }
}
