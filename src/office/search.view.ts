import { Inject, Injectable } from '@nestjs/common';
import { addressRules } from '../core/address/address-table.js';
import { normaliseUrl } from '../core/address/normalise-url.js';
import { CONFIG, type Config } from '../core/config.js';
import { firstLine } from '../core/database/cut-at-word.js';
import { Db } from '../core/database/db.js';
import { notBarred, notBarredFromPost } from '../cases/index.js';
import { WITH_NEWEST } from '../publication/index.js';
import { officeTable } from './office-table.js';
import { anywhere, asked, beginning } from './search.js';
import type { Reader } from './work.view.js';

export interface Hit {
  kind: 'post' | 'case' | 'claim' | 'correction';
  id: string;
  title: string | null;
  detail: string | null;
  itemId?: string | null;
}
/** `partial`: a place would have taken too long. */
export interface Found {
  items: Hit[];
  partial: boolean;
}
interface Place {
  rights: string[];
  sql: string;
  values: unknown[];
}
const CANCELLED = '57014';
/** so many hits of a common phrase are put in order, newest first; the rest would only cost time */
const SORTED = 500;

const POST = `SELECT 'post' AS kind, p.id, ${firstLine('t.text', 200)} AS title, t.id AS "itemId"`;

const HANDLE = `lower(left(ltrim(c.handle, '@'), 100))`;
const AUTHOR = `to_tsvector('simple', crawl.unmarked(left(c.author, 200)))`;
const of = (matches: string, exact: string) =>
  `(SELECT c.post_id, c.author, c.handle, c.ordered_at, ${exact} AS exact FROM crawl.captures c WHERE ${matches} LIMIT ${SORTED})`;
/** Posts by the handle or the name of who wrote them; both by index, so that neither waits for the other. */
const BY_AUTHOR = `SELECT 'post' AS kind, x.id, ${firstLine('t.text', 200)} AS title, t.id AS "itemId", concat_ws(' · ', x.author, x.handle) AS detail
  FROM (SELECT DISTINCT ON (coalesce(o.merged_into, o.id)) coalesce(o.merged_into, o.id) AS id, f.* FROM (
      ${of(`c.handle IS NOT NULL AND ${HANDLE} = lower($2)`, 'true')} UNION ALL
      ${of(`c.handle IS NOT NULL AND ${HANDLE} LIKE lower($1)`, 'false')} UNION ALL
      ${of(`c.author IS NOT NULL AND ${AUTHOR} @@ to_tsquery('simple', replace(crawl.unmarked($3), ' ', ' & ') || ':*')`, 'false')}) f
    JOIN intake.posts o ON o.id = f.post_id ORDER BY 1, f.exact DESC, f.ordered_at DESC) x
  JOIN classify.triage_items t ON t.post_id = x.id WHERE ${notBarredFromPost('$4', 'x.id')} ORDER BY x.exact DESC, x.ordered_at DESC`;

/** One box for everything that this person may see: a link, a case number, a phrase. Receipts are not looked up here. */
@Injectable()
export class SearchView {
  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(reader: Reader, typed: string): Promise<Found> {
    const items: Hit[] = [];
    let partial = false;
    for (const place of this.places(reader, typed).filter((p) => p.rights.some((right) => reader.rights.has(right)))) {
      const left = officeTable.search_lines - items.length;
      if (left <= 0) break;
      const found = await this.look(place, left);
      partial ||= found === null;
      items.push(...(found ?? []).filter((hit) => !items.some((known) => known.kind === hit.kind && known.id === hit.id)));
    }
    return { items, partial };
  }

  private places(reader: Reader, typed: string): Place[] {
    const { link, number, phrase, handle, author } = asked(typed);
    const mine = notBarred('$2');
    if (link) {
      const normalised = normaliseUrl(link, addressRules, this.config.captureAllow);
      if (!normalised.ok) return [];
      const address = `FROM intake.addresses a JOIN intake.posts p ON p.id = (SELECT coalesce(o.merged_into, o.id) FROM intake.posts o WHERE o.id = a.post_id)`;
      return [
        {
          rights: ['triage.read', 'report.read'],
          values: [normalised.url, reader.staffId],
          sql: `${POST}, a.url AS detail ${address} LEFT JOIN classify.triage_items t ON t.post_id = p.id WHERE a.kind = 'url' AND a.value = $1 AND ${notBarredFromPost('$2', 'p.id')}`,
        },
        {
          rights: ['case.read'],
          values: [normalised.url, reader.staffId],
          sql: `SELECT DISTINCT 'case' AS kind, c.id, c.number AS title, c.state AS detail ${address} JOIN cases.case_posts l ON l.post_id IN (p.id, a.post_id) JOIN cases.cases c ON c.id = l.case_id WHERE a.kind = 'url' AND a.value = $1 AND ${mine}`,
        },
      ];
    }
    const places: Place[] = [];
    if (number)
      places.push({
        rights: ['case.read'],
        values: [`%${number}`, reader.staffId, `${number}%`],
        sql: `SELECT 'case' AS kind, c.id, c.number AS title, c.state AS detail FROM cases.cases c WHERE (c.number LIKE $1 OR c.number LIKE $3) AND ${mine} ORDER BY c.number DESC`,
      });
    if (handle || author)
      places.push({
        rights: ['triage.read'],
        values: [handle && beginning(handle), handle, author, reader.staffId],
        sql: BY_AUTHOR,
      });
    if (phrase) {
      places.push(
        {
          rights: ['case.read'],
          values: [anywhere(phrase), reader.staffId],
          sql: `SELECT 'case' AS kind, c.id, c.number AS title, c.title AS detail FROM cases.cases c WHERE c.title ILIKE $1 AND ${mine} ORDER BY c.number DESC`,
        },
        {
          rights: ['claim.read'],
          values: [anywhere(phrase)],
          sql: `SELECT 'claim' AS kind, c.id, v.wordings -> 0 ->> 'text' AS title, c.state AS detail FROM classify.claims c
            JOIN LATERAL (SELECT * FROM classify.claim_versions x WHERE x.claim_id = c.id ORDER BY x.number DESC LIMIT 1) v ON true
            WHERE EXISTS (SELECT 1 FROM jsonb_array_elements(v.wordings) w WHERE w ->> 'text' ILIKE $1) OR v.truth ILIKE $1 ORDER BY c.created_at DESC`,
        },
        {
          rights: ['correction.read'],
          values: [anywhere(phrase)],
          sql: `SELECT 'correction' AS kind, c.id, coalesce(nullif(n.content -> 'vi' ->> 'title', ''), n.content -> 'vi' ->> 'said') AS title, c.state AS detail FROM ${WITH_NEWEST}
            WHERE n.content -> 'vi' ->> 'title' ILIKE $1 OR n.content -> 'vi' ->> 'said' ILIKE $1 OR n.content -> 'vi' ->> 'truth' ILIKE $1 OR n.content -> 'en' ->> 'title' ILIKE $1 ORDER BY c.created_at DESC`,
        },
        {
          rights: ['triage.read'],
          values: [anywhere(phrase), reader.staffId],
          sql: `${POST}, t.platform AS detail FROM (SELECT * FROM classify.triage_items WHERE text ILIKE $1 AND state <> 'merged' LIMIT ${SORTED}) t JOIN intake.posts p ON p.id = t.post_id WHERE ${notBarredFromPost('$2', 'p.id')} ORDER BY t.received_at DESC`,
        },
      );
    }
    return places;
  }

  /** Null when this place would have taken too long. */
  private look(place: Place, limit: number): Promise<Hit[] | null> {
    return this.db
      .read(async (tx) => {
        await tx.query(`SET LOCAL statement_timeout = ${officeTable.search_seconds * 1_000}`);
        return tx.query<Hit[]>(`SELECT * FROM (${place.sql}) hits LIMIT ${limit}`, place.values);
      })
      .catch((error: { code?: string }) => {
        if (error.code === CANCELLED) return null;
        throw error;
      });
  }
}
