import { Injectable } from '@nestjs/common';
import { said } from '../core/text/visible.js';
import { Db } from '../core/database/db.js';
import { IdentityRequests, type DecidedIdentity } from '../core/identity/identity-requests.js';
import { Problem } from '../core/problem/problem.js';
import { Identities } from './identity.use-case.js';
import './problems.js';

export interface IdentityDecision {
  decision: 'approved' | 'refused';
  reason?: string | null;
}

/** The chief lets somebody else see who reported, or says why not. */
@Injectable()
export class DecideIdentity {
  constructor(
    private readonly db: Db,
    private readonly identities: Identities,
    private readonly requests: IdentityRequests,
  ) {}

  run(by: { staffId: string }, id: string, given: IdentityDecision): Promise<DecidedIdentity> {
    return this.db.tx(async (tx) => {
      const request = await this.requests.lock(tx, id);
      if (!request) throw new Problem('missing');
      const place = await this.identities.place(tx, request, by);
      const reason = said(given.reason);
      if (given.decision === 'refused' && (reason ?? '').length < 3) throw new Problem('step-reason-needed');
      return this.requests.decide(tx, request, { decision: given.decision, reason, by, ...place });
    });
  }
}
