import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { Db } from '../../core/database/db.js';
import { PersonalData } from '../../core/identity/personal-data.js';
import { decrypt } from '../../core/identity/secrets.js';
import { Cases } from '../../cases/index.js';
import { IDENTITIES } from './draft-violation.use-case.js';
import { SIGNATORIES } from './draw-violation.use-case.js';
import type { IdentityDetails, SealedIdentity } from './identity.js';
import type { SigningRole } from './signatures.js';
import { ViolationRepository } from './violation.repository.js';

/** Whom a violation record is about, and who was present. */
export interface PeopleOfViolation {
  id: string;
  accused: string;
  details: IdentityDetails | null;
  present: { id: string; role: SigningRole; name: string }[];
}

/** Shows who the people of a record are to somebody who says why; each look stands in the log. */
@Injectable()
export class ReadPeople {
  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
    private readonly violations: ViolationRepository,
    private readonly personalData: PersonalData,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(by: { staffId: string }, id: string, reason: string): Promise<PeopleOfViolation> {
    return this.db.tx(async (tx) => {
      const { violation, newest } = await this.violations.find(tx, by, id);
      await this.personalData.look(tx, { kind: 'violation', refId: id, reason, by, caseId: violation.caseId });
      const { identity } = newest.content.subject;
      const sealed = identity && (await this.violations.identity(tx, id, identity));
      const present = await this.violations.signatures(tx, newest.id);
      return {
        id,
        accused: await this.cases.nameOf(tx, violation.partyId),
        details: sealed ? (JSON.parse(decrypt(this.config.secret, IDENTITIES, sealed)) as SealedIdentity).details : null,
        present: present.map((p) => ({ id: p.id, role: p.role, name: decrypt(this.config.secret, SIGNATORIES, p.nameSealed) })),
      };
    });
  }
}
