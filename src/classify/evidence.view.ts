import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { CONFIG, type Config } from '../core/config.js';
import { dayOf } from '../core/clock/office-day.js';
import { Db } from '../core/database/db.js';
import { OF_A_POST } from './sources/of-a-post.view.js';
import { authorOf, type Seen } from './triage.repository.js';

/** What captures and submissions say of a post, read from the rooms on the left. */
@Injectable()
export class EvidenceView {
  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async ofCapture(captureId: string): Promise<Seen | null> {
    const [row] = await this.db.once<
      {
        evidenceId: string;
        text: string | null;
        textSha256: string | null;
        postedAt: Date | null;
        platform: string | null;
        author: string | null;
      }[]
    >(
      `SELECT evidence_id AS "evidenceId", text, text_sha256 AS "textSha256", posted_at AS "postedAt", platform, ${authorOf('c')} AS author FROM crawl.captures c WHERE id = $1 AND state = 'sealed' AND ${OF_A_POST}`,
      [captureId],
    );
    if (!row) return null;
    const text = row.text?.trim() ? row.text : null;
    return {
      evidenceId: row.evidenceId,
      captureId,
      text,
      textSha256: text === null ? null : (row.textSha256 ?? sha256(text)),
      postedOn: row.postedAt && this.day(row.postedAt),
      platform: row.platform ?? 'none',
      author: row.author,
    };
  }

  async ofAddress(addressId: string): Promise<Seen | null> {
    const [row] = await this.db.once<{ evidenceId: string; text: string | null }[]>(
      `SELECT evidence_id AS "evidenceId", text FROM intake.addresses WHERE id = $1 AND kind <> 'url'`,
      [addressId],
    );
    return row ? submitted(row) : null;
  }

  /** What was sent in for a post as text or picture. */
  async submissionsOf(postId: string): Promise<Seen[]> {
    const rows = await this.db.once<{ evidenceId: string; text: string | null }[]>(
      `SELECT a.evidence_id AS "evidenceId", a.text FROM intake.addresses a
       WHERE a.kind <> 'url' AND (a.post_id = $1 OR a.id IN (SELECT address_id FROM intake.report_posts WHERE post_id = $1 AND ended_at IS NULL)) ORDER BY a.created_at LIMIT 20`,
      [postId],
    );
    return rows.map(submitted);
  }

  day(at: Date): string {
    return dayOf(at, this.config.timeZone);
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function submitted({ evidenceId, text }: { evidenceId: string; text: string | null }): Seen {
  return {
    evidenceId,
    captureId: null,
    text,
    textSha256: text === null ? null : sha256(text),
    postedOn: null,
    platform: 'none',
    author: null,
  };
}
