import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { IdentityRequests, type AskedIdentity } from '../core/identity/identity-requests.js';
import { invalid } from '../core/problem/invalid.js';
import { Problem } from '../core/problem/problem.js';
import { ReporterContacts } from '../intake/index.js';
import { Identities } from './identity.use-case.js';
import { PartyRepository } from './party.repository.js';

/** An officer asks the chief to see who reported: the contact of a report, or a reporter who is party to a case. */
@Injectable()
export class AskIdentity {
  constructor(
    private readonly db: Db,
    private readonly identities: Identities,
    private readonly contacts: ReporterContacts,
    private readonly parties: PartyRepository,
    private readonly requests: IdentityRequests,
  ) {}

  ofReport(by: { staffId: string }, reportId: string, reason: string): Promise<AskedIdentity> {
    return this.db.tx(async (tx) => {
      await this.identities.place(tx, { kind: 'reporter', refId: reportId }, by);
      await this.contacts.refuseWithout(tx, reportId);
      return this.requests.ask(tx, { kind: 'reporter', refId: reportId, by }, reason);
    });
  }

  ofParty(by: { staffId: string }, caseId: string, partyId: string, reason: string): Promise<AskedIdentity> {
    return this.db.tx(async (tx) => {
      const { caseId: found } = await this.identities.place(tx, { kind: 'party', refId: partyId }, by);
      if (found !== caseId) throw new Problem('missing');
      if ((await this.parties.get(tx, partyId))?.role !== 'reporter')
        throw invalid({
          path: 'partyId',
          rule: 'shownForReason',
          message: 'this name is shown for a written reason, without an approval',
        });
      return this.requests.ask(tx, { kind: 'party', refId: partyId, caseId, by }, reason);
    });
  }
}
