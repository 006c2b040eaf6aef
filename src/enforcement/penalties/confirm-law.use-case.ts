import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import type { Made } from '../../core/http/answer.js';
import { Log } from '../../core/events/log.js';
import { Problem } from '../../core/problem/problem.js';
import { Cases } from '../../cases/index.js';
import { ExplanationRepository } from './explanation.repository.js';
import './events.js';
import './problems.js';

/** A lawyer confirms on a case, by a document, what the house does not know of the law for sure. */
@Injectable()
export class ConfirmLaw {
  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
    private readonly explanations: ExplanationRepository,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, caseId: string, input: { about: string; document: string }): Promise<Made> {
    return this.db.tx(async (tx) => {
      const { barred } = await this.cases.get(tx, caseId);
      if (barred.has(actor.staffId)) throw new Problem('missing');
      const about = input.about.trim();
      const id = await this.explanations.confirmLaw(tx, { caseId, about, document: input.document.trim(), by: actor.staffId });
      if (!id) throw new Problem('law-confirmed-already');
      const office = { caseId, confirmationId: id, about };
      await this.log.append(tx, { type: 'law.confirmed', v: 1, public: {}, office, actor: actor.staffId, subject: caseId });
      return { id };
    });
  }
}
