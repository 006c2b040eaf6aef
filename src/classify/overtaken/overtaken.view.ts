import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { PREPARED } from '../../core/database/preparing-client.js';
import type { ClaimContent } from '../claim.js';
import { adviceFor, type Advice, type ClaimEnd } from './overtaken.js';
import type { OvertakenClaim, OvertakenPost } from './overtaken-answers.js';

const POSTS_TOLD = 20;
/** SQL: what overtook the claim `claimId`, or the one that it went into: `o`, and the claim as it stands: `ok`. */
export const overtook = (claimId: string): string =>
  `classify.claims og JOIN classify.overtaken o ON o.claim_id = coalesce(og.merged_into, og.id) JOIN classify.claims ok ON ok.id = o.claim_id WHERE og.id = ${claimId}`;
/** SQL: the claim by which a post was judged false, by the judgement that stands. */
const judgedBy = (postId: string): string =>
  `(SELECT v.claim_id FROM classify.judgements j JOIN classify.claim_versions v ON v.id = j.claim_version_id AND j.judgement = 'false-statement-of-fact'
    WHERE j.id = (SELECT x.id FROM classify.judgements x WHERE x.post_id = ${postId} AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = x.id) ORDER BY x.recorded_at DESC LIMIT 1))`;
/** SQL: what overtook the claim by which a post was judged false: claim_id, since, cause. */
export const overtookJudged = (postId: string): string => `SELECT o.claim_id, o.since, o.cause FROM ${overtook(judgedBy(postId))}`;
/** SQL: the claim by which this post was judged false has been overtaken. */
export const restsOnOvertaken = (postId: string): string => `EXISTS (SELECT 1 FROM ${overtook(judgedBy(postId))})`;

/** `of`: SQL of pairs (post_id, claim_id). */
const OVERTAKEN = (of: string): string => `
  SELECT o.claim_id AS "claimId", v.wordings -> 0 ->> 'text' AS text, o.since::text, o.cause, v.false_from::text AS "falseFrom", v.false_to::text AS "falseTo",
    json_agg(DISTINCT jsonb_build_object('postId', f.post_id, 'itemId', t.id, 'postedOn', t.posted_on)) AS posts
  FROM (${of}) f JOIN classify.claims og ON og.id = f.claim_id JOIN classify.overtaken o ON o.claim_id = coalesce(og.merged_into, og.id)
  JOIN classify.claims ok ON ok.id = o.claim_id JOIN classify.claim_versions v ON v.id = ok.current_version_id LEFT JOIN classify.triage_items t ON t.post_id = f.post_id
  GROUP BY o.claim_id, v.id ORDER BY o.since DESC, o.claim_id`;
type Row = ClaimEnd &
  Pick<ClaimContent, 'falseFrom' | 'falseTo'> &
  Pick<OvertakenClaim, 'claimId' | 'text'> & { posts: Omit<OvertakenPost, 'advice'>[] };

/** The overtaken claims that posts rest on, and what that means for each post. */
@Injectable()
export class OvertakenView {
  /** Of what was judged: cases, requests and decisions rest on it. */
  async ofPosts(tx: Tx, postIds: readonly string[]): Promise<OvertakenClaim[]> {
    const pairs = `SELECT p.id AS post_id, ${judgedBy('p.id')} AS claim_id FROM unnest($1::uuid[]) p (id)`;
    return told(await tx.query<Row[]>(PREPARED + OVERTAKEN(pairs), [postIds]));
  }
  /** Of an item of the queue: what it was judged by, and what its words resemble. */
  async ofItem(tx: Tx, itemId: string): Promise<OvertakenClaim[]> {
    const pairs = `SELECT i.post_id, ${judgedBy('i.post_id')} AS claim_id FROM classify.triage_items i WHERE i.id = $1
      UNION SELECT i.post_id, m.claim_id FROM classify.triage_items i JOIN classify.matches m ON m.item_id = i.id AND m.text_sha256 = i.text_sha256 AND m.decision IS DISTINCT FROM 'rejected' WHERE i.id = $1`;
    return told(await tx.query<Row[]>(OVERTAKEN(pairs), [itemId]));
  }
}

const BY_URGENCY: Advice[] = ['look-anew', 'date-unknown', 'still-false'];
function told(rows: Row[]): OvertakenClaim[] {
  return rows.map(({ falseFrom, falseTo, posts, ...claim }) => {
    const advised = posts
      .map((p): OvertakenPost => ({ ...p, advice: adviceFor({ cause: claim.cause, falseFrom, falseTo }, p.postedOn) }))
      .sort((a, b) => BY_URGENCY.indexOf(a.advice) - BY_URGENCY.indexOf(b.advice));
    const count = (advice: OvertakenPost['advice']) => advised.filter((p) => p.advice === advice).length;
    return {
      ...claim,
      counts: { stillFalse: count('still-false'), lookAnew: count('look-anew'), dateUnknown: count('date-unknown') },
      posts: advised.slice(0, POSTS_TOLD),
    };
  });
}
