import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { CaseFacts } from './case.js';
import { CaseRepository } from './case.repository.js';
import { OpenPenalties } from './open-penalties.use-case.js';
import { KnowGround } from './know-ground.use-case.js';

/** What is on file of a case now, the judgement of its posts included. */
@Injectable()
export class KnowCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly ground: KnowGround,
    private readonly penalties: OpenPenalties,
  ) {}

  async run(tx: Tx, caseId: string): Promise<CaseFacts> {
    const facts = await this.cases.facts(tx, caseId);
    const openPenalties = await this.penalties.find(tx, caseId);
    return { ...facts, openPenalties, judgedFalse: (await this.ground.run(tx, caseId)).stands.size > 0 };
  }
}
