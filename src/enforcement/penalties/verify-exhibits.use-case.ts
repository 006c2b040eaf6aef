import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { SealedBytes } from '../../core/evidence/sealed-bytes.js';
import { Problem } from '../../core/problem/problem.js';
import { PenaltyRepository } from './penalty.repository.js';
import { KnownExhibits, type SealedPart } from './known-exhibits.repository.js';
import './problems.js';

/** Before somebody signs, every byte that the decision rests on is read again and held against its seal; in no transaction, since it takes its time. */
@Injectable()
export class VerifyExhibits {
  constructor(
    private readonly db: Db,
    private readonly penalties: PenaltyRepository,
    private readonly exhibits: KnownExhibits,
    private readonly sealed: SealedBytes,
  ) {}

  async run(actor: { staffId: string }, penaltyId: string): Promise<void> {
    const parts = await this.db.read(async (tx) => {
      const { content } = (await this.penalties.find(tx, actor, penaltyId)).newest;
      return content.kind === 'annulment'
        ? []
        : this.exhibits.parts(
            tx,
            content.exhibits.map((x) => x.exhibitId),
          );
    });
    const damaged: SealedPart[] = [];
    for (const x of parts) {
      const about = { of: x.evidenceId, part: x.part, subject: penaltyId, actor: actor.staffId };
      if (!(await this.sealed.holds(x.sha256, about))) damaged.push(x);
    }
    if (damaged.length > 0)
      throw new Problem('exhibit-damaged', { exhibits: damaged.map(({ exhibitId, part, sha256 }) => ({ exhibitId, part, sha256 })) });
  }
}
