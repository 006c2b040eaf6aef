import { Inject, Injectable } from '@nestjs/common';
import { addressRules } from '../../core/address/address-table.js';
import { platformLinks } from '../../core/address/platform-links.js';
import { readLink } from '../../core/address/read-link.js';
import { CONFIG, type Config } from '../../core/config.js';
import type { Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';

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
  /** The name under which all forms of a link meet; null where the office opens no such link. */
  nameOf(url: string): string | null {
    const link = readLink(url, addressRules, platformLinks, this.config.captureAllow);
    return link.ok ? link.same : null;
  }
  /** It was captured, or is about to be. */
  async isCaptured(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(`SELECT 1 FROM crawl.captures c WHERE c.address_id = $1 AND c.state <> 'failed' LIMIT 1`, [id]);
    return rows.length > 0;
  }
}
