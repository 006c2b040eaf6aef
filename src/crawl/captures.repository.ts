import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import { PREPARED } from '../core/database/preparing-client.js';
import { Problem } from '../core/problem/problem.js';
import { DIRECT, PAGE_READ, POST_READ, visitorTable, type Known, type PartFacts } from './engine/index.js';
import type { CaptureReason } from './events.js';

export interface Order {
  postId: string;
  addressId: string;
  url: string;
  reason: CaptureReason;
  orderedBy: string | null;
  /** as whom the page is visited; the ordinary visitor when left out */
  visitor?: string;
  /** by which way it leaves; directly when left out */
  route?: string;
}
export interface CaptureRow {
  id: string;
  postId: string;
  addressId: string;
  url: string;
  state: 'ordered' | 'sealed' | 'failed';
  reason: CaptureReason;
  orderedBy: string | null;
  tries: number;
  visitor: string;
  route: string;
}
/** The sealed look before, of the same visitor by the same way: another's differs by what each is shown. */
export interface Earlier {
  id: string;
  sha256: string;
  textSha256: string | null;
}
export interface Ending {
  state: 'sealed' | 'failed';
  outcome: string;
  evidenceId: string | null;
  platform: string;
  title: string | null;
  author: string | null;
  handle: string | null;
  postedAt: string | null;
  text: string | null;
  textSha256: string | null;
  ground: unknown;
  startedAt: string;
  endedAt: string;
}
export interface Part {
  name: string;
  sha256: string;
  mediaType: string;
  bytes: number;
  facts: PartFacts;
}

const ROW = 'id, post_id AS "postId", address_id AS "addressId", url, state, reason, ordered_by AS "orderedBy", tries, visitor, route';

@Injectable()
export class CapturesRepository {
  async earlier(tx: Tx, { id, addressId, visitor, route }: CaptureRow): Promise<Earlier | null> {
    const [row] = await tx.query<Earlier[]>(
      `SELECT c.id, e.sha256, c.text_sha256 AS "textSha256" FROM crawl.captures c JOIN core.evidence_items e ON e.id = c.evidence_id
       WHERE c.address_id = $1 AND c.id <> $2 AND c.visitor = $3 AND c.route = $4 ORDER BY c.ended_at DESC LIMIT 1`,
      [addressId, id, visitor, route],
    );
    return row ?? null;
  }

  /** A new order, or the open one of the same address as the same visitor by the same way. */
  async order(tx: Tx, order: Order, tries = 0): Promise<{ id: string; joined: boolean }> {
    const { visitor = visitorTable.default, route = DIRECT.name } = order;
    const [made] = await tx.query<{ id: string }[]>(
      `${PREPARED}INSERT INTO crawl.captures (id, post_id, address_id, url, reason, ordered_by, tries, visitor, route) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (address_id, visitor, route) WHERE state = 'ordered' DO NOTHING RETURNING id`,
      [randomUUID(), order.postId, order.addressId, order.url, order.reason, order.orderedBy, tries, visitor, route],
    );
    if (made) return { id: made.id, joined: false };
    const [open] = await tx.query<{ id: string }[]>(
      `SELECT id FROM crawl.captures WHERE address_id = $1 AND visitor = $2 AND route = $3 AND state = 'ordered'`,
      [order.addressId, visitor, route],
    );
    return open ? { id: open.id, joined: true } : this.order(tx, order, tries);
  }
  async get(tx: Tx, id: string): Promise<CaptureRow> {
    const [row] = await tx.query<CaptureRow[]>(`SELECT ${ROW} FROM crawl.captures WHERE id = $1`, [id]);
    if (!row) throw new Problem('missing');
    return row;
  }
  /** Was this address captured, or ordered to be, within so many hours of true time? */
  async recent(tx: Tx, addressId: string, hours: number): Promise<boolean> {
    const [row] = await tx.query<unknown[]>(
      `${PREPARED}SELECT 1 FROM crawl.captures WHERE address_id = $1 AND state <> 'failed' AND ordered_at > clock_timestamp() - make_interval(hours => $2) LIMIT 1`,
      [addressId, hours],
    );
    return row !== undefined;
  }
  /** Is this the first capture of its address that came to a package? */
  async isFirst(tx: Tx, { id, addressId }: Pick<CaptureRow, 'id' | 'addressId'>): Promise<boolean> {
    const [{ first }] = await tx.query<{ first: boolean }[]>(
      `SELECT NOT EXISTS (SELECT 1 FROM crawl.captures WHERE address_id = $1 AND state = 'sealed' AND id <> $2) AS first`,
      [addressId, id],
    );
    return first;
  }
  /** What the post of an address said when it was itself read, and what the address said as a page alone; at the first look and at the last. */
  async known(tx: Tx, { addressId, postId }: Pick<CaptureRow, 'addressId' | 'postId'>): Promise<Known> {
    const read = (where: string) => `SELECT text FROM crawl.captures WHERE ${where} AND text IS NOT NULL AND ground ->> 'rule'`;
    const ends = (found: string) =>
      `array_remove(ARRAY[(${found} ORDER BY ordered_at, id LIMIT 1), (${found} ORDER BY ordered_at DESC, id DESC LIMIT 1)], NULL)`;
    const [{ here, elsewhere, knownPages }] = await tx.query<Record<'here' | 'elsewhere' | 'knownPages', string[]>[]>(
      `SELECT ${ends(`${read('address_id = $1')} = ANY ($3)`)} AS here, ${ends(`${read('post_id = $2 AND address_id <> $1')} = ANY ($3)`)} AS elsewhere,
         ${ends(`${read('address_id = $1')} = $4`)} AS "knownPages"`,
      [addressId, postId, [...POST_READ], PAGE_READ],
    );
    const all = [...here, ...elsewhere];
    const knownPosts = here.length > 0 ? here : knownPages.length > 0 ? [] : elsewhere;
    return { known: all.length > 0 ? all.join('\n') : undefined, knownPosts, knownPages };
  }
  /** How long its turn at its host still is to come. */
  async waits(tx: Tx, id: string, seconds: number): Promise<void> {
    await tx.query(
      `UPDATE crawl.captures SET waits_until = CASE WHEN $2::int > 0 THEN clock_timestamp() + make_interval(secs => $2) END WHERE id = $1 AND state = 'ordered'`,
      [id, seconds],
    );
  }
  /** The one end of an order; false when it has ended before. */
  async end(tx: Tx, id: string, e: Ending): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      `UPDATE crawl.captures SET waits_until = NULL, waits_for = NULL, state = $2, outcome = $3, evidence_id = $4, platform = $5, title = $6, author = $7, handle = $8, posted_at = $9, text = $10, text_sha256 = $11, ground = $12, started_at = $13, ended_at = $14
       WHERE id = $1 AND state = 'ordered'`,
      [
        id,
        e.state,
        e.outcome,
        e.evidenceId,
        e.platform,
        e.title,
        e.author,
        e.handle,
        e.postedAt,
        e.text,
        e.textSha256,
        JSON.stringify(e.ground),
        e.startedAt,
        e.endedAt,
      ],
    );
    return changed === 1;
  }
  async addParts(tx: Tx, id: string, parts: Part[]): Promise<void> {
    for (const p of parts)
      await tx.query(
        'INSERT INTO crawl.capture_parts (capture_id, name, sha256, media_type, bytes, facts) VALUES ($1, $2, $3, $4, $5, $6)',
        [id, p.name, p.sha256, p.mediaType, p.bytes, JSON.stringify(p.facts)],
      );
  }
  async part(tx: Tx, id: string, name: string): Promise<Part> {
    const [row] = await tx.query<Part[]>(
      'SELECT name, sha256, media_type AS "mediaType", bytes::int, facts FROM crawl.capture_parts WHERE capture_id = $1 AND name = $2',
      [id, name],
    );
    if (!row) throw new Problem((await this.isPurged(tx, id)) ? 'purged' : 'missing');
    return row;
  }
  private async isPurged(tx: Tx, id: string): Promise<boolean> {
    const found = await tx.query<object[]>(
      'SELECT 1 FROM crawl.captures c JOIN core.evidence_tombstones t ON t.evidence_id = c.evidence_id WHERE c.id = $1',
      [id],
    );
    return found.length > 0;
  }
}
