import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import { PREPARED } from '../core/database/preparing-client.js';
import { Problem } from '../core/problem/problem.js';
import { TriageItemRow } from './triage.entity.js';
import { OF_A_POST } from './sources/of-a-post.view.js';
import { Bars } from '../core/identity/bars.js';

export interface Evidenced {
  evidenceId: string;
  captureId: string | null;
  text: string | null;
  textSha256: string | null;
  postedOn: string | null;
  platform: string;
}
/** Evidence with the name over the post, which stays with the capture and goes with it. */
export interface Seen extends Evidenced {
  author: string | null;
}
/** SQL: name and handle as the capture `c` read them. */
export const authorOf = (c: string): string => `nullif(concat_ws(' ', ${c}.author, ${c}.handle), '')`;

@Injectable()
export class TriageRepository {
  constructor(private readonly bars: Bars) {}

  /** The item of a post, made at the first call; locked. */
  async itemOf(tx: Tx, postId: string): Promise<TriageItemRow> {
    const find = () => tx.findOne(TriageItemRow, { where: { postId }, lock: { mode: 'pessimistic_write' } });
    const found = await find();
    if (found) return found;
    await tx.query(`${PREPARED}INSERT INTO classify.triage_items (id, post_id) VALUES ($1, $2) ON CONFLICT (post_id) DO NOTHING`, [
      randomUUID(),
      postId,
    ]);
    return (await find())!;
  }
  /** The item that stands for a post now, whatever the post has become part of meanwhile; locked. */
  async inForce(tx: Tx, postId: string): Promise<TriageItemRow> {
    const item = await this.itemOf(tx, await this.heir(tx, postId));
    // it was joined to another while this transaction waited for its lock
    return item.state === 'merged' ? this.itemOf(tx, await this.heir(tx, postId)) : item;
  }
  /** For somebody who acts on it; whoever is barred from the post finds nothing. */
  async lockFor(tx: Tx, actor: { staffId: string }, id: string): Promise<TriageItemRow> {
    const item = await this.lock(tx, id);
    await this.bars.refuse(tx, actor, item.postId);
    return item;
  }
  async lock(tx: Tx, id: string): Promise<TriageItemRow> {
    const item = await tx.findOne(TriageItemRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!item) throw new Problem('missing');
    return item;
  }
  async save(tx: Tx, item: TriageItemRow): Promise<void> {
    item.version += 1;
    await this.keep(tx, item);
  }
  /** Writes what changes nothing that anybody decided, such as a lease or a count. The row is locked since it was read. */
  async keep(tx: Tx, { id, receivedAt: _, ...item }: TriageItemRow): Promise<void> {
    await tx.update(TriageItemRow, { id }, item);
  }
  /** The post that this one has become part of, or itself. */
  private async heir(tx: Tx, postId: string): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(`${PREPARED}SELECT coalesce(merged_into, id) AS id FROM intake.posts WHERE id = $1`, [
      postId,
    ]);
    return row?.id ?? postId;
  }
  /** What was captured is a source of a claim, which has no item. */
  async isOfSource(tx: Tx, captureId: string): Promise<boolean> {
    return (await tx.query<unknown[]>(`SELECT 1 FROM crawl.captures c WHERE c.id = $1 AND NOT ${OF_A_POST}`, [captureId])).length > 0;
  }
  /** When the item was judged, in office time. */
  async stampJudged(tx: Tx, item: TriageItemRow): Promise<void> {
    await tx.query('UPDATE classify.triage_items SET judged_at = core.office_now() WHERE id = $1', [item.id]);
  }
}
