import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock/clock.js';
import type { Tx } from '../core/database/db.js';
import { OnDue, type Due, type DueHandler } from '../core/events/on.js';
import { EvidenceView } from './evidence.view.js';
import { everywhere, KnownClaims, suggestions } from './known-claims.repository.js';
import type { ClaimIndex } from './matching/claim-index.js';
import type { PlacedMatch } from './matching/said-parts.js';
import { NoteEvidence } from './note-evidence.use-case.js';
import { readSweepRef, SWEEP, sweepRef } from './sweep.js';
import { SweepRepository } from './sweep.repository.js';
import { TriageRepository } from './triage.repository.js';
import { triageTable } from './triage-table.js';

interface Batch {
  last: string | null;
  found: { itemId: string; textSha256: string | null; had: boolean; matches: PlacedMatch[] }[];
}

/** One batch of the queue, set beside one claim that changed; then the next. */
@Injectable()
@OnDue(SWEEP)
export class SweepQueue implements DueHandler<Batch> {
  constructor(
    private readonly sweep: SweepRepository,
    private readonly items: TriageRepository,
    private readonly known: KnownClaims,
    private readonly evidence: EvidenceView,
    private readonly note: NoteEvidence,
    private readonly clock: Clock,
  ) {}

  async work({ ref }: Due): Promise<Batch> {
    const { claimId, after } = readSweepRef(ref);
    const rows = await this.sweep.batch(claimId, after, triageTable.sweep_batch);
    const { index } = await this.known.now();
    const alone = index.only(claimId);
    const found: Batch['found'] = [];
    for (const { id, text, textSha256, postedOn, receivedAt, had, said } of rows) {
      const find = (by: ClaimIndex) => (words: string) =>
        suggestions({ text: words, date: postedOn ?? this.evidence.day(receivedAt), dated: postedOn !== null }, by);
      const inText = (by: ClaimIndex) => (text === null ? [] : find(by)(text));
      const near = alone !== null && everywhere(inText(alone), said, find(alone)).length > 0;
      const matches = near ? everywhere(inText(index), said, find(index)) : [];
      if (had || matches.some((m) => m.claimId === claimId)) found.push({ itemId: id, textSha256, had, matches });
    }
    return { last: rows.length === triageTable.sweep_batch ? rows[rows.length - 1].id : null, found };
  }

  async handle(tx: Tx, { ref }: Due, { last, found }: Batch): Promise<void> {
    const { claimId } = readSweepRef(ref);
    for (const { itemId, textSha256, matches } of found) {
      const item = await this.items.lock(tx, itemId);
      if (item.state === 'merged' || item.textSha256 !== textSha256) continue;
      const repeats = matches.some((m) => m.claimId === claimId);
      if (item.state === 'judged' && (repeats || (await this.sweep.judgedBy(tx, itemId, claimId)))) item.lookAgain = true;
      await this.note.add(tx, item, matches);
    }
    if (last !== null)
      await this.clock.schedule(tx, { kind: SWEEP, ref: sweepRef({ claimId, after: last }), at: await this.clock.now(tx) });
  }
}
