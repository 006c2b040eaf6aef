import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { decrypt } from '../core/identity/secrets.js';
import { Problem } from '../core/problem/problem.js';
import type { PartyKind, PartyRole } from './case.js';
import { CaseRepository } from './case.repository.js';
import { PARTY_NAMES } from './add-party.use-case.js';
import { PartyRepository } from './party.repository.js';
import './events.js';

export interface UnmaskedParty {
  id: string;
  kind: PartyKind;
  role: PartyRole;
  name: string;
  staffId: string | null;
}

/** Shows the name of a party to somebody who says why; each look stands in the log. A reporter's name needs a right of its own. */
@Injectable()
export class ReadParty {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly parties: PartyRepository,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(actor: { staffId: string; rights: ReadonlySet<string> }, caseId: string, partyId: string, reason: string): Promise<UnmaskedParty> {
    return this.db.tx(async (tx) => {
      await this.cases.lock(tx, actor, caseId);
      const party = await this.parties.get(tx, caseId, partyId);
      if (!party) throw new Problem('missing');
      if (party.role === 'reporter' && !actor.rights.has('reporter.read')) throw new Problem('forbidden', { right: 'reporter.read' });
      const readId = await this.parties.noteRead(tx, partyId, actor.staffId, reason.trim());
      await this.log.append(tx, {
        type: 'party.read',
        v: 1,
        public: {},
        office: { caseId, partyId, readId },
        actor: actor.staffId,
        subject: caseId,
      });
      const { id, kind, role, staffId } = party;
      return { id, kind, role, staffId, name: decrypt(this.config.secret, PARTY_NAMES, party.nameSealed) };
    });
  }
}
