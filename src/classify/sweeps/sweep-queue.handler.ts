import { Injectable } from '@nestjs/common';
import { Db, tellOffice, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { failureOf } from '../../core/events/failure.js';
import { OnDue, type Due, type DueHandler } from '../../core/events/on.js';
import { NoteEvidence } from '../note-evidence.use-case.js';
import { TriageRepository } from '../triage.repository.js';
import { StartSweep } from './start-sweep.use-case.js';
import { SWEEP } from './sweep.js';
import { SweepRepository } from './sweep.repository.js';
import { SweepTurn, type Found, type Turn } from './sweep-turn.use-case.js';
import { SweptItems } from './swept-items.repository.js';

/** One turn of a sweep and of those that stand where it stands; then the next. In a lane of its own: nothing that comes in waits behind it. */
@Injectable()
@OnDue(SWEEP, { lane: 'sweep' })
export class SweepQueue implements DueHandler<Turn | null> {
  constructor(
    private readonly db: Db,
    private readonly sweeps: SweepRepository,
    private readonly turn: SweepTurn,
    private readonly swept: SweptItems,
    private readonly items: TriageRepository,
    private readonly note: NoteEvidence,
    private readonly log: Log,
    private readonly start: StartSweep,
  ) {}

  async work({ ref }: Due): Promise<Turn | null> {
    const together = await this.db.read((tx) => this.sweeps.together(tx, ref));
    return together[0]?.id === ref ? this.turn.run(together) : null;
  }

  async handle(tx: Tx, _due: Due, turn: Turn | null): Promise<void> {
    if (!turn) return;
    const found = countsOf(turn);
    const moved = await this.sweeps.move(tx, turn.sweeps, { ...turn, found });
    const claimIds = moved.map((s) => s.claimId);
    if (moved.length > 0) for (const one of turn.found) await this.add(tx, one, claimIds);
    if (turn.to === null)
      for (const { id, claimId, items, found: of } of moved)
        await this.log.append(tx, {
          type: 'sweep.done',
          v: 1,
          public: {},
          office: { sweepId: id, claimId, items, found: of },
          subject: claimId,
        });
    await this.start.wake(tx);
    tellOffice(tx, 'sweep:moved');
  }

  /** It fails alone: what it took along goes on by itself, since only one of them may be at fault. */
  async giveUp(tx: Tx, { ref }: Due, error: Error): Promise<void> {
    const { state, claimId } = await this.sweeps.lock(tx, ref);
    if (state !== 'running') return;
    await this.sweeps.fail(tx, ref, failureOf(error));
    await this.log.append(tx, { type: 'sweep.failed', v: 1, public: {}, office: { sweepId: ref, claimId }, subject: claimId });
    await this.start.wake(tx);
  }

  private async add(tx: Tx, { itemId, textSha256, matches }: Found, claimIds: readonly string[]): Promise<void> {
    const item = await this.items.lock(tx, itemId);
    // another text was matched as it came in
    if (item.state === 'merged' || item.textSha256 !== textSha256) return;
    const repeats = matches.some((m) => claimIds.includes(m.claimId));
    if (item.state === 'judged' && (repeats || (await this.swept.judgedBy(tx, itemId, claimIds)))) item.lookAgain = true;
    await this.note.add(tx, item, matches);
  }
}

/** In how many posts each claim was found. */
function countsOf({ found }: Turn): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { matches } of found) for (const { claimId } of matches) counts.set(claimId, (counts.get(claimId) ?? 0) + 1);
  return counts;
}
