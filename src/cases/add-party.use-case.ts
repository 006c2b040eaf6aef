import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import { Db } from '../core/database/db.js';
import type { Entered } from '../core/http/answer.js';
import { Log } from '../core/events/log.js';
import { encrypt } from '../core/identity/secrets.js';
import { invalid } from '../core/problem/invalid.js';
import { Problem } from '../core/problem/problem.js';
import { takesEntries, type PartyRole } from './case.js';
import { CaseRepository } from './case.repository.js';
import { PartyRepository } from './party.repository.js';
import './events.js';
import './problems.js';
import { BarParties } from './bar-parties.use-case.js';

export interface PartyInput {
  kind: 'person' | 'organisation';
  role: PartyRole;
  name: string;
  staffId?: string | null;
  version?: number;
}
/** Names of parties are encrypted under a key for this purpose. */
export const PARTY_NAMES = 'party';

/** A person or organisation enters the case. A staff member who does is barred from it from then on. */
@Injectable()
export class AddParty {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly parties: PartyRepository,
    private readonly barring: BarParties,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(actor: { staffId: string }, caseId: string, input: PartyInput): Promise<Entered> {
    return this.db.tx(async (tx) => {
      if (input.staffId) await this.barring.hold(tx);
      const found = await this.cases.lock(tx, actor, caseId, input.version);
      if (!takesEntries(found.state)) throw new Problem('case-not-open', { state: found.state });
      const staffId = input.staffId ?? null;
      if (staffId && (input.kind !== 'person' || !(await this.parties.isStaff(tx, staffId))))
        throw invalid({ path: 'staffId', rule: 'isStaff', message: 'staffId must be a staff member, who is a person' });
      const id = await this.parties.add(tx, {
        caseId,
        kind: input.kind,
        role: input.role,
        nameSealed: encrypt(this.config.secret, PARTY_NAMES, input.name.trim()),
        staffId,
        by: actor.staffId,
      });
      if (staffId) await this.barring.run(tx, caseId);
      if (staffId && found.assignee === staffId) {
        found.assignee = null;
        await this.log.append(tx, {
          type: 'case.assigned',
          v: 1,
          public: {},
          office: { caseId, staffId: null },
          actor: actor.staffId,
          subject: caseId,
        });
      }
      const version = await this.cases.touch(tx, found);
      await this.log.append(tx, {
        type: 'case.party-added',
        v: 1,
        public: {},
        office: { caseId, partyId: id, role: input.role, kind: input.kind },
        actor: actor.staffId,
        subject: caseId,
      });
      return { id, version };
    });
  }
}
