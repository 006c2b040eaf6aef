import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { PersonalData } from '../../core/identity/personal-data.js';
import type { IdentityDetails } from './identity.js';
import { PeopleOfRecord } from './people-of-record.use-case.js';
import type { PresenceDetails, SigningRole } from './signatures.js';
import { ViolationRepository } from './violation.repository.js';

/** Whom a violation record is about, and who was present. */
export interface PeopleOfViolation {
  id: string;
  accused: string;
  details: IdentityDetails | null;
  present: { id: string; role: SigningRole; name: string; details: PresenceDetails }[];
}

/** Shows who the people of a record are to somebody who says why; each look stands in the log. */
@Injectable()
export class ReadPeople {
  constructor(
    private readonly db: Db,
    private readonly violations: ViolationRepository,
    private readonly people: PeopleOfRecord,
    private readonly personalData: PersonalData,
  ) {}

  run(by: { staffId: string }, id: string, reason: string): Promise<PeopleOfViolation> {
    return this.db.tx(async (tx) => {
      const held = await this.violations.find(tx, by, id);
      await this.personalData.look(tx, { kind: 'violation', refId: id, reason, by, caseId: held.violation.caseId });
      const { accused, details, present } = await this.people.run(tx, held);
      return { id, accused, details, present: present.map(({ id, role, name, details }) => ({ id, role, name, details })) };
    });
  }
}
