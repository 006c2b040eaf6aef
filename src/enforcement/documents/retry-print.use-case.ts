import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { RetryDeliveries, type Retried } from '../../core/events/retry-deliveries.use-case.js';
import { PenaltyRepository } from '../penalties/penalty.repository.js';
import { ViolationRepository } from '../penalties/violation.repository.js';
import { PRINTS } from './prints.js';

/** A paper that the printer never got done is ordered once more. */
@Injectable()
export class RetryPrint {
  constructor(
    private readonly db: Db,
    private readonly violations: ViolationRepository,
    private readonly penalties: PenaltyRepository,
    private readonly retrying: RetryDeliveries,
  ) {}

  record(by: { staffId: string }, id: string): Promise<Retried> {
    return this.db.tx(async (tx) => {
      await this.violations.find(tx, by, id);
      return this.retrying.run(tx, by, PRINTS, id);
    });
  }
  decision(by: { staffId: string }, id: string): Promise<Retried> {
    return this.db.tx(async (tx) => {
      await this.penalties.find(tx, by, id);
      return this.retrying.run(tx, by, PRINTS, id);
    });
  }
}
