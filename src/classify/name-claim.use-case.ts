import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import type { Versioned } from '../core/http/answer.js';
import { Problem } from '../core/problem/problem.js';
import { falseOn } from './claim.js';
import { ClaimRepository } from './claim.repository.js';
import { EvidenceView } from './evidence.view.js';
import { KnownClaims } from './known-claims.repository.js';
import { match, modelsOf } from './matching/match.js';
import { MatchRepository, type NewMatch } from './match.repository.js';
import { prioritise } from './prioritise.js';
import { refuseClosed } from './lease-item.use-case.js';
import type { TriageItemRow } from './triage.entity.js';
import { TriageRepository } from './triage.repository.js';
import './events.js';
import './problems.js';

const UNREAD = { label: null, scores: { spread: 0, denial: 0, question: 0, unrelated: 0 } };

/** An inspector says which claim in force a post is about, where the machine did not suggest it. */
@Injectable()
export class NameClaim {
  constructor(
    private readonly db: Db,
    private readonly items: TriageRepository,
    private readonly matches: MatchRepository,
    private readonly known: KnownClaims,
    private readonly claims: ClaimRepository,
    private readonly evidence: EvidenceView,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, itemId: string, { claimId, version }: { claimId: string; version?: number }): Promise<Versioned> {
    return this.db.tx(async (tx) => {
      const item = await this.items.lockFor(tx, actor, itemId);
      refuseClosed(item, actor, version);
      await this.claims.holdRegistry(tx);
      await this.refuseUnfit(tx, item, claimId);
      const matchId =
        (await this.matches.beside(tx, item, claimId)) ?? (await this.matches.put(tx, item, await this.scored(item, claimId)));
      await this.matches.decide(tx, itemId, matchId, 'confirmed', actor.staffId);
      prioritise(item, await this.matches.top(tx, item));
      await this.items.save(tx, item);
      await this.log.append(tx, {
        type: 'match.named',
        v: 1,
        public: {},
        office: { itemId, matchId, claimId },
        actor: actor.staffId,
        subject: item.postId,
      });
      return { version: item.version };
    });
  }

  /** A match is judged by the day that the post shows: what was true then is no false claim of it. */
  private async refuseUnfit(tx: Tx, { postedOn, textSha256 }: TriageItemRow, claimId: string): Promise<void> {
    if (textSha256 === null) throw new Problem('no-words');
    const claim = await this.claims.inForceOf(tx, claimId);
    if (!claim) throw new Problem('no-such-claim');
    const { falseFrom, falseTo } = claim;
    if (postedOn !== null && !falseOn(claim, postedOn)) throw new Problem('claim-not-false-then', { postedOn, falseFrom, falseTo });
  }

  /** What the machine makes of it, however little: that it was missed is what the next model learns from. */
  private async scored(item: TriageItemRow, claimId: string): Promise<NewMatch> {
    const { index, rules } = await this.known.now();
    const versionId = index.versionOf(claimId)!;
    const about = { date: item.postedOn ?? this.evidence.day(item.receivedAt), dated: item.postedOn !== null };
    // of a picture alone, what was read in it was set beside the registry already
    const matches = item.text === null ? [] : match({ ...about, text: item.text }, index, rules, { top: rules.score.candidates });
    const found = matches.find((m) => m.claimId === claimId);
    const unlike = { model: modelsOf(rules), score: 0, stance: UNREAD, reasons: [], spans: [] };
    return { ...unlike, ...found, claimId, versionId, strength: null };
  }
}
