import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { Problem } from '../core/problem/problem.js';
import { OvertakenView } from '../classify/index.js';
import { Cases } from '../cases/index.js';
import { sessionOf } from '../crawl/index.js';
import { takedownTable, templates, legalBasis } from './enforcement-table.js';
import { GroundRepository } from './ground.repository.js';
import { ITEM_LINE, PLANNED } from './item-board.view.js';
import { KnowTakedown, type Known } from './know-takedown.use-case.js';
import { toBeConfirmed } from './legal-basis.js';
import type { Person } from './approve-takedown.use-case.js';
import { nextActs, nextReplies } from './next-acts.js';
import { lineOf, NEWEST, TAKEDOWN_LINE, type TakedownLine } from './takedown-list.view.js';
import type { RequestContent } from './takedown.js';
import type { TakedownItem } from './item-answers.js';
import type { Basis, Blank, ContentVersion, Delivery, TakedownFile, TakedownNote, TakedownPreview } from './takedown-answers.js';
import { TakedownRepository, type Held } from './takedown.repository.js';
import { TakedownContentRepository } from './takedown-content.repository.js';

const CONTENTS = `SELECT c.id, c.number, c.sha256, c.content, s.name AS "writtenBy", c.written_at AS "writtenAt", a.approved_at AS "approvedAt", u.name AS "approvedBy",
    r.returned_at AS "returnedAt", v.name AS "returnedBy", r.reason AS "returnReason"
  FROM enforcement.takedown_contents c LEFT JOIN core.staff s ON s.id = c.written_by LEFT JOIN enforcement.takedown_approvals a ON a.content_id = c.id LEFT JOIN core.staff u ON u.id = a.approved_by
  LEFT JOIN enforcement.takedown_returns r ON r.content_id = c.id LEFT JOIN core.staff v ON v.id = r.returned_by WHERE c.takedown_id = $1 ORDER BY c.number DESC`;
const DELIVERIES = `SELECT d.id, d.attempt, d.way, d.recipient, d.reference, e.sha256 AS "rawSha256", e.bytes::float8 AS bytes, e.media_type AS "mediaType", d.begun_at AS "begunAt", o.outcome, o.proof, o.says, o.at AS "endedAt",
    (SELECT h.name FROM core.staff h WHERE h.id::text = o.proof ->> 'person') AS "sentBy",
    (SELECT coalesce(json_agg(json_build_object('says', t.says, 'at', t.tried_at) ORDER BY t.tried_at), '[]') FROM enforcement.delivery_tries t WHERE t.delivery_id = d.id) AS tries,
    (SELECT json_build_object('says', b.says, 'at', b.noted_at) FROM enforcement.late_bounces b WHERE b.delivery_id = d.id) AS bounce
  FROM enforcement.deliveries d JOIN core.evidence_items e ON e.id = d.evidence_id LEFT JOIN enforcement.delivery_outcomes o ON o.delivery_id = d.id WHERE d.takedown_id = $1 ORDER BY d.attempt DESC`;
const LAST_ORDER = `SELECT e.type, coalesce(e.office #> '{data,lacks}', '[]') AS lacks, e.office ->> 'officeAt' AS at FROM core.events e
  WHERE e.subject = $1::text AND e.type IN ('takedown.queued', 'takedown.held', 'takedown.sent', 'takedown.changed', 'takedown.withdrawn') ORDER BY e.position DESC LIMIT 1`;
const ITEMS = `SELECT ${ITEM_LINE},
    (SELECT coalesce(json_agg(json_build_object('id', r.id, 'reply', r.reply, 'text', r.text, 'receivedAt', r.received_at, 'recordedBy', s.name, 'exhibitId', r.exhibit_id) ORDER BY r.recorded_at), '[]') FROM enforcement.item_replies r LEFT JOIN core.staff s ON s.id = r.recorded_by WHERE r.item_id = i.id) AS replies,
    (SELECT coalesce(json_agg(json_build_object('captureId', o.capture_id, 'observation', o.observation, 'ground', o.ground, 'at', o.office_at, 'recordedAt', o.recorded_at, 'way', c.route, 'session', ${sessionOf('c.visitor')}) ORDER BY o.office_at, o.recorded_at), '[]') FROM crawl.observations o JOIN crawl.captures c ON c.id = o.capture_id WHERE o.address_id = i.address_id) AS observations,
    (SELECT coalesce(json_agg(json_build_object('captureId', l.capture_id, 'why', l.why, 'at', l.ordered_at, 'by', s.name, 'state', x.state) ORDER BY l.ordered_at), '[]') FROM enforcement.item_looks l LEFT JOIN core.staff s ON s.id = l.ordered_by LEFT JOIN crawl.captures x ON x.id = l.capture_id WHERE l.item_id = i.id) AS looks,
    (SELECT coalesce(json_agg(d.due_at ORDER BY d.due_at), '[]') FROM ${PLANNED}) AS "plannedLooks",
    (SELECT coalesce(json_agg(json_build_object('from', p.from_state, 'to', p.to_state, 'at', p.at, 'captures', p.captures, 'replyId', p.reply_id) ORDER BY p.at), '[]') FROM enforcement.item_steps p WHERE p.item_id = i.id) AS steps
  FROM enforcement.items i WHERE i.takedown_id = $1 ORDER BY i.url`;

/** One request as its screen reads it, in one snapshot. */
@Injectable()
export class TakedownFileView {
  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
    private readonly takedowns: TakedownRepository,
    private readonly contents: TakedownContentRepository,
    private readonly know: KnowTakedown,
    private readonly ground: GroundRepository,
    private readonly overtaken: OvertakenView,
  ) {}

  run(actor: Person, id: string): Promise<TakedownFile> {
    return this.db.read((tx) => this.of(tx, actor, id));
  }
  async of(tx: Tx, actor: Person, id: string): Promise<TakedownFile> {
    const held = await this.held(tx, actor, id);
    const [line] = await tx.query<TakedownLine[]>(`SELECT ${TAKEDOWN_LINE} FROM enforcement.takedowns t ${NEWEST} WHERE t.id = $1`, [id]);
    const known = await this.know.run(tx, held);
    const contents = await tx.query<ContentVersion[]>(CONTENTS, [id]);
    const deliveries = await tx.query<Delivery[]>(DELIVERIES, [id]);
    const [standing] = await tx.query<{ type: string; lacks: string[]; at: string }[]>(LAST_ORDER, [id]);
    const items = await tx.query<Omit<TakedownItem, 'next'>[]>(ITEMS, [id]);
    const [{ officeNow }] = await tx.query<{ officeNow: Date }[]>('SELECT core.office_now() AS "officeNow"');
    const notes = await tx.query<TakedownNote[]>(
      `SELECT n.act, n.reason, s.name AS by, n.at FROM enforcement.takedown_notes n LEFT JOIN core.staff s ON s.id = n.by WHERE n.takedown_id = $1 ORDER BY n.at`,
      [id],
    );
    return {
      ...lineOf(line),
      officeNow,
      content: held.newest.content,
      contentHash: held.newest.sha256,
      blanks: blanksOf(held.newest.content, known),
      basis: basisOf(held.newest.content.legalBasis),
      overtaken:
        line.kind === 'removal' && line.state !== 'withdrawn' ? await this.overtaken.ofPosts(tx, await this.postsOf(tx, held)) : [],
      contents,
      held: standing?.type === 'takedown.held' ? { lacks: standing.lacks, at: standing.at } : null,
      deliveries,
      notes,
      items: items.map((item) => ({ ...item, next: nextReplies(item.state, actor, held.takedown) })),
      withdrawal: await this.takedowns.withdrawalOf(tx, id),
      checklist: takedownTable.checklist,
      next: nextActs(held, actor, known),
    };
  }

  /** Exactly what will leave: where it goes, its text, its links. */
  preview(actor: Person, id: string): Promise<TakedownPreview> {
    return this.db.read(async (tx) => {
      const held = await this.held(tx, actor, id);
      const { content, sha256, approvedBy } = held.newest;
      const { blanks } = await this.know.run(tx, held);
      return {
        contentHash: sha256,
        approved: approvedBy !== null,
        way: content.way,
        recipient: content.recipient,
        subject: content.subject,
        body: content.body,
        items: content.items.map(({ addressId, url }) => ({ addressId, url })),
        blanks,
      };
    });
  }

  /** By the ids that count now. */
  private async postsOf(tx: Tx, { takedown, newest }: Held): Promise<string[]> {
    const links = new Map((await this.ground.links(tx, takedown.caseId)).map((l) => [l.addressId, l.postId]));
    return [...new Set(newest.content.items.map((i) => links.get(i.addressId) ?? i.postId))];
  }

  private async held(tx: Tx, actor: Person, id: string): Promise<Held> {
    const takedown = await this.takedowns.find(tx, id);
    if (!takedown || (await this.cases.isBarred(tx, takedown.caseId, actor.staffId))) throw new Problem('missing');
    return { takedown, newest: await this.contents.newest(tx, id) };
  }
}

function blanksOf(content: RequestContent, known: Known): Blank[] {
  const template = templates.find((t) => t.form === content.template.form && t.language === content.language);
  return Object.entries(template?.blanks ?? {}).map(([name, label]) => ({
    name,
    label: { vi: label.vi, en: label.en },
    long: label.long ?? false,
    longest: takedownTable.own_words[label.long ? 'long' : 'short'],
    value: content.fields[name] ?? '',
    open: known.blanks.includes(name),
  }));
}
function basisOf(key: string | null): Basis | null {
  const basis = legalBasis(key);
  return basis
    ? {
        key: basis.key,
        label: basis.label,
        citation: basis.citation,
        hours: basis.hours,
        toBeConfirmed: toBeConfirmed(basis),
        note: basis.note ?? null,
      }
    : null;
}
