import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import { Problem } from '../core/problem/problem.js';
import { Cases } from '../cases/index.js';
import { changedBetween } from './takedown.js';
import type { ItemState } from './item.flow.js';
import type { RollUp } from './removal.js';
import { restorationOf } from './restoration.js';
import { Takedown } from './takedown.entity.js';
import type { TakedownKind, TakedownState } from './takedown.flow.js';
import { TakedownContentRepository, type ContentRow } from './takedown-content.repository.js';
import './problems.js';

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

@Injectable()
export class TakedownRepository {
  constructor(
    private readonly cases: Cases,
    private readonly contents: TakedownContentRepository,
  ) {}

  /** The request, locked, for a person who may see its case and has read its newest version; null stands for the house. */
  async lock(tx: Tx, actor: { staffId: string } | null, id: string, version?: number): Promise<Held> {
    const takedown = await tx.findOne(Takedown, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!takedown || (actor && (await this.cases.isBarred(tx, takedown.caseId, actor.staffId)))) throw new Problem('missing');
    const newest = await this.contents.newest(tx, id);
    if (version !== undefined && version !== takedown.version)
      throw new Problem('stale', { current: await this.since(tx, takedown, newest, version) });
    return { takedown, newest };
  }
  private async since(tx: Tx, takedown: Takedown, newest: ContentRow, version: number): Promise<object> {
    const read = await this.contents.at(tx, takedown.id, version);
    return {
      version: takedown.version,
      state: takedown.state,
      contentNumber: newest.number,
      contentSha256: newest.sha256,
      changed: read ? changedBetween(read.content, newest.content) : [],
    };
  }
  find(tx: Tx, id: string): Promise<Takedown | null> {
    return tx.findOneBy(Takedown, { id });
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
