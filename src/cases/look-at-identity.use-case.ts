import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { IdentityRequests, type IdentityRequest } from '../core/identity/identity-requests.js';
import { PersonalData } from '../core/identity/personal-data.js';
import { Problem } from '../core/problem/problem.js';
import type { Contact } from '../intake/index.js';
import { Identities } from './identity.use-case.js';

/** How whoever reported can be reached, shown until then. */
export interface ShownIdentity extends Contact {
  openUntil: Date | null;
}
interface Looker {
  staffId: string;
  rights: ReadonlySet<string>;
}

/** Shows who reported to the one who asked, while the chief's approval lasts; each look stands in the log. */
@Injectable()
export class LookAtIdentity {
  constructor(
    private readonly db: Db,
    private readonly identities: Identities,
    private readonly requests: IdentityRequests,
    private readonly personalData: PersonalData,
  ) {}

  run(by: Looker, id: string): Promise<ShownIdentity> {
    return this.db.tx(async (tx) => {
      const request = await this.requests.lock(tx, id);
      if (!request || request.requestedBy !== by.staffId) throw new Problem('missing');
      if (request.kind === 'party' && !by.rights.has('party.read')) throw new Problem('forbidden', { right: 'party.read' });
      return { ...(await this.look(tx, by, request)), openUntil: request.openUntil };
    });
  }

  private async look(tx: Tx, by: Looker, request: IdentityRequest): Promise<Contact> {
    const place = await this.identities.place(tx, request, by);
    if (request.state === 'expired') throw new Problem('identity-expired');
    if (request.state !== 'approved') throw new Problem('identity-not-approved', { state: request.state });
    const contact = await this.identities.read(tx, request);
    const { kind, refId, reason, id: requestId } = request;
    await this.personalData.look(tx, { kind, refId, reason, by, requestId, ...place });
    return contact;
  }
}
