import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { IdentityRequests } from '../core/identity/identity-requests.js';
import { PersonalData } from '../core/identity/personal-data.js';
import { Problem } from '../core/problem/problem.js';
import type { PartyKind, PartyRole } from './case.js';
import { CaseRepository } from './case.repository.js';
import { Identities } from './identity.use-case.js';
import { PartyRepository } from './party.repository.js';

export interface UnmaskedParty {
  id: string;
  kind: PartyKind;
  role: PartyRole;
  name: string;
  staffId: string | null;
}

/** Shows the name of a party to somebody who says why; each look stands in the log. A reporter's name needs the chief's approval too. */
@Injectable()
export class ReadParty {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly parties: PartyRepository,
    private readonly identities: Identities,
    private readonly requests: IdentityRequests,
    private readonly personalData: PersonalData,
  ) {}

  run(by: { staffId: string }, caseId: string, partyId: string, reason: string): Promise<UnmaskedParty> {
    return this.db.tx(async (tx) => {
      await this.cases.lock(tx, by, caseId);
      const party = await this.parties.get(tx, partyId);
      if (party?.caseId !== caseId) throw new Problem('missing');
      const granted = party.role === 'reporter' ? await this.requests.granted(tx, { kind: 'party', refId: partyId, by }) : null;
      if (party.role === 'reporter' && !granted) throw new Problem('identity-not-approved');
      await this.personalData.look(tx, { kind: 'party', refId: partyId, reason, by, requestId: granted?.id, caseId });
      const { id, kind, role, staffId } = party;
      return { id, kind, role, staffId, name: this.identities.nameOf(party) };
    });
  }
}
