import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { Day } from '../core/http/answer.js';
import type { RegisterDto } from './register.dto.js';

/** A single public act, without anybody's identity, as it stands after everything that took it back. */
export interface RegisterEntry {
  act: string;
  seq: number;
  kind: string;
  day: Day;
  platform: string;
  topic: string;
  basis: string;
  asked: number;
  removed: number;
  /** of a decision how it ended, by which provision, for whom; none otherwise */
  end: string;
  provision: string;
  subject: string;
  amount: number | null;
  outcome: string;
  changedDay: Day;
}
export interface RegisterPage {
  /** the last event of the log that is counted in it */
  asOf: number;
  items: RegisterEntry[];
  /** the number that the next page is asked after, or null at the end */
  nextAfter: number | null;
}
/** What the lists to choose from hold. */
export type RegisterWords = Record<'kind' | 'platform' | 'topic' | 'outcome' | 'month', string[]>;

/** The register, newest first. */
@Injectable()
export class RegisterView {
  constructor(private readonly db: Db) {}

  async run(filter: RegisterDto, limit: number): Promise<RegisterPage> {
    const rows = await this.db.once<(Omit<RegisterEntry, 'seq'> & { asOf: string; seq: string | null })[]>(
      `SELECT c.seq::text AS "asOf", a.* FROM publication.counted c LEFT JOIN LATERAL (
       SELECT act, seq::text, kind, day::text, platform, topic, basis, asked, removed, "end", provision, subject, amount::float8 AS amount, outcome, changed_day::text AS "changedDay" FROM publication.acts
       WHERE ($1::bigint IS NULL OR seq < $1) AND ($2::text IS NULL OR kind = $2) AND ($3::text IS NULL OR platform = $3) AND ($4::text IS NULL OR topic = $4)
         AND ($5::text IS NULL OR outcome = $5) AND ($6::date IS NULL OR day >= $6::date AND day < $6::date + interval '1 month')
       ORDER BY acts.seq DESC LIMIT $7) a ON true ORDER BY a.seq::bigint DESC`,
      [
        filter.after ?? null,
        filter.kind ?? null,
        filter.platform ?? null,
        filter.topic ?? null,
        filter.outcome ?? null,
        filter.month ? `${filter.month}-01` : null,
        limit + 1,
      ],
    );
    const found = rows.filter((row) => row.seq !== null);
    const items = found.slice(0, limit).map(({ asOf: _, ...row }) => ({ ...row, seq: Number(row.seq) }));
    return { asOf: Number(rows[0].asOf), items, nextAfter: found.length > limit ? items[items.length - 1].seq : null };
  }
}
