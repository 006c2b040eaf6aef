import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import type { Actor } from '../core/identity/index.js';
import { filmedIn, neverSeenLaidOut, sessionOf, stillOf } from '../crawl/index.js';
import { Problem } from '../core/problem/problem.js';
import { nextActs } from './next-acts.js';
import { RestingCases, type RestingCase } from './resting-case.use-case.js';
import type { ItemOfPost } from './act-answers.js';
import type { TriageAct, TriageCapture, TriageFile, TriageItem, TriageMatch, TriagePost } from './triage-answers.js';
import { OvertakenView } from './overtaken/overtaken.view.js';
import { ReadingsView } from './readings/readings.view.js';
import { groupOf } from './copies/together.view.js';
import { skipsOf } from './skips/skips.view.js';
import { triageTable } from './triage-table.js';
import { saysClaim } from './says-claim.view.js';
import { labelled } from './triage-list.view.js';
import { standing, THESE_POSTS, TriagePartsView } from './triage-parts.view.js';
import { Bars } from '../core/identity/bars.js';

interface ItemRow extends TriageItem {
  text: string | null;
  likely: boolean;
  post: Omit<TriagePost, keyof Known>;
}
type Known = Pick<TriagePost, 'addresses' | 'addressTotal'>;
const STANDING = standing('j');
const CAPTURES_TOLD = 20;
const HISTORY_TOLD = 30;
const EARLIER_TOLD = 10;
const SAME_TOLD = 10;
const ADDRESSES_TOLD = 20;
const MATCHES_TOLD = 20;
/** the latest, and the one that the item shows, however old it is */
const CAPTURES = `
  SELECT c.id, c.address_id AS "addressId", c.url, c.state, c.waits_until AS "waitsUntil", c.waits_for AS "waitsFor", c.reason, c.visitor, c.route, c.outcome, c.evidence_id AS "evidenceId", c.ordered_at AS "orderedAt", c.ended_at AS "endedAt", c.text_sha256 AS "textSha256", c.ground,
    coalesce(c.text_sha256 <> (SELECT x.text_sha256 FROM crawl.captures x WHERE x.post_id IN ${THESE_POSTS} AND x.visitor = c.visitor AND x.route = c.route AND x.text_sha256 IS NOT NULL AND (x.ordered_at, x.id) < (c.ordered_at, c.id) ORDER BY x.ordered_at DESC, x.id DESC LIMIT 1), false) AS "textChanged",
    ${stillOf('c.id')} AS "picturePart", ${filmedIn('c.id')} AS filmed
  FROM crawl.captures c WHERE c.id IN (SELECT n.id FROM (SELECT l.id FROM crawl.captures l WHERE l.post_id IN ${THESE_POSTS} ORDER BY l.ordered_at DESC, l.id DESC LIMIT $3) n UNION SELECT $2::uuid)
  ORDER BY c.ordered_at DESC, c.id DESC`;

/** of what the item `$1` says now: with claims as they are in force, and what somebody decided */
const MATCHES = `classify.matches m JOIN classify.claims c ON c.id = m.claim_id JOIN classify.claim_versions v ON v.id = m.version_id LEFT JOIN core.staff s ON s.id = m.decided_by
  WHERE m.item_id = $1 AND m.text_sha256 = $2 AND ((c.state = 'approved' AND c.current_version_id = m.version_id AND m.strength IS NOT NULL) OR m.decision IS NOT NULL)`;

/** One screen: the post, what it says, the claims that it resembles, how it came in, what happened, and what may be done. */
@Injectable()
export class TriageItemView {
  constructor(
    private readonly db: Db,
    private readonly bars: Bars,
    private readonly resting: RestingCases,
    private readonly parts: TriagePartsView,
    private readonly readings: ReadingsView,
    private readonly overtaken: OvertakenView,
  ) {}

  one(actor: Actor, id: string): Promise<TriageFile> {
    return this.db.read(async (tx) => {
      const item = await this.item(tx, id);
      await this.bars.refuse(tx, actor, item.postId);
      const matches = await this.matches(tx, id, item.textSha256);
      const captures = await tx.query<TriageCapture[]>(CAPTURES, [item.postId, item.captureId, CAPTURES_TOLD]);
      const [{ captureTotal }] = await tx.query<{ captureTotal: number }[]>(
        `SELECT count(*)::int AS "captureTotal" FROM crawl.captures c WHERE c.post_id IN ${THESE_POSTS}`,
        [item.postId],
      );
      const { items: reports } = await this.parts.reportsOf(tx, item.postId, {});
      const reportTotal = await this.parts.reportTotal(tx, item.postId);
      const { items: history, nextCursor } = await this.parts.historyOf(tx, item.postId, { limit: HISTORY_TOLD });
      const { items: sameText } = await this.parts.sameTextOf(tx, actor, id, { limit: SAME_TOLD });
      const { items: addresses } = await this.parts.addressesOf(tx, item.postId, { limit: ADDRESSES_TOLD });
      const { items: earlier } = await this.parts.earlierOf(tx, id, { limit: EARLIER_TOLD });
      const resting = await this.resting.find(tx, item.postId);
      return {
        ...screen(item, { addresses, addressTotal: await this.parts.addressTotal(tx, item.postId) }),
        capture: captures.find((c) => c.id === item.captureId) ?? captures[0] ?? null,
        captures: captures.slice(0, CAPTURES_TOLD),
        captureTotal,
        readings: await this.readings.of(tx, item),
        matches,
        matchTotal: await this.matchTotal(tx, id, item.textSha256),
        overtaken: await this.overtaken.ofItem(tx, id),
        reports,
        reportTotal,
        history,
        moreHistory: nextCursor !== null,
        sameText,
        sameTextTotal: await this.parts.sameTextTotal(tx, actor, id),
        earlier,
        earlierTotal: await this.parts.earlierTotal(tx, id),
        case: actor.rights.has('case.read') ? resting : null,
        next: this.next(actor, item, matches, resting, reportTotal),
      };
    });
  }

  ofPost(actor: Actor, postId: string): Promise<ItemOfPost> {
    return this.db.read(async (tx) => {
      const [found] = await tx.query<(ItemOfPost & { postId: string })[]>(
        `SELECT t.id, t.state, t.post_id AS "postId" FROM intake.posts p JOIN classify.triage_items t ON t.post_id = coalesce(p.merged_into, p.id) WHERE p.id = $1`,
        [postId],
      );
      if (!found) throw new Problem('missing');
      await this.bars.refuse(tx, actor, found.postId);
      return { id: found.id, state: found.state };
    });
  }

  private async item(tx: Tx, id: string): Promise<ItemRow> {
    const [row] = await tx.query<ItemRow[]>(
      `SELECT t.id, t.post_id AS "postId", t.state, t.look_again AS "lookAgain", t.version, t.priority, t.factors, t.topic, t.reports, t.received_at AS "receivedAt", t.text, t.text_sha256 AS "textSha256", t.capture_id AS "captureId", t.evidence_id AS "evidenceId", EXISTS (SELECT 1 FROM ${saysClaim('t')}) AS likely,
              ${groupOf('t')} AS "group", ${skipsOf('t')} AS skips,
              CASE WHEN t.lease_until > clock_timestamp() THEN json_build_object('staffId', t.lease_by, 'name', l.name, 'until', t.lease_until) END AS lease,
              (SELECT json_build_object('id', j.id, 'judgement', j.judgement, 'reason', j.reason, 'by', s.name, 'byId', j.judged_by, 'at', j.judged_at, 'claimVersionId', j.claim_version_id, 'evidenceId', j.evidence_id,
                 'textSha256', j.text_sha256, 'ageSeconds', extract(epoch FROM clock_timestamp() - j.recorded_at)::float8, 'settled', EXISTS (SELECT 1 FROM classify.judgement_settlements x WHERE x.judgement_id = j.id))
               FROM classify.judgements j LEFT JOIN core.staff s ON s.id = j.judged_by WHERE j.item_id = t.id AND ${STANDING} ORDER BY j.recorded_at DESC LIMIT 1) AS judgement,
              json_build_object('id', t.post_id, 'text', t.text, 'session', ${sessionOf('c.visitor')}, 'neverLaidOut', ${neverSeenLaidOut('c')}, 'platform', t.platform, 'postedOn', t.posted_on, 'postedAt', c.posted_at, 'title', c.title, 'author', c.author, 'handle', c.handle,
                'url', coalesce(c.url, (SELECT a.url FROM intake.addresses a WHERE a.post_id = t.post_id AND a.kind = 'url' ORDER BY a.created_at LIMIT 1)),
                'mergedInto', (SELECT p.merged_into FROM intake.posts p WHERE p.id = t.post_id)) AS post
       FROM classify.triage_items t LEFT JOIN crawl.captures c ON c.id = t.capture_id LEFT JOIN core.staff l ON l.id = t.lease_by WHERE t.id = $1`,
      [id],
    );
    if (!row) throw new Problem('missing');
    return row;
  }

  private matches(tx: Tx, itemId: string, textSha256: string | null): Promise<TriageMatch[]> {
    return tx.query<TriageMatch[]>(
      `SELECT m.id, m.claim_id AS "claimId", m.version_id AS "versionId", v.number, v.wordings -> 0 ->> 'text' AS text, v.wordings, v.topic, v.harm, v.truth, v.sources, v.false_from::text AS "falseFrom", v.false_to::text AS "falseTo",
              m.score, m.strength, m.stance, m.reasons, m.spans, m.reading_id AS "readingId", m.decision, s.name AS "decidedBy", m.decided_at AS "decidedAt", (c.state = 'approved' AND c.current_version_id = m.version_id) AS "inForce"
       FROM ${MATCHES} ORDER BY m.score DESC, m.id LIMIT ${MATCHES_TOLD}`,
      [itemId, textSha256],
    );
  }
  private async matchTotal(tx: Tx, itemId: string, textSha256: string | null): Promise<number> {
    const [{ n }] = await tx.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${MATCHES}`, [itemId, textSha256]);
    return n;
  }

  private next(actor: Actor, item: ItemRow, matches: TriageMatch[], resting: RestingCase | null, reports: number): TriageAct[] {
    const left =
      item.judgement && !item.judgement.settled && item.state === 'judged' && item.judgement.byId === actor.staffId
        ? triageTable.undo_seconds - item.judgement.ageSeconds
        : 0;
    return nextActs(
      {
        state: item.state,
        lookAgain: item.lookAgain,
        reports,
        captured: item.captureId !== null,
        hasLink: item.post.url !== null,
        confirmed: matches.some((m) => m.decision === 'confirmed' && m.inForce),
        likely: item.likely,
        leasedByOther: item.lease !== null && item.lease.staffId !== actor.staffId,
        undoUntil: left > 0 ? new Date(Date.now() + left * 1000) : null,
        judgement: item.judgement?.judgement ?? null,
        restingCase: resting && (resting.open ? 'open' : 'closed'),
      },
      actor.rights,
      triageTable,
    );
  }
}

function screen({ post, text: _text, likely: _likely, ...item }: ItemRow, known: Known): Pick<TriageFile, 'item' | 'post'> {
  return { item: { ...item, factors: labelled(item.factors) }, post: { ...post, ...known } };
}
