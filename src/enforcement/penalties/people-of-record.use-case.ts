import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import type { Tx } from '../../core/database/db.js';
import { decrypt } from '../../core/identity/secrets.js';
import { Cases } from '../../cases/index.js';
import { IDENTITIES, SIGNATORIES, type IdentityDetails, type SealedIdentity } from './identity.js';
import type { PresenceDetails, SigningRole } from './signatures.js';
import { type HeldViolation } from './violation.repository.js';
import { RecordPeopleRepository } from './record-people.repository.js';

export interface PersonPresent {
  id: string;
  role: SigningRole;
  name: string;
  details: PresenceDetails;
  signed: boolean;
  reason: string | null;
}
export interface RecordPeople {
  accused: string;
  details: IdentityDetails | null;
  present: PersonPresent[];
}

/** Opens who the people of a record are, for a caller who has noted who looks and why, or who shows nothing of it. */
@Injectable()
export class PeopleOfRecord {
  constructor(
    private readonly cases: Cases,
    private readonly people: RecordPeopleRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(tx: Tx, { violation, newest }: HeldViolation): Promise<RecordPeople> {
    const present = await this.people.signatures(tx, newest.id);
    return {
      accused: await this.cases.nameOf(tx, violation.partyId),
      details: await this.papers(tx, { violation, newest }),
      present: present.map(({ id, role, nameSealed, detailsSealed, signed, reason }) => ({
        ...{ id, role, signed, reason },
        name: this.open(SIGNATORIES, nameSealed),
        details: detailsSealed ? (JSON.parse(this.open(SIGNATORIES, detailsSealed)) as PresenceDetails) : {},
      })),
    };
  }
  /** What the papers of the accused say; null where there are none, or they were purged. */
  async papers(tx: Tx, held: HeldViolation): Promise<IdentityDetails | null> {
    return (await this.papersOf(tx, [held])).get(held.violation.id) ?? null;
  }
  /** The same of several, by record; one without papers is not in it. */
  async papersOf(tx: Tx, records: readonly HeldViolation[]): Promise<Map<string, IdentityDetails>> {
    const named = records.flatMap(({ violation, newest }) => {
      const { identity } = newest.content.subject;
      return identity ? [{ violationId: violation.id, commitment: identity }] : [];
    });
    const sealed = await this.people.identities(tx, named);
    return new Map([...sealed].map(([id, bytes]) => [id, (JSON.parse(this.open(IDENTITIES, bytes)) as SealedIdentity).details]));
  }
  private open(purpose: string, sealed: Buffer): string {
    return decrypt(this.config.secret, purpose, sealed);
  }
}
