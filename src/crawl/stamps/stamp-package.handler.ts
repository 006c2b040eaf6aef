import { Inject, Injectable } from '@nestjs/common';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../core/config.js';
import { Db, type Tx } from '../../core/database/db.js';
import { OnDue, type Due, type DueHandler } from '../../core/events/on.js';
import { Evidence } from '../../core/evidence/evidence.js';
import { imprintOf } from '../../core/evidence/stamp/verify-stamps.js';
import { readSeal, type Seal } from '../engine/index.js';
import { PackageSeals, type SealedPackage } from './package-seals.repository.js';
import { SealPackage, type KeptStamp, type Why } from './seal-package.use-case.js';
import { STAMP } from './still-due.view.js';

interface Came {
  known: SealedPackage;
  /** of a package that was sealed before its digest was kept */
  seal: Seal | null;
  stamp: KeptStamp | 'ends-no-later' | null;
}

/** Asks the authorities again for a package that has no time stamp yet, or whose newest one ends before long. */
@Injectable()
@OnDue(STAMP, { lane: 'stamp' })
export class StampPackage implements DueHandler<Came | null> {
  constructor(
    private readonly db: Db,
    private readonly seals: PackageSeals,
    private readonly evidence: Evidence,
    private readonly sealing: SealPackage,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async work({ ref }: Due): Promise<Came | null> {
    const [captureId, why] = ref.split(':');
    const known = await this.db.read((tx) => this.seals.get(tx, captureId));
    if (this.config.timestampAuthorities.length === 0 || (why === 'first' && known.tokens.length > 0)) return null;
    const seal = known.digest === null ? await this.sealOf(known.sha256) : null;
    const tokens = await Promise.all(known.tokens.map(async (sha256) => buffer(await this.evidence.store.openSealed(sha256))));
    const imprint = await imprintOf(known.digest ?? seal!.digest, tokens);
    return { known, seal, stamp: await this.sealing.ask(imprint, why === 'renew' ? known.endsAt : null) };
  }

  /** A stamp that came meanwhile by another way has taken the number: then this try counts for nothing, and begins anew. */
  async handle(tx: Tx, { ref }: Due, came: Came | null): Promise<void> {
    if (!came) return;
    const { known, seal, stamp } = came;
    const [captureId, why, tries] = ref.split(':');
    if (seal) await this.seals.add(tx, captureId, seal, null);
    if (stamp === 'ends-no-later') await this.sealing.renewLater(tx, captureId, known.endsAt!);
    else if (stamp) await this.sealing.add(tx, known, known.tokens.length + 1, stamp);
    else await this.sealing.askAgain(tx, captureId, Number(tries), why as Why);
  }

  private async sealOf(sha256: string): Promise<Seal> {
    const spool = join(this.config.dataDir, 'spool');
    await mkdir(spool, { recursive: true });
    const dir = await mkdtemp(join(spool, 'package-'));
    try {
      await writeFile(join(dir, 'package'), await this.evidence.store.openSealed(sha256));
      return await readSeal(join(dir, 'package'));
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }
}
