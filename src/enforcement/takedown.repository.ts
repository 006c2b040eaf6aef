import { Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import { Problem } from '../core/problem/problem.js';
import { Cases } from '../cases/index.js';
import { changedBetween, contentBytes, type RequestContent } from './takedown.js';
import type { ItemState } from './item.flow.js';
import type { RollUp } from './removal.js';
import { restorationOf } from './restoration.js';
import { Takedown } from './takedown.entity.js';
import type { TakedownKind, TakedownState } from './takedown.flow.js';
import './problems.js';

export interface ContentRow {
  id: string;
  number: number;
  sha256: string;
  content: RequestContent;
  writtenBy: string | null;
  approvedBy: string | null;
}
export interface Held {
  takedown: Takedown;
  newest: ContentRow;
}
export interface NewTakedown {
  id: string;
  reference: string;
  kind: TakedownKind;
  caseId: string;
  withdraws: string | null;
  platform: string;
  by: string | null;
}
/** The request that asks for an address already. */
export interface Asked {
  id: string;
  reference: string;
}
const CONTENT = `SELECT c.id, c.number, c.sha256, c.content, c.written_by AS "writtenBy", a.approved_by AS "approvedBy" FROM enforcement.takedown_contents c LEFT JOIN enforcement.takedown_approvals a ON a.content_id = c.id`;

@Injectable()
export class TakedownRepository {
  constructor(private readonly cases: Cases) {}

  /** The request, locked, for a person who may see its case and has read its newest version; null stands for the house. */
  async lock(tx: Tx, actor: { staffId: string } | null, id: string, version?: number): Promise<Held> {
    const takedown = await tx.findOne(Takedown, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!takedown || (actor && (await this.cases.isBarred(tx, takedown.caseId, actor.staffId)))) throw new Problem('missing');
    const newest = await this.newest(tx, id);
    if (version !== undefined && version !== takedown.version)
      throw new Problem('stale', { current: await this.since(tx, takedown, newest, version) });
    return { takedown, newest };
  }
  find(tx: Tx, id: string): Promise<Takedown | null> {
    return tx.findOneBy(Takedown, { id });
  }
  async newest(tx: Tx, id: string): Promise<ContentRow> {
    const [row] = await tx.query<ContentRow[]>(`${CONTENT} WHERE c.takedown_id = $1 ORDER BY c.number DESC LIMIT 1`, [id]);
    return row;
  }
  /** What was sent of a request, with every link that it ever asked for; its newest version may say something else. */
  async sentContent(tx: Tx, id: string): Promise<RequestContent> {
    const sent = await tx.query<{ content: RequestContent }[]>(
      `SELECT c.content FROM enforcement.deliveries d JOIN enforcement.delivery_outcomes o ON o.delivery_id = d.id AND o.outcome = 'delivered' JOIN enforcement.takedown_contents c ON c.id = d.content_id
       WHERE d.takedown_id = $1 ORDER BY d.attempt DESC`,
      [id],
    );
    const items = new Map(
      sent
        .flatMap(({ content }) => content.items)
        .reverse()
        .map((item) => [item.addressId, item]),
    );
    return { ...sent[0].content, items: [...items.values()].reverse() };
  }
  private async since(tx: Tx, takedown: Takedown, newest: ContentRow, version: number): Promise<object> {
    const [read] = await tx.query<ContentRow[]>(
      `${CONTENT} WHERE c.takedown_id = $1 AND c.at_version <= $2 ORDER BY c.number DESC LIMIT 1`,
      [takedown.id, version],
    );
    return {
      version: takedown.version,
      state: takedown.state,
      contentNumber: newest.number,
      contentSha256: newest.sha256,
      changed: read ? changedBetween(read.content, newest.content) : [],
    };
  }

  /** The next reference of a case; the case's requests are counted one at a time. */
  async nextReference(tx: Tx, caseId: string, caseNumber: string): Promise<string> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('takedowns of ' || $1))`, [caseId]);
    const [{ n }] = await tx.query<{ n: number }[]>('SELECT count(*)::int + 1 AS n FROM enforcement.takedowns WHERE case_id = $1', [
      caseId,
    ]);
    return `${caseNumber}/YCG-${n}`;
  }
  async add(tx: Tx, t: NewTakedown): Promise<void> {
    await tx.query(
      'INSERT INTO enforcement.takedowns (id, reference, kind, case_id, withdraws, platform, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [t.id, t.reference, t.kind, t.caseId, t.withdraws, t.platform, t.by],
    );
  }
  async addContent(
    tx: Tx,
    takedownId: string,
    version: number,
    content: RequestContent,
    by: string | null,
  ): Promise<{ id: string; sha256: string; number: number }> {
    const id = randomUUID();
    const bytes = contentBytes(content);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const [{ number }] = await tx.query<{ number: number }[]>(
      `INSERT INTO enforcement.takedown_contents (id, takedown_id, number, at_version, bytes, sha256, address_ids, written_by)
       SELECT $1, $2, (SELECT coalesce(max(number), 0) + 1 FROM enforcement.takedown_contents WHERE takedown_id = $2), $3, $4, $5, $6, $7 RETURNING number`,
      [id, takedownId, version, bytes, sha256, content.items.map((i) => i.addressId), by],
    );
    return { id, sha256, number };
  }
  async approve(tx: Tx, takedownId: string, content: ContentRow, by: string): Promise<void> {
    await tx.query(
      'INSERT INTO enforcement.takedown_approvals (id, takedown_id, content_id, sha256, approved_by) VALUES ($1, $2, $3, $4, $5)',
      [randomUUID(), takedownId, content.id, content.sha256, by],
    );
  }
  /** Everybody who wrote a version since the last approval. */
  async authors(tx: Tx, takedownId: string): Promise<Set<string>> {
    const rows = await tx.query<{ by: string }[]>(
      `SELECT DISTINCT c.written_by AS by FROM enforcement.takedown_contents c WHERE c.takedown_id = $1 AND c.written_by IS NOT NULL
       AND c.number > (SELECT coalesce(max(x.number), 0) FROM enforcement.takedown_approvals a JOIN enforcement.takedown_contents x ON x.id = a.content_id WHERE a.takedown_id = $1)`,
      [takedownId],
    );
    return new Set(rows.map((r) => r.by));
  }
  /** Everybody who let it leave. */
  async senders(tx: Tx, takedownId: string): Promise<Set<string>> {
    const rows = await tx.query<{ by: string }[]>(
      `SELECT DISTINCT e.office ->> 'actor' AS by FROM core.events e WHERE e.subject = $1::text AND e.type IN ('takedown.queued', 'takedown.sent') AND e.office ->> 'actor' IS NOT NULL`,
      [takedownId],
    );
    return new Set(rows.map((r) => r.by));
  }
  async save(tx: Tx, t: Takedown): Promise<number> {
    t.version += 1;
    await tx.query('UPDATE enforcement.takedowns SET state = $2, version = $3, attempt = $4, leaves_at = $5, sent_at = $6 WHERE id = $1', [
      t.id,
      t.state,
      t.version,
      t.attempt,
      t.leavesAt,
      t.sentAt,
    ]);
    return t.version;
  }
  async note(tx: Tx, takedownId: string, reason: string, by: string | null): Promise<void> {
    await tx.query(`INSERT INTO enforcement.takedown_notes (id, takedown_id, act, reason, by) VALUES ($1, $2, 'withdraw', $3, $4)`, [
      randomUUID(),
      takedownId,
      reason,
      by,
    ]);
  }
  async ofCase(tx: Tx, caseId: string): Promise<string[]> {
    return (
      await tx.query<{ id: string }[]>(
        `SELECT id FROM enforcement.takedowns WHERE case_id = $1 AND kind = 'removal' AND state <> 'withdrawn' ORDER BY id`,
        [caseId],
      )
    ).map((r) => r.id);
  }
  async withdrawalOf(tx: Tx, takedownId: string): Promise<{ id: string; state: TakedownState; rollUp: RollUp } | null> {
    const [row] = await tx.query<{ id: string; state: TakedownState; items: ItemState[] }[]>(
      `SELECT t.id, t.state, ARRAY(SELECT i.state FROM enforcement.items i WHERE i.takedown_id = t.id) AS items FROM enforcement.takedowns t WHERE t.withdraws = $1 AND t.state <> 'withdrawn'`,
      [takedownId],
    );
    return row ? { id: row.id, state: row.state, rollUp: restorationOf(row.items) } : null;
  }
  /** Another request that asks for one of these addresses and has no answer that ends it; asked for one at a time. */
  async askedElsewhere(tx: Tx, addressIds: string[], except: string): Promise<Asked | null> {
    for (const id of [...addressIds].sort()) await tx.query(`SELECT pg_advisory_xact_lock(hashtext('takedown of ' || $1))`, [id]);
    return (await this.asked(tx, addressIds, except)).values().next().value ?? null;
  }
  /** By address, the request that asks for it and has no answer that ends it. */
  async asked(tx: Tx, addressIds: string[], except: string | null = null): Promise<Map<string, Asked>> {
    const rows = await tx.query<(Asked & { addressId: string })[]>(
      `SELECT DISTINCT ON (a.id) a.id AS "addressId", t.id, t.reference FROM unnest($1::uuid[]) AS a (id)
       JOIN enforcement.takedown_contents c ON c.address_ids @> ARRAY[a.id] JOIN enforcement.takedowns t ON t.id = c.takedown_id
       WHERE t.kind = 'removal' AND t.id IS DISTINCT FROM $2::uuid AND NOT EXISTS (SELECT 1 FROM enforcement.takedown_contents n WHERE n.takedown_id = c.takedown_id AND n.number > c.number)
         AND (t.state IN ('draft', 'approved', 'sending', 'undeliverable') OR (t.state = 'sent'
           AND EXISTS (SELECT 1 FROM enforcement.items i WHERE i.takedown_id = t.id AND i.address_id = a.id AND i.state IN ('awaiting', 'removed-claimed', 'verified-removed'))))
       ORDER BY a.id, t.created_at`,
      [addressIds, except],
    );
    return new Map(rows.map(({ addressId, id, reference }) => [addressId, { id, reference }]));
  }
}
