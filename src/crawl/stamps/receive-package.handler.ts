import { Inject, Injectable } from '@nestjs/common';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../core/config.js';
import { Db, type Tx } from '../../core/database/db.js';
import { headAfter } from '../../core/events/head-after.js';
import { Log } from '../../core/events/log.js';
import { OnDue, type Due, type DueHandler } from '../../core/events/on.js';
import { GENESIS } from '../../core/events/seal.js';
import { Evidence } from '../../core/evidence/evidence.js';
import { verifyReceipt, type Receipt } from '../../core/evidence/receipt/verify-receipt.js';
import type { Stored } from '../../core/evidence/store.js';
import { fitsEd25519 } from '../../core/evidence/witnesses.js';
import { CapturesRepository } from '../captures.repository.js';
import '../events.js';
import { PackageSeals, type SealedPackage } from './package-seals.repository.js';
import { SealPackage } from './seal-package.use-case.js';
import { RECEIPT } from './still-due.view.js';

interface Made {
  known: SealedPackage;
  stored: Stored | null;
}

/** Lays the receipt of the log beside a package, once a head was signed after the event that sealed it. */
@Injectable()
@OnDue(RECEIPT)
export class ReceivePackage implements DueHandler<Made> {
  constructor(
    private readonly db: Db,
    private readonly seals: PackageSeals,
    private readonly captures: CapturesRepository,
    private readonly evidence: Evidence,
    private readonly sealing: SealPackage,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async work({ ref }: Due): Promise<Made> {
    const known = await this.db.read((tx) => this.seals.get(tx, ref.split(':')[0]));
    const receipt = await this.receiptOf(known);
    if (!receipt) return { known, stored: null };
    const bytes = Buffer.from(`${JSON.stringify(receipt)}\n`);
    const { state, says } = await verifyReceipt(bytes, known.sha256, null, fitsEd25519);
    if (state !== 'holds') throw new Error(says); // told with its delivery: nothing is kept that does not hold
    return { known, stored: await this.evidence.store.put(bytes) };
  }

  async handle(tx: Tx, { ref }: Due, { known: { captureId, postId, hasReceipt }, stored }: Made): Promise<void> {
    if (hasReceipt) return;
    if (!stored) return this.sealing.awaitReceipt(tx, captureId, Number(ref.split(':')[1]) + 1);
    await this.captures.addParts(tx, captureId, [{ name: 'receipt', mediaType: 'application/json', facts: {}, ...stored }]);
    const office = { captureId, part: 'receipt', sha256: stored.sha256 };
    await this.log.append(tx, { type: 'evidence.receipted', v: 1, public: {}, office, subject: postId });
  }

  private async receiptOf({ eventId, sha256, hasReceipt }: SealedPackage): Promise<Receipt | null> {
    const place = eventId === null || hasReceipt ? null : await this.db.read((tx) => this.seals.place(tx, eventId));
    const signed = place && (await headAfter(join(this.config.dataDir, 'heads'), BigInt(place.seq)));
    if (!signed) return null;
    const { seq, publicPart, officePart, previous } = place;
    return {
      format: 'lachan-receipt/1',
      package: sha256,
      seq,
      public: publicPart.toString(),
      office: officePart.toString(),
      previous: (previous ?? GENESIS).toString('hex'),
      digests: await this.db.read((tx) => this.seals.digests(tx, seq, signed.head.seq)),
      head: signed.head,
      key: signed.key,
    };
  }
}
