import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { CONFIG, type Config } from '../../core/config.js';
import type { Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Evidence } from '../../core/evidence/evidence.js';
import type { Stored } from '../../core/evidence/store.js';
import { CapturesRepository } from '../captures.repository.js';
import { askAuthorities, readSeal, timeStampTable as table, type Seal, type Stamp } from '../engine/index.js';
import '../events.js';
import { PackageSeals } from './package-seals.repository.js';
import { renewalIn } from './renewal.js';
import { LAST_RECEIPT_TRY, LAST_STAMP_TRY, RECEIPT, STAMP } from './still-due.view.js';

export type KeptStamp = Stamp & { stored: Stored };
export interface Prepared {
  seal: Seal;
  /** null: no authority is named, or none gave one in time */
  stamp: KeptStamp | null;
}
interface Of {
  captureId: string;
  postId: string;
}
/** renew: its newest stamp ends before long; wanted: somebody ordered another one, whatever it has */
export type Why = 'first' | 'renew' | 'wanted';
const [MINUTE, HOUR] = [60_000, 3_600_000];

/** What lies beside a package: time stamps of authorities, and later the receipt of the log. */
@Injectable()
export class SealPackage {
  private readonly logger = new Logger('time stamps');
  constructor(
    private readonly seals: PackageSeals,
    private readonly captures: CapturesRepository,
    private readonly evidence: Evidence,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Before the transaction: asks the authorities for as long as a capture may wait. */
  async prepare(packageFile: string): Promise<Prepared> {
    const seal = await readSeal(packageFile);
    const stamp = await this.ask(seal.digest);
    return { seal, stamp: stamp === 'ends-no-later' ? null : stamp };
  }

  /** With the transaction that seals: a package without its stamp is sealed all the same, and they are asked again. */
  async keep(tx: Tx, of: Of, eventId: string, { seal, stamp }: Prepared): Promise<void> {
    await this.seals.add(tx, of.captureId, seal, eventId);
    await this.awaitReceipt(tx, of.captureId, 0);
    if (stamp) await this.add(tx, of, 1, stamp);
    else if (this.config.timestampAuthorities.length > 0) await this.askAgain(tx, of.captureId, 0);
  }

  /** One stamp that holds, or null; why not is told to whoever runs the machine. `beyond`: one that ends no later is of no use, and not kept. */
  async ask(imprint: string, beyond: Date | null = null): Promise<KeptStamp | 'ends-no-later' | null> {
    if (this.config.timestampAuthorities.length === 0) return null;
    const { stamp, says } = await askAuthorities(this.config, imprint);
    for (const line of says) this.logger.warn(`No time stamp came from ${line}`);
    if (!stamp) return null;
    if (beyond && stamp.verdict.ends <= beyond) return 'ends-no-later';
    if (Math.abs(stamp.offsetMs) > table.clock_seconds * 1_000)
      this.logger.error(`The clock of ${stamp.verdict.authority} runs ${stamp.offsetMs} ms before this machine’s: one of both is wrong`);
    return { ...stamp, stored: await this.evidence.store.put(stamp.bytes) };
  }

  /** Takes a stamp to its package: a part of it, on the log, and stamped anew before its certificates end. */
  async add(tx: Tx, { captureId, postId }: Of, number: number, { stored, verdict, imprint, offsetMs }: KeptStamp): Promise<void> {
    const part = `timestamp-${number}`;
    await this.captures.addParts(tx, captureId, [{ name: part, mediaType: 'application/timestamp-reply', facts: {}, ...stored }]);
    await this.seals.addStamp(tx, captureId, number, part, verdict);
    const office = { captureId, part, sha256: stored.sha256, imprint, offsetMs };
    await this.log.append(tx, { type: 'evidence.stamped', v: 1, public: {}, office, subject: postId });
    await this.renewLater(tx, captureId, verdict.ends);
  }
  /** Nothing that is asked after its end helps a stamp. */
  async renewLater(tx: Tx, captureId: string, ends: Date): Promise<void> {
    const pause = renewalIn(ends.getTime() - Date.now(), table.renew_days_before);
    if (pause === null)
      this.logger.error(`The time stamp of the capture ${captureId} has ended, and no authority gave one that ends later`);
    else await this.later(tx, STAMP, `${captureId}:renew:0`, pause);
  }

  async askAgain(tx: Tx, captureId: string, tries: number, why: Why = 'first'): Promise<void> {
    const pauses = table.again_after_minutes;
    const next = Math.min(tries + 1, LAST_STAMP_TRY);
    await this.later(tx, STAMP, `${captureId}:${why}:${next}`, pauses[next - 1] * MINUTE);
  }

  stampAll(tx: Tx, of: { captureId: string; why: Why }[]): Promise<void> {
    const refs = of.map(({ captureId, why }) => `${captureId}:${why}:0`);
    return this.clock.scheduleSpread(tx, STAMP, refs, MINUTE / table.restamp_per_minute);
  }
  /** A head is signed within seconds; where none is, they are looked for less and less often. */
  async awaitReceipt(tx: Tx, captureId: string, tries: number): Promise<void> {
    const next = Math.min(tries, LAST_RECEIPT_TRY);
    await this.later(tx, RECEIPT, `${captureId}:${next}`, Math.min(table.receipt_after_seconds * 1_000 * 2 ** next, HOUR));
  }

  private async later(tx: Tx, kind: string, ref: string, ms: number): Promise<void> {
    const now = await this.clock.now(tx);
    await this.clock.schedule(tx, { kind, ref, at: new Date(now.getTime() + ms) });
  }
}
