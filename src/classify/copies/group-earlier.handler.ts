import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { tellWorkers, type Tx } from '../../core/database/db.js';
import { OnDue, type Due, type DueHandler } from '../../core/events/on.js';
import { FingerprintRepository, type Made } from '../likeness/fingerprint.repository.js';
import { likenessTable } from '../likeness/likeness-table.js';
import { NoteLikeness } from '../likeness/note-likeness.use-case.js';
import { EARLIER_COPIES, refOf, walkOf } from './earlier-copies.js';
import { EarlierItems, type EarlierItem } from './earlier-items.repository.js';
import { StandTogether } from './stand-together.use-case.js';

type Turn = (EarlierItem & { made: Made[] })[];

/** One turn through the posts that came before copies stood together; then the next. In the lane of sweeps: nothing that comes in waits behind it. */
@Injectable()
@OnDue(EARLIER_COPIES, { lane: 'sweep' })
export class GroupEarlier implements DueHandler<Turn> {
  constructor(
    private readonly items: EarlierItems,
    private readonly prints: FingerprintRepository,
    private readonly note: NoteLikeness,
    private readonly together: StandTogether,
    private readonly clock: Clock,
  ) {}

  async work({ ref }: Due): Promise<Turn> {
    const turn: Turn = [];
    for (const item of await this.items.page(walkOf(ref), likenessTable.copies.turn))
      turn.push({ ...item, made: item.text === null ? [] : await this.note.look({ text: item.text, pictures: [] }) });
    return turn;
  }

  /** Done again, it finds everything in its place. */
  async handle(tx: Tx, { ref }: Due, turn: Turn): Promise<void> {
    await this.prints.hold(tx); // before any post is locked, as whoever notes a fingerprint does
    for (const { source, made, alike } of turn) {
      await this.note.run(tx, source, made);
      if (alike) await this.together.run(tx, source.postId);
    }
    await this.goOn(tx, ref, turn);
  }

  /** The posts of a turn that failed for good stand alone; those after them have their turn. */
  async giveUp(tx: Tx, { ref }: Due): Promise<void> {
    await this.goOn(tx, ref, await this.items.page(walkOf(ref), likenessTable.copies.turn));
  }

  private async goOn(tx: Tx, ref: string, turn: readonly EarlierItem[]): Promise<void> {
    const last = turn.at(-1);
    if (!last || turn.length < likenessTable.copies.turn) return;
    await this.clock.schedule(tx, {
      kind: EARLIER_COPIES,
      ref: refOf({ ...walkOf(ref), after: last.place }),
      at: await this.clock.now(tx),
    });
    tellWorkers(tx);
  }
}
